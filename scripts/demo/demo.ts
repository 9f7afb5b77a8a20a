// The main job on this machine alone: an embedded PostgreSQL, a local Hub, and the committed bundle started as the
// runner starts it; first as it is, then after new reviews, then once more with nothing new.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startLocalHub } from '../../test/support/local-hub/server.ts';
import { type BundleRun, runBundle } from '../../test/support/run-bundle.ts';
import { Platform } from './complaints.ts';
import { DemoDatabase } from './database.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../.demo');
const TOKEN = 'hf_demo';

await rm(FOLDER, { recursive: true, force: true });
say('Starting an embedded PostgreSQL and a local Hub …');
const database = await DemoDatabase.start();
const hub = await startLocalHub();
hub.addToken({ token: TOKEN, user: 'sambodhan', role: 'write' });
const platform = new Platform(2026);
try {
  await database.insert(platform.grow(4000));
  await show('1-first-run', 'First run, with 4,000 complaints');
  await database.insert(platform.grow(600));
  await show('2-new-reviews', 'Second run, after 600 more complaints and their reviews');
  await show('3-nothing-new', 'Third run, with nothing new');
} finally {
  await Promise.all([database.close(), hub.close()]);
}
say(
  `\nThe summaries as GitHub shows them, the logs and the datasets are in ${path.relative(process.cwd(), FOLDER)}/.`,
);

async function show(name: string, title: string): Promise<void> {
  say(`\n━━ ${title} ━━`);
  const commitsBefore = commitCount();
  const folder = path.join(FOLDER, name);
  const run = await runBundle({
    'postgres-url': database.url,
    'department-dataset': 'sambodhan/department',
    'urgency-dataset': 'sambodhan/urgency',
    'hf-token': TOKEN,
    'hub-endpoint': hub.url,
    'output-dir': path.join(folder, 'datasets'),
  });
  await keep(folder, run);
  say(run.log.trimEnd());
  for (const [output, value] of Object.entries(run.outputs)) say(`  ${output} = ${value}`);
  say(`  commits made on the Hub: ${commitCount() - commitsBefore}`);
  if (run.exitCode !== 0) throw new Error(`The bundle ended with exit code ${run.exitCode}.`);
  if (name === '2-new-reviews') say(`\n${run.summary}`);
}

async function keep(folder: string, run: BundleRun): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'summary.md'), run.summary);
  await writeFile(path.join(folder, 'log.txt'), run.log);
  await writeFile(path.join(folder, 'outputs.json'), `${JSON.stringify(run.outputs, null, 2)}\n`);
}

function commitCount(): number {
  return hub.requests.filter(
    ({ method, path: url, status }) => method === 'POST' && url.includes('/commit/') && status === 200,
  ).length;
}

function say(text: string): void {
  console.log(text);
}
