import type { HubError } from '../../src/hub/hub-error.ts';
import type { HubFetchOptions } from '../../src/hub/hub-fetch.ts';
import { type LocalHub, startLocalHub } from '../support/local-hub/server.ts';

export const TOKENS = { writer: 'hf_writer', reader: 'hf_reader', stranger: 'hf_stranger' } as const;

/** A local Hub with a token that may write to the repos of `owner`, one that may read them, and one of a stranger. */
export async function startHub(): Promise<LocalHub> {
  const hub = await startLocalHub();
  hub.addToken({ token: TOKENS.writer, user: 'owner', role: 'write' });
  hub.addToken({ token: TOKENS.reader, user: 'owner', role: 'read' });
  hub.addToken({ token: TOKENS.stranger, user: 'stranger', role: 'write' });
  return hub;
}

/** Options of a client of the Hub that loses no time between attempts. */
export function hubOptions(hub: LocalHub, changes: Partial<HubFetchOptions> = {}) {
  const token = async () => TOKENS.writer;
  return { endpoint: hub.url, token, retryDelaysMs: [1, 1, 1], ...changes };
}

/** Requests the Hub got, as method and path without the query, in the order they came. */
export function requestLines(hub: LocalHub): string[] {
  return hub.requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`);
}

/** The error a promise is rejected with. */
export async function errorOf(promise: Promise<unknown>): Promise<HubError> {
  const error = await promise.then(
    () => null,
    (reason: HubError) => reason,
  );
  if (error === null) throw new Error('an error was expected');
  return error;
}
