import type { ErrorContext, Explanation } from './explanation.ts';
import { describeAddress } from './server-address.ts';

const PROTOCOL_VIOLATION = '08P01';

/**
 * The SQLSTATE that PostgreSQL uses for the errors that PgBouncer reports. PgBouncer 1.18 reports everything as 08P01,
 * a wrong password as well as an unreachable server behind it, so only its words show the cause (`disconnect_client` in
 * https://github.com/pgbouncer/pgbouncer/tree/master/src).
 */
export function standardCode(code: string, text: string): string {
  if (code !== PROTOCOL_VIOLATION) return code;
  if (/^(SASL|password) authentication failed|^no such user/.test(text)) return '28P01';
  return text.startsWith('no such database') ? '3D000' : code;
}

/** Of a pooler's own message: its words, and their meaning. */
interface PoolerMessage {
  readonly said: RegExp;
  readonly means: string;
  readonly retryable?: boolean;
}

/** PgBouncer's messages about itself and the server behind it, all 08P01. */
const PGBOUNCER: readonly PoolerMessage[] = [
  {
    said: /^query_wait_timeout$/,
    means:
      'had no connection to PostgreSQL free in time (query_wait_timeout). Run again later, raise its default_pool_size, and check that PostgreSQL runs behind it.',
    retryable: true,
  },
  {
    said: /^server login has been failing|^pgbouncer cannot connect to server|^server connection crashed/,
    means:
      "cannot log in to the PostgreSQL behind it. Check that PostgreSQL runs there; the pooler's log says what is wrong.",
    retryable: true,
  },
  {
    said: /^no more connections allowed/,
    means:
      'takes no more connections (max_client_conn). Run again later, or raise max_client_conn in its settings.',
    retryable: true,
  },
  {
    said: /^unsupported startup parameter in options: search_path/,
    means:
      'refuses a search_path in options. Take it out of options in postgres-url and add search_path=<schema> to its parameters instead, which is set in the transaction.',
  },
  {
    said: /^unsupported startup parameter/,
    means:
      "refuses options in postgres-url. Remove options, or add it to the pooler's ignore_startup_parameters.",
  },
  {
    said: /^SSL required/,
    means: 'takes only encrypted connections. Set sslmode=require or stricter in postgres-url.',
  },
  {
    said: /^transaction blocks not allowed in statement pooling mode/,
    means:
      'works in statement mode (pool_mode = statement), which allows no transactions, and all datasets are read in one. Set pool_mode = transaction or session for this database, or name PostgreSQL itself in postgres-url.',
  },
  {
    said: /^(query_timeout|query timeout|idle_transaction_timeout|idle transaction timeout|client_idle_timeout)$/,
    means:
      'ended the session for taking too long. Raise query_timeout and idle_transaction_timeout for this user, or name the database itself in postgres-url.',
  },
  {
    said: /^(the )?(database|pooler|pgbouncer).*(disabled|paused|suspended|shutting down)/i,
    means: 'is paused, or its database disabled. Run again when that has ended.',
    retryable: true,
  },
];

/**
 * Messages of Supavisor, Supabase's pooler, which uses SQLSTATEs in its own way
 * (https://github.com/supabase/supavisor).
 */
const SUPAVISOR: readonly PoolerMessage[] = [
  {
    said: /tenant or user not found|\(ENOTFOUND\) tenant/i,
    means:
      'does not know this project (Tenant or user not found). In postgres-url, the user must be <user>.<project-ref>, such as postgres.abcdefghijklmnop, and the host must be the pooler of the region of the project. Copy both from Connect in the Supabase dashboard.',
  },
  {
    said: /max(imum number of)? client(s| connections) reached|max clients reached|\(EMAXCONN/i,
    means:
      'takes no more connections. Run again later, or raise the pool size in the Supabase dashboard (Database, Settings).',
    retryable: true,
  },
  {
    said: /unable to check ?out (process|connection) from the pool/i,
    means: 'had no connection to PostgreSQL free in time. Run again later, or raise its pool size.',
    retryable: true,
  },
  {
    said: /SSL connection is required/i,
    means: 'takes only encrypted connections. Set sslmode=require or stricter in postgres-url.',
  },
];

/**
 * Explains errors that only a pooler reports, before a session or instead of its first answer.
 *
 * @returns undefined if it is not a message of a pooler
 */
export function explainPoolerError(
  code: string,
  text: string,
  { settings, phase }: ErrorContext,
): Explanation | undefined {
  // Once rows are read, only PgBouncer's own code distinguishes its words from those that may quote data.
  const known = code === PROTOCOL_VIOLATION ? PGBOUNCER : phase === 'connect' ? SUPAVISOR : [];
  const message = known.find(({ said }) => said.test(text));
  if (message === undefined) return undefined;
  const { means, retryable } = message;
  return {
    message: `The connection pooler at ${describeAddress(settings)} ${means}`,
    ...(retryable && { retryable }),
  };
}
