// What an update from 1.0.0 does to datasets that it published: with split-method sklearn nothing, and to the last byte;
// with stable, whose places are others since 1.1.0, one new version of the same rows. The bundle of 1.0.0 is taken from
// the history. Usage: update.ts <grievances.csv>
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sha256Of } from '../src/model/file.ts';
import { SPLIT_NAMES } from '../src/model/rows.ts';
import { Checks } from '../test/support/checks.ts';
import { startLocalHub } from '../test/support/local-hub/server.ts';
import { loadGrievances } from '../test/support/postgres/grievances.ts';
import { startPostgres } from '../test/support/postgres/server.ts';
import { extractReleased } from '../test/support/released.ts';
import { runBundle } from '../test/support/run-bundle.ts';

const TOKEN = 'hf_update';
const NAMES = ['department', 'urgency'];
const [csv] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'update-'));
const before = path.join(await extractReleased(folder), 'dist', 'prepare-dataset', 'index.js');
const checks = new Checks();
const [postgres, hub] = await Promise.all([startPostgres(), startLocalHub()]);
hub.addToken({ token: TOKEN, user: 'stable', role: 'write', organizations: ['sklearn'] });
try {
  await loadGrievances(postgres, csv);
  for (const method of ['sklearn', 'stable']) await update(method);
} finally {
  await Promise.all([postgres.close(), hub.close()]);
  rmSync(folder, { recursive: true });
}
checks.close();

async function update(method: string): Promise<void> {
  const first = await run(method, before);
  checks.same(`${method}: 1.0.0 publishes both`, statuses(first), ['published', 'published']);
  hub.clearRequests();
  const outputDir = path.join(folder, method);
  const second = await run(method, undefined, outputDir);
  const isSame = method === 'sklearn';
  const expected = isSame ? 'unchanged' : 'published';
  checks.same(`${method}: after the update both are ${expected}`, statuses(second), [expected, expected]);
  checks.same(`${method}: updated`, JSON.parse(second.outputs.updated), isSame ? [] : NAMES);
  const [commits, tags] = ['/commit/', '/tag/'].map(
    (part) =>
      hub.requests.filter(({ method: verb, path: url }) => verb === 'POST' && url.includes(part)).length,
  );
  checks.same(`${method}: commits`, commits, isSame ? 0 : 2);
  if (isSame) checks.same(`${method}: tags`, tags, 0);
  const samples = [first, second].map(({ outputs }) => samplesOf(outputs.versions));
  checks.same(`${method}: the rows are as many`, samples[1], samples[0]);
  if (isSame) for (const name of NAMES) compareFiles(`${method}/${name}`, path.join(outputDir, name));
}

/** Compares the data files that are written now with those 1.0.0 published. */
function compareFiles(repo: string, written: string): void {
  for (const split of SPLIT_NAMES) {
    const file = `data/${split}-00000-of-00001.parquet`;
    const now = sha256Of([readFileSync(path.join(written, file))]);
    const then = sha256Of([hub.readFile(repo, 'main', file)]);
    checks.same(`${repo}: ${file} is the same to the last byte`, now, then);
  }
}

function run(method: string, script?: string, outputDir = '') {
  const inputs = {
    'postgres-url': postgres.url(),
    'department-dataset': `${method}/department`,
    'urgency-dataset': `${method}/urgency`,
    'hf-token': TOKEN,
    'hub-endpoint': hub.url,
    'split-method': method,
    'output-dir': outputDir,
  };
  return runBundle(inputs, { script });
}

function statuses({ outputs }: Awaited<ReturnType<typeof run>>): string[] {
  return NAMES.map((name) => outputs[`${name}-status`]);
}

function samplesOf(versions: string): unknown {
  return NAMES.map((name) => JSON.parse(versions)[name].num_samples);
}
