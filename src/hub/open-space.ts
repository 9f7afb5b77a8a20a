import type { HubFetchOptions } from './hub-fetch.ts';
import { createTokenSource } from './oidc-token.ts';
import { Space } from './space.ts';

/** What opening a Space takes. */
export interface OpenSpaceOptions {
  /** Null has the job's identity exchanged for a token of this Space. */
  readonly token: string | null;
  readonly endpoint: string;
  readonly mask: (secret: string) => void;
  readonly onWait?: HubFetchOptions['onWait'];
  readonly signal?: AbortSignal;
}

/** A Space with the token that is for it. @throws HubError when the name is not one of a Space */
export function openSpace(name: string, { token, mask, ...options }: OpenSpaceOptions): Space {
  const source = createTokenSource({ ...options, token, repo: `spaces/${name}`, mask });
  return new Space(name, { ...options, token: source });
}
