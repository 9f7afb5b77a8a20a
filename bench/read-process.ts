// Reads the corrections of the built-in datasets and their sample, as the action does or in parts by several connections
// on one snapshot, and throws the rows away or collects them: in a process of its own, so that it can be measured.
// Usage: read-process.ts <PostgreSQL URL> <connections; 0 to read as the action does> <drop|collect>

import type { ReadingPlan } from '../src/engine/engine.ts';
import { RowCollector } from '../src/engine/rows/collect-rows.ts';
import { TextRanker } from '../src/engine/rows/rank.ts';
import { TextIndex } from '../src/engine/rows/text-index.ts';
import type { Corrections, RowHandler } from '../src/model/corrections.ts';
import type { RowSource } from '../src/model/rows.ts';
import { describeTargets } from '../src/pipeline/describe-targets.ts';
import { planReading } from '../src/pipeline/plan-reading.ts';
import { connect } from '../src/postgres/connect.ts';
import { parseConnectionUrl } from '../src/postgres/connection-settings.ts';
import { copyRows } from '../src/postgres/copy-rows.ts';
import { createCorrectionsDatabase } from '../src/postgres/corrections-database.ts';
import { type Cutting, cutConditions, cuttableRows, type SampleBound } from '../src/postgres/cut-queries.ts';
import { type MeasuredRead, measureRead } from '../src/spark/measure-reads.ts';
import { BUILT_IN, targetOf } from '../test/support/built-in.ts';

const [url, connections, use] = process.argv.slice(2);
const targets = BUILT_IN.map((definition) => targetOf(definition));

await createCorrectionsDatabase({ url }).withSnapshot(async (corrections) => {
  const described = await describeTargets(corrections, targets);
  for (const plan of planReading(described, new Date())) await readPlan(corrections, plan);
});

async function readPlan(corrections: Corrections, plan: ReadingPlan): Promise<void> {
  const { datasets, seed } = plan;
  const collector = new RowCollector(datasets, new TextIndex(new TextRanker(seed)), seed);
  const take =
    (source: RowSource): RowHandler =>
    (row) => {
      if (use === 'collect') collector.add(source, row);
    };
  const confirmed = plan.confirmed!;
  if (connections === '0') {
    const reviewed = await corrections.all(plan.corrections, { ordered: false }, take('corrections'));
    const limit = Math.floor(reviewed / 2);
    await corrections.sample(confirmed, { seed, limit, ordered: false }, take('confirmed'));
  } else {
    const shared = { ...plan, confirmed, correctRatio: 0.5, fractions: targets[0].fractions };
    const ask: Corrections['ask'] = (sql, columns) => corrections.ask(sql, columns);
    await readInParts(
      corrections,
      await measureRead({ ...shared, ...datasets[0] }, ask, { rowsAPart: 1 }),
      take,
    );
  }
  if (use === 'collect') collector.finish();
}

/** Reads every part by a connection of its own; those of the sample after all others, as collectors want it. */
async function readInParts(
  corrections: Corrections,
  { read, corrections: reviewed, confirmed }: MeasuredRead,
  take: (source: RowSource) => RowHandler,
): Promise<void> {
  const settings = parseConnectionUrl(url);
  const parts = (cutting: Cutting, bound: SampleBound | null, from: 'corrections' | 'confirmed') => {
    const few = { ...cutting, parts: Number(connections) };
    const table = cuttableRows(read[from]!, few, { seed: read.seed, bound });
    return cutConditions(few).map((condition) => `SELECT * FROM (${table}) AS part WHERE ${condition}`);
  };
  await corrections.hold(async ({ sessionStart, signal }) => {
    const readers = await Promise.all(
      cutConditions({ ...reviewed, parts: Number(connections) }).map(async () => {
        const reader = await connect({ settings, ca: undefined, applicationName: 'bench' }, signal);
        await reader.query(sessionStart);
        return reader;
      }),
    );
    const columns = 1 + read.corrections.fields.length;
    const readAll = (queries: readonly string[], source: RowSource) => {
      const onRow = take(source);
      const withoutCut: RowHandler = (row) => onRow(row.slice(1));
      return Promise.all(queries.map((query, part) => copyRows(readers[part], query, columns, withoutCut)));
    };
    await readAll(parts(reviewed, null, 'corrections'), 'corrections');
    if (confirmed !== null)
      await readAll(parts(confirmed.cutting, confirmed.bound, 'confirmed'), 'confirmed');
    await Promise.all(readers.map((reader) => reader.close()));
  });
}
