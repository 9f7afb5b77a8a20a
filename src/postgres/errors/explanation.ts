import type { StatementOrigin } from '../../model/selection.ts';
import type { ConnectionSettings } from '../connection-settings.ts';

/** Progress of the start of a session. */
export type ConnectStep = 'reach' | 'offer' | 'handshake' | 'start' | 'log-in' | 'ready';

/** What was in progress when an error came. */
export interface ErrorContext {
  readonly settings: ConnectionSettings;
  readonly phase: 'connect' | 'describe' | 'read';
  /** True if this connection uses TLS. */
  readonly encrypted: boolean;
  /** True if CA certificates were given. */
  readonly hasCa: boolean;
  /** The error that ended the session, if it came outside of any query. */
  readonly loss?: Error | undefined;
  /** In the phase `connect`, the request that the server did not answer. */
  readonly step?: ConnectStep;
  /** The SELECT that was described or read; undefined for a statement of the action. */
  readonly origin?: StatementOrigin | undefined;
  /** The function of the server's source that reported the error. */
  readonly routine?: string | undefined;
  /** PostgreSQL's hint, which is shown only about a SELECT that is described. */
  readonly hint?: string | undefined;
}

/** Message of a PostgresError, and whether another attempt may help (default false). */
export interface Explanation {
  readonly message: string;
  readonly code?: string;
  readonly retryable?: boolean;
}
