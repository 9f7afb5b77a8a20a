import type { ErrorContext, Explanation } from './explanation.ts';
import { describeAddress } from './server-address.ts';

const PROTOCOL_VIOLATION = '08P01';

/**
 * The SQLSTATE PostgreSQL gives what PgBouncer reports. PgBouncer 1.18 gives everything 08P01, whether the password is
 * wrong or the server behind it is away, so that only its words tell them apart (`disconnect_client` in
 * https://github.com/pgbouncer/pgbouncer/tree/master/src).
 */
export function standardCode(code: string, text: string): string {
  if (code !== PROTOCOL_VIOLATION) return code;
  if (/^(SASL|password) authentication failed|^no such user/.test(text)) return '28P01';
  return text.startsWith('no such database') ? '3D000' : code;
}

/**
 * Explains what only a pooler reports, before a session or in the place of its first answer.
 *
 * @returns undefined when it is not one of PgBouncer's errors about the server behind it
 */
export function explainPoolerError(
  code: string,
  text: string,
  { settings }: ErrorContext,
): Explanation | undefined {
  if (code !== PROTOCOL_VIOLATION) return undefined;
  const pooler = `The connection pooler at ${describeAddress(settings)}`;
  if (text === 'query_wait_timeout') {
    return {
      message:
        `${pooler} had no connection to PostgreSQL free in time (query_wait_timeout). Run again later, raise its ` +
        'default_pool_size, and check that PostgreSQL runs behind it.',
      retryable: true,
    };
  }
  if (/^server login has been failing|^pgbouncer cannot connect to server/.test(text)) {
    return {
      message:
        `${pooler} cannot log in to the PostgreSQL behind it. Check that PostgreSQL runs there; the pooler's log says ` +
        'what is wrong.',
      retryable: true,
    };
  }
  if (text.startsWith('unsupported startup parameter')) {
    return {
      message: `${pooler} refuses options in postgres-url. Remove options, or add it to the pooler's ignore_startup_parameters.`,
    };
  }
  return undefined;
}
