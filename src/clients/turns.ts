import pLimit, { type LimitFunction } from 'p-limit';

/** What a run takes beside the searches for near copies, and what each of those takes at most. */
const RUN_BYTES = 300e6;
const SEARCH_BYTES = 200e6;

/**
 * Has as many threads prepare rows on disk at once as the memory allows, and one at least.
 *
 * @param memoryLimit bytes the process may take
 */
export function createTurns(memoryLimit: number): LimitFunction {
  return pLimit(Math.max(1, Math.floor((memoryLimit - RUN_BYTES) / SEARCH_BYTES)));
}
