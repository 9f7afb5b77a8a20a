import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { DatasetDefinition } from '../src/model/definition.ts';
import { allRows, sampledRows } from '../src/postgres/queries.ts';
import { BUILT_IN, selectionOf } from '../test/support/built-in.ts';
import type { PostgresServer } from '../test/support/postgres/server.ts';
import { extractReleased } from '../test/support/released.ts';

export const ROOT = path.resolve(import.meta.dirname, '..');

/** A command that is measured against the others. */
export interface Contender {
  readonly name: string;
  /** Command line and environment of one run; each run publishes to repos of its own. */
  command(run: number): { command: readonly string[]; environment: NodeJS.ProcessEnv };
}

/** Where a bundle reads from and publishes to. */
export interface BenchServers {
  readonly postgres: PostgresServer;
  readonly hubUrl: string;
}

/** The bundle in `dist/` as it lies there, with its inputs as the runner passes them. */
export function bundle(servers: BenchServers): Contender {
  return builtIn('bundle', ROOT, servers);
}

/** The bundle of 1.0.0. @param folder where it is put */
export async function released(folder: string, servers: BenchServers): Promise<Contender> {
  return builtIn('1.0.0', await extractReleased(folder), servers);
}

/**
 * A bundle that publishes the two built-in datasets.
 *
 * @param inputs further ones
 */
export function builtIn(
  name: string,
  root: string,
  servers: BenchServers,
  inputs: NodeJS.ProcessEnv = {},
): Contender {
  return bundleOf(name, root, servers, (run) => ({
    'INPUT_DEPARTMENT-DATASET': `bench/${name}-department-${run}`,
    'INPUT_URGENCY-DATASET': `bench/${name}-urgency-${run}`,
    ...inputs,
  }));
}

/**
 * A bundle with the inputs that say what it publishes.
 *
 * @param root folder that holds `dist/`
 */
export function bundleOf(
  name: string,
  root: string,
  { postgres, hubUrl }: BenchServers,
  inputs: (run: number) => NodeJS.ProcessEnv,
): Contender {
  return {
    name,
    command: (run) => ({
      command: [process.execPath, path.join(root, 'dist', 'prepare-dataset', 'index.js')],
      environment: {
        'INPUT_POSTGRES-URL': postgres.url({ params: { sslmode: 'disable' } }),
        'INPUT_HF-TOKEN': 'hf_bench',
        'INPUT_HUB-ENDPOINT': hubUrl,
        ...inputs(run),
      },
    }),
  };
}

/** The Python service's method. */
export function baseline(python: string, { postgres, hubUrl }: BenchServers): Contender {
  const url = postgres
    .url({ user: 'baseline', password: 'baseline' })
    .replace('postgresql:', 'postgresql+psycopg2:');
  return {
    name: 'baseline',
    command: (run) => ({
      command: [python, path.join(import.meta.dirname, 'baseline.py')],
      environment: {
        POSTGRES_URL: url,
        DEPARTMENT_DATASET: `bench/baseline-department-${run}`,
        URGENCY_DATASET: `bench/baseline-urgency-${run}`,
        HF_TOKEN: 'hf_bench',
        HF_ENDPOINT: hubUrl,
        HF_HUB_DISABLE_XET: '1',
        HF_HUB_DISABLE_PROGRESS_BARS: '1',
        WANDB_API_KEY: '0'.repeat(40),
        WANDB_MODE: 'disabled',
      },
    }),
  };
}

/** The lower limit of reading: psql copies the same rows, each once for both datasets, to nowhere. */
export async function psql(postgres: PostgresServer): Promise<Contender> {
  const limits = await Promise.all(BUILT_IN.map((definition) => sampleSize(postgres, definition)));
  const sample = { seed: 42, limit: Math.max(...limits), ordered: false };
  const queries = [
    allRows(selectionOf('corrections'), { ordered: false }),
    sampledRows(selectionOf('confirmed'), sample),
  ];
  const copies = queries.map((query) => `COPY (${query}) TO STDOUT (FORMAT binary)`);
  return {
    name: 'psql',
    command: () => ({
      command: [
        'psql',
        postgres.url(),
        '--quiet',
        '--output=/dev/null',
        ...copies.map((copy) => `--command=${copy}`),
      ],
      environment: {},
    }),
  };
}

/**
 * The lower limit of writing: DuckDB turns the same rows, of both datasets, from CSV into parquet.
 *
 * @param folder where the CSV files are put
 * @returns null when `python` has no DuckDB
 */
export async function duckdb(
  python: string,
  postgres: PostgresServer,
  folder: string,
): Promise<Contender | null> {
  const run = promisify(execFile);
  const hasDuckdb = await run(python, ['-c', 'import duckdb']).catch(() => null);
  if (hasDuckdb === null) return null;
  const statements: string[] = [];
  for (const [label, queries] of (await selections(postgres)).entries()) {
    const csv = path.join(folder, `${label}.csv`);
    const both = queries.map((query) => `(${query})`).join(' UNION ALL ');
    await run('psql', [
      postgres.url(),
      '--quiet',
      `--output=${csv}`,
      `--command=COPY (${both}) TO STDOUT (FORMAT csv)`,
    ]);
    statements.push(
      `COPY (FROM read_csv('${csv}', header = false)) TO '${csv}.parquet' (FORMAT parquet, COMPRESSION zstd)`,
    );
  }
  const program = `import duckdb\n${statements.map((sql) => `duckdb.sql("${sql}")`).join('\n')}`;
  const { PYTHONPATH } = process.env;
  return {
    name: 'duckdb',
    command: () => ({ command: [python, '-c', program], environment: { PYTHONPATH } }),
  };
}

/** The two SELECTs of each built-in dataset by itself. */
export async function selections(postgres: PostgresServer): Promise<string[][]> {
  const queries: string[][] = [];
  for (const definition of BUILT_IN) {
    const limit = await sampleSize(postgres, definition);
    queries.push([
      allRows(selectionOf('corrections', [definition]), { ordered: false }),
      sampledRows(selectionOf('confirmed', [definition]), { seed: 42, limit, ordered: false }),
    ]);
  }
  return queries;
}

/** Returns how many confirmed rows a built-in dataset has at most. */
async function sampleSize(postgres: PostgresServer, definition: DatasetDefinition): Promise<number> {
  const reviewed = allRows(selectionOf('corrections', [definition]), { ordered: false });
  const [{ count }] = await postgres.query(`SELECT count(*)::integer FROM (${reviewed}) AS reviewed`);
  return Math.floor(count / 2);
}

/** The lower limit of starting: Node does nothing. */
export const bareNode: Contender = {
  name: 'bare node',
  command: () => ({ command: [process.execPath, '--eval=0'], environment: {} }),
};
