// Runs the example workflows, and one whose datasets are declared, by act, without Docker, against a real PostgreSQL and the local Hub. Needs act on PATH.
import { readFile } from 'node:fs/promises';
import { variedReviews } from '../support/bundle-scene.ts';
import { Checks } from '../support/checks.ts';
import type { StoredSpace } from '../support/local-hub/space-store.ts';
import { TEST_CONFIG, type WorkflowRun } from './act.ts';
import { DATASETS, LoopScene, READER } from './loop-scene.ts';

const checks = new Checks();
const scene = await LoopScene.start();
const { hub } = scene.data;
const SCHEDULE = { event: 'schedule' } as const;
const DISPATCH = {
  event: 'workflow_dispatch',
  inputs: { 'dry-run': 'false', 'min-dataset-len': '10', 'correct-ratio': '0.5' },
} as const;
/** Input `promote` of the reusable workflow. */
const PROMOTED = ['all', 'constructor'].map((dataset) => ({
  dataset,
  model: `sambodhan/${dataset}-classifier`,
}));

try {
  await scene.data.newDatabase();
  await scene.data.addReviews(variedReviews(40));
  const prepare = hub.createSpace('sambodhan/prepare-dataset');
  const spaces = [
    hub.createSpace('sambodhan/retrain-department'),
    hub.createSpace('sambodhan/retrain-urgency'),
  ];
  await scheduledTwice(prepare, spaces);
  await byTheButton();
  await oneLabelUpdated(spaces);
  await oneLabelFailed();
  await oneLabelHeld(spaces);
  await brokenRetrainingSpace(spaces[0]);
  await missingSpaces();
  await tokenWithoutRights();
  await keyless(spaces);
  await severalSpaces();
  await pullRequestPreview();
  await pullRequestCheck();
  await ownHub(prepare, spaces);
  await declared();
  await declaredApproval();
  await approval(spaces);
} finally {
  await scene.close();
}
checks.close();

async function scheduledTwice(prepare: StoredSpace, spaces: readonly StoredSpace[]): Promise<void> {
  const first = await scene.run('scheduled.yml', SCHEDULE);
  expectJobs('schedule, both updated', first, {
    Prepare: 'success',
    'Retrain department': 'success',
    'Retrain urgency': 'success',
  });
  checks.same('both updated: outputs', updatedBy(first), ['department', 'urgency']);
  checks.same('both updated: the preparation Space is paused', prepare.tellStage(), 'PAUSED');
  const tag = first.outputs['Prepare.department-tag'];
  const restarts = spaces.map(({ restarts, variables }) => [
    restarts.length,
    variables.get('DATASET_REVISION'),
  ]);
  checks.same('both updated: each retraining Space got its tag and one restart', restarts, [
    [1, tag],
    [1, first.outputs['Prepare.urgency-tag']],
  ]);
  const order = scene.changes().filter((change) => /department|prepare/.test(change));
  checks.same('both updated: the Hub received these changes, in this order', order, [
    'commit department-grievances',
    'tag department-grievances',
    'tag department-grievances',
    'pause prepare-dataset',
    'tag department-grievances',
    'tag department-grievances',
    'variables retrain-department',
    'restart retrain-department',
  ]);
  for (const part of [
    '## ✅ Datasets: 2 of 2 published · ',
    '<strong>department</strong> in full',
    '<strong>urgency</strong> in full',
    '## Retraining',
    tag,
  ])
    checks.check(`both updated: the summary says “${part}”`, first.summary.includes(part), first.summary);

  const second = await scene.run('scheduled.yml', SCHEDULE);
  expectJobs('schedule, nothing new', second, { Prepare: 'success' });
  checks.same('nothing new: no commit, no tag, no trigger', scene.changes(), []);
  checks.same(
    'nothing new: outputs',
    [updatedBy(second), second.outputs['Prepare.department-tag']],
    [[], tag],
  );
}

async function byTheButton(): Promise<void> {
  await scene.data.addReviews(variedReviews(4, 'pressed'));
  const dryRun = await scene.run('scheduled.yml', {
    ...DISPATCH,
    inputs: { ...DISPATCH.inputs, 'dry-run': 'true' },
  });
  expectJobs('button, dry run', dryRun, { Prepare: 'success' });
  checks.same('dry run: status', dryRun.outputs['Prepare.department-status'], 'dry-run');
  checks.same(
    'dry run: nothing but reading',
    [...new Set(hub.requests.map(({ method }) => method))],
    ['GET'],
  );

  const high = { ...DISPATCH.inputs, 'min-dataset-len': '2000' };
  const skipped = await scene.run('scheduled.yml', { ...DISPATCH, inputs: high });
  expectJobs('button, a threshold out of reach', skipped, { Prepare: 'success' });
  checks.same('threshold: status', skipped.outputs['Prepare.urgency-status'], 'skipped');
  checks.same('threshold: no commit, no tag, no trigger', scene.changes(), []);

  const run = await scene.run('scheduled.yml', DISPATCH);
  checks.same('button: both updated', updatedBy(run), ['department', 'urgency']);
}

async function oneLabelUpdated([department, urgency]: readonly StoredSpace[]): Promise<void> {
  await scene.data.addReviews([{ message: 'a late review of urgency', urgency: 'URGENT' }]);
  const before = [department.restarts.length, urgency.restarts.length];
  const run = await scene.run('scheduled.yml', SCHEDULE);
  expectJobs('one updated', run, { Prepare: 'success', 'Retrain urgency': 'success' });
  const restarts = [department.restarts.length - before[0], urgency.restarts.length - before[1]];
  checks.same('one updated: only its Space was restarted', restarts, [0, 1]);
}

async function oneLabelFailed(): Promise<void> {
  await scene.data.addReviews(variedReviews(4, 'failing'));
  hub.faults.add({ path: /department-grievances\/commit\//, when: 'before', kind: { status: 403 } });
  const run = await scene.run('scheduled.yml', SCHEDULE);
  expectJobs('one label failed', run, { Prepare: 'failure', 'Retrain urgency': 'success' });
  checks.same('one label failed: the workflow fails', run.exitCode, 1);
  checks.same('one label failed: the other is updated', updatedBy(run), ['urgency']);
  expectAnnotation('one label failed', run, /^error: .*datasets\/sambodhan\/department-grievances \(403\)/);
  const again = await scene.run('scheduled.yml', SCHEDULE);
  checks.same('one label failed: the next run makes it good', updatedBy(again), ['department']);
}

async function oneLabelHeld([department, urgency]: readonly StoredSpace[]): Promise<void> {
  const { database } = scene.data;
  const renamed = "UPDATE misclassified_complaints SET correct_department = 'The ' || correct_department";
  const named = 'UPDATE misclassified_complaints SET correct_department = substr(correct_department, 5)';
  await scene.data.addReviews(variedReviews(4, 'held'));
  const before = [department.restarts.length, urgency.restarts.length];
  await database.query(renamed);
  const run = await scene.run('scheduled.yml', SCHEDULE);
  await database.query(named);
  expectJobs('one label held', run, { Prepare: 'failure', 'Retrain urgency': 'success' });
  checks.same(
    'one label held: outputs',
    [run.outputs['Prepare.department-status'], run.outputs['Prepare.department-tag'], updatedBy(run)],
    ['held', '', ['urgency']],
  );
  const restarts = [department.restarts.length - before[0], urgency.restarts.length - before[1]];
  checks.same('one label held: only the Space of the other was restarted', restarts, [0, 1]);
  checks.same(
    'one label held: nothing of it changes on the Hub',
    scene.changes().filter((change) => change.includes('department')),
    [],
  );
  expectAnnotation(
    'one label held',
    run,
    /^error: usable-rows: 0 of .*The classes of the dataset: “Municipal/,
  );
  const again = await scene.run('scheduled.yml', SCHEDULE);
  checks.same('one label held: the next run makes it good', updatedBy(again), ['department']);
}

async function brokenRetrainingSpace(department: StoredSpace): Promise<void> {
  await scene.data.addReviews(variedReviews(4, 'broken'));
  const { afterRestart } = department;
  department.afterRestart = ['RUNNING_BUILDING', 'BUILD_ERROR'];
  const run = await scene.run('scheduled.yml', SCHEDULE);
  department.afterRestart = afterRestart;
  checks.same('retraining Space broken: the workflow fails', run.exitCode, 1);
  expectTriggered('retraining Space broken', run, ['urgency']);
  expectAnnotation(
    'retraining Space broken',
    run,
    /^error: .*BUILD_ERROR.*\/spaces\/sambodhan\/retrain-department/,
  );
}

async function missingSpaces(): Promise<void> {
  await scene.data.addReviews(variedReviews(4, 'missing'));
  const all = [...hub.spaces];
  hub.spaces.delete('sambodhan/prepare-dataset');
  hub.spaces.delete('sambodhan/retrain-urgency');
  const run = await scene.run('scheduled.yml', SCHEDULE);
  for (const [name, space] of all) hub.spaces.set(name, space);
  checks.same('Spaces missing: the workflow fails', run.exitCode, 1);
  expectTriggered('Spaces missing', run, ['department']);
  expectAnnotation('preparation Space missing', run, /^warning: .*sambodhan\/prepare-dataset/);
  expectAnnotation('retraining Space missing', run, /^error: .*sambodhan\/retrain-urgency/);
}

async function tokenWithoutRights(): Promise<void> {
  await scene.data.addReviews(variedReviews(4, 'refused'));
  const run = await scene.run('scheduled.yml', { ...SCHEDULE, secrets: { HF_TOKEN: READER } });
  expectJobs('token without rights', run, { Prepare: 'failure' });
  checks.same('token without rights: nothing changes', scene.changes(), []);
  expectAnnotation('token without rights', run, /^error: The token has no permission for this.*\(403\)/);
}

async function keyless(spaces: readonly StoredSpace[]): Promise<void> {
  const resources = [
    ...DATASETS.map((name) => `datasets/${name}`),
    ...spaces.map(({ name }) => `spaces/${name}`),
  ];
  const environment = scene.trustWorkflows(resources);
  const run = await scene.run('keyless.yml', { ...SCHEDULE, secrets: { HF_TOKEN: '' }, environment });
  expectJobs('keyless', run, {
    Prepare: 'success',
    'Retrain department': 'success',
    'Retrain urgency': 'success',
  });
  const tokens = new Set(
    hub.requests.map(({ authorization }) => authorization).filter((value) => value !== null),
  );
  checks.same(
    'keyless: no request with the token',
    [...tokens].every((token) => token.startsWith('Bearer hf_jw')),
    true,
  );
}

async function severalSpaces(): Promise<void> {
  await scene.data.addReviews(variedReviews(4, 'several'));
  const training = ['train-department-bert', 'train-department-small', 'train-urgency'].map((name) => {
    const space = hub.createSpace(`sambodhan/${name}`, { stage: 'PAUSED' });
    space.afterRestart = ['APP_STARTING', 'RUNNING', 'PAUSED'];
    return space;
  });
  const serving = ['department-api', 'urgency-api'].map((name) => hub.createSpace(`sambodhan/${name}`));
  const run = await scene.run('several-spaces.yml', { ...SCHEDULE, environment: { MIN_DATASET_LEN: '10' } });
  expectJobs('several Spaces', run, { Prepare: 'success', Train: 'success', Serve: 'success' });
  const restarts = [...training, ...serving].map((space) => space.restarts.length);
  checks.same('several Spaces: each is restarted once', restarts, [1, 1, 1, 1, 1]);
  const order = scene.changes().filter((change) => change.startsWith('restart'));
  checks.same('several Spaces: those that serve come last', order.slice(3).sort(), [
    'restart department-api',
    'restart urgency-api',
  ]);
}

async function pullRequestPreview(): Promise<void> {
  await scene.data.addReviews(variedReviews(4, 'previewed'));
  const payload = { pull_request: { head: { repo: { full_name: 'sambodhan/app' }, ref: 'change' } } };
  const secrets = { HF_TOKEN: '', HF_READ_TOKEN: READER };
  const run = await scene.run('pull-request-preview.yml', { event: 'pull_request', payload, secrets });
  expectJobs('pull request', run, { Preview: 'success' });
  checks.same('pull request: nothing changes', scene.changes(), []);
  checks.check(
    'pull request: the summary says what would be published',
    run.summary.includes('dry run · 2 of 2 would be published'),
    run.summary,
  );
}

async function pullRequestCheck(): Promise<void> {
  const secrets = { POSTGRES_URL: '', HF_TOKEN: '', GITHUB_TOKEN: '' };
  const run = await scene.run('check.yml', { event: 'pull_request', secrets });
  expectJobs('pull request of a fork', run, { Check: 'success' });
  checks.same('pull request of a fork: the datasets', run.outputs['Check.datasets'], '["all","constructor"]');
  checks.same('pull request of a fork: the Hub is not asked', hub.requests, []);
}

async function ownHub(prepare: StoredSpace, spaces: readonly StoredSpace[]): Promise<void> {
  const before = spaces.map(({ restarts }) => restarts.length);
  const variables = { HUB_ENDPOINT: hub.url };
  const run = await scene.run('self-hosted-hub.yml', {
    ...SCHEDULE,
    variables,
    environment: { HF_ENDPOINT: '' },
  });
  expectJobs('own Hub', run, { Retrain: 'success' });
  checks.same(
    'own Hub: each Space is restarted',
    spaces.map(({ restarts }, index) => restarts.length - before[index]),
    [1, 1],
  );
  checks.same('own Hub: the preparation Space is paused', prepare.tellStage(), 'PAUSED');
}

/** Each version waits on the Hub until a person merges it; one that a gate holds is offered as well. */
async function approval(spaces: readonly StoredSpace[]): Promise<void> {
  const repos = ['sambodhan/approved-department-grievances', 'sambodhan/approved-urgency-grievances'];
  await scene.data.newDatabase();
  const urgencies = ['NORMAL', 'URGENT', 'HIGHLY URGENT'];
  await scene.data.addReviews(
    variedReviews(60, 'approved').map((review, index) => ({ ...review, urgency: urgencies[index % 3] })),
  );
  const proposed = await scene.run('approval.yml', SCHEDULE);
  expectJobs('approval, proposed', proposed, { Prepare: 'success' });
  checks.same('approval, proposed: outputs', updatedBy(proposed), []);
  checks.same(
    'approval, proposed: no tag',
    scene.changes().filter((change) => change.startsWith('tag')),
    [],
  );

  const merges = await Promise.all(repos.map((repo) => scene.merge(repo, 1)));
  checks.same('approval: merged by the API of the Hub', merges, [200, 200]);
  const before = spaces.map(({ restarts }) => restarts.length);
  const approved = await scene.run('approval.yml', SCHEDULE);
  expectJobs('approval, merged', approved, { Prepare: 'success', Retrain: 'success' });
  checks.same('approval, merged: both are announced', updatedBy(approved), ['department', 'urgency']);
  checks.same(
    'approval, merged: each Space is restarted',
    spaces.map(({ restarts }, index) => restarts.length - before[index]),
    [1, 1],
  );

  await scene.data.database.query('DELETE FROM misclassified_complaints WHERE complaint_id > 20');
  await scene.data.addReviews([
    { message: 'two officers disagree here', urgency: 'NORMAL' },
    { message: 'two officers disagree here', urgency: 'URGENT' },
  ]);
  const held = await scene.run('approval.yml', SCHEDULE);
  expectJobs('approval, held', held, { Prepare: 'success' });
  checks.same(
    'approval, held: statuses',
    ['department', 'urgency'].map((name) => held.outputs[`Prepare.${name}-status`]),
    ['awaiting-approval', 'awaiting-approval'],
  );
  expectAnnotation('approval, held', held, /^warning: .*max-shrinkage: .*pull request #2/);
  checks.check(
    'approval, held: the rows that were left out are uploaded',
    /artifact dropped-rows: datasets\/urgency\/dropped\.jsonl, 2 lines/.test(held.log),
    held.log.slice(-3000),
  );
}

/** Datasets of a file, whose repository is checked out for it, and then the same as YAML; their models once one has predicted. */
async function declared(): Promise<void> {
  const spaces = ['all', 'constructor'].map((name) => hub.createSpace(`sambodhan/retrain-${name}`));
  const model = hub.createModel(PROMOTED[0].model);
  const serving = hub.createSpace('sambodhan/all-api');
  const promote = JSON.stringify([{ ...PROMOTED[0], 'space-id': serving.name }, PROMOTED[1]]);
  const file = await scene.run('declared.yml', declaredBy(TEST_CONFIG, { promote }));
  const jobs = {
    Prepare: 'success',
    'Retrain all': 'success',
    'Retrain constructor': 'success',
    'Promote all': 'success',
    'Promote constructor': 'success',
  };
  expectJobs('declared in a file', file, jobs);
  checks.same('declared in a file: both updated', updatedBy(file), ['all', 'constructor']);
  checks.same(
    'declared in a file: each Space is restarted',
    spaces.map(({ restarts }) => restarts.length),
    [1, 1],
  );
  const versions = JSON.parse(file.outputs['Prepare.versions']);
  const { splits } = versions.constructor;
  checks.check('declared in a file: the shares are passed on', splits.test > splits.train / 5, splits);
  checks.check(
    'declared in a file: the rows that were dropped are uploaded',
    /artifact rows: out\/all\/dropped\.jsonl, \d+ lines/.test(file.log),
    file.log.slice(-3000),
  );

  const { tag } = versions.all;
  checks.check(
    'declared in a file: a model that has predicted nothing is not compared',
    file.log.includes(`No model was trained on ${tag} yet: ${PROMOTED[0].model} has no predictions`),
    file.log.slice(-3000),
  );
  expectAnnotation(
    'declared in a file: a model that does not exist',
    file,
    /^warning: .*sambodhan\/constructor-classifier does not exist yet/,
  );
  checks.same('declared in a file: nothing is promoted', model.tags.size, 0);

  await scene.data.addReviews(variedReviews(4, 'declared'));
  const rows = Array.from({ length: versions.all.splits.test }, (_, row) =>
    JSON.stringify({ row, predicted: 'NORMAL', version: tag }),
  );
  const candidate = model.commitTexts('sambodhan', {
    [`predictions/${tag}/candidate.jsonl`]: rows.join('\n'),
  });
  const yaml = await readFile(TEST_CONFIG, 'utf8');
  const inline = await scene.run('declared.yml', declaredBy(yaml, { promote }));
  expectJobs('declared as YAML', inline, jobs);
  checks.same('declared as YAML: both updated', updatedBy(inline), ['all', 'constructor']);
  checks.same('declared as YAML: the decision', inline.outputs['Promote all.decision'], 'promoted');
  checks.same(
    'declared as YAML: the model that has predicted is in production',
    Array.from(model.tags, ([name, { commit }]) => [name, commit]).sort(),
    [
      ['production', candidate.id],
      [`promoted-${tag}`, candidate.id],
    ],
  );
  checks.same(
    'declared as YAML: the Space that serves it is restarted with it',
    [serving.restarts.length, serving.variables.get('MODEL_REVISION')],
    [1, `promoted-${tag}`],
  );
  const steps = (run: WorkflowRun) => (run.log.match(/Main actions\/checkout@/g) ?? []).length;
  checks.check('declared as YAML: nothing is checked out for it', steps(inline) < steps(file), steps(inline));
}

/** The reusable workflow with versions that wait for a person, on a runner that labels choose. */
async function declaredApproval(): Promise<void> {
  await scene.data.addReviews(variedReviews(4, 'waiting'));
  const inputs = { gates: 'publish: pull-request', 'runs-on': '["ubuntu-latest"]' };
  const serving = hub.spaces.get('sambodhan/all-api')!;
  const promote = JSON.stringify([{ ...PROMOTED[0], 'space-id': serving.name }]);
  const proposed = await scene.run('declared.yml', declaredBy(TEST_CONFIG, { ...inputs, promote }));
  expectJobs('declared, proposed', proposed, { Prepare: 'success', 'Promote all': 'success' });
  checks.check(
    'declared, proposed: the model is not promoted twice',
    proposed.log.includes('is in production already') && hub.models.get(PROMOTED[0].model)?.tags.size === 2,
    proposed.log.slice(-3000),
  );
  checks.same('declared, proposed: its Space is not restarted again', serving.restarts.length, 1);
  const statuses = (run: WorkflowRun) =>
    Object.values(JSON.parse(run.outputs['Prepare.versions'])).map(
      (version) => (version as { status: string }).status,
    );
  checks.same('declared, proposed: statuses', statuses(proposed), ['awaiting-approval', 'awaiting-approval']);
  const repos = ['sambodhan/all', 'sambodhan/constructor'];
  const merges = await Promise.all(repos.map((repo) => scene.merge(repo, 1)));
  checks.same('declared, proposed: merged by the API of the Hub', merges, [200, 200]);
  const mistyped = JSON.stringify([{ ...PROMOTED[0], min_gain: 0.01 }]);
  const approved = await scene.run('declared.yml', declaredBy(TEST_CONFIG, { ...inputs, promote: mistyped }));
  expectJobs('declared, merged', approved, {
    Prepare: 'success',
    'Retrain all': 'success',
    'Retrain constructor': 'success',
    'Promote all': 'failure',
  });
  expectAnnotation(
    'declared, mistyped',
    approved,
    /^error: .*unknown keys: +"min_gain"\. Its keys are dataset/,
  );
  checks.same('declared, merged: statuses', statuses(approved), ['published', 'published']);
}

function declaredBy(config: string, inputs: Readonly<Record<string, string>> = {}) {
  return { event: 'workflow_dispatch', inputs: { config, ...inputs } } as const;
}

function expectJobs(name: string, run: WorkflowRun, jobs: Readonly<Record<string, string>>): void {
  const sorted = (results: Readonly<Record<string, string>>) => Object.entries(results).sort();
  const detail = `${JSON.stringify(run.jobs)}\n${run.log.slice(-3000)}`;
  checks.check(`${name}: jobs`, JSON.stringify(sorted(run.jobs)) === JSON.stringify(sorted(jobs)), detail);
}

/** Labels whose leg of the matrix started something; act gives all legs the result of one that failed. */
function expectTriggered(name: string, { outputs }: WorkflowRun, expected: readonly string[]): void {
  const triggered = ['department', 'urgency'].filter(
    (label) => outputs[`Retrain ${label}.triggered`] === `["${label}"]`,
  );
  checks.same(`${name}: labels triggered`, triggered, expected);
}

function expectAnnotation(name: string, run: WorkflowRun, pattern: RegExp): void {
  checks.check(
    `${name}: annotation`,
    run.annotations.some((text) => pattern.test(text)),
    run.annotations.join('\n'),
  );
}

function updatedBy({ outputs }: WorkflowRun): unknown {
  return JSON.parse(outputs['Prepare.updated']);
}
