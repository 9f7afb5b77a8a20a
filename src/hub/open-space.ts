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
}

/** A Space with the token that is for it. @throws HubError when the name is not one of a Space */
export function openSpace(name: string, { token, endpoint, mask, onWait }: OpenSpaceOptions): Space {
  const source = createTokenSource({ token, repo: `spaces/${name}`, endpoint, mask, onWait });
  return new Space(name, { endpoint, token: source, onWait });
}
