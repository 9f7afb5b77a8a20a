import type { RowSecurity } from '../model/definition.ts';
import { quoteName } from '../text/sql.ts';
import type { ConnectionSettings } from './connection-settings.ts';

/** Settings of a session that reads. */
type ReadSettings = Pick<ConnectionSettings, 'statementTimeoutMs' | 'searchPath'>;

/** Begins a transaction that sees the database as it was at its start. */
export const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/**
 * Settings that decide how long a statement may run, what it sees, and how its values are written as text. Any SELECT
 * can change them for later ones, by `set_config` in a function or a view that it reads.
 */
const PINNED = [
  'client_encoding',
  'role',
  'quote_all_identifiers',
  'search_path',
  'statement_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
  'client_connection_check_interval',
  'TimeZone',
  'DateStyle',
  'IntervalStyle',
  'extra_float_digits',
  'bytea_output',
  'xmlbinary',
  'xmloption',
  'lc_monetary',
  'lc_numeric',
  'lc_time',
  'default_text_search_config',
  'standard_conforming_strings',
  'array_nulls',
  'transform_null_equals',
] as const;

/** SELECT of the settings to pin as they are, columns `name` and `value`, which is NULL for one the server does not have. */
export const SETTINGS_AS_THEY_ARE = `
    SELECT name, pg_catalog.current_setting(name, true) AS value
    FROM (VALUES ${PINNED.map((name) => `('${name}')`).join(', ')}) AS pinned (name)`;

/** A row of {@link SETTINGS_AS_THEY_ARE}. */
export interface Setting {
  readonly name: string;
  readonly value: string | null;
}

/**
 * Returns SQL for the start of a transaction: how long a statement may run, where tables are looked up, and how values
 * are written as text, which must not depend on the role or the server. SET LOCAL, because poolers reject these as
 * start-up parameters and keep a session's settings for the next client.
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
    rowSecuritySetting('strict'),
  ]
    .map((setting) => `SET LOCAL ${setting}`)
    .join('; ');
}

/**
 * Returns the setting with which a query that a policy would filter fails, or is filtered: the part after SET LOCAL.
 */
export function rowSecuritySetting(rowSecurity: RowSecurity): string {
  return `row_security = ${rowSecurity === 'strict' ? 'off' : 'on'}`;
}

/**
 * Returns statements that reset a session to its state at the start, before a statement of the user runs. None returns
 * a row. The encoding comes first, on its own: the server reads the text of the next one in it.
 */
export function pinnedSettings(settings: readonly Setting[], rowSecurity: RowSecurity): string[] {
  const known = settings.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const]));
  const [encoding, others] = [
    known.filter(([name]) => name === 'client_encoding'),
    known.filter(([name]) => name !== 'client_encoding'),
  ];
  return [
    ...[encoding, others].filter((some) => some.length > 0).map(setAll),
    `SET LOCAL ${rowSecuritySetting(rowSecurity)}`,
  ];
}

function setAll(settings: readonly (readonly [name: string, value: string])[]): string {
  const rows = settings.map(([name, value]) => `('${name}', ${literal(value)})`);
  // No value is NULL; the condition sets all of them and gives no row.
  return `SELECT FROM (VALUES ${rows.join(', ')}) AS pinned (name, value) WHERE pg_catalog.set_config(name, value, true) IS NULL`;
}

/** Returns a text in SQL, whatever standard_conforming_strings is. */
function literal(text: string): string {
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/**
 * Returns SQL that makes another session read what a transaction sees, which must still be open
 * (https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-SNAPSHOT-SYNCHRONIZATION). It contains BEGIN,
 * because the JDBC driver may be in autocommit: then the snapshot would end with the statement that joins it.
 */
export function joinSnapshot(id: string, settings: ReadSettings): string {
  return `${BEGIN}; SET TRANSACTION SNAPSHOT '${id}'; ${sessionSettings(settings)}`;
}
