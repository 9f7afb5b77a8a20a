/**
 * True when a server may have carried out a request although its answer is no success: it failed on the way, or no
 * answer came.
 *
 * @param status status of the answer; undefined when none came
 */
export function mayHaveActed(status: number | undefined): boolean {
  // Who does not know a method (501) has done nothing, and will do nothing the next time.
  return status === undefined || status === 408 || (status >= 500 && status !== 501);
}

/**
 * True when the same request may succeed a moment later, should it be safe to send it again.
 *
 * @param status status of the answer; undefined when none came
 */
export function isPassing(status: number | undefined): boolean {
  return status === 429 || mayHaveActed(status);
}

/**
 * Wait in milliseconds that an answer asks for: by `Retry-After` (seconds or a date), or by `RateLimit: "…";r=0;t=<seconds>`,
 * which every answer of some servers carries and which says something only when nothing is left.
 *
 * @returns undefined when it asks for none
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
