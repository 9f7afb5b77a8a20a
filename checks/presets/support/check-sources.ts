import type { Checks } from '../../../test/support/checks.ts';
import type { TestDatabase } from '../../../test/support/postgres/server.ts';
import { plantObjects, queryAmongPlanted } from './planted.ts';
import { declaredDatasets } from './preset-sources.ts';

/** A row a preset is to give, by the names of its columns; its `time` is checked apart. */
export interface ExpectedRow {
  readonly id: string | number;
  readonly [column: string]: unknown;
}

/** What a source is to give. */
export interface ExpectedSource {
  readonly rows: readonly ExpectedRow[];
  readonly pending?: number;
  /** Rows it is to leave out, by the name of the cause. */
  readonly unjudged?: Readonly<Record<string, number>>;
}

/**
 * Runs the SELECTs of a configuration's sources and compares their rows with what was put in by the product itself.
 *
 * @param name of the configuration
 * @param expected by the name of the source
 * @param since no row is older than this
 */
export async function checkSources(
  checks: Checks,
  database: TestDatabase,
  name: string,
  expected: Readonly<Record<string, ExpectedSource>>,
  since: Date,
): Promise<void> {
  const sources = [...new Set((await declaredDatasets(name)).map(({ source }) => source))];
  checks.same(
    'every source is checked',
    sources.map((source) => source.name).sort(),
    Object.keys(expected).sort(),
  );
  await plantObjects(database);
  const stopped = await queryAmongPlanted(database, 'SELECT 1 = 1').then(
    () => 'nothing',
    (error: Error) => error.message,
  );
  checks.same('a planted object stops a SELECT that names no schema', stopped, 'planted');
  for (const source of sources) {
    const wanted = expected[source.name];
    const rows = await database.query(source.corrections.sql);
    compareRows(checks, `${name} ${source.name}`, rows, wanted.rows);
    const now = new Date();
    const isOfThisRun = (time: unknown) => time instanceof Date && time >= since && time <= now;
    checks.same(
      `${name} ${source.name}: times that are not of this run, from ${since.toISOString()} to ${now.toISOString()}`,
      rows.map(({ time }) => time).filter((time) => !isOfThisRun(time)),
      [],
    );
    const among = await queryAmongPlanted(database, source.corrections.sql);
    checks.same(`${name} ${source.name}: among planted objects`, sorted(among), sorted(rows));
    const leftOut = await queryAmongPlanted(database, source.unjudged!.sql);
    checks.same(
      `${name} ${source.name}: rows left out`,
      Object.fromEntries(leftOut.map(({ cause, rows: count }) => [cause, Number(count)]).sort()),
      Object.fromEntries(Object.entries(wanted.unjudged ?? {}).sort()),
    );
    checks.check(
      `${name} ${source.name}: every cause is described`,
      leftOut.every(({ cause }) => source.unjudged!.causes.has(cause)),
      leftOut,
    );
    if (source.pending === null) continue;
    const [count, ...others] = await queryAmongPlanted(database, source.pending.sql);
    checks.same(
      `${name} ${source.name}: pending`,
      [Object.values(count).map(Number), others],
      [[wanted.pending], []],
    );
  }
}

/** Compares rows with those that are expected, by their ids. */
export function compareRows(
  checks: Checks,
  name: string,
  rows: readonly ExpectedRow[],
  wanted: readonly ExpectedRow[],
): void {
  const got = new Map(rows.map((row) => [row.id, row]));
  checks.same(`${name}: ids`, sorted(rows).map(idOf), sorted(wanted).map(idOf));
  checks.check(`${name}: no id twice`, got.size === rows.length, rows.length);
  const differing = wanted.filter((row) => sameColumns(got.get(row.id)) !== sameColumns(row));
  checks.same(
    `${name}: ${wanted.length} rows are as they were put in`,
    differing.map(({ id }) => got.get(id)),
    differing,
  );
}

function sameColumns(row: ExpectedRow | undefined): string {
  const columns = Object.entries(row ?? {}).filter(([name]) => name !== 'time');
  return JSON.stringify(Object.fromEntries(columns), (_, value) => keysInOrder(value));
}

/** The keys of an object of type jsonb are in an order of PostgreSQL's own. */
function keysInOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sorted(rows: readonly ExpectedRow[]): ExpectedRow[] {
  return [...rows].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
}

function idOf({ id }: ExpectedRow): string | number {
  return id;
}
