import pMap from 'p-map';
import { METADATA_PATH } from '../version/metadata.ts';
import { type DatasetHistory, type DatasetVersion, parseVersion } from './published-version.ts';

/** A dataset repo, as far as its history is read from it. */
export interface VersionSource {
  /** Commit each tag points to. */
  tags(): Promise<ReadonlyMap<string, string>>;
  readUnchecked(path: string, commit: string): Promise<Buffer>;
  /** Left out where there can be none. */
  readonly pullRequests?: {
    /** The newest first. */
    list(which: 'open'): AsyncIterable<{ readonly number: number; readonly title: string }>;
  };
}

const MOST_VERSIONS = 60;
const FEWEST_VERSIONS = 10;
/** Versions of all datasets, each of which costs a request and adds to the page. */
const MOST_VERSIONS_OF_ALL = 300;
/** Requests that go to the Hub at a time. */
const AT_ONCE = 8;
/** Datasets that are read at a time. */
const DATASETS_AT_ONCE = 4;
const VERSION_TAG = /^v\d{8}_\d{6}$/;

/** Open pull requests among which the one with a version is looked for. */
const MOST_PULL_REQUESTS = 100;

/** A dataset that is shown. */
export type ShownDataset = Pick<DatasetHistory, 'name' | 'repo' | 'pageUrl' | 'lastStatus'>;

/**
 * Reads the newest versions of datasets, in their order: fewer of each where there are many. Never rejects.
 *
 * @param open opens the repo of a dataset, or throws when there can be none of that name
 */
export function readDatasets(
  datasets: readonly ShownDataset[],
  open: (dataset: ShownDataset) => VersionSource,
): Promise<DatasetHistory[]> {
  const share = Math.floor(MOST_VERSIONS_OF_ALL / datasets.length);
  const most = Math.min(MOST_VERSIONS, Math.max(FEWEST_VERSIONS, share));
  const read = (dataset: ShownDataset) => readDataset(dataset, () => open(dataset), most);
  return pMap(datasets, read, { concurrency: DATASETS_AT_ONCE });
}

/**
 * Reads the newest versions of a dataset from the metadata of its tags. Never rejects: a version that cannot be read is
 * counted as left out, and the history says why there is none to show.
 *
 * @param open opens the repo, or throws when there can be none of that name
 * @param most versions at most
 */
export async function readDataset(
  dataset: ShownDataset,
  open: () => VersionSource,
  most = MOST_VERSIONS,
): Promise<DatasetHistory> {
  try {
    const source = open();
    const [allTags, waitsIn] = await Promise.all([source.tags(), findWaiting(source, dataset.name)]);
    const tags = [...allTags].filter(([tag]) => VERSION_TAG.test(tag)).sort();
    const newest = tags.slice(-most);
    const read = await pMap(newest, ([tag, commit]) => readVersion(source, tag, commit), {
      concurrency: AT_ONCE,
    });
    const versions = read.filter((version): version is DatasetVersion => !(version instanceof Error));
    const [problem] = read.filter((version) => version instanceof Error);
    const missing =
      versions.length > 0 || problem === undefined
        ? null
        : `None of the newest ${newest.length} versions can be read. ${problem.message}`;
    return { ...dataset, waitsIn, versions, versionsLeftOut: tags.length - versions.length, missing };
  } catch (error) {
    const missing = error instanceof Error ? error.message : String(error);
    return { ...dataset, waitsIn: null, versions: [], versionsLeftOut: 0, missing };
  }
}

/** Number of the newest open pull request with a version of a dataset; null also when the Hub does not list them. */
async function findWaiting({ pullRequests }: VersionSource, name: string): Promise<number | null> {
  if (pullRequests === undefined) return null;
  let seen = 0;
  try {
    for await (const { number, title } of pullRequests.list('open')) {
      if (title.startsWith(`Dataset update (${name}) - `)) return number;
      if (++seen === MOST_PULL_REQUESTS) break;
    }
  } catch {
    // Not every Hub has pull requests, and not every token may see them.
  }
  return null;
}

/** A version, or why it cannot be read. */
async function readVersion(
  source: VersionSource,
  tag: string,
  commit: string,
): Promise<DatasetVersion | Error> {
  try {
    const content = await source.readUnchecked(METADATA_PATH, commit);
    return (
      parseVersion(tag, content.toString(), commit) ??
      new Error(`${METADATA_PATH} of ${tag} does not describe a version.`)
    );
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
