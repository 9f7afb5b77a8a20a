// Confident learning on real grievances: a scikit-learn model predicts rows that it was not trained on, the committed bundle
// lists the rows it suspects, from memory and from disk, and the package cleanlab finds the same ones.
// Usage: confident-learning.ts <python> <grievances.csv>
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startLocalHub } from '../support/local-hub/server.ts';
import { startPostgres } from '../support/postgres/server.ts';
import { runBundle } from '../support/run-bundle.ts';

const [python, csv] = process.argv.slice(2);
const TOKEN = 'hf_confident';
const SCRIPT = path.join(import.meta.dirname, 'confident_learning.py');
const LABELS = ['urgency', 'department'] as const;
const folder = await mkdtemp(path.join(tmpdir(), 'confident-'));
const rowsFile = path.join(folder, 'rows.jsonl');
const postgres = await startPostgres();
const hub = await startLocalHub();
hub.addToken({ token: TOKEN, user: 'owner', role: 'write' });

interface Row {
  readonly id: number;
  readonly grievance: string;
  readonly urgency: string;
  readonly department: string;
  readonly known: Readonly<Record<(typeof LABELS)[number], readonly number[] | null>>;
}

try {
  runPython('predict', csv, rowsFile);
  const rows = (await readFile(rowsFile, 'utf8'))
    .trim()
    .split('\n')
    .map((line): Row => JSON.parse(line));
  await load(rows);
  const folders = { memory: '', disk: '1MB' };
  for (const [name, memoryLimit] of Object.entries(folders)) {
    const { exitCode, log } = await runBundle({
      'postgres-url': postgres.url(),
      'hf-token': TOKEN,
      'hub-endpoint': hub.url,
      'output-dir': path.join(folder, name),
      'memory-limit': memoryLimit,
      'dry-run': 'true',
      config: configOf(rows),
    });
    if (exitCode !== 0) throw new Error(log);
  }
  const paths = Object.keys(folders).map((name) => path.join(folder, name));
  process.exitCode = runPython('compare', rowsFile, ...paths);
} finally {
  await Promise.all([postgres.close(), hub.close(), rm(folder, { recursive: true, force: true })]);
}

/** A third of the rows are corrections. The urgency has an object, the department an array in the order of the classes. */
async function load(rows: readonly Row[]): Promise<void> {
  await postgres.query(
    'CREATE TABLE grievances (id int, body text, urgency text, department text, urgent json, departments float8[])',
  );
  const urgencies = classesOf(rows, 'urgency');
  for (const row of rows) {
    const known = row.known.urgency;
    const urgent =
      known === null
        ? null
        : JSON.stringify(Object.fromEntries(known.map((each, id) => [urgencies[id], each])));
    await postgres.query('INSERT INTO grievances VALUES ($1, $2, $3, $4, $5, $6)', [
      row.id,
      row.grievance,
      row.urgency,
      row.department,
      urgent,
      row.known.department,
    ]);
  }
}

function configOf(rows: readonly Row[]): string {
  const columns = 'id, id AS key, body, urgency, department, urgent, departments';
  const source = (where: string) => JSON.stringify(`SELECT ${columns} FROM grievances WHERE ${where}`);
  const datasets = LABELS.map(
    (label) => `
  ${label}:
    repo: owner/${label}
    source: grievances
    task: text-classification
    columns: { text: body, label: ${label}, confidence: ${label === 'urgency' ? 'urgent' : 'departments'} }
    keep: [key]
    classes: ${JSON.stringify(classesOf(rows, label))}
    correct-ratio: 100
    min-dataset-len: 10`,
  );
  return `
version: 1
sources:
  grievances: { corrections: ${source('id % 3 = 0')}, confirmed: ${source('id % 3 > 0')} }
datasets:${datasets.join('')}
`;
}

function classesOf(rows: readonly Row[], label: (typeof LABELS)[number]): string[] {
  return [...new Set(rows.map((row) => row[label]))].sort();
}

function runPython(...args: string[]): number {
  const { status } = spawnSync(python, [SCRIPT, ...args], { stdio: 'inherit' });
  if (status !== 0 && args[0] === 'predict') throw new Error('No probabilities were predicted.');
  return status ?? 1;
}
