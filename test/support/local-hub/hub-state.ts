import { FaultPlan } from '../http/faults.ts';
import type { StoredJob } from './job-store.ts';
import type { StoredRepo } from './repo-store.ts';
import { RequestLog } from './request-log.ts';
import type { TrustedPublisher } from './routes/oauth.ts';
import { PathSigner } from './signed-path.ts';
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

/** What an administrator of the local Hub may choose. */
export interface HubOptions {
  /** Visibility of a repo that is created without one, as an organization may set it; default public. */
  readonly defaultVisibility?: 'public' | 'private';
  /** A larger body of a request is answered with 413; default 1 GiB. */
  readonly maxBodyBytes?: number;
  /** Keep the text of JSON and form bodies in the request log; default true. */
  readonly keepBodies?: boolean;
  /** How long a signed URL of the storage of large files is valid; default 900. */
  readonly storageUrlSeconds?: number;
  /** Ask clients to have each upload of a large file verified; default false. */
  readonly verifyUploads?: boolean;
  /**
   * `kohaku` answers as KohakuHub 2facb54 does where it differs: no blob ids, commit ids of 64 digits of which a repo's
   * description tells 40, no regard for a commit's parent, 500 for a tag that exists, forms only for paths-info.
   * Default `hugging-face`.
   */
  readonly kind?: 'hugging-face' | 'kohaku';
}

/** Everything the local Hub holds. */
export class HubState {
  readonly options: Required<HubOptions>;
  readonly faults = new FaultPlan();
  readonly log: RequestLog;
  readonly signer = new PathSigner();
  readonly accounts: Account[] = [];
  readonly repos = new Map<string, StoredRepo>();
  readonly models = new Map<string, StoredRepo>();
  readonly spaces = new Map<string, StoredSpace>();
  readonly jobs: StoredJob[] = [];
  /** Namespaces with credit for Jobs, and the stages their Jobs go through, one each time they are looked at. */
  readonly jobStages = new Map<string, readonly string[]>();
  readonly trustedPublishers: TrustedPublisher[] = [];
  /** Public key of who vouches for jobs, as a JWK; nobody's word is taken while it is null. */
  issuerKey: object | null = null;
  /** Content of large files by SHA-256. */
  readonly lfsObjects = new Map<string, Buffer>();

  /** Hash that makes the ids of commits. */
  get commitHash(): 'sha1' | 'sha256' {
    return this.options.kind === 'kohaku' ? 'sha256' : 'sha1';
  }

  constructor({
    defaultVisibility = 'public',
    maxBodyBytes = 1 << 30,
    keepBodies = true,
    storageUrlSeconds = 900,
    verifyUploads = false,
    kind = 'hugging-face',
  }: HubOptions = {}) {
    this.options = { defaultVisibility, maxBodyBytes, keepBodies, storageUrlSeconds, verifyUploads, kind };
    this.log = new RequestLog(keepBodies);
  }
}

/** True when an account may see private repos of an owner. */
export function belongsTo(account: Account | null, owner: string): boolean {
  return account !== null && (account.user === owner || (account.organizations ?? []).includes(owner));
}
