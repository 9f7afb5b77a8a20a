import { DatabaseSync } from 'node:sqlite';
import type { TestDatabase } from '../../../test/support/postgres/server.ts';

/** Copies the rows of tables into the same tables of a SQLite file, values as Django and SQLAlchemy write them there. */
export async function copyTables(
  database: TestDatabase,
  file: string,
  tables: readonly string[],
): Promise<void> {
  // The tables that rows of these refer to are not all copied.
  const target = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  for (const table of tables) {
    const columns = target.prepare('SELECT name, type FROM pragma_table_info(?)').all(table);
    const types = new Map(columns.map(({ name, type }) => [name, type]));
    for (const { row } of await database.query(`SELECT row_to_json(t) AS row FROM ${table} t`)) {
      const values = Object.entries(row as Readonly<Record<string, unknown>>);
      const names = values.map(([name]) => `"${name}"`).join(', ');
      target
        .prepare(`INSERT INTO ${table} (${names}) VALUES (${values.map(() => '?').join(', ')})`)
        .run(...values.map(([name, value]) => inSqlite(value, types.get(name) === 'JSON')));
    }
  }
  target.close();
}

/** A time of JSON, without a time zone or in UTC. */
const UTC_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)(?:\+00:00|Z)?$/;

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** @param isJson false for a column of another type, and for Django's columns of JSON, which hold objects and lists */
function inSqlite(value: unknown, isJson: boolean): string | number | null {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'boolean' && !isJson) return Number(value);
  if (isJson || typeof value !== 'string') return JSON.stringify(value).replace(/[^\0-\x7f]/g, escaped);
  if (UUID.test(value)) return value.replaceAll('-', '');
  const [, date, time] = UTC_TIME.exec(value) ?? [];
  return date === undefined ? value : `${date} ${time}`;
}

/** Returns a unit of UTF-16 as Python's json escapes it. */
function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
