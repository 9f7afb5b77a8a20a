import { describeOrigin } from '../../model/describe-origin.ts';
import type { StatementOrigin } from '../../model/selection.ts';
import type { ConnectionSettings } from '../connection-settings.ts';
import { describeDuration } from './duration.ts';
import { PostgresError } from './postgres-error.ts';
import { describeServer } from './server-address.ts';

/** The statement that is waited for. */
export interface Wait {
  /** Words after "did not": `send the rows`. */
  readonly action: string;
  /** Kind of its limit. */
  readonly limit: 'set-up' | 'statement' | 'heartbeat';
  /** The SELECT whose rows are read; undefined for a statement of the action. */
  readonly origin?: StatementOrigin | undefined;
  /** Rows that have arrived; undefined for a statement that gives none. */
  readonly rows?: () => number;
}

/**
 * Returns the error for a server that has not answered in time.
 *
 * @param limitMs longest time in milliseconds
 * @param silentMs milliseconds since its last byte arrived
 */
export function explainWait(
  { action, limit, origin, rows }: Wait,
  { settings, limitMs, silentMs }: { settings: ConnectionSettings; limitMs: number; silentMs: number },
): PostgresError {
  const { database, statementTimeoutMs } = settings;
  const server = `${describeServer(settings)}`;
  const failed = `${server} did not ${action} in database "${database}" within ${describeDuration(limitMs)}`;
  const so = origin === undefined ? '' : `${describeOrigin(origin)} `;
  const code = 'ETIMEDOUT';
  if (limit === 'set-up') {
    const message = `${failed} (connect_timeout). All connections of a pooler may be in use, or a server or proxy no longer works. Check them. To wait longer, set connect_timeout=<seconds> in postgres-url.`;
    return new PostgresError(message, { code, retryable: true });
  }
  if (limit === 'heartbeat') return new PostgresError(`${failed}. ${CHECK}`, { code });
  const arrived =
    rows === undefined
      ? `The last byte arrived ${describeDuration(silentMs)} before.`
      : `${rows().toLocaleString('en')} rows had arrived, the last byte ${describeDuration(silentMs)} before.`;
  if (statementTimeoutMs > 0) {
    const message = `${so}${failed}: its statement timeout of ${describeDuration(statementTimeoutMs)} should have ended the statement before. ${arrived} ${CHECK}`;
    return new PostgresError(message, { code });
  }
  const message = `${so}${server} sent no byte for ${describeDuration(silentMs)}, although it had to ${action} in database "${database}". ${arrived} ${CHECK} statement_timeout=0 in postgres-url sets no other limit: if the statement needs longer, set statement_timeout=<milliseconds> to more than it takes.`;
  return new PostgresError(message, { code });
}

const CHECK =
  'The server, or a proxy or pooler before it, no longer answers. Check that it runs, and run again.';
