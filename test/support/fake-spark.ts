// Stands for spark/prepare.py where there is no Java: reads by the plan's SQL on its snapshot, prepares by this project's own
// code, and writes the same files; with a fault, one that is wrong. Usage: fake-spark.ts <plan> <out> [fault] [file to tell]
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { Client } from 'pg';
import { RowCollector } from '../../src/engine/rows/collect-rows.ts';
import { TextRanker } from '../../src/engine/rows/rank.ts';
import { TextIndex } from '../../src/engine/rows/text-index.ts';
import { SPLIT_NAMES, type SplitName } from '../../src/model/rows.ts';
import { parseSplit } from '../../src/model/split-shares.ts';
import type { PlannedDataset, PlannedTable, SparkPlan } from '../../src/spark/plan.ts';
import { prepareInMemory } from './prepare.ts';
import { SHARES, textShape } from './shapes.ts';

type Row = [text: string | null, classId: number];

const [planFile, out, fault, tellFile] = process.argv.slice(2);
const plan: SparkPlan = JSON.parse(readFileSync(planFile, 'utf8'));
const secretsFile = process.env.PREPARE_DATASET_SECRETS!;

if (fault === 'exit') process.exit(3);
if (fault === 'tell') {
  const modes = [secretsFile, planFile, path.dirname(planFile)].map((file) =>
    (statSync(file).mode & 0o777).toString(8),
  );
  writeFileSync(tellFile, JSON.stringify({ argv: process.argv, env: process.env, modes, plan }));
}
if (fault === 'hang') {
  const child = spawn('sleep', ['120']);
  writeFileSync(tellFile, JSON.stringify([process.pid, child.pid]));
  await sleep(120_000);
}

const { password } = JSON.parse(readFileSync(secretsFile, 'utf8'));
const { hostname: host, port, pathname } = new URL(plan.database.url.replace('jdbc:', ''));
const { user } = plan.database;
const client = new Client({ host, port: Number(port), database: pathname.slice(1), user, password });
await client.connect();
await client.query(plan.database.sessionStart);
const datasets = [];
for (const dataset of plan.datasets) {
  await client.query(dataset.sessionSettings);
  datasets.push(await prepare(dataset));
}
await client.end();
if (fault !== 'no-report') {
  mkdirSync(path.join(out, 'report.json'));
  writeFileSync(
    path.join(out, 'report.json', 'part-0'),
    fault === 'broken-report'
      ? '{ complaint number 7'
      : JSON.stringify({ version: 2, spark: 'fake', datasets }),
  );
}

async function prepare(dataset: PlannedDataset) {
  const { name, classNames, texts, label, id, seed } = dataset;
  const shape = textShape(classNames, { name, text: texts[0].column });
  const layout = {
    texts: [0],
    values: [1],
    member: 1,
    group: null,
    id: 2,
    predicted: null,
    annotator: null,
    time: null,
  };
  const collector = new RowCollector(
    [{ shape, layout, isIdItem: false, annotators: 'unanimous', pii: null, shares: SHARES }],
    new TextIndex(new TextRanker(seed)),
    seed,
  );
  for (const [source, tables] of [
    ['corrections', dataset.corrections],
    ['confirmed', dataset.confirmed],
  ] as const) {
    for (const row of await read(tables)) {
      const fields = [row[texts[0].field], row[label.field], row[id]];
      collector.add(
        source,
        fields.map((field) => (field === null ? null : Buffer.from(field))),
      );
    }
  }
  const [{ rows, counts, dropped }] = collector.finish();
  const options = {
    fractions: parseSplit('80/10/10'),
    method: 'stable',
    seed,
    dropNearDuplicates: 'none',
  } as const;
  const { dataset: prepared, splits } = prepareInMemory(shape, { rows, counts }, options);
  const rowsOf = (split: SplitName): Row[] =>
    Array.from(splits[split], (row) => [Buffer.from(rows.textAt(row)).toString(), rows.classIds[row]]);
  const written = { train: rowsOf('train'), eval: rowsOf('eval'), test: rowsOf('test') };
  const told = Object.fromEntries(
    SPLIT_NAMES.map((split) => {
      const classRows = classNames.map((className) => prepared.classBalance[className][split]);
      return [split, { rows: written[split].length, classRows }];
    }),
  );
  if (name === plan.datasets[0].name) spoil(written, told);
  for (const split of SPLIT_NAMES) {
    const folder = path.join(out, name, split);
    mkdirSync(folder, { recursive: true });
    if (fault === 'no-file' && split === 'eval') continue;
    const half = Math.ceil(written[split].length / 2);
    for (const [index, part] of [written[split].slice(0, half), written[split].slice(half)].entries()) {
      const columnData = [
        { name: texts[0].column, data: part.map(([text]) => text), type: 'STRING' as const },
        { name: label.column, data: part.map(([, classId]) => BigInt(classId)), type: 'INT64' as const },
      ];
      writeFileSync(
        path.join(folder, `part-0000${index}.parquet`),
        Buffer.from(parquetWriteBuffer({ columnData })),
      );
    }
  }
  mkdirSync(path.join(out, name, 'dropped'));
  writeFileSync(path.join(out, name, 'dropped', 'part-0'), Buffer.concat([...listed(dropped.lines())]));
  const { agreement: _, fetched, ...reported } = counts;
  return {
    name,
    counts: {
      ...reported,
      fetched: {
        reviewed: fetched.corrections - (fault === 'fetched' ? 1 : 0),
        pool: fetched.confirmed,
      },
      newestCorrection: null,
      futureCorrections: 0,
      predictions: null,
    },
    splits: told,
  };
}

/** The list of dropped rows, or with a fault one that is wrong. */
function* listed(lines: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield* lines;
  if (fault === 'broken-list') yield Buffer.from('{"id": complaint number 7}\n');
  if (fault !== 'listed') return;
  for (let id = 0; id < 3000; id++)
    yield Buffer.from(`${JSON.stringify({ id: `${id}`, source: 'reviewed', reason: 'conflict' })}\n`);
}

function spoil(
  { train, test }: Record<SplitName, Row[]>,
  told: Record<string, { rows: number; classRows: number[] }>,
): void {
  const [first, second] = train;
  switch (fault) {
    case 'swapped':
      [train[0], train[1]] = [second, first];
      break;
    case 'twice':
      train.splice(1, 0, first);
      told.train.rows++;
      told.train.classRows[first[1]]++;
      break;
    case 'split':
      train.unshift(test[0]);
      break;
    case 'class':
      train[0] = [first[0], 9];
      break;
    case 'missing':
      train.splice(3, 1);
      break;
    case 'counts':
      told.train.classRows.reverse();
      break;
    case 'dirty':
      train[0] = [` ${first[0]}`, first[1]];
      break;
    case 'labels': {
      const other = train.find(([, classId]) => classId !== first[1])!;
      [first[1], other[1]] = [other[1], first[1]];
      break;
    }
    case 'lost':
    case 'listed': {
      const [[, classId]] = train.splice(3, 1);
      told.train.rows--;
      told.train.classRows[classId]--;
      break;
    }
    case 'no-text':
      train[0] = [null, first[1]];
      break;
  }
}

async function read(tables: readonly PlannedTable[]): Promise<Record<string, string | null>[]> {
  const rows = [];
  for (const { sql, parts } of tables) {
    for (const part of parts)
      rows.push(...(await client.query(`SELECT * FROM (${sql}) AS planned WHERE ${part}`)).rows);
  }
  return rows;
}
