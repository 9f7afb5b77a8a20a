import { ROW_INDEX_PATH } from '../engine/row-index/schema.ts';
import { type FileContent, sha256Of } from '../model/file.ts';
import type { DatasetRepository } from '../model/repository.ts';
import type { PreviousVersion } from '../version/metadata.ts';
import { type CurrentRules, findSplitChanges } from '../version/split-changes.ts';

/** The row index of a version on the Hub: `lost` if it is missing or damaged, `none` if the version never had one. */
type EarlierIndex = FileContent | 'lost' | 'none';

/** What is known of the splits of earlier texts if the group of a row decides its split. */
interface Ledger {
  /** Index of the last version; undefined if nothing can move, or if nothing is known. */
  readonly content: FileContent | undefined;
  /** Tag of the version of the index; null without an index. */
  readonly tag: string | null;
  /** True if texts keep their splits. */
  readonly areTextsKnown: boolean;
}

const NOTHING_MOVES: Ledger = { content: undefined, tag: null, areTextsKnown: true };
const NOTHING_KNOWN: Ledger = { content: undefined, tag: null, areTextsKnown: false };

/** Reads the row indexes of versions of a repo, each once. */
export class EarlierIndexes {
  readonly #open: () => Promise<DatasetRepository>;
  readonly #read = new Map<string, Promise<EarlierIndex>>();

  /** @param open opens the repo once an index has to be read */
  constructor(open: () => Promise<DatasetRepository>) {
    this.#open = open;
  }

  /** Returns the index of the version that `main` holds: at its head, or if that is damaged at the version's tag. */
  of(version: PreviousVersion): Promise<EarlierIndex> {
    const { rowIndex, versionTag } = version;
    if (rowIndex === null) return Promise.resolve('none');
    const known = this.#read.get(rowIndex.sha256) ?? this.#find(rowIndex, ['main', versionTag]);
    this.#read.set(rowIndex.sha256, known);
    return known;
  }

  /**
   * Returns what the last version records of the splits of texts. Without groups, the rank of a text decides its split
   * in every version.
   *
   * @param previous null for a first version
   */
  async ledgerFor(
    previous: PreviousVersion | null,
    splits: Omit<CurrentRules, 'areTextsKnown'>,
  ): Promise<Ledger> {
    const { group, method } = splits.rules;
    if (previous === null || group === null || method !== 'stable') return NOTHING_MOVES;
    if (findSplitChanges(previous.splitRules, splits).changes.length > 0) return NOTHING_KNOWN;
    const content = await this.of(previous);
    return typeof content === 'string'
      ? NOTHING_KNOWN
      : { content, tag: previous.versionTag, areTextsKnown: true };
  }

  async #find(
    { size, sha256 }: NonNullable<PreviousVersion['rowIndex']>,
    revisions: readonly string[],
  ): Promise<EarlierIndex> {
    const repo = await this.#open();
    for (const revision of revisions) {
      const content = await repo.readAt(ROW_INDEX_PATH, revision, size);
      if (content?.length === size && sha256Of([content]) === sha256) return { chunks: [content] };
    }
    return 'lost';
  }
}
