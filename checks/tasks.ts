// Datasets of every task, declared in a file over tables of another schema: a real PostgreSQL, the committed bundle, the
// local Hub, and then `datasets` 3.6 and 5, TRL, sentence-transformers, scikit-learn, and the code of transformers for token
// classification with seqeval reading what was published.
// Usage: tasks.ts <python with test/interop/requirements.txt>
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PythonWith, runChecker } from '../test/interop/run-checker.ts';
import { Checks } from '../test/support/checks.ts';
import { startLocalHub } from '../test/support/local-hub/server.ts';
import { startPostgres } from '../test/support/postgres/server.ts';
import { runBundle } from '../test/support/run-bundle.ts';
import { FEATURES, KINDS } from './tasks/facts.ts';
import { installPackages } from './tasks/packages.ts';
import { Workspace } from './tasks/workspace.ts';

const [python] = process.argv.slice(2);
const TOKEN = 'hf_tasks';
const FOLDER = path.join(import.meta.dirname, 'tasks');
const TRAINED_BY_TRL = ['chat', 'prompt-completion', 'preference', 'unpaired-preference'];
/** The columns a trainer of sentence-transformers takes as texts, and as what they are worth. */
const PAIRS: Readonly<Record<string, object>> = {
  'same-ticket': { inputs: ['sentence1', 'sentence2'], label: 'label' },
  'close-ticket': { inputs: ['text_a', 'text_b'], label: 'score' },
  topics: {},
  'topics-hot': {},
};
const SPANS = ['entities'];

const folder = await mkdtemp(path.join(tmpdir(), 'tasks-'));
const postgres = await startPostgres();
const hub = await startLocalHub();
hub.addToken({ token: TOKEN, user: 'shop', role: 'write' });
const checks = new Checks();

try {
  const [datasets3, trainers] = await Promise.all([
    installPackages(python, 'requirements-datasets-3.txt', folder),
    installPackages(python, 'requirements-trainers.txt', folder),
    postgres.query(await readFile(path.join(FOLDER, 'tables.sql'), 'utf8')),
  ]);
  const workspace = await Workspace.create(path.join(folder, 'workspace'));
  const { datasets } = await workspace.read();
  const names = Object.keys(datasets);

  const first = await run(workspace);
  checks.same('first run: every dataset is published', first.statuses, allAre(names, 'published'));
  await checkReads();
  await readAgain(workspace, first, { datasets3, trainers });

  const second = await run(workspace);
  checks.same('second run: every dataset is unchanged', second.statuses, allAre(names, 'unchanged'));
  checks.same('second run: no commit is made', commits(), 0);

  const changed = ['topics', 'same-ticket', 'choices', 'choices-messages', 'votes'];
  await workspace.edit('    keep: [state]\n', '');
  await workspace.edit('text_a: sentence1', 'text_a: premise');
  await postgres.query(`UPDATE shop.chats SET worse = worse || '!' WHERE number > 600`);
  const third = await run(workspace, { gates: 'breaking-changes: allow' });
  checks.same('third run: what changed is published, and nothing else', third.statuses, {
    ...allAre(names, 'unchanged'),
    ...allAre(changed, 'published'),
  });
  checks.same('third run: one commit for each', commits(), changed.length);
} finally {
  await Promise.all([postgres.close(), hub.close(), rm(folder, { recursive: true, force: true })]);
}
checks.close();

type Run = Awaited<ReturnType<typeof run>>;

async function run({ folder: workspace }: Workspace, inputs: Readonly<Record<string, string>> = {}) {
  hub.clearRequests();
  const { outputs, exitCode, log } = await runBundle(
    {
      'postgres-url': postgres.url(),
      config: 'datasets.yml',
      'hf-token': TOKEN,
      'hub-endpoint': hub.url,
      ...inputs,
    },
    { environment: { GITHUB_WORKSPACE: workspace } },
  );
  checks.check('the run ends well', exitCode === 0, log);
  const versions: Record<string, { tag: string; status: string }> = JSON.parse(outputs.versions);
  const statuses = Object.fromEntries(Object.entries(versions).map(([name, { status }]) => [name, status]));
  return { versions, statuses };
}

function allAre(names: readonly string[], status: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, status]));
}

function commits(): number {
  return hub.requests.filter(({ method, path: url, status }) => {
    return method === 'POST' && url.includes('/commit/') && status === 200;
  }).length;
}

/** Datasets of a source are read together; only another seed, and scikit-learn's order, need the rows once more. */
async function checkReads(): Promise<void> {
  const scans = await postgres.query(
    'SELECT relname, seq_scan::integer FROM pg_stat_user_tables ORDER BY relname',
  );
  checks.same(
    'chats and letters are read once, tickets and kinds of reviews once by each SELECT',
    Object.fromEntries(scans.map(({ relname, seq_scan }) => [relname, seq_scan])),
    { chats: 1, letters: 1, reviews: 3 * 2 + 1, tickets: 2 },
  );
}

/** Has every client read what a run published, two at a time. */
async function readAgain(
  workspace: Workspace,
  { versions }: Run,
  { datasets3, trainers }: { datasets3: PythonWith; trainers: PythonWith },
): Promise<void> {
  const rows = path.join(folder, 'rows');
  await workspace.writeRows(postgres, rows);
  const { datasets } = await workspace.read();
  const published = Object.entries(datasets).map(([name, { repo, task }]) => ({
    name,
    repo,
    task,
    tag: versions[name].tag,
    features: FEATURES[name],
    ...PAIRS[name],
  }));
  const facts = { config: workspace.config, rows, kinds: KINDS, datasets: published };
  const read = async (script: string, by: string | PythonWith, name: string, narrowed: object) => {
    const caseFile = path.join(folder, `${name}.json`);
    await writeFile(caseFile, JSON.stringify({ ...facts, ...narrowed }));
    await runChecker(checks, by, path.join(FOLDER, script), hub.url, TOKEN, caseFile);
  };
  await Promise.all([
    read('check_datasets.py', python, 'datasets-5', { version: '5.' }),
    read('check_datasets.py', datasets3, 'datasets-3', { version: '3.6.' }),
  ]);
  await Promise.all([
    read('check_trl.py', trainers, 'trl', {
      datasets: published.filter(({ task }) => TRAINED_BY_TRL.includes(task)),
    }),
    read('check_ner.py', trainers, 'ner', { datasets: published.filter(({ name }) => SPANS.includes(name)) }),
    read('check_inputs.py', trainers, 'inputs', {
      datasets: published.filter(({ name }) => PAIRS[name] !== undefined),
    }),
  ]);
}
