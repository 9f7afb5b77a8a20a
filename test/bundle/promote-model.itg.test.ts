import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { BundleScene, TOKEN } from '../support/bundle-scene.ts';
import type { Fault } from '../support/http/faults.ts';
import { startLocalWandb } from '../support/local-wandb/server.ts';
import { type BundleRun, runBundle } from '../support/run-bundle.ts';

const REPO = 'owner/mood';
const MODEL = 'owner/mood-classifier';
const SPACE = 'owner/mood-api';
const CLASSES = ['good', 'bad', 'odd'];
const LATER = 'v20991231_000000';

let scene: BundleScene;
let folder: string;
let tag = '';
let rows: { label: string; isConfirmed: boolean }[] = [];
/** Commits of the model by the names of the tests. */
let commits: Record<'first' | 'better' | 'worse', string>;
/** Tags of the model that a test begins with. */
const tagsNow = () => Object.fromEntries(Array.from(model().tags, ([name, { commit }]) => [name, commit]));
const model = () => scene.hub.models.get(MODEL)!;
const other = (label: string) => CLASSES[(CLASSES.indexOf(label) + 1) % CLASSES.length];

beforeAll(async () => {
  scene = await BundleScene.start();
  folder = await mkdtemp(path.join(tmpdir(), 'promote-'));
  await scene.newDatabase();
  await scene.database.query(
    `CREATE TABLE notes (id text, body text, label text, predicted text, reviewed boolean)`,
  );
  await scene.database.query(`INSERT INTO notes
    SELECT n::text, 'an ordinary text of many words, number ' || n, (ARRAY['good', 'bad', 'odd'])[1 + n % 3],
      (ARRAY['good', 'bad', 'odd'])[1 + (n + 1) % 3], n <= 1500 FROM generate_series(1, 12000) AS n`);
  const published = await publish(REPO);
  if (published.exitCode !== 0) throw new Error(published.log);
  tag = JSON.parse(published.outputs.versions).mood.tag;
  rows = await testRows(REPO);
});

afterAll(() => Promise.all([scene.close(), rm(folder, { recursive: true, force: true })]));

beforeEach(() => {
  scene.hub.faults.clear();
  scene.hub.repo(REPO).tags.delete(LATER);
  scene.hub.createModel(MODEL);
  const commit = (name: string) => model().commitTexts('owner', { 'model.txt': name }).id;
  commits = { first: commit('first'), better: commit('better'), worse: commit('worse') };
});

function publish(repo: string, settings = {}, inputs: Readonly<Record<string, string>> = {}) {
  const source = {
    corrections: 'SELECT * FROM notes WHERE reviewed',
    confirmed: 'SELECT * FROM notes WHERE NOT reviewed',
  };
  const dataset = {
    source: 'notes',
    task: 'text-classification',
    classes: CLASSES,
    repo,
    columns: { text: 'body' },
    ...settings,
  };
  const config = { version: 1, sources: { notes: source }, datasets: { mood: dataset } };
  return scene.run({
    'department-dataset': '',
    'urgency-dataset': '',
    config: JSON.stringify(config, null, 1),
    ...inputs,
  });
}

async function testRows(repo: string) {
  const read = async (file: string) =>
    parquetReadObjects({ file: Uint8Array.from(scene.hub.readFile(repo, 'main', file)).buffer, compressors });
  const labels = await read('data/test-00000-of-00001.parquet');
  const lines = (await read('row_index.parquet')).filter(({ split }) => split === 'test');
  return labels.map(({ label }, row) => ({
    label: CLASSES[Number(label)],
    isConfirmed: lines[row].origin === 'confirmed',
  }));
}

const metadata = (repo = REPO) =>
  JSON.parse(String(scene.hub.readFile(repo, 'main', 'dataset_metadata.json')));

/** Predictions that are right where a test says so. */
function predict(isRight: (row: (typeof rows)[number], number: number) => boolean, version = tag) {
  return rows.map((row, number) => ({
    row: number,
    predicted: isRight(row, number) ? row.label : other(row.label),
    version,
  }));
}

/** What the model in production says: wrong where people corrected it. */
const asProduction = () => predict(({ isConfirmed }) => isConfirmed);
const allRight = () => predict(() => true);

async function file(name: string, entries: readonly object[] | string): Promise<string> {
  const text =
    typeof entries === 'string' ? entries : entries.map((entry) => JSON.stringify(entry)).join('\n');
  await writeFile(path.join(folder, name), text);
  return path.join(folder, name);
}

interface Compared {
  candidate: keyof typeof commits;
  predictions?: readonly object[] | string;
  production?: readonly object[] | string;
  inputs?: Readonly<Record<string, string>>;
}

async function compare({ candidate, predictions = allRight(), production, inputs = {} }: Compared) {
  const ofCandidate = await file('candidate.jsonl', predictions);
  const given: Record<string, string> =
    production === undefined ? {} : { 'production-predictions': await file('production.jsonl', production) };
  return run({ candidate: commits[candidate], 'candidate-predictions': ofCandidate, ...given, ...inputs });
}

function run(
  inputs: Readonly<Record<string, string>>,
  onStart?: (child: { kill(signal: 'SIGKILL'): boolean }) => void,
): Promise<BundleRun> {
  const access = { 'hf-token': TOKEN, 'hub-endpoint': scene.hub.url };
  const dataset: Record<string, string> = inputs.rollback === undefined ? { dataset: REPO } : {};
  return runBundle({ ...access, ...dataset, model: MODEL, ...inputs }, { folder: 'promote-model', onStart });
}

const rollBack = () => run({ rollback: 'true' });
const first = () => compare({ candidate: 'first' });
const better = () => compare({ candidate: 'better', production: asProduction() });

describe('population', () => {
  test('the metadata say how many confirmed rows the sample stands for', () => {
    const { population } = metadata();
    expect(population).toMatchObject({
      corrections: 1500,
      right: 0,
      confirmed_is_estimated: true,
      sampled: 750,
    });
    // 10,500 rows, with a relative standard error of 3.7 %.
    expect(Math.abs(population.confirmed / 10_500 - 1)).toBeLessThan(0.12);
  });

  test('is the same when rows go to disk', async () => {
    const before = metadata().population;
    const done = await publish('owner/mood-disk', {}, { 'memory-limit': '1MB' });
    expect(done.exitCode).toBe(0);
    expect(metadata('owner/mood-disk').population).toEqual(before);
  });
});

describe('promote-model', () => {
  test('takes the first model as it is, the second if it is better, and returns to the first', async () => {
    const dry = await compare({ candidate: 'first', inputs: { 'dry-run': 'true' } });
    expect([dry.exitCode, dry.outputs.decision, tagsNow()]).toEqual([0, 'promoted', {}]);
    expect(await first()).toMatchObject({ exitCode: 0, outputs: { decision: 'promoted' } });
    expect(tagsNow()).toEqual({ [`promoted-${tag}`]: commits.first, production: commits.first });

    scene.hub.createSpace(SPACE);
    const done = await compare({
      candidate: 'better',
      production: asProduction(),
      inputs: { 'space-id': SPACE },
    });
    expect(done).toMatchObject({ exitCode: 0, outputs: { decision: 'promoted' } });
    expect(tagsNow()).toEqual({
      [`promoted-${tag}`]: commits.first,
      [`promoted-${tag}-2`]: commits.better,
      production: commits.better,
    });
    expect(scene.hub.spaces.get(SPACE)!.variables.get('MODEL_REVISION')).toBe(`promoted-${tag}-2`);
    const report = JSON.parse(done.outputs.report);
    expect(report).toMatchObject({
      reason: 'better',
      basis: 'weighted',
      version: tag,
      production: commits.first,
    });
    const [reviewed, confirmed] = report.strata;
    expect(reviewed).toMatchObject({ source: 'reviewed', production: 1, candidate: 0, lost: 0 });
    expect(confirmed).toMatchObject({ source: 'confirmed', production: 0, candidate: 0, gained: 0 });
    expect(reviewed.share).toBeCloseTo(1500 / (1500 + metadata().population.confirmed), 9);
    expect(report.estimate.gain).toBeCloseTo(reviewed.share, 9);
    expect(done.summary).toContain('## Model: ✅ promoted');
    expect(done.summary).toMatch(/\| good \| \d+ \| \d+\.\d\d % \| 100\.00 % \|/);
    expect(done.summary).toContain('favours production');
    expect(done.log + done.summary + done.outputs.report).not.toContain('an ordinary text');

    const again = await better();
    expect([again.outputs.decision, Object.keys(tagsNow()).length]).toEqual(['promoted', 3]);
    expect(again.log).toContain('is in production already');

    const space = scene.hub.spaces.get(SPACE)!;
    const serve = () =>
      compare({ candidate: 'better', production: asProduction(), inputs: { 'space-id': SPACE } });
    const restarts = space.restarts.length;
    const served = await serve();
    expect([served.exitCode, served.outputs.decision, space.restarts.length]).toEqual([
      0,
      'promoted',
      restarts,
    ]);
    expect(served.log).toContain(
      `The Space ${SPACE} serves promoted-${tag}-2 already, and is not restarted.`,
    );
    for (const undo of [
      () => space.variables.set('MODEL_REVISION', `promoted-${tag}`),
      () => space.variables.delete('MODEL_REVISION'),
      () => {
        space.afterPause = ['RUNTIME_ERROR'];
        space.pause();
      },
    ]) {
      undo();
      const before = space.restarts.length;
      expect((await serve()).exitCode).toBe(0);
      expect(space.restarts.length).toBe(before + 1);
      expect(space.variables.get('MODEL_REVISION')).toBe(`promoted-${tag}-2`);
    }

    expect(await rollBack()).toMatchObject({ exitCode: 0 });
    expect(tagsNow()).toMatchObject({ production: commits.first, [`rolled-back-${tag}-2`]: commits.better });
    const refused = await rollBack();
    expect([refused.exitCode, tagsNow().production]).toEqual([1, commits.first]);
    expect(refused.log).toContain(`promoted-${tag} is the first promotion of this model`);
    const taken = await compare({ candidate: 'better', production: asProduction() });
    expect([taken.outputs.decision, tagsNow().production]).toEqual(['kept', commits.first]);
    expect(taken.log).toContain('was rolled back');
  });

  test('keeps a model that is worse, as good, not beyond chance, or loses a class', async () => {
    await first();
    const before = tagsNow();
    const cases = [
      ['no-gain', { predictions: asProduction() }],
      // Right on every correction: on the test split it looks better by far, and on all rows it is worse.
      ['no-gain', { predictions: predict(({ isConfirmed }, number) => !isConfirmed || number % 3 > 0) }],
      ['chance', { predictions: predict(({ isConfirmed }, number) => isConfirmed || number % 60 === 0) }],
      ['below-min-gain', { inputs: { 'min-gain': '0.5' } }],
      [
        'class-drop',
        {
          predictions: predict(({ isConfirmed, label }) => !isConfirmed || label !== 'odd'),
          inputs: { alpha: '0.5' },
        },
      ],
    ] as const;
    for (const [reason, { ...options }] of cases) {
      const { outputs } = await compare({ candidate: 'worse', production: asProduction(), ...options });
      if (reason === 'class-drop')
        expect(['class-drop', 'no-gain']).toContain(JSON.parse(outputs.report).reason);
      else expect([outputs.decision, JSON.parse(outputs.report).reason]).toEqual(['kept', reason]);
    }
    expect(tagsNow()).toEqual(before);
  });

  test('takes parquet, ids of classes, and a name of a dataset in the file', async () => {
    const columns = [
      { name: 'row', data: rows.map((_, row) => BigInt(row)), type: 'INT64' as const },
      {
        name: 'predicted',
        data: rows.map(({ label }) => BigInt(CLASSES.indexOf(label))),
        type: 'INT64' as const,
      },
    ];
    const target = path.join(folder, 'candidate.parquet');
    await writeFile(target, Buffer.from(parquetWriteBuffer({ columnData: columns })));
    const config = {
      version: 1,
      sources: { notes: { corrections: 'SELECT 1' } },
      datasets: { mood: { source: 'notes', task: 'text-classification', classes: CLASSES, repo: REPO } },
    };
    const inputs = {
      dataset: 'mood',
      config: JSON.stringify(config, null, 1),
      'candidate-predictions': target,
    };
    const done = await run({ ...inputs, candidate: 'main' });
    expect([done.exitCode, done.outputs.decision]).toEqual([0, 'promoted']);
    expect(tagsNow().production).toBe(commits.worse);
    expect(done.log).toContain('candidate-predictions does not name its version');
  });

  test.each([
    ['a missing row', () => allRight().slice(1), '1 row missing (0)'],
    [
      'a further row',
      () => [...allRight(), { row: 1e6, predicted: 'good' }],
      '1 row not in the test split, which has',
    ],
    ['a repeated row', () => [...allRight(), { row: 3, predicted: 'good' }], '1 row repeated (3)'],
    ['another version', () => predict(() => true, 'v20200101_000000'), 'another version (v20200101_000000)'],
    [
      'an unknown class',
      () => [{ row: 0, predicted: 'gOOd' }, ...allRight().slice(1)],
      'Similar classes: good.',
    ],
    [
      'an id that is none',
      () => [{ row: 0, predicted: 3 }, ...allRight().slice(1)],
      '1 row with a prediction that is not a class of the version (0)',
    ],
    ['what is no JSON', () => 'a secret text of a row', 'line 1 is not a JSON object with row and predicted'],
    ['a row that is none', () => [{ row: '0', predicted: 'good' }], 'entry 1 has no row'],
  ])('refuses predictions with %s', async (_, predictions, message) => {
    const { exitCode, log, outputs } = await compare({ candidate: 'first', predictions: predictions() });
    expect(log).toContain(message);
    expect([exitCode, outputs.decision, tagsNow()]).toEqual([1, '', {}]);
    expect(log).not.toContain('secret');
    expect(log).not.toContain('gOOd');
  });

  test('refuses a comparison without the predictions of production, and with unusable inputs', async () => {
    await first();
    const { exitCode, log } = await compare({ candidate: 'better' });
    expect([exitCode, tagsNow().production]).toEqual([1, commits.first]);
    expect(log).toContain('so production-predictions is needed');
    const none = await run({ dataset: 'mood', model: '', alpha: '0', version: 'newest' });
    for (const input of [
      'dataset is "mood"',
      'model is missing',
      'alpha must be more than 0',
      'version must be the tag',
      'candidate is missing',
    ]) {
      expect(none.log).toContain(input);
    }
    const unknown = await run({
      candidate: 'nowhere',
      'candidate-predictions': await file('c.jsonl', allRight()),
    });
    expect(unknown.log).toContain(`The model ${MODEL} has no revision nowhere`);
  });

  test('refuses splits of scikit-learn, and tasks whose predictions are texts', async () => {
    await publish('owner/mood-sklearn', { 'split-method': 'sklearn' });
    const predictions = await file('candidate.jsonl', allRight());
    const inputs = { candidate: commits.first, 'candidate-predictions': predictions };
    const sklearn = await run({ ...inputs, dataset: 'owner/mood-sklearn' });
    expect(sklearn.log).toContain('were made with split-method sklearn');
    await laterVersion({ task: 'chat' });
    const chat = await run(inputs);
    expect(chat.log).toContain('a text that a model writes is not right or wrong');
    expect([sklearn.exitCode, chat.exitCode]).toEqual([1, 1]);
  });

  test('compares models of spans by the tags of the tokens', async () => {
    const repo = 'owner/names';
    const source = {
      corrections: `SELECT id, body AS text, jsonb_build_array(jsonb_build_object('start', 3, 'end', 11, 'label', label)) AS spans
        FROM notes WHERE reviewed`,
    };
    const dataset = {
      source: 'notes',
      task: 'token-classification',
      classes: CLASSES,
      repo,
      'min-dataset-len': 10,
    };
    const config = { version: 1, sources: { notes: source }, datasets: { names: dataset } };
    const published = await scene.run({
      'department-dataset': '',
      'urgency-dataset': '',
      config: JSON.stringify(config, null, 1),
    });
    expect(published.exitCode).toBe(0);
    const version = JSON.parse(published.outputs.versions).names.tag;
    const content = scene.hub.readFile(repo, 'main', 'data/test-00000-of-00001.parquet');
    const split = await parquetReadObjects({ file: Uint8Array.from(content).buffer, compressors });
    const tags = split.map(({ ner_tags: own }) => Array.from(own as bigint[], Number));
    const without = (own: number[]) => own.map(() => 0);
    const predicted = (isRight: (row: number) => boolean) =>
      tags.map((own, row) => ({ row, version, predicted: isRight(row) ? own : without(own) }));
    const half = predicted((row) => row % 2 === 0);
    const one = await compare({ candidate: 'first', predictions: half, inputs: { dataset: repo } });
    expect([one.outputs.decision, one.exitCode]).toEqual(['promoted', 0]);
    const all = { candidate: 'better', predictions: predicted(() => true), production: half } as const;
    const { outputs, summary } = await compare({ ...all, inputs: { dataset: repo } });
    const report = JSON.parse(outputs.report);
    expect([outputs.decision, tagsNow().production]).toEqual(['promoted', commits.better]);
    const right = half.filter((_, row) => row % 2 === 0).length;
    expect(1 - report.estimate.production).toBeCloseTo((2 * right) / (tags.length + right), 12);
    expect(report.estimate.candidate).toBe(0);
    expect(summary).toContain('Production, F1 of spans');
    const cut = tags.map((own, row) => ({ row, version, predicted: own.slice(1) }));
    const refused = await compare({
      candidate: 'worse',
      predictions: cut,
      production: half,
      inputs: { dataset: repo },
    });
    expect([refused.exitCode, tagsNow().production]).toEqual([1, commits.better]);
    expect(refused.log).toContain('if the model cut a row, add O for the rest');
  });

  test.each([
    ['was trained before splits_since', { splits_since: LATER }, 'it may have seen the test rows'],
    [
      'knows other classes',
      { label_map: { bad: 0, good: 1, odd: 2 } },
      'class ids have changed their meaning',
    ],
  ])('refuses a model in production that %s', async (_, changes, message) => {
    await first();
    await laterVersion(changes);
    const predictions = predict(() => true, LATER);
    const production = predict(({ isConfirmed }) => isConfirmed, LATER);
    const done = await compare({ candidate: 'better', predictions, production });
    expect(done.log).toContain(message);
    expect([done.exitCode, tagsNow().production]).toEqual([1, commits.first]);
    // What the message asks for, after which the candidate is the first model. Without production alone, a run was killed.
    expect(done.log).toMatch(/delete the tags production, promoted-… and rolled-back-… of the model/i);
    model().tags.delete('production');
    const restored = await compare({ candidate: 'better', predictions, production });
    expect([restored.exitCode, tagsNow().production]).toEqual([1, commits.first]);
    model().tags.set(`rolled-back-${LATER}`, { commit: commits.worse, message: '' });
    for (const name of Object.keys(tagsNow()))
      if (/^(?:production$|promoted-|rolled-back-)/.test(name)) model().tags.delete(name);
    const anew = await compare({ candidate: 'better', predictions });
    expect([anew.outputs.decision, tagsNow()]).toEqual([
      'promoted',
      { [`promoted-${LATER}`]: commits.better, production: commits.better },
    ]);
  });

  test('takes classes that were added at the end, and no version before the last promotion', async () => {
    await first();
    await laterVersion({ label_map: { good: 0, bad: 1, odd: 2, new: 3 } });
    const production = predict(({ isConfirmed }) => isConfirmed, LATER);
    const done = await compare({ candidate: 'better', predictions: predict(() => true, LATER), production });
    expect(done.outputs.decision).toBe('promoted');
    expect(tagsNow()).toMatchObject({ [`promoted-${LATER}`]: commits.better, production: commits.better });
    const older = await compare({ candidate: 'worse', production: asProduction(), inputs: { version: tag } });
    expect([older.exitCode, tagsNow().production]).toEqual([1, commits.better]);
    expect(older.log).toContain(`is older than ${LATER}`);
  });

  test('takes a model that a person put into production only when its version is known', async () => {
    model().tags.set('production', { commit: commits.first, message: '' });
    const refused = await better();
    expect(refused.log).toContain('Nobody recorded on which version');
    const card = `---\nmodel-index:\n- name: m\n  results:\n  - task: {type: text-classification}\n    dataset: {type: ${REPO}, name: n, split: test, revision: ${tag}}\n    metrics: [{type: accuracy, name: Accuracy, value: 0.5}]\n---\n`;
    const commit = model().commitTexts('owner', { 'README.md': card }).id;
    model().tags.set('production', { commit, message: '' });
    const done = await better();
    expect([done.log.includes('::error'), done.outputs.decision, tagsNow().production]).toEqual([
      false,
      'promoted',
      commits.better,
    ]);
  });
});

describe('predictions in the model repo', () => {
  const inputs = { candidate: 'main', 'predictions-folder': 'predictions' };
  const lines = (entries: readonly object[]) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  const upload = (name: string, entries: readonly object[]) =>
    model().commitTexts('owner', { [`predictions/${tag}/${name}.jsonl`]: lines(entries) }).id;
  const nothing = { exitCode: 0, outputs: { decision: '', report: '' } };

  test('nothing is compared before a model has predicted a version', async () => {
    scene.hub.models.delete(MODEL);
    const missing = await run(inputs);
    expect(missing).toMatchObject(nothing);
    expect(missing.log).toContain(`::warning::No model was compared: ${MODEL} does not exist yet`);
    scene.hub.createModel(MODEL);
    model().commitTexts('owner', {
      [`predictions/${LATER}/candidate.jsonl`]: 'of a version that is not there',
    });
    const untrained = await run(inputs);
    expect(untrained).toMatchObject(nothing);
    expect(untrained.log).toContain(
      `::notice::No model was trained on ${tag} yet: ${MODEL} has no predictions`,
    );
    expect(untrained.summary).toContain(`No model was trained on ${tag} yet`);
    expect(tagsNow()).toEqual({});
  });

  test('the candidate is the commit that wrote them, and is promoted once', async () => {
    const predicted = upload('candidate', allRight());
    model().commitTexts('owner', { 'README.md': 'edited later' });
    model().commitTexts('owner', { 'model.txt': 'has not predicted yet' });
    const promoted = { [`promoted-${tag}`]: predicted, production: predicted };
    const done = await run(inputs);
    expect([done.exitCode, done.outputs.decision, tagsNow()]).toEqual([0, 'promoted', promoted]);
    const again = await run(inputs);
    expect([again.exitCode, again.outputs.decision, tagsNow()]).toEqual([0, 'promoted', promoted]);
    expect(again.log).toContain('is in production already');
    await laterVersion({});
    const untrained = await run(inputs);
    expect([untrained.exitCode, untrained.outputs.decision, tagsNow()]).toEqual([0, 'promoted', promoted]);
    expect(untrained.log).toContain(`::notice::No model was trained on ${LATER} yet`);
    const asked = await run({ ...inputs, version: LATER });
    expect(asked).toMatchObject(nothing);
  });

  test('is compared only with the model that is in production now', async () => {
    await first();
    const candidate = upload('candidate', allRight());
    upload(
      `production-${commits.worse}`,
      predict(() => false),
    );
    const other = await run(inputs);
    expect(other).toMatchObject(nothing);
    expect(other.log).toContain(`::warning::No model was compared: ${MODEL} has no predictions on ${tag} of`);
    expect(tagsNow().production).toBe(commits.first);
    upload(`production-${commits.first}`, allRight());
    const kept = await run(inputs);
    expect([kept.exitCode, kept.outputs.decision, tagsNow().production]).toEqual([0, 'kept', commits.first]);
    upload(`production-${commits.first}`, asProduction());
    const better = await run({ ...inputs, 'predictions-folder': 'predictions/' });
    expect([better.exitCode, better.outputs.decision]).toEqual([0, 'promoted']);
    expect(tagsNow()).toMatchObject({ production: candidate, [`promoted-${tag}-2`]: candidate });
    expect(better.log + better.summary).not.toContain('an ordinary text');
  });

  test('refuses a wrong file by its path, an unusable folder, and both kinds of inputs', async () => {
    upload('candidate', allRight().slice(1));
    const short = await run(inputs);
    expect([short.exitCode, tagsNow()]).toEqual([1, {}]);
    expect(short.log).toContain(
      `predictions/${tag}/candidate.jsonl does not hold one prediction for each row`,
    );
    const outside = await run({ ...inputs, 'predictions-folder': '../predictions' });
    expect([outside.exitCode, outside.log]).toEqual([
      1,
      expect.stringContaining('must be a folder of the model repo'),
    ]);
    const both = await run({ ...inputs, 'production-predictions': 'p.jsonl' });
    expect([both.exitCode, both.log]).toEqual([
      1,
      expect.stringContaining('give the folder or the files, not both'),
    ]);
  });
});

/** Adds a later version with the same data files and other metadata; `main` stays as it is. */
async function laterVersion(changes: object): Promise<void> {
  const repo = scene.hub.repo(REPO);
  const before = metadata();
  const commit = (content: object) =>
    repo.commitTexts('owner', { 'dataset_metadata.json': JSON.stringify(content) }).id;
  repo.tags.set(LATER, { commit: commit({ ...before, version_tag: LATER, ...changes }), message: '' });
  commit(before);
}

describe('a run that is killed', () => {
  /** Every request by which tags change. */
  const CHANGES = [0, 1, 2, 3].flatMap((skip) =>
    (['before', 'after'] as const).map((when) => ({ skip, when })),
  );

  async function killed(
    skip: number,
    when: Fault['when'],
    start: (onStart: Parameters<typeof run>[1]) => Promise<BundleRun>,
  ) {
    let child: { kill(signal: 'SIGKILL'): boolean } | undefined;
    const kill = {
      path: /\/api\/models\/.*\/tag\//,
      skip,
      when,
      kind: { run: () => void child?.kill('SIGKILL') },
    } as const;
    scene.hub.faults.add(kill);
    const done = await start((started) => {
      child = started;
    });
    scene.hub.faults.clear();
    return done.exitCode === null;
  }

  const promotedNow = () =>
    Object.entries(tagsNow())
      .filter(([name]) => name.startsWith('promoted-'))
      .map(([, commit]) => commit);

  test.each(CHANGES)(
    '$when change $skip of a promotion leaves a promoted revision, and the next run finishes',
    async ({ skip, when }) => {
      await first();
      const candidate = await file('candidate.jsonl', allRight());
      const production = await file('production.jsonl', asProduction());
      const inputs = {
        candidate: commits.better,
        'candidate-predictions': candidate,
        'production-predictions': production,
      };
      const wasKilled = await killed(skip, when, (onStart) => run(inputs, onStart));
      expect(wasKilled).toBe(skip < 3);
      const { production: now } = tagsNow();
      if (now !== undefined) expect(promotedNow()).toContain(now);
      expect(await run(inputs)).toMatchObject({ exitCode: 0, outputs: { decision: 'promoted' } });
      expect(tagsNow()).toEqual({
        [`promoted-${tag}`]: commits.first,
        [`promoted-${tag}-2`]: commits.better,
        production: commits.better,
      });
      expect(await rollBack()).toMatchObject({ exitCode: 0 });
      expect(tagsNow().production).toBe(commits.first);
    },
  );

  test.each(CHANGES)('$when change $skip of a rollback rolls back once', async ({ skip, when }) => {
    const [initial] = model().commits;
    const promoted = { '': initial.id, '-2': commits.first, '-3': commits.better };
    for (const [number, commit] of Object.entries(promoted)) {
      model().tags.set(`promoted-${tag}${number}`, { commit, message: '' });
    }
    model().tags.set('production', { commit: commits.better, message: '' });
    const inputs = { rollback: 'true' };
    await killed(skip, when, (onStart) => run(inputs, onStart));
    const { production: now } = tagsNow();
    if (now !== undefined) expect(promotedNow()).toContain(now);
    if (now !== commits.first) expect(await run(inputs)).toMatchObject({ exitCode: 0 });
    expect(tagsNow()).toMatchObject({ production: commits.first, [`rolled-back-${tag}-3`]: commits.better });
    expect(Object.keys(tagsNow()).filter((name) => name.startsWith('rolled-back-'))).toHaveLength(1);
  });
});

test('a comparison is a run on W&B, whose failure changes nothing', async () => {
  const wandb = await startLocalWandb();
  const key = 'wandb_CANARY_key';
  wandb.addKey(key, { entity: 'sambodhan' });
  const tracked = { 'wandb-api-key': key, 'wandb-base-url': wandb.url, 'wandb-project-name': 'models' };
  try {
    await compare({ candidate: 'first', inputs: tracked });
    const done = await compare({ candidate: 'better', production: asProduction(), inputs: tracked });
    expect(done.outputs.decision).toBe('promoted');
    expect(wandb.runs).toMatchObject([
      { jobType: 'promote_model', exitCode: 0, summary: { decision: 'promoted', candidate_accuracy: 1 } },
      { jobType: 'promote_model', exitCode: 0, summary: { decision: 'promoted', candidate_accuracy: 1 } },
    ]);
    const [ofFirst, ofBetter] = wandb.runs.map(({ summary }) => summary as Record<string, number>);
    expect(ofFirst).not.toHaveProperty('gain');
    const { estimate } = JSON.parse(done.outputs.report);
    expect(ofBetter.gain).toBe(estimate.gain);
    expect(ofBetter.production_accuracy).toBe(1 - estimate.production);
    expect(ofBetter.gain).toBeGreaterThan(0.05);
    expect(done.log).toContain(`${wandb.url}/sambodhan/models/runs/`);
    expect(done.log + done.summary + JSON.stringify(done.outputs)).not.toContain(key);
    expect(done.masked).toContain(key);

    const refused = await compare({
      candidate: 'worse',
      predictions: 'x',
      production: asProduction(),
      inputs: tracked,
    });
    expect(refused.exitCode).toBe(1);
    expect(wandb.runs[2]).toMatchObject({ exitCode: 1 });

    const served = await compare({ candidate: 'better', production: asProduction(), inputs: tracked });
    expect(served.log).toContain('is in production already');
    expect(wandb.runs).toHaveLength(3);

    const dry = await compare({
      candidate: 'worse',
      production: allRight(),
      inputs: { ...tracked, 'dry-run': 'true' },
    });
    expect(dry.outputs.decision).toBe('kept');
    expect(wandb.runs).toHaveLength(3);
  } finally {
    await wandb.close();
  }
  const away = await compare({ candidate: 'worse', production: allRight(), inputs: tracked });
  expect([away.exitCode, away.outputs.decision]).toEqual([0, 'kept']);
  const before = tagsNow();
  const again = await compare({ candidate: 'worse', production: allRight() });
  expect([again.outputs, again.summary, tagsNow()]).toEqual([away.outputs, away.summary, before]);
  expect(away.log).toContain('::warning::The comparison is not on W&B.');
});
