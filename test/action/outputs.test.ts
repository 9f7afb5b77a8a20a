import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { setOutputs } from '../../src/action/outputs.ts';
import { escapeMarkdown } from '../../src/text/markdown.ts';
import { datasetReport, heldReport } from '../support/reports.ts';
import { Step } from '../support/step.ts';

let step: Step;

beforeAll(async () => {
  step = await Step.start();
});

afterAll(() => step.close());

test('tell of each dataset its status and the number of its pull request, and no name of a repo', async () => {
  const pullRequest = {
    number: 3,
    url: 'https://hub.example/datasets/owner/urgency/discussions/3',
    state: 'open',
  } as const;
  const reports = [
    datasetReport({ name: 'a', repo: 'owner/secret' }),
    heldReport({ name: 'b', pullRequest }),
  ];
  const { outputs } = await step.run(async () => {
    setOutputs(GITHUB_ACTIONS, reports, { named: new Map([['b', true]]), dryRun: false });
    return true;
  });
  expect(JSON.parse(outputs.versions)).toEqual({
    a: {
      tag: 'v20261123_010203',
      commit: 'ab'.repeat(20),
      status: 'published',
      num_samples: 10,
      splits: { train: 8, eval: 1, test: 1 },
      pull_request: null,
    },
    b: expect.objectContaining({ tag: null, status: 'held', pull_request: 3 }),
  });
  expect([outputs['b-status'], outputs['b-tag'], outputs.updated]).toEqual(['held', '', '["a"]']);
  expect(JSON.stringify(outputs)).not.toMatch(/owner|hub\.example|normal/);
});

test('no summary holds a secret, also as Markdown escapes it', async () => {
  const { summary } = await step.run(async () => {
    GITHUB_ACTIONS.mask('hf_a[1]');
    await GITHUB_ACTIONS.summary(`| hf_a[1] | ${escapeMarkdown('hf_a[1]')} |\n`);
    return true;
  });
  expect(summary).toBe('| *** | *** |\n');
});
