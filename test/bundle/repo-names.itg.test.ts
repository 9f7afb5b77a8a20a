import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalHub, startLocalHub } from '../support/local-hub/server.ts';
import { runBundle } from '../support/run-bundle.ts';

const RULE = 'Write it as owner/name, with letters, digits, "-", "_" and "."';
const BAD_NAMES = ['owner', 'owner/a/b', 'owner/-x', 'owner/a--b', 'owner/ä', 'owner/x.git', '../../secrets'];
const DATASETS = { 'department-dataset': 'owner/department', 'urgency-dataset': 'owner/urgency' };

let hub: LocalHub;

beforeAll(async () => {
  hub = await startLocalHub();
  hub.addToken({ token: 'hf_writer', user: 'owner', role: 'write' });
});

afterAll(() => hub.close());

beforeEach(() => hub.clearRequests());

const TRIGGER = { updated: '["department"]', versions: '{"department":{"tag":"v20261123_010000"}}' };
/** Inputs of each action that would let it go to work, were the names right. */
const ACTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Nothing listens there: a run that reads before it has checked the names would say so.
  '.': { ...DATASETS, 'postgres-url': 'postgresql://u:p@127.0.0.1:1/db?sslmode=disable' },
  'trigger-retraining': { ...DATASETS, ...TRIGGER, targets: 'department: owner/retrain' },
  dashboard: { ...DATASETS, path: 'dashboard.html', workflow: 'prepare.yml', 'github-token': '' },
  'pause-space': { 'space-id': 'owner/prepare' },
  'restart-space': { 'space-id': 'owner/retrain' },
};

describe.each(['.', 'trigger-retraining', 'dashboard'])('%s', (folder) => {
  test('refuses names that are none, by their inputs, before anything is read', async () => {
    for (const name of BAD_NAMES) {
      await expectRefused(
        folder,
        { 'urgency-dataset': name },
        `urgency-dataset is not the name of a dataset repo on the Hub: ${JSON.stringify(name)}. ${RULE}`,
      );
    }
  });

  test.each(['owner/same', 'Owner/SAME'])('refuses one repo for two datasets: %s', async (name) => {
    await expectRefused(
      folder,
      { 'department-dataset': 'owner/same', 'urgency-dataset': name },
      `department-dataset and urgency-dataset name the same repo, ${name}: give each dataset a repo of its own`,
    );
  });
});

describe('Spaces', () => {
  test.each([
    ['.', 'prepare-dataset-space-id', 'a//b'],
    ['pause-space', 'space-id', 'owner/a..b'],
    ['restart-space', 'space-id', 'owner/fine owner/no/no'],
  ])('%s refuses names that are none in %s', async (folder, input, name) => {
    const bad = JSON.stringify(name.split(' ').at(-1));
    const words = `${input} is not the name of a Space on the Hub: ${bad}. ${RULE}`;
    await expectRefused(folder, { [input]: name }, words);
  });
});

test('the root action tells it in its outputs and summary too', async () => {
  const { outputs, summary } = await run('.', {
    'department-dataset': 'owner/same',
    'urgency-dataset': 'owner/same',
  });
  expect(outputs).toMatchObject({ 'department-status': 'failed', 'urgency-status': 'failed', updated: '[]' });
  expect(summary).toContain('department-dataset and urgency-dataset name the same repo');
});

describe('targets', () => {
  test.each([
    ['{job: python, namespace: ../../../x}', 'job has a namespace that is not the name of a user'],
    ['{job: python, namespace: a/b}', 'job has a namespace that is not the name of a user'],
    ['{workflow: train.yml, repository: ../..}', 'workflow has a repository that is not owner/name'],
    ['{workflow: train.yml, repository: owner/..}', 'workflow has a repository that is not owner/name'],
    [
      '{repository-dispatch: go, repository: ../..}',
      'repository-dispatch has a repository that is not owner/name',
    ],
    ['{workflow: ../../train.yml}', 'workflow has a workflow that is not the file name of a workflow'],
    ['{workflow: ..}', 'workflow has a workflow that is not the file name of a workflow'],
    ['{workflow: train.yml, ref: "a..b"}', 'workflow has a ref that is not the name of a branch or a tag'],
    ['{workflow: train.yml, ref: "a b"}', 'workflow has a ref that is not the name of a branch or a tag'],
    [
      `{repository-dispatch: ${'x'.repeat(101)}}`,
      'repository-dispatch has a repository-dispatch that is not the type',
    ],
    ['{space: owner/../x}', 'space has a space that is not the name of a Space'],
    [
      '{repository-dispatch: go, payload: {a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1}}',
      'repository-dispatch has a payload of more than 6 names',
    ],
  ])('%s is refused', async (target, words) => {
    await expectRefused(
      'trigger-retraining',
      { targets: `department: ${target}`, 'github-token': 'ghs_any' },
      `targets of department: ${words}`,
    );
  });

  test('of this repository are refused where there is none', async () => {
    const targets = { targets: 'department: {workflow: train.yml}', 'github-token': 'ghs_any' };
    await expectRefused(
      'trigger-retraining',
      targets,
      'must name a repository each: GITHUB_REPOSITORY names none',
    );
  });

  test('a version tag that leads elsewhere is refused', async () => {
    const versions = { versions: '{"department":{"tag":".."}}' };
    await expectRefused('trigger-retraining', versions, 'versions has no tag of department');
  });
});

async function expectRefused(
  folder: string,
  inputs: Readonly<Record<string, string>>,
  words: string,
): Promise<void> {
  const { exitCode, log } = await run(folder, inputs);
  expect({ exitCode, log }).toEqual({ exitCode: 1, log: expect.stringContaining(words) });
  expect(log.match(/^::error/gm)).toHaveLength(1);
  expect(log).toContain('::error::The inputs cannot be used.');
  expect(hub.requests).toEqual([]);
}

function run(folder: string, inputs: Readonly<Record<string, string>>) {
  const given = { 'hf-token': 'hf_writer', 'hub-endpoint': hub.url };
  return runBundle({ ...given, ...ACTIONS[folder], ...inputs }, { folder });
}
