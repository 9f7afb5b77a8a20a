import path from 'node:path';
import { BUILT_IN_LABELS } from '../src/dataset/label-schema.ts';
import { reviewedRows, sampledRows } from '../src/postgres/queries.ts';
import type { PostgresServer } from '../test/support/postgres/server.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** A command that is measured against the others. */
export interface Contender {
  readonly name: string;
  /** Command line and environment of one run; each run publishes to repos of its own. */
  command(run: number): { command: readonly string[]; environment: NodeJS.ProcessEnv };
}

/** The committed bundle, with its inputs as the runner passes them. */
export function bundle(postgres: PostgresServer, hubUrl: string): Contender {
  return {
    name: 'bundle',
    command: (run) => ({
      command: [process.execPath, path.join(ROOT, 'dist', 'prepare-dataset', 'index.js')],
      environment: {
        'INPUT_POSTGRES-URL': postgres.url({ params: { sslmode: 'disable' } }),
        'INPUT_DEPARTMENT-DATASET': `bench/bundle-department-${run}`,
        'INPUT_URGENCY-DATASET': `bench/bundle-urgency-${run}`,
        'INPUT_HF-TOKEN': 'hf_bench',
        'INPUT_HUB-ENDPOINT': hubUrl,
      },
    }),
  };
}

/** The Python service's method. */
export function baseline(python: string, postgres: PostgresServer, hubUrl: string): Contender {
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
      },
    }),
  };
}

/** The lower limit of reading: psql copies the same rows, of both labels, to nowhere. */
export async function psql(postgres: PostgresServer): Promise<Contender> {
  const statements: string[] = [];
  for (const schema of BUILT_IN_LABELS) {
    const [{ count }] = await postgres.query(
      `SELECT count(*)::integer FROM (${schema.reviewedQuery}) AS reviewed`,
    );
    const sample = sampledRows(schema, { seed: 42, limit: Math.floor(count / 2), ordered: false });
    for (const query of [reviewedRows(schema, { ordered: false }), sample]) {
      statements.push(`--command=COPY (${query}) TO STDOUT (FORMAT binary)`);
    }
  }
  return {
    name: 'psql',
    command: () => ({
      command: ['psql', postgres.url(), '--quiet', '--output=/dev/null', ...statements],
      environment: {},
    }),
  };
}

/** The lower limit of starting: Node does nothing. */
export const bareNode: Contender = {
  name: 'bare node',
  command: () => ({ command: [process.execPath, '--eval=0'], environment: {} }),
};
