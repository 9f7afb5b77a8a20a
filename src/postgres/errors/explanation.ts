import type { StatementOrigin } from '../../model/selection.ts';
import type { ConnectionSettings } from '../connection-settings.ts';

/** How far the start of a session has come. */
export type ConnectStep = 'reach' | 'offer' | 'handshake' | 'start' | 'log-in' | 'ready';

/** What was being done when an error came. */
export interface ErrorContext {
  readonly settings: ConnectionSettings;
  readonly phase: 'connect' | 'describe' | 'read';
  /** Whether this connection uses TLS. */
  readonly encrypted: boolean;
  /** Whether CA certificates were given. */
  readonly hasCa: boolean;
  /** The error that ended the session, when it came outside of any query. */
  readonly loss?: Error | undefined;
  /** In the phase `connect`, what the server was waited for. */
  readonly step?: ConnectStep;
  /** The SELECT that was described or read; undefined for the action's own statements. */
  readonly origin?: StatementOrigin | undefined;
  /** The function of the server's source that reported the error. */
  readonly routine?: string | undefined;
  /** PostgreSQL's hint, which is shown only about a SELECT that it describes. */
  readonly hint?: string | undefined;
}

/** What a PostgresError says, and whether trying again may help (default false). */
export interface Explanation {
  readonly message: string;
  readonly code?: string;
  readonly retryable?: boolean;
}
