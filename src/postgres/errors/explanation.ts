import type { ConnectionSettings } from '../connection-settings.ts';

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
}

/** What a PostgresError says, and whether trying again may help (default false). */
export interface Explanation {
  readonly message: string;
  readonly code?: string;
  readonly retryable?: boolean;
}
