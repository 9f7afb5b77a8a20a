import { METADATA_PATH } from '../dataset/metadata.ts';
import { type DatasetHistory, parseVersion } from './version.ts';

/** A dataset repo, as far as its history is read from it. */
export interface VersionSource {
  /** Commit each tag points to. */
  tags(): Promise<ReadonlyMap<string, string>>;
  readUnchecked(path: string, commit: string): Promise<Buffer>;
}

const MOST_VERSIONS = 60;
/** Requests that go to the Hub at a time. */
const AT_ONCE = 8;
const VERSION_TAG = /^v\d{8}_\d{6}$/;

/**
 * Reads the newest versions of a dataset from the metadata of its tags. Never rejects: what cannot be read is told in
 * the history, or counted as left out.
 *
 * @param open opens the repo, or throws when there can be none of that name
 */
export async function readDataset(
  dataset: Pick<DatasetHistory, 'label' | 'repo' | 'pageUrl'>,
  open: () => VersionSource,
): Promise<DatasetHistory> {
  try {
    const source = open();
    const tags = [...(await source.tags())].filter(([tag]) => VERSION_TAG.test(tag)).sort();
    const newest = tags.slice(-MOST_VERSIONS);
    const read = await mapBounded(newest, async ([tag, commit]) => {
      const content = await source.readUnchecked(METADATA_PATH, commit);
      return parseVersion(tag, content.toString());
    });
    const versions = read.filter((version) => version !== null);
    return { ...dataset, versions, versionsLeftOut: tags.length - versions.length, missing: null };
  } catch (error) {
    const missing = error instanceof Error ? error.message : String(error);
    return { ...dataset, versions: [], versionsLeftOut: 0, missing };
  }
}

/** Maps with a few promises at a time, in order. */
export async function mapBounded<T, R>(items: readonly T[], map: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) results[index] = await map(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}
