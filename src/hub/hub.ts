import type { HubFetchOptions } from './hub-fetch.ts';
import { createTokenSource, type TokenSourceOptions } from './oidc-token.ts';

/** A Hub with what every request to it needs: where it is, who asks, how long to wait, what to tell. */
export type Hub = Omit<HubFetchOptions, 'repo'>;

export type HubOptions = Omit<Hub, 'token'> & Pick<TokenSourceOptions, 'token' | 'mask' | 'environment'>;

/**
 * A Hub for datasets, Spaces, Jobs and marks to be opened on. It makes none of them itself, so that a bundle holds only
 * what its action opens.
 *
 * @param options.token null has the job's identity exchanged for a token of each repo
 */
export function createHub({ token, mask, environment, ...options }: HubOptions): Hub {
  const sources = new Map<string, () => Promise<string>>();
  return {
    ...options,
    token(repo) {
      const source = sources.get(repo) ?? createTokenSource({ ...options, token, mask, environment, repo });
      sources.set(repo, source);
      return source();
    },
  };
}
