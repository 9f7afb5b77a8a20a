import type { ConnectionSettings } from './connection-settings.ts';
import { quoteName } from './queries.ts';

/** What a session that reads is set to. */
type ReadSettings = Pick<ConnectionSettings, 'statementTimeoutMs' | 'searchPath'>;

/** Begins a transaction that sees the database as it was at its start. */
export const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/**
 * SQL for the start of a transaction: how long a statement may run, where tables are looked for, and how values are written
 * as text, which must not depend on the role or the server. SET LOCAL, because poolers reject these as start-up parameters
 * and keep a session's settings for the next client.
 */
export function sessionSettings({ statementTimeoutMs, searchPath }: ReadSettings): string {
  const path = searchPath === undefined ? [] : [`search_path = ${searchPath.map(quoteName).join(', ')}`];
  return [
    `statement_timeout = ${statementTimeoutMs}`,
    ...path,
    `"TimeZone" = 'UTC'`,
    `"DateStyle" = 'ISO, YMD'`,
    `"IntervalStyle" = 'iso_8601'`,
    'extra_float_digits = 1',
    `bytea_output = 'hex'`,
    `lc_monetary = 'C'`,
    'standard_conforming_strings = on',
  ]
    .map((setting) => `SET LOCAL ${setting}`)
    .join('; ');
}

/**
 * SQL that has another session read what a transaction sees, which must still be open
 * (https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-SNAPSHOT-SYNCHRONIZATION). BEGIN stands in it,
 * because the JDBC driver may be in autocommit: then the snapshot would end with the statement that joins it.
 */
export function joinSnapshot(id: string, settings: ReadSettings): string {
  return `${BEGIN}; SET TRANSACTION SNAPSHOT '${id}'; ${sessionSettings(settings)}`;
}
