import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DASHBOARD } from '../../src/action/dashboard-inputs.ts';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { readInputs } from '../../src/action/read-inputs.ts';
import { type DashboardClients, runDashboard } from '../../src/runs/dashboard.ts';
import { openDatasetRepo, openModelIn, readModelCardIn } from '../../src/wire/repos.ts';
import { startHub, TOKENS } from '../hub/hub-scene.ts';
import { configOf, ODD_NAMES } from '../support/configs.ts';
import { growingVersions } from '../support/dashboard.ts';
import { environmentOf } from '../support/inputs.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { Step } from '../support/step.ts';

const CONFIG = configOf(ODD_NAMES);
const NO_GITHUB = async () => {
  throw new Error('GitHub is away.');
};

let hub: LocalHub;
let step: Step;

beforeAll(async () => {
  [hub, step] = await Promise.all([startHub(), Step.start()]);
  for (const name of ODD_NAMES) {
    const repo = hub.createRepo(`owner/${name}`);
    for (const version of growingVersions(name, ['yes', 'no'], 2)) {
      const { id } = repo.commitTexts('owner', { 'dataset_metadata.json': JSON.stringify(version) });
      repo.tags.set(version.version_tag, { commit: id, message: '' });
    }
  }
});

afterAll(() => Promise.all([hub.close(), step.close()]));

describe('runDashboard', () => {
  test('shows the datasets of a file, whatever they are called, each under an id of its own', async () => {
    const { exitCode, outputs, log, page } = await run({ config: CONFIG });
    expect([exitCode, outputs.path]).toEqual([0, path.join(step.folder, 'page.html')]);
    expect(log).toContain('::warning title=Runs%3A not shown::GitHub is away.');
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const name of ODD_NAMES) {
      expect(ids).toContain(`dataset_${name}`);
      expect(page).toContain(`<a href="#dataset_${name}">`);
    }
    const labelled = [...page.matchAll(/(?:aria-labelledby|for)="([^"]*)"/g)].flatMap(([, to]) =>
      to.split(' '),
    );
    expect(ids).toEqual(expect.arrayContaining(labelled));
  });

  test('shows what a run told it did not publish, and nothing of what else it told', async () => {
    const [name, other] = ODD_NAMES;
    const versions = JSON.stringify({
      [name]: { status: 'held', tag: null },
      [other]: { status: '<b>', tag: 'v1' },
      gone: null,
    });
    const { exitCode, page } = await run({ config: CONFIG, versions });
    expect(exitCode).toBe(0);
    expect(page.match(/class="card notice"/g)).toHaveLength(1);
    expect(page.indexOf('>Held</span>')).toBeGreaterThan(page.indexOf(`id="dataset_${name}"`));
    expect((await run({ config: CONFIG, versions: '[' })).log).toContain(
      'versions must be a JSON object by dataset, as in the output of prepare-dataset',
    );
  });

  test('warns of a dataset that cannot be read, and fails when there is nothing to show', async () => {
    const { exitCode, log } = await run({ config: configOf(['missing']) });
    expect(exitCode).toBe(1);
    expect(log).toContain(
      '::warning title=missing%3A not shown::The Hub does not find datasets/owner/missing',
    );
    expect(log).toContain('::error::Neither the runs nor any dataset could be read');
  });

  test('shows what the models of datasets tell, and logs quietly what they do not', async () => {
    const [{ version_tag: tag }] = growingVersions('runs', ['yes', 'no'], 2);
    const result = `{dataset: {type: owner/runs, revision: ${tag}}, metrics: [{type: accuracy, value: 0.75}]}`;
    const card = `---\nmodel-index:\n- results: [${result}]\n---\n`;
    hub.createModel('owner/model').commitTexts('owner', { 'README.md': card });
    const models = 'runs: [owner/model, owner/missing]\nall: owner/model';
    const { exitCode, log, page } = await run({ config: CONFIG, models });
    expect(exitCode).toBe(0);
    expect(page).toContain(`<th scope="row">${tag}</th><td>0.75</td></tr>`);
    expect(log).toMatch(/^owner\/missing: no score\. The Hub does not find owner\/missing/m);
    expect(log).toContain('owner/model: no score. The model-index of its card has no score on owner/all.');
    expect(log).not.toMatch(/::(?:warning|error)[^\n]*owner\/(?:model|missing)/);
  });

  test('shows which versions a model was promoted on, and logs why nothing is known', async () => {
    const [first, second] = growingVersions('runs', ['yes', 'no'], 2).map(({ version_tag: tag }) => tag);
    const model = hub.createModel('owner/promoted');
    const commit = model.commitTexts('owner', { 'README.md': '# A model' }).id;
    for (const name of [`promoted-${first}`, `promoted-${second}`, `rolled-back-${second}`, 'production'])
      model.tags.set(name, { commit, message: '' });
    hub.createModel('owner/new').commitTexts('owner', { 'README.md': '# A model' });
    const models = 'runs: [owner/promoted, owner/new, owner/missing, owner/both]\nall: owner/both';
    const { exitCode, log, page } = await run({ config: CONFIG, models });
    expect(exitCode).toBe(0);
    expect(page).toContain(`<bdi>owner/promoted</bdi>: in production is <code>promoted-${first}</code>.`);
    expect(page).toContain(`<th scope="row">${second}</th><td>Rolled back</td></tr>`);
    expect(page).toContain(`<th scope="row">${first}</th><td>In production</td></tr>`);
    expect(page.match(/Models over versions<\/h3>/g)).toHaveLength(1);
    expect(log).toContain('owner/new: no promotion. It has no tag production and no tag promoted-….');
    expect(log).toMatch(/^owner\/missing: no promotion\. The Hub does not find owner\/missing/m);
    expect(log).toContain('owner/both: no promotion. It is a model of several datasets');
    expect(log).not.toMatch(/::(?:warning|error)[^\n]*owner\/(?:new|missing|both)/);
  });

  test.each([
    ['other: owner/model', 'models names "other", but the datasets are all'],
    [
      'all: model',
      'models names a model of all that cannot exist on the Hub: "model". Write it as owner/name',
    ],
    ['all: {a: b}', 'models names a model of all that cannot exist on the Hub. Write it as owner/name'],
    ['all: &a [*a]', 'models names a model of all that cannot exist on the Hub. Write it as owner/name'],
    ['- all', 'models must be a mapping of datasets to models'],
    ['all: [', 'models is not YAML: '],
  ])('refuses the models %j', async (models, problem) => {
    const { exitCode, log } = await run({ config: configOf(['all']), models });
    expect([exitCode, log]).toEqual([1, expect.stringContaining(`- ${problem}`)]);
  });

  test('lists unusable inputs in the summary', async () => {
    const { exitCode, log, summary } = await run({ 'hub-endpoint': 'hub' });
    expect(exitCode).toBe(1);
    expect(log).toContain('::error::The inputs cannot be used.%0A- hub-endpoint must be an http(s) URL');
    expect(summary).toMatch(
      /^❌ The inputs cannot be used\.\n\n- hub-endpoint must be .*\n- config, department/,
    );
  });
});

async function run(inputs: Readonly<Record<string, string>>) {
  const file = path.join(step.folder, 'page.html');
  const given = { 'hf-token': TOKENS.writer, 'hub-endpoint': hub.url, 'github-token': 'ghs_x', path: file };
  const environment = environmentOf(
    { ...given, workflow: 'retrain.yml', ...inputs },
    { GITHUB_REPOSITORY: 'owner/app' },
  );
  const clients: DashboardClients = {
    openRepo: (name, inputs, signal) => openDatasetRepo(GITHUB_ACTIONS, name, inputs, { signal }),
    openGitHub: () => NO_GITHUB,
    openModel: openModelIn(GITHUB_ACTIONS),
    readModelCard: readModelCardIn(GITHUB_ACTIONS),
  };
  const done = await step.run((signal) =>
    runDashboard(readInputs(GITHUB_ACTIONS, DASHBOARD, environment), clients, signal),
  );
  return { ...done, page: await readFile(file, 'utf8').catch(() => '') };
}
