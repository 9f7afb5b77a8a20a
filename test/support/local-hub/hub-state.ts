import type { StoredRepo } from './repo-store.ts';
import type { TrustedPublisher } from './routes/oauth.ts';
import type { StoredSpace } from './space-store.ts';

/** Someone who may use the Hub. */
export interface Account {
  /** Bearer token; the real Hub's begin with `hf_`. */
  readonly token: string;
  readonly user: string;
  /** A read token may change nothing. */
  readonly role: 'read' | 'write';
  /** Organizations whose repos the user may see and write. */
  readonly organizations?: readonly string[];
  /** The one repo a token may write to, as `datasets/owner/name` or `spaces/owner/name`; all when left out. */
  readonly resource?: string;
  /** Milliseconds since 1970 until which the token is valid; for ever when left out. */
  readonly expiresAt?: number;
}

/** Everything the local Hub holds. */
export class HubState {
  readonly accounts: Account[] = [];
  readonly repos = new Map<string, StoredRepo>();
  readonly spaces = new Map<string, StoredSpace>();
  readonly trustedPublishers: TrustedPublisher[] = [];
  /** Public key of who vouches for jobs, as a JWK; nobody's word is taken while it is null. */
  issuerKey: object | null = null;
  /** Content of large files by SHA-256. */
  readonly lfsObjects = new Map<string, Buffer>();
}

/** True when an account may see private repos of an owner. */
export function belongsTo(account: Account | null, owner: string): boolean {
  return account !== null && (account.user === owner || (account.organizations ?? []).includes(owner));
}
