import { causesOf } from './causes.ts';

/** Why a request did not get through a proxy, in words that a user reads in the place of a code. */
export class ProxyError extends Error {
  /** The failed connection's own code, or one of {@link PROXY_CODES} when the proxy answered, or none is known. */
  readonly code: string;

  constructor(message: string, code: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ProxyError';
    this.code = code;
  }
}

/** Codes of a {@link ProxyError} that is no failed connection: its setting is no address, or it made no tunnel. */
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

/** Why a connection failed: a proxy's part in it in words, or else the outermost code; empty when there is neither. */
export function connectionProblem(error: unknown): string {
  for (const cause of causesOf(error)) {
    if (cause instanceof ProxyError) return cause.message;
    if (typeof cause.code === 'string') return cause.code;
  }
  return '';
}

/** True when a request failed before there was a connection to send it by, so that the server cannot have acted. */
export function wasNeverSent(error: unknown): boolean {
  return [...causesOf(error)].some(({ code }) => NEVER_MADE.has(code));
}
