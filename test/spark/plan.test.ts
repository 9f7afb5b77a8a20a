import { expect, test } from '@jest/globals';
import { parseSplit } from '../../src/model/split-shares.ts';
import { type MeasuredRead, sparkReads } from '../../src/spark/measure-reads.ts';
import { buildSparkPlan, type SparkDatabase } from '../../src/spark/plan.ts';
import { selectionOf } from '../support/built-in.ts';
import { textDatasets, textShape } from '../support/shapes.ts';

const DATABASE: SparkDatabase = {
  url: 'jdbc:postgresql://host/db',
  user: 'reader',
  sessionStart: 'BEGIN',
  fetchSize: 1000,
  connections: 4,
};
const READS = sparkReads({
  datasets: textDatasets(textShape(['a', 'b'], { name: 'first' }), textShape(['c'], { name: 'second' })).map(
    (dataset, index) => ({
      ...dataset,
      target: { settings: { correctRatio: 0.5 } },
      shares: parseSplit(
        index === 0 ? '80/10/10' : '99.99999999999999999999/0.000000000000000000005/0.000000000000000000005',
      ),
    }),
  ),
  corrections: selectionOf('corrections'),
  confirmed: selectionOf('confirmed'),
  seed: 7,
});
const WHOLE = { by: 'hash', parts: 1 } as const;

function planOf(measured: Partial<MeasuredRead> = {}) {
  return buildSparkPlan(
    DATABASE,
    READS.map((read) => ({ read, rows: 9, corrections: WHOLE, confirmed: null, ...measured })),
  );
}

test('each of the datasets that share a source is read by itself, its own rows only', () => {
  const { datasets } = planOf();
  expect(datasets.map(({ name, label }) => [name, label])).toEqual([
    ['first', { field: 'field_1', column: 'label' }],
    ['second', { field: 'field_2', column: 'label' }],
  ]);
  expect(datasets[0].corrections[0].sql).toContain('WHERE (field_1 IS NOT NULL)');
  expect(datasets[1].corrections[0].sql).toContain('WHERE (field_2 IS NOT NULL)');
});

test('bounds of the splits are digits that compare like the ranks', () => {
  const [{ testBelow, evalBelow }] = planOf().datasets;
  expect([testBelow, evalBelow]).toEqual(['199999999999999a', '3333333333333334']);
});

test('only rows at the end of a sample that are not all in it are a table of their own', () => {
  const rank = 'ab'.repeat(32);
  const tablesOf = (bound: { rank: string; tied: number | null } | null) =>
    planOf({ confirmed: { rows: 9, cutting: WHOLE, bound } }).datasets[0].confirmed.map(({ sql }) => sql);
  expect(planOf().datasets[0].confirmed).toEqual([]);
  expect(tablesOf(null)).toHaveLength(1);
  expect(tablesOf({ rank, tied: null })).toEqual([
    expect.stringContaining('(pg_catalog.<=) pg_catalog.decode('),
  ]);
  expect(tablesOf({ rank, tied: 2 })).toEqual([
    expect.stringContaining('(pg_catalog.<) pg_catalog.decode('),
    expect.stringMatching(/OPERATOR\(pg_catalog\.=\)[\s\S]*LIMIT 2$/),
  ]);
});

test('each dataset is read with the row-level security of its source', () => {
  const settings = (rowSecurity?: 'strict' | 'allow') => {
    const [read] = READS;
    const { origin } = read.corrections;
    const source = { ...origin.source, rowSecurity };
    const allowed = { ...read, corrections: { ...read.corrections, origin: { ...origin, source } } };
    return buildSparkPlan(DATABASE, [{ read: allowed, rows: 9, corrections: WHOLE, confirmed: null }])
      .datasets[0].sessionSettings;
  };
  expect([settings(), settings('strict'), settings('allow')]).toEqual([
    'SET LOCAL row_security = off',
    'SET LOCAL row_security = off',
    'SET LOCAL row_security = on',
  ]);
});
