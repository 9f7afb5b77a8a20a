import { SPLIT_NAMES } from '../model/rows.ts';

const STALE_DATA_FILE = new RegExp(`^data/(${SPLIT_NAMES.join('|')})-.*\\.parquet$`);

/** Configurations that `datasets` prefers to the card's, or on which it fails. */
const OTHER_CONFIGURATIONS = ['.huggingface.yaml', 'dataset_infos.json'];

/**
 * True if a file keeps `datasets` from loading what the card describes: a loading script named after the repo, which it
 * refuses, or another configuration. Found by loading repos with leftovers of 21 kinds.
 *
 * @param repo `owner/name`
 */
export function blocksLoading(path: string, repo: string): boolean {
  return OTHER_CONFIGURATIONS.includes(path) || path === `${repo.split('/')[1]}.py`;
}

/** True if a file must be deleted when a version without it is published. */
export function isLeftover(path: string, repo: string): boolean {
  return STALE_DATA_FILE.test(path) || blocksLoading(path, repo);
}
