import { SPLIT_NAMES } from './rows.ts';

const STALE_DATA_FILE = new RegExp(`^data/(${SPLIT_NAMES.join('|')})-.*\\.parquet$`);

/**
 * Whether a file keeps `datasets` from loading what the card says: a loading script named after the repo, which it
 * refuses, or a configuration that it prefers to the card's.
 *
 * @param repo `owner/name`
 */
export function blocksLoading(path: string, repo: string): boolean {
  return path === '.huggingface.yaml' || path === `${repo.split('/')[1]}.py`;
}

/** Whether a file is to go when a version is published that does not hold it. */
export function isLeftover(path: string, repo: string): boolean {
  return STALE_DATA_FILE.test(path) || blocksLoading(path, repo);
}
