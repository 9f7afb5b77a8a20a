import { causesOf } from './causes.ts';

/** Why a request did not pass a proxy, in words that a user reads instead of a code. */
export class ProxyError extends Error {
  /** The code of the failed connection, or one of {@link PROXY_CODES} if the proxy answered, or if no code is known. */
  readonly code: string;

  constructor(message: string, code: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ProxyError';
    this.code = code;
  }
}

/** Codes of a {@link ProxyError} without a failed connection: its setting is not an address, or it made no tunnel. */
export const PROXY_CODES = { address: 'PROXY_ADDRESS', refused: 'PROXY_REFUSED' } as const;

/** Codes of a connection that was never made. */
const NEVER_MADE: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  ...Object.values(PROXY_CODES),
]);

/** Returns why a connection failed: the proxy's part in words, or the outermost code; empty if there is neither. */
export function connectionProblem(error: unknown): string {
  for (const cause of causesOf(error)) {
    if (cause instanceof ProxyError) return cause.message;
    if (typeof cause.code === 'string') return cause.code;
  }
  return '';
}

/** True if a request failed before there was a connection, so that the server cannot have acted. */
export function wasNeverSent(error: unknown): boolean {
  return [...causesOf(error)].some(({ code }) => NEVER_MADE.has(code));
}
