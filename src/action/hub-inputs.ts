import { parseEndpoint, parseToken } from './parsers.ts';
import type { InputSpec } from './read-inputs.ts';

/** Inputs by which an action reaches the Hub; the token is null if none is given. */
export const HUB_INPUTS = {
  'hf-token': { parse: parseToken, variable: 'HF_TOKEN', isSecret: true },
  'hub-endpoint': { parse: parseEndpoint, variable: 'HF_ENDPOINT' },
} as const satisfies Readonly<Record<string, InputSpec>>;

/** What reaches the Hub. */
export interface HubValues {
  /** Null when none was given. */
  readonly hfToken: string | null;
  /** Without a trailing slash. */
  readonly hubEndpoint: string;
}
