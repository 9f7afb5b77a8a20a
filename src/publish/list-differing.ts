import type { DifferingRows } from '../engine/row-index/diff-indexes.ts';
import type { RowId, RowIdFolder } from '../model/output-folder.ts';
import type { ListedRows } from '../version/describe-difference.ts';
import type { PreviousVersion } from '../version/metadata.ts';

/** Ids of each kind that are shown; the file has them all. */
const MOST_SHOWN = 20;
const CHUNK_CHARACTERS = 1 << 16;

/** A version whose rows were compared. */
interface ComparedVersion {
  readonly version: PreviousVersion;
  readonly splits: NonNullable<PreviousVersion['splits']>;
}

type Change = 'added' | 'removed' | 'relabelled';

/**
 * Lists the ids of rows that differ between two versions, and writes all of them to the folder. Relabelled rows have their
 * ids of the later version, or those of the earlier one if only these are known.
 *
 * @param folder that may have the ids of both versions, of one or of none
 * @throws Error if a file of ids is malformed, or the list cannot be written
 */
export async function listDiffering(
  folder: RowIdFolder,
  before: ComparedVersion,
  now: ComparedVersion,
  rows: DifferingRows,
): Promise<ListedRows> {
  const [idsBefore, idsNow] = await Promise.all([before, now].map((each) => idsOf(folder, each)));
  const tags = [before.version.versionTag, now.version.versionTag];
  const unknown = tags.filter((_, index) => [idsBefore, idsNow][index] === null);
  const shown: Record<Change, string[]> = { added: [], removed: [], relabelled: [] };
  if (idsBefore === null && idsNow === null) return { folder: folder.root, unknown, file: null, ...shown };

  const changeNow = (place: number) => {
    if (rows.added.has(place)) return 'added';
    return rows.relabelled.now.has(place) ? 'relabelled' : null;
  };
  const changeBefore = (place: number) => {
    if (rows.removed.has(place)) return 'removed';
    return idsNow === null && rows.relabelled.before.has(place) ? 'relabelled' : null;
  };
  const lines = async function* () {
    if (idsNow !== null) yield* linesOf(idsNow, tags[1], changeNow, shown);
    if (idsBefore !== null) yield* linesOf(idsBefore, tags[0], changeBefore, shown);
  };
  const dataset = (idsNow === null ? before : now).version.name!;
  const file = await folder.writeDifference(dataset, `difference-${tags.join('-')}.jsonl`, lines());
  return { folder: folder.root, unknown, file, ...shown };
}

async function idsOf(folder: RowIdFolder, { version, splits }: ComparedVersion) {
  const { name, contentSha256 } = version;
  return name === null || contentSha256 === null ? null : folder.idsOf(name, { contentSha256, splits });
}

/**
 * Returns the rows that changed as lines of JSON, in pieces:
 * `{"change":"added","id":"7","source":"reviewed","split":"train","version":"v20260101_020000"}`.
 *
 * @param changeOf gives what happened to the row at a place in the version; null for nothing
 * @param shown gets the first ids of each kind
 */
async function* linesOf(
  ids: AsyncIterable<RowId>,
  version: string,
  changeOf: (place: number) => Change | null,
  shown: Readonly<Record<Change, string[]>>,
): AsyncGenerator<Uint8Array> {
  let [place, text] = [0, ''];
  for await (const { id, source, split } of ids) {
    const change = changeOf(place++);
    if (change === null) continue;
    if (shown[change].length < MOST_SHOWN) shown[change].push(id);
    text += `${JSON.stringify({ change, id, source, split, version })}\n`;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}
