import type { HubFetchOptions } from './hub-fetch.ts';
import { createTokenSource, type TokenSourceOptions } from './oidc-token.ts';

/** A Hub with what every request to it needs: address, token, waits and callbacks. */
export type Hub = Omit<HubFetchOptions, 'repo'> & {
  /** True if tokens are exchanged for the job's identity: they belong to no user. */
  readonly isKeyless?: boolean;
};

export type HubOptions = Omit<Hub, 'token' | 'isKeyless'> &
  Pick<TokenSourceOptions, 'token' | 'mask' | 'environment'>;

/**
 * A Hub on which datasets, Spaces, Jobs and marks are opened. It creates none of them itself, so that a bundle contains
 * only what its action opens.
 *
 * @param options.token null to exchange the job's identity for a token of each repo
 */
export function createHub({ token, mask, environment, ...options }: HubOptions): Hub {
  const sources = new Map<string, () => Promise<string>>();
  return {
    ...options,
    isKeyless: token === null,
    token(repo) {
      const source = sources.get(repo) ?? createTokenSource({ ...options, token, mask, environment, repo });
      sources.set(repo, source);
      return source();
    },
  };
}
