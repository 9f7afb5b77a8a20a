import { createHubFetch, type HubFetchOptions } from './hub-fetch.ts';

/** A fetch for the Hub that records whether something may have been changed. */
export interface WatchedFetch {
  readonly fetch: typeof fetch;
  /** False while every request for a change was refused, or none was sent. */
  mayHaveChanged(): boolean;
}

/** Watches a fetch of {@link createHubFetch}: the error of a cancelled run does not show what was sent. */
export function createWatchedFetch(options: HubFetchOptions): WatchedFetch {
  const { fetch: send = fetch } = options;
  let changes = 0;
  const watched: typeof fetch = async (input, init) => {
    const isChange = (init?.method ?? 'GET') !== 'GET';
    if (isChange) changes++;
    const response = await send(input, init);
    if (isChange && response.status >= 300 && response.status < 500) changes--;
    return response;
  };
  return { fetch: createHubFetch({ ...options, fetch: watched }), mayHaveChanged: () => changes > 0 };
}
