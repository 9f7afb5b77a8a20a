import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { SplitRows } from '../../src/engine/dataset-rows.ts';
import type { PreparedDataset } from '../../src/engine/prepare.ts';
import type { CollectedDataset, CollectedRows } from '../../src/engine/rows/dataset-collector.ts';
import type { Progress } from '../../src/model/progress.ts';
import { SPLIT_NAMES } from '../../src/model/rows.ts';
import type { DatasetTarget } from '../../src/model/target.ts';
import { describeTargets } from '../../src/pipeline/describe-targets.ts';
import { planReading } from '../../src/pipeline/plan-reading.ts';
import { createCorrectionsDatabase } from '../../src/postgres/corrections-database.ts';
import { type Ask, measureRead, sparkReads } from '../../src/spark/measure-reads.ts';
import { buildSparkPlan, type SparkPlan } from '../../src/spark/plan.ts';
import { ENCODING_QUERY, sparkProblems } from '../../src/spark/problems.ts';
import { type ReportedDataset, rowCountsOf } from '../../src/spark/report.ts';
import { prepareInMemory } from '../../test/support/prepare.ts';
import { readAndCollect } from '../../test/support/read-rows.ts';
import { readOutput, readReport, type SparkOutput } from './spark-output.ts';
import type { SparkSession } from './spark-session.ts';

const progress = { readingRows: () => undefined, readRows: () => undefined } as unknown as Progress;

/** How a comparison is made. */
export interface Comparison {
  readonly url: string;
  readonly targets: readonly DatasetTarget[];
  readonly rowsAPart?: number;
  /** Other values of constants of spark/prepare.py. */
  readonly changes?: Readonly<Record<string, unknown>>;
  readonly connections?: number;
  /** Makes another plan of the one that is right. */
  readonly mutate?: (plan: SparkPlan, prepared: readonly ByNode[]) => SparkPlan;
  /** Is done after this process has read and before Spark does. */
  readonly between?: () => Promise<void>;
}

/** A dataset as this process prepares it. */
export interface ByNode {
  readonly dataset: PreparedDataset;
  readonly splits: SplitRows;
  readonly collected: CollectedRows;
}

/** @returns what Spark failed with, how the engines differ, a line each, and what Spark wrote */
export async function compareEngines(
  spark: SparkSession,
  {
    url,
    targets,
    rowsAPart = 200,
    changes = {},
    connections = 3,
    mutate = (plan) => plan,
    between,
  }: Comparison,
): Promise<{ error: string | null; differences: string[]; outputs: SparkOutput[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'spark-'));
  const holder = new Client({ connectionString: url });
  await holder.connect();
  try {
    await holder.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const ask: Ask = async (text) => (await holder.query({ text, rowMode: 'array' })).rows;
    const [[snapshot]] = await ask('SELECT pg_export_snapshot()', 1);
    const [[encoding]] = await ask(ENCODING_QUERY, 1);
    const prepared = await prepareByNode(url, targets);
    const measured = [];
    for (const plan of await plansOf(url, targets)) {
      for (const [index, read] of sparkReads(plan).entries()) {
        const { settings, trust, columns } = plan.datasets[index].target;
        const problems = sparkProblems(
          { ...read, trust, columns, splitMethod: settings.splitMethod },
          encoding!,
        );
        if (problems.length > 0) throw new Error(problems.join('\n'));
        measured.push(await measureRead(read, ask, { rowsAPart }));
      }
    }
    const database = { ...jdbcOf(url), sessionStart: sessionStart(snapshot!), fetchSize: 500, connections };
    const plan = mutate(buildSparkPlan(database, measured), prepared);
    const planFile = path.join(folder, 'plan.json');
    await writeFile(planFile, JSON.stringify(plan));
    await between?.();
    const out = path.join(folder, 'out');
    const error = await spark.run({ plan: planFile, out, changes });
    if (error !== null) return { error, differences: [error], outputs: [] };
    const report = await readReport(out);
    const outputs = [];
    const differences = [];
    for (const [index, dataset] of plan.datasets.entries()) {
      const output = await readOutput(path.join(out, dataset.name), dataset);
      outputs.push(output);
      differences.push(...differencesOf(prepared[index], output, report.datasets[index]));
    }
    return { error: null, differences, outputs };
  } finally {
    await holder.end();
    await rm(folder, { recursive: true, force: true });
  }
}

async function plansOf(url: string, targets: readonly DatasetTarget[]) {
  const database = createCorrectionsDatabase({ url });
  return database.withSnapshot(async (corrections) =>
    planReading(await describeTargets(corrections, targets), new Date()),
  );
}

/** Spark compares neither ids nor groups, and this action hands it no rows for which that would make a difference. */
function asSparkDoes(dataset: CollectedDataset): CollectedDataset {
  const nothing = { high: 0, low: 0 };
  return { ...dataset, isIdItem: false, shares: { testBelow: nothing, evalBelow: nothing } };
}

async function prepareByNode(url: string, targets: readonly DatasetTarget[]): Promise<ByNode[]> {
  const read = await readAndCollect(createCorrectionsDatabase({ url }), targets, progress, asSparkDoes);
  return read.map(({ shape, rows: collected }, index) => {
    const options = {
      fractions: targets[index].fractions,
      method: 'stable',
      seed: 42,
      dropNearDuplicates: 'none',
    } as const;
    return { ...prepareInMemory(shape, collected, options), collected };
  });
}

function differencesOf(
  { dataset, splits, collected }: ByNode,
  output: SparkOutput,
  { counts, splits: told }: ReportedDataset,
): string[] {
  const differences: string[] = [];
  const same = (what: string, actual: unknown, expected: unknown) => {
    const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (got !== wanted)
      differences.push(
        `${dataset.shape.name}: ${what} ${got?.slice(0, 600)} instead of ${wanted?.slice(0, 600)}`,
      );
  };
  for (const split of SPLIT_NAMES) {
    const expected = Array.from(splits[split], (row) => {
      return `${collected.rows.classIds[row]} ${Buffer.from(collected.rows.textAt(row))}`;
    });
    const at = expected.findIndex((row, index) => row !== output.rows[split][index]);
    same(`${split} has rows`, output.rows[split].length, expected.length);
    if (at !== -1) same(`row ${at} of ${split} is`, output.rows[split][at], expected[at]);
    const classRows = Object.values(dataset.classBalance).map((rows) => rows[split]);
    same(`${split} is told as`, told[split], { rows: expected.length, classRows });
  }
  same('hash', output.contentSha256, dataset.contentSha256);
  const lines = Buffer.concat([...collected.dropped.lines()])
    .toString()
    .split('\n')
    .slice(0, -1);
  same('dropped', output.dropped, lines);
  const { unknownClassNames, ...reported } = rowCountsOf(counts);
  // How many confirmed rows there are is counted by the database, not by Spark.
  const { unknownClassNames: unknown, confirmedRows: _, ...expected } = dataset.counts;
  for (const [name, count] of Object.entries(expected)) {
    same(name, reported[name as keyof typeof reported], count);
  }
  same('names of counts', Object.keys(reported).length, Object.keys(expected).length);
  same('unknownClassNames', sorted(unknownClassNames), sorted(unknown));
  return differences;
}

/** Names with as many rows have no order. */
function sorted(names: unknown): string[] {
  return (names as readonly unknown[]).map((name) => JSON.stringify(name)).sort();
}

function sessionStart(snapshot: string): string {
  return `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT '${snapshot}'; SET LOCAL "TimeZone" = 'UTC'; SET LOCAL "DateStyle" = 'ISO, YMD'; SET LOCAL extra_float_digits = 1; SET LOCAL standard_conforming_strings = on`;
}

function jdbcOf(url: string) {
  const { host, pathname, username } = new URL(url);
  return { url: `jdbc:postgresql://${host}${pathname}`, user: username };
}
