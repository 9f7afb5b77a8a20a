import pLimit from 'p-limit';
import { BLOCK_BYTES } from './near-duplicates/copy-search.ts';

/**
 * Memory that a run with rows on disk needs beside the searches for near-duplicates, and that of a search with one
 * block.
 */
const RUN_BYTES = 180e6;
const SEARCH_BYTES = 200e6;

/**
 * Waits for the turn of a thread, and prepares its rows. @param prepare called with the number of blocks it may search
 * at once
 */
export type Turns = <T>(prepare: (searchBlocks: number) => Promise<T>) => Promise<T>;

/**
 * Lets as many threads prepare rows on disk at once as the
 * memory allows, but at least one. The remaining memory is for their searches.
 *
 * @param memoryLeft bytes the process may take beside those it has
 * @param datasets threads there are at most
 */
export function createTurns(memoryLeft: number, datasets: number): Turns {
  const bytes = memoryLeft - RUN_BYTES;
  const atOnce = Math.max(1, Math.min(datasets, Math.floor(bytes / SEARCH_BYTES)));
  const searchBlocks = blocksIn(bytes / atOnce - SEARCH_BYTES);
  const limit = pLimit(atOnce);
  return (prepare) => limit(prepare, searchBlocks);
}

/** How many blocks a search may have in memory at once. @param bytes it may take beside those of one block */
export function blocksIn(bytes: number): number {
  return 1 + Math.max(0, Math.floor(bytes / BLOCK_BYTES));
}
