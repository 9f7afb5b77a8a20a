import type { Corrections } from '../../../src/model/corrections.ts';
import type { SourceDefinition } from '../../../src/model/definition.ts';
import { createSqliteDatabase } from '../../../src/sqlite/corrections-database.ts';
import type { Checks } from '../../../test/support/checks.ts';
import { compareRows, type ExpectedRow, type ExpectedSource } from './check-sources.ts';
import { declaredDatasets } from './preset-sources.ts';

/**
 * Reads the sources of a configuration from a SQLite file of the product, as the action does, and compares rows and counts
 * with what the product itself put in.
 *
 * @param name of the configuration
 * @param expected by the name of the source
 * @param since no row is older than this
 */
export async function checkSqlite(
  checks: Checks,
  file: string,
  name: string,
  expected: Readonly<Record<string, ExpectedSource>>,
  since: Date,
): Promise<void> {
  const declared = new Set((await declaredDatasets(name)).map(({ source }) => source));
  const sources = Array.from(declared, (source) => ({ ...source, ...source.sqlite! }));
  await createSqliteDatabase({ file }).withSnapshot(async (corrections) => {
    const { sources: described, problems } = await corrections.describe(sources, () => [name]);
    checks.same(
      `${name}: SELECTs that SQLite does not take`,
      problems.map(({ message }) => message),
      [],
    );
    if (problems.length > 0) return;
    for (const [index, source] of sources.entries()) {
      const of = `${name} ${source.name} in SQLite`;
      const wanted = expected[source.name];
      const columns = described[index]!.corrections;
      const rows = await rowsOf(corrections, source, columns);
      compareRows(checks, of, rows, wanted.rows);
      const times = rows.map(({ time }) => Number(time) * 1000);
      const isOfThisRun = (time: number) => time >= since.getTime() && time <= Date.now();
      checks.check(`${of}: every time is of this run`, times.every(isOfThisRun), times);
      const origin = { source, part: 'unjudged', datasets: [name] } as const;
      const { causes } = await corrections.countCauses(source.unjudged!, null, origin);
      checks.same(
        `${of}: rows left out`,
        Object.fromEntries([...causes].sort()),
        Object.fromEntries(Object.entries(wanted.unjudged ?? {}).sort()),
      );
      if (source.pending === null) continue;
      const pending = await corrections.count(source.pending, 'count', { ...origin, part: 'pending' });
      checks.same(`${of}: pending`, pending, wanted.pending);
    }
  });
}

/** Returns the corrections of a source, each value as PostgreSQL's client would give it; times in seconds. */
async function rowsOf(
  corrections: Corrections,
  source: SourceDefinition,
  columns: readonly { readonly name: string; readonly type: string }[],
): Promise<ExpectedRow[]> {
  const origin = { source, part: 'corrections', datasets: ['all'] } as const;
  const fields = columns.map(({ name, type }) => {
    return { column: name, as: type.startsWith('timestamp') ? 'time' : 'text' } as const;
  });
  const selection = { origin, sql: source.corrections.sql, id: 'id', fields, members: null };
  const rows: ExpectedRow[] = [];
  await corrections.all(selection, { ordered: true }, (row) => {
    const values = row.map((field, index) => {
      const text = field === null ? null : Buffer.from(field).toString();
      return text !== null && /^(json|boolean|bigint|double precision)$/.test(columns[index].type)
        ? JSON.parse(text)
        : text;
    });
    rows.push(Object.fromEntries(columns.map(({ name }, index) => [name, values[index]])) as ExpectedRow);
  });
  return rows;
}
