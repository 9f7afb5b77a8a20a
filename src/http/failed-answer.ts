/**
 * True if a server may have carried out a request although its answer is an error: it failed while working on it, or no
 * answer came.
 *
 * @param status status of the answer; undefined if none came
 */
export function mayHaveActed(status: number | undefined): boolean {
  // A server that does not know a method (501) has done nothing, and will do nothing the next time.
  return status === undefined || status === 408 || (status >= 500 && status !== 501);
}

/**
 * True if the same request may succeed a moment later, provided that it is safe to repeat.
 *
 * @param status status of the answer; undefined if none came
 */
export function isPassing(status: number | undefined): boolean {
  return status === 429 || mayHaveActed(status);
}

/**
 * Returns the wait in milliseconds that an answer asks for: by `Retry-After` (seconds or a date), or by `RateLimit:
 * "…";r=0;t=<seconds>`, which some servers send in every answer and which counts only if nothing is left.
 *
 * @returns undefined if it asks for none
 */
export function waitMsOf(status: number, headers: Headers): number | undefined {
  const retryAfter = headers.get('Retry-After');
  if (retryAfter !== null) {
    const seconds = Number(retryAfter);
    const wait = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
    if (!Number.isNaN(wait)) return Math.max(0, wait);
  }
  const limit = /;\s*r=0\s*;\s*t=(\d+)/.exec(headers.get('RateLimit') ?? '');
  return status === 429 && limit !== null ? Number(limit[1]) * 1000 : undefined;
}
