import { setTimeout as sleep } from 'node:timers/promises';
import type { RowSecurity } from '../model/definition.ts';
import type { StatementOrigin } from '../model/selection.ts';
import {
  type Connection,
  type ConnectionTarget,
  connect,
  type Descriptions,
  type WaitEvent,
} from './connect.ts';
import { type ConnectionSettings, parseConnectionUrl } from './connection-settings.ts';
import type { CopyRowHandler } from './copy-decoder.ts';
import { copyRows } from './copy-rows.ts';
import { PostgresError } from './errors/postgres-error.ts';
import { type HeldSnapshot, holdSnapshot } from './held-snapshot.ts';
import {
  BEGIN,
  pinnedSettings,
  rowSecuritySetting,
  SETTINGS_AS_THEY_ARE,
  type Setting,
  sessionSettings,
} from './session-settings.ts';
import { fallbackWarning, loadCa, plainWarning } from './tls.ts';
import { unusedWarnings } from './url-parameters.ts';
import type { WaitLimits } from './waits.ts';

export interface SnapshotOptions {
  /** Connection URL of libpq or SQLAlchemy. */
  url: string;
  /** CA certificate, PEM text or a path; wins over `sslrootcert` in the URL. */
  ca?: string;
  /** Name shown in pg_stat_activity unless the URL has one; default `prepare-dataset`. */
  applicationName?: string;
  /** Milliseconds before each further attempt; default 2, 4 and 8 s. */
  retryDelaysMs?: readonly number[];
  onRetry?: (event: RetryEvent) => void;
  onWarning?: (message: string) => void;
  /** Called every 30 s while a statement runs. */
  onWait?: (event: WaitEvent) => void;
  /** Limits of the waits for the server, if they are not the defaults. */
  limits?: Partial<WaitLimits>;
  /** Cuts the connection and ends the waits; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** A failed attempt that is followed by another. */
export interface RetryEvent {
  /** Number of the attempt that failed, from 1. */
  attempt: number;
  attempts: number;
  /** Milliseconds until the next attempt. */
  delayMs: number;
  error: PostgresError;
}

/** A statement to describe. */
interface StatementText {
  readonly sql: string;
  /** The SELECT of the source; undefined for a statement of the action, which no policy may filter. */
  readonly origin?: StatementOrigin;
}

/** The database as it was at one instant. */
export interface Snapshot {
  /** Describes statements, up to the first one that is refused; runs none of them. */
  describe(statements: readonly StatementText[]): Promise<Descriptions>;
  /** Ends the transaction and begins another, which sees the database as it is then. */
  beginAnew(): Promise<void>;
  /**
   * Describes one statement as if row-level security were strict, and undoes the effect on the transaction.
   *
   * @returns why it is refused; null if it is not
   */
  refusedByPolicy(sql: string): Promise<PostgresError | null>;
  /**
   * Passes on the rows of one SELECT, as the bytes of PostgreSQL's binary format: for `text`, UTF-8. One call at a
   * time.
   *
   * @param columnCount columns the query has
   * @param onRow what it throws ends the snapshot and passes through
   * @param origin the SELECT of the source that it reads, which errors name; undefined for a query of the action
   * @returns the number of rows
   */
  copyRows(
    query: string,
    columnCount: number,
    onRow: CopyRowHandler,
    origin?: StatementOrigin,
  ): Promise<number>;
  /** Holds the transaction open while others read on its snapshot; see `holdSnapshot`. */
  hold<T>(work: (held: HeldSnapshot) => Promise<T>): Promise<T>;
}

const RETRY_DELAYS_MS = [2000, 4000, 8000];
// Frees the server of the transaction if this process hangs; between two queries it is idle for milliseconds.
const IDLE_TIMEOUT_MS = 10 * 60_000;
const LOCK_TIMEOUT_MS = 60_000;
// A role, or options in the URL, may set another limit.
const LIMIT_LOCKS = `
    SELECT pg_catalog.set_config('lock_timeout', '${LOCK_TIMEOUT_MS}', true)
    WHERE pg_catalog.current_setting('lock_timeout') OPERATOR(pg_catalog.=) '0'`;
// Ends a query that is still sorting after its client has gone; PostgreSQL 14 and later on Linux notice it.
const NOTICE_LOST_CLIENT = `
    SELECT pg_catalog.set_config('client_connection_check_interval', '1s', true)
    WHERE pg_catalog.current_setting('client_connection_check_interval', true) IS NOT NULL
      AND pg_catalog.version() OPERATOR(pg_catalog.~~) '%linux%'`;
// Texts of such a database have no encoding. Sent unchanged, a text that is not UTF-8 can be recognised; converted, it
// would end the query.
const SEND_BYTES_AS_THEY_ARE = `
    SELECT pg_catalog.set_config('client_encoding', 'SQL_ASCII', true)
    WHERE pg_catalog.getdatabaseencoding() OPERATOR(pg_catalog.=) 'SQL_ASCII'`;
/**
 * Runs `read` inside one read-only transaction that sees the database as it was at its start, and always closes the
 * connection. After an error that may go away with time, everything is repeated from the start, so `read` must begin
 * from nothing each time.
 *
 * @returns what `read` returned
 * @throws PostgresError, what `read` throws, or the reason of the signal
 */
export async function withSnapshot<T>(
  options: SnapshotOptions,
  read: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const { retryDelaysMs = RETRY_DELAYS_MS, signal } = options;
  const settings = parseConnectionUrl(options.url);
  const ca = loadCa(options.ca, settings.sslRootCert);
  const warning = fallbackWarning(settings, ca);
  for (const each of [warning, ...unusedWarnings(settings.givenParameters, process.env)]) {
    if (each !== undefined) options.onWarning?.(each);
  }
  const { applicationName = 'prepare-dataset', limits, onWait } = options;
  const target = { settings, ca, applicationName, limits, onWait };

  for (let attempt = 1; ; attempt++) {
    try {
      return await readOnce(target, read, options);
    } catch (error) {
      signal?.throwIfAborted();
      const delayMs = retryDelaysMs[attempt - 1];
      if (!(error instanceof PostgresError && error.retryable) || delayMs === undefined) throw error;
      options.onRetry?.({ attempt, attempts: retryDelaysMs.length + 1, delayMs, error });
      await sleep(delayMs, undefined, { signal }).catch(() => signal?.throwIfAborted());
    }
  }
}

async function readOnce<T>(
  target: ConnectionTarget,
  read: (snapshot: Snapshot) => Promise<T>,
  { signal, onWarning }: SnapshotOptions,
): Promise<T> {
  const connection = await connect(target, signal);
  const warning = plainWarning(target.settings, connection.isEncrypted);
  if (warning !== undefined) onWarning?.(warning);
  try {
    let asBegun = await begin(connection, target.settings);
    const describe = (statements: readonly StatementText[]) =>
      connection.describe(
        statements.map(({ sql, origin }) => ({
          before: [`SET LOCAL ${rowSecuritySetting(rowSecurityOf(origin))}`],
          text: sql,
          origin,
        })),
      );
    return await read({
      describe,
      async beginAnew() {
        await connection.query('ROLLBACK');
        asBegun = await begin(connection, target.settings);
      },
      async refusedByPolicy(sql) {
        await connection.query('SAVEPOINT policies');
        const { refusal } = await describe([{ sql }]);
        await connection.query('ROLLBACK TO SAVEPOINT policies; RELEASE SAVEPOINT policies');
        return refusal?.error ?? null;
      },
      copyRows: (query, columnCount, onRow, origin) =>
        copyRows(
          connection,
          query,
          columnCount,
          onRow,
          pinnedSettings(asBegun, rowSecurityOf(origin)),
          origin,
        ),
      hold: (work) => holdSnapshot(connection, target.settings, work),
    });
  } finally {
    await connection.close();
  }
}

/** @returns the settings of the session, to be set again before each statement */
async function begin(connection: Connection, settings: ConnectionSettings): Promise<Setting[]> {
  const sql = `
    ${BEGIN};
    ${sessionSettings(settings)};
    SET LOCAL idle_in_transaction_session_timeout = ${IDLE_TIMEOUT_MS};
    ${LIMIT_LOCKS};
    ${NOTICE_LOST_CLIENT};
    ${SEND_BYTES_AS_THEY_ARE};
    ${SETTINGS_AS_THEY_ARE}`;
  return await connection.query(sql, { action: 'begin a transaction', limit: 'set-up' });
}

/** What happens if policies would hide rows from a statement. */
function rowSecurityOf(origin: StatementOrigin | undefined): RowSecurity {
  return origin?.source.rowSecurity ?? 'strict';
}
