import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, type ConnectionTarget, connect, type Descriptions } from './connect.ts';
import { type ConnectionSettings, parseConnectionUrl } from './connection-settings.ts';
import type { CopyRowHandler } from './copy-decoder.ts';
import { copyRows } from './copy-rows.ts';
import { PostgresError } from './errors/postgres-error.ts';
import { type HeldSnapshot, holdSnapshot } from './held-snapshot.ts';
import { BEGIN, sessionSettings } from './session-settings.ts';
import { fallbackWarning, loadCa, plainWarning } from './tls.ts';

export interface SnapshotOptions {
  /** Connection URL of libpq or SQLAlchemy. */
  url: string;
  /** CA certificate, PEM text or a path; wins over `sslrootcert` in the URL. */
  ca?: string;
  /** Name shown in pg_stat_activity unless the URL has one; default `prepare-dataset`. */
  applicationName?: string;
import { unusedWarnings } from './url-parameters.ts';
  /** Milliseconds before each further attempt; default 2, 4 and 8 s. */
  retryDelaysMs?: readonly number[];
  onRetry?: (event: RetryEvent) => void;
  onWarning?: (message: string) => void;
  /** Cuts the connection and ends the waiting; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** An attempt that failed and is followed by another. */
export interface RetryEvent {
  /** Number of the attempt that failed, from 1. */
  attempt: number;
  attempts: number;
  /** Milliseconds until the next attempt. */
  delayMs: number;
  error: PostgresError;
}

/** The database as it was at one instant. */
export interface Snapshot {
  /** Has statements described, up to the first one that is refused; runs nothing. */
  describe(statements: readonly string[]): Promise<Descriptions>;
  /**
   * Hands over the rows of one SELECT, as the bytes of PostgreSQL's binary format: for `text`, UTF-8. One call at a
   * time.
   *
   * @param columnCount columns the query has
   * @param onRow what it throws ends the snapshot and passes through
   * @returns the number of rows
   */
  copyRows(query: string, columnCount: number, onRow: CopyRowHandler): Promise<number>;
  /** Holds the transaction open while others read on its snapshot; see `holdSnapshot`. */
  hold<T>(work: (held: HeldSnapshot) => Promise<T>): Promise<T>;
}

const RETRY_DELAYS_MS = [2000, 4000, 8000];
// Frees the server of the transaction when this process hangs; between two queries it is idle for milliseconds.
const IDLE_TIMEOUT_MS = 10 * 60_000;
// Ends a query that is still sorting when its client has gone; PostgreSQL 14 and later on Linux can tell.
const NOTICE_LOST_CLIENT = `
    SELECT pg_catalog.set_config('client_connection_check_interval', '1s', true)
    WHERE pg_catalog.current_setting('client_connection_check_interval', true) IS NOT NULL
      AND pg_catalog.version() OPERATOR(pg_catalog.~~) '%linux%'`;
// Texts of such a database are of no encoding. Sent as they are, one that is not UTF-8 can be told from the others;
// converted, it would end the query.
const SEND_BYTES_AS_THEY_ARE = `
    SELECT pg_catalog.set_config('client_encoding', 'SQL_ASCII', true)
    WHERE pg_catalog.getdatabaseencoding() OPERATOR(pg_catalog.=) 'SQL_ASCII'`;
/**
 * Runs `read` inside one read-only transaction that sees the database as it was at its start, and closes the
 * connection whatever happens. After an error that time can heal everything is done again from the start, so `read`
 * must begin from nothing each time.
 *
 * @returns what `read` returned
 * @throws PostgresError, whatever `read` throws, or the reason of the signal
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
  const target = { settings, ca, applicationName: options.applicationName ?? 'prepare-dataset' };

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
    await begin(connection, target.settings);
    return await read({
      describe: (statements) => connection.describe(statements),
      copyRows: (query, columnCount, onRow) => copyRows(connection, query, columnCount, onRow),
      hold: (work) => holdSnapshot(connection, target.settings, work),
    });
  } finally {
    await connection.close();
  }
}

async function begin(connection: Connection, settings: ConnectionSettings): Promise<void> {
  await connection.query(`
    ${BEGIN};
    ${sessionSettings(settings)};
    SET LOCAL idle_in_transaction_session_timeout = ${IDLE_TIMEOUT_MS};
    ${NOTICE_LOST_CLIENT};
    ${SEND_BYTES_AS_THEY_ARE}`);
}
