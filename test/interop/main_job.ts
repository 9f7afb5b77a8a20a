// The main job on real grievances: a real PostgreSQL, the committed bundle, the local Hub, and then Python's clients
// reading what was published. Usage: main_job.ts <python> <grievances.csv>
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BUILT_IN } from '../support/built-in.ts';
import { Checks } from '../support/checks.ts';
import { startLocalHub } from '../support/local-hub/server.ts';
import { loadGrievances } from '../support/postgres/grievances.ts';
import { startPostgres } from '../support/postgres/server.ts';
import { runBundle } from '../support/run-bundle.ts';
import { runChecker } from './run-checker.ts';

const [python, csv] = process.argv.slice(2);
const TOKEN = 'hf_main_job';
const SEED = 42;
const folder = await mkdtemp(path.join(tmpdir(), 'main-job-'));
const postgres = await startPostgres();
const hub = await startLocalHub();
hub.addToken({ token: TOKEN, user: 'sambodhan', role: 'write', organizations: ['sklearn'] });
const checks = new Checks();

try {
  await loadGrievances(postgres, csv);
  const first = await run('stable', 'sambodhan');
  checks.check(
    'first run: both labels are published',
    statuses(first) === 'published published',
    statuses(first),
  );
  await readWithPython(first, 'stable', 'sambodhan');

  hub.clearRequests();
  const second = await run('stable', 'sambodhan');
  checks.check(
    'second run: both labels are unchanged',
    statuses(second) === 'unchanged unchanged',
    statuses(second),
  );
  checks.check('second run: no label is updated', second.outputs.updated === '[]', second.outputs.updated);
  checks.check('second run: no commit is made', commits() === 0, commits());
  checks.check('second run: the tags are those of the first', tags(second) === tags(first), tags(second));

  await postgres.query('UPDATE misclassified_complaints SET reviewed = true');
  const third = await run('stable', 'sambodhan');
  checks.check(
    'third run: both labels are published after new reviews',
    statuses(third) === 'published published',
    statuses(third),
  );
  await readWithPython(third, 'stable', 'sambodhan', first);

  await postgres.query('DELETE FROM misclassified_complaints WHERE complaint_id % 50 = 1');
  hub.clearRequests();
  const single = await run('stable', 'sambodhan', { 'urgency-dataset': '' });
  console.log(
    `publishing one label to an existing repo: ${hub.requests.length} requests, ${commits()} commit`,
  );
  checks.check('one label: it is published', statuses(single) === 'published ', statuses(single));
  // Ten to publish it, one more to look who may read it right before the commit, one to mark it as told.
  checks.check('one label: at most 13 requests', hub.requests.length <= 13, hub.requests.length);
  checks.check('one label: exactly one commit', commits() === 1, commits());

  const sklearn = await run('sklearn', 'sklearn');
  checks.check(
    'sklearn run: both labels are published',
    statuses(sklearn) === 'published published',
    statuses(sklearn),
  );
  await readWithPython(sklearn, 'sklearn', 'sklearn');
} finally {
  await Promise.all([postgres.close(), hub.close(), rm(folder, { recursive: true, force: true })]);
}
checks.close();

type Run = Awaited<ReturnType<typeof run>>;

function run(method: string, owner: string, inputs: Record<string, string> = {}) {
  return runBundle({
    'postgres-url': postgres.url(),
    'department-dataset': `${owner}/department`,
    'urgency-dataset': `${owner}/urgency`,
    'hf-token': TOKEN,
    'hub-endpoint': hub.url,
    'split-method': method,
    'random-state': String(SEED),
    ...inputs,
  });
}

async function readWithPython(
  { outputs }: Run,
  method: string,
  owner: string,
  previous?: Run,
): Promise<void> {
  const versions = JSON.parse(outputs.versions);
  for (const { name, classNames } of BUILT_IN) {
    const caseFile = path.join(folder, 'case.json');
    const facts = {
      repo: `${owner}/${name}`,
      tag: outputs[`${name}-tag`],
      commit: versions[name].commit,
      class_names: classNames,
      random_state: SEED,
      split_method: method,
      previous_tag: previous?.outputs[`${name}-tag`] ?? null,
      rows: await rowsOf(name),
    };
    await writeFile(caseFile, JSON.stringify(facts));
    await runChecker(checks, python, 'check_dataset.py', hub.url, TOKEN, caseFile);
  }
}

/** The rows a run reads, asked for in another way: the sample is chosen here, not by PostgreSQL. */
async function rowsOf(label: string): Promise<unknown[][]> {
  const reviewed = await postgres.query(
    `SELECT c.message, m.correct_${label} AS class FROM misclassified_complaints m JOIN complaints c ON c.id = m.complaint_id
     WHERE m.reviewed AND m.correct_${label} <> m.model_predicted_${label} ORDER BY c.id`,
  );
  const pool = await postgres.query(
    `SELECT id, message, ${label} AS class FROM complaints WHERE id NOT IN (SELECT complaint_id FROM misclassified_complaints)`,
  );
  const rank = (id: number) => createHash('sha256').update(`${SEED}:${id}`).digest('hex');
  const sample = pool
    .map((row) => ({ ...row, rank: rank(row.id) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, Math.floor(0.5 * reviewed.length))
    .sort((a, b) => a.id - b.id);
  return [
    ...reviewed.map((row) => ['reviewed', row.message, row.class]),
    ...sample.map((row) => ['pool', row.message, row.class]),
  ];
}

function statuses({ outputs }: Run): string {
  return `${outputs['department-status']} ${outputs['urgency-status']}`;
}

function tags({ outputs }: Run): string {
  return `${outputs['department-tag']} ${outputs['urgency-tag']}`;
}

function commits(): number {
  return hub.requests.filter(({ method, path: url, status }) => {
    return method === 'POST' && url.includes('/commit/') && status === 200;
  }).length;
}
