// The receiver in examples/training on real grievances: the committed bundle publishes two versions to the local Hub,
// train.py, train.yml and app.py train on the one they are given, and the dashboard reads the scores they report.
// Usage: training.ts <python> <grievances.csv>
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseScores } from '../../src/dashboard/scores.ts';
import { Checks } from '../support/checks.ts';
import { startLocalHub } from '../support/local-hub/server.ts';
import { loadGrievances } from '../support/postgres/grievances.ts';
import { freePort, startPostgres } from '../support/postgres/server.ts';
import { runBundle } from '../support/run-bundle.ts';
import { WorkflowCheckout } from '../workflows/act.ts';
import { TrainingProcess } from './training-process.ts';

const [python, csv] = process.argv.slice(2);
const TOKEN = 'hf_training';
const DATASET = 'sambodhan/urgency-grievances';
/** So many of the grievances are enough to learn from; each training takes seconds. */
const EVERY = 2;
const MODEL = `${DATASET}-classifier`;
const SPACE = 'sambodhan/retrain-urgency';
const folder = await mkdtemp(path.join(tmpdir(), 'training-'));
/** Settings of Python's clients of the Hub. */
const CLIENT = { HF_HOME: path.join(folder, 'huggingface'), HF_HUB_DISABLE_XET: '1' };
const postgres = await startPostgres();
const hub = await startLocalHub();
hub.addToken({ token: TOKEN, user: 'sambodhan', role: 'write' });
const checks = new Checks();
interface Version {
  readonly tag: string;
  readonly commit: string;
}

const processes: TrainingProcess[] = [];
const access = { 'hf-token': TOKEN, 'hub-endpoint': hub.url, 'urgency-dataset': DATASET };

try {
  await loadGrievances(postgres, csv);
  await postgres.query(`DELETE FROM misclassified_complaints WHERE complaint_id % ${EVERY} <> 0`);
  await postgres.query(`DELETE FROM complaints WHERE id % ${EVERY} <> 0`);
  const first = await publish();
  await postgres.query('UPDATE misclassified_complaints SET reviewed = true');
  const second = await publish();
  checks.check('two versions are published', first.tag !== second.tag && second.tag !== '', second.tag);

  await trainsOnItsRevision(first);
  await trainsAgain(first);
  await workflowTrains(first);
  await spaceTrains(second);
  await spaceFails();
  await spaceWaits();
  await dashboardShows(first, second);
  await promotes(first, second);
} finally {
  for (const running of processes) running.stop();
  await Promise.all([postgres.close(), hub.close(), rm(folder, { recursive: true, force: true })]);
}
checks.close();

async function trainsOnItsRevision(first: Version): Promise<void> {
  hub.clearRequests();
  const { exitCode, log } = await train(first.tag);
  checks.check('train.py: an earlier version, while main holds a newer one', exitCode === 0, log);
  const read = new Set(
    hub.requests.flatMap(({ path: url }) => /\/resolve\/([^/]+)\/data\//.exec(url)?.[1] ?? []),
  );
  checks.same('train.py: only files of that version are loaded', [...read], [first.commit]);
  checks.same('train.py: the model is private', hub.models.get(MODEL)?.isPrivate, true);
  const files = [...(hub.models.get(MODEL)?.head.files.keys() ?? [])];
  checks.check('train.py: the model is uploaded', files.includes('model.joblib'), files);
  checks.same(
    'train.py: both metrics are told on its tag and the split test',
    scores().map(({ metric, revision, split }) => `${metric} ${revision} ${split}`),
    [`Accuracy ${first.tag} test`, `Macro F1 ${first.tag} test`],
  );
  const [accuracy, f1] = scores().map(({ value }) => Number(value));
  checks.check('train.py: it has learnt something', accuracy > 0.6 && f1 > 0.6 && accuracy <= 1, [
    accuracy,
    f1,
  ]);
}

async function trainsAgain(first: Version): Promise<void> {
  const before = scores();
  const { exitCode, log } = await train(first.tag);
  checks.check('train.py: a rerun succeeds', exitCode === 0, log);
  checks.same('train.py: a rerun tells the same scores, once', scores(), before);
  const unknown = await train('v20200101_000000');
  checks.check('train.py: a version that is none fails', unknown.exitCode !== 0, unknown.log);
  checks.same('train.py: and tells no score', scores(), before);
}

/** By either of the events that start it. */
async function workflowTrains({ tag }: Version): Promise<void> {
  const checkout = await WorkflowCheckout.create();
  const shared = {
    secrets: { HF_TOKEN: TOKEN },
    environment: { ...CLIENT, HF_ENDPOINT: hub.url, LOCAL_PYTHON: python },
  };
  const version = { label: 'urgency', dataset: DATASET, revision: tag };
  try {
    for (const trigger of [
      { event: 'workflow_dispatch', inputs: version },
      { event: 'repository_dispatch', payload: { client_payload: { ...version, commit: null } } },
    ] as const) {
      hub.models.delete(MODEL);
      const { jobs, log } = await checkout.run('train.yml', { ...trigger, ...shared });
      checks.check(`train.yml: by ${trigger.event}`, jobs.Train === 'success', log);
      const told = scores().map(({ revision }) => revision);
      checks.same(`train.yml: by ${trigger.event}, trains on the version it names`, told, [tag, tag]);
      const { head, tags } = hub.models.get(MODEL)!;
      checks.same(`train.yml: by ${trigger.event}, promotes the first model`, commitsOf(tags), {
        [`promoted-${tag}`]: head.id,
        production: head.id,
      });
    }
  } finally {
    await checkout.remove();
  }
}

async function spaceTrains(second: Version): Promise<void> {
  const space = hub.createSpace(SPACE, { stage: 'PAUSED' });
  space.afterRestart = ['RUNNING_APP_STARTING', 'RUNNING'];
  let hasEnded = false;
  const triggered = trigger(second.tag).finally(() => {
    hasEnded = true;
  });
  while (space.restarts.length === 0 && !hasEnded) await sleep(20);
  const app = await start('app.py', [], { ...Object.fromEntries(space.variables) });
  const { exitCode, outputs, log, summary } = await triggered;
  checks.same('app.py: trigger-retraining saw the end of the training', exitCode, 0);
  const [{ stage }] = JSON.parse(outputs.results);
  checks.check('app.py: it paused its own Space', stage === 'PAUSED', `${log}\n${app.log}`);
  checks.check('app.py: the summary tells the outcome', summary.includes('`PAUSED`'), summary);
  checks.same('app.py: it was trained on the version it was told of', scores().at(-1)?.revision, second.tag);
  checks.same('app.py: the scores of the version before stay', scores().length, 4);
  const page = await app.page();
  checks.check('app.py: its page tells what it did', page.includes(`${DATASET} ${second.tag}: {`), page);
}

async function spaceFails(): Promise<void> {
  const failing = await start('app.py', [], { DATASET_REVISION: 'v20200101_000000' });
  const { exitCode, log } = await failing.ended;
  checks.check('app.py: a training that fails ends the process', exitCode === 1, log);
  checks.same('app.py: and tells no score', scores().length, 4);
}

async function spaceWaits(): Promise<void> {
  const app = await start('app.py', [], {});
  const page = await app.page();
  checks.check('app.py: without a version it waits', page.includes('DATASET_REVISION is not set'), page);
}

async function dashboardShows(first: Version, second: Version): Promise<void> {
  const file = path.join(folder, 'index.html');
  const inputs = { ...access, models: `urgency: ${MODEL}`, workflow: 'retrain.yml', path: file };
  const { exitCode, log } = await runBundle(inputs, { folder: 'dashboard' });
  checks.check('dashboard: it is drawn', exitCode === 0, log);
  const page = await readFile(file, 'utf8').catch(() => '');
  const written = scores().map(({ value }) => String(Number(Number(value).toPrecision(4))));
  const rows = [second, first].map(({ tag }, index) => {
    const [accuracy, f1] = written.slice(index === 0 ? 2 : 0);
    return `<th scope="row">${tag}</th><td>${accuracy}</td><td>${f1}</td>`;
  });
  checks.check(
    'dashboard: the scores stand beside their versions',
    rows.every((row) => page.includes(row)),
    rows.join('\n'),
  );
}

/** Three versions: the first model, a better one, and a worse one; then back to the first. */
async function promotes(first: Version, second: Version): Promise<void> {
  hub.models.delete(MODEL);
  await postgres.query('DELETE FROM misclassified_complaints WHERE complaint_id % 40 = 0');
  const third = await publish();
  // A model that has learnt nothing: it draws a class for each text.
  const weak = path.join(folder, 'weak.py');
  const lines = [
    'import sys',
    'sys.path.insert(0, ".")',
    'import train',
    'from sklearn.dummy import DummyClassifier',
    'train.LogisticRegression = lambda **_: DummyClassifier(strategy="stratified", random_state=0)',
    'print(train.train(*sys.argv[1:]))',
  ];
  await writeFile(weak, `${lines.join('\n')}\n`);
  const inProduction = () => commitsOf(hub.models.get(MODEL)!.tags).production;

  const begun = await promote(weak, first);
  checks.same('promote-model: the first model is promoted', begun.decision, 'promoted');
  checks.same('promote-model: it is in production', inProduction(), begun.candidate);
  const better = await promote('train.py', second, { 'predictions-folder': 'predictions' });
  checks.same('promote-model: a better one is promoted', better.decision, 'promoted');
  checks.same('promote-model: it takes its place', inProduction(), better.candidate);
  checks.check(
    'promote-model: the summary shows both models',
    better.summary.includes('Production, recall'),
    better.summary,
  );
  const worse = await promote(weak, third, { 'predictions-folder': 'predictions' });
  checks.same('promote-model: a worse one is kept out', worse.decision, 'kept');
  checks.same('promote-model: the better one stays in production', inProduction(), better.candidate);
  const card = hub.models.get(MODEL)!.resolve('production')!.files.get('README.md')!.content!.toString();
  const { content_sha256: hash } = JSON.parse(
    String(hub.readFile(DATASET, second.tag, 'dataset_metadata.json')),
  );
  checks.check('promote-model: the card in production names its rows', card.includes(hash), card);
  const served = await serves();
  checks.check(
    'serve.py: serves the model in production',
    served.includes('"revision": "production"') && /"classes": \[\d\]/.test(served),
    served,
  );

  const model = { model: MODEL, 'hf-token': TOKEN, 'hub-endpoint': hub.url };
  const back = await runBundle({ ...model, rollback: 'true' }, { folder: 'promote-model' });
  checks.check('promote-model: rolls back', back.exitCode === 0, back.log);
  checks.same('promote-model: the first model is in production again', inProduction(), begun.candidate);
}

/** Trains on a version, and promotes what was trained if it is better. @param given in place of files with predictions */
async function promote(script: string, { tag }: Version, given?: Readonly<Record<string, string>>) {
  const predictions = path.join(folder, 'predictions');
  await rm(predictions, { recursive: true, force: true });
  const { exitCode, log } = await (await start(script, [DATASET, tag, MODEL, predictions], {})).ended;
  checks.check(`${path.basename(script)}: trains, and predicts the test split`, exitCode === 0, log);
  const [, candidate] = /^candidate (\w+)$/m.exec(log) ?? [];
  const model = { model: MODEL, dataset: DATASET, version: tag, candidate: candidate ?? '' };
  const files = given ?? {
    'candidate-predictions': path.join(predictions, 'candidate.jsonl'),
    'production-predictions': path.join(predictions, 'production.jsonl'),
  };
  const inputs = { 'hf-token': TOKEN, 'hub-endpoint': hub.url, ...model, ...files };
  const { outputs, summary, log: compared } = await runBundle(inputs, { folder: 'promote-model' });
  if (outputs.decision === '') console.log(compared);
  return { candidate, decision: outputs.decision, summary };
}

async function serves(): Promise<string> {
  const serving = await start('serve.py', [], {});
  return serving.page('/?text=water');
}

function commitsOf(tags: ReadonlyMap<string, { commit: string }>): Record<string, string> {
  return Object.fromEntries(Array.from(tags, ([name, { commit }]) => [name, commit]));
}

async function publish(): Promise<Version> {
  const { outputs } = await runBundle({
    ...access,
    'postgres-url': postgres.url(),
    'min-dataset-len': '100',
  });
  const { tag, commit } = JSON.parse(outputs.versions).urgency;
  return { tag, commit };
}

function trigger(tag: string) {
  const inputs = {
    ...access,
    updated: '["urgency"]',
    versions: JSON.stringify({ urgency: { tag } }),
    targets: `urgency: { space: ${SPACE}, pass-revision: true, wait-for: PAUSED }`,
    'timeout-minutes': '5',
  };
  return runBundle(inputs, { folder: 'trigger-retraining' });
}

async function train(revision: string) {
  return (await start('train.py', [DATASET, revision, MODEL], {})).ended;
}

async function start(
  script: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<TrainingProcess> {
  const environment = {
    HF_ENDPOINT: hub.url,
    HF_TOKEN: TOKEN,
    ...CLIENT,
    DATASET,
    MODEL,
    SPACE_ID: SPACE,
    ...variables,
  };
  const running = new TrainingProcess(python, script, { args, environment, port: await freePort() });
  processes.push(running);
  return running;
}

/** What the card of the model tells by now. */
function scores() {
  const card = hub.models.get(MODEL)?.head.files.get('README.md')?.content?.toString() ?? '';
  return parseScores(card, DATASET);
}
