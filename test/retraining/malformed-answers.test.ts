import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RepositoryIssues } from '../../src/alerts/repository-issues.ts';
import { renderDashboard } from '../../src/dashboard/page.ts';
import { readDataset } from '../../src/dashboard/read-datasets.ts';
import { readRuns } from '../../src/dashboard/read-runs.ts';
import { createGitHubApi } from '../../src/github/github-api.ts';
import { DatasetRepo } from '../../src/hub/dataset-repo.ts';
import { HubJobs } from '../../src/hub/jobs.ts';
import { Space } from '../../src/hub/space.ts';
import { TriggerMarks } from '../../src/hub/trigger-marks.ts';
import { startWorkflow } from '../../src/retraining/start-workflow.ts';
import { growingVersions } from '../support/dashboard.ts';
import { type AnsweringServer, startAnsweringServer } from '../support/http/answering-server.ts';

const VERSION = { name: 'urgency', repo: 'owner/urgency', tag: 'v20261123_010000', commit: null };
const TARGET = {
  kind: 'workflow',
  name: 'train.yml',
  repository: null,
  ref: 'main',
  inputs: {},
  wait: true,
} as const;
const HISTORY = {
  name: 'urgency',
  repo: 'owner/urgency',
  pageUrl: 'https://hub.example/datasets/owner/urgency',
  lastStatus: null,
};
/** Words of an error that no user can do anything about. */
const NO_WORDS = /undefined|is not (a function|iterable)|Cannot (read|destructure|convert)|\[object/;

let server: AnsweringServer;
let call: ReturnType<typeof createGitHubApi>;
let hubOptions: { endpoint: string; token: () => Promise<string>; retryDelaysMs: readonly number[] };

beforeAll(async () => {
  server = await startAnsweringServer();
  call = createGitHubApi({ token: 'ghs_any', apiUrl: server.url, retryDelaysMs: [] });
  hubOptions = { endpoint: server.url, token: async () => 'hf_any', retryDelaysMs: [] };
});

afterAll(() => server.close());

describe('an answer of any shape gives a result, or an error for people', () => {
  test('about Spaces, Jobs and marks', async () => {
    const shapes = answers({
      stage: any(),
      id: any(),
      status: fc.record({ stage: any() }),
      tags: list({ name: any() }),
    });
    await forEach(shapes, async () => {
      const jobs = new HubJobs('owner', hubOptions);
      const request = { image: 'python', command: [], flavor: 'cpu-basic', environment: {}, secrets: {} };
      await settle(jobs.run({ ...request, timeoutMinutes: 1 }));
      await settle(jobs.get('1'));
      await settle(new Space('owner/space', hubOptions).pause());
      await settle(new TriggerMarks('owner/urgency', hubOptions).set('mark', 'v1', ''));
    });
  });

  test('about the start of a workflow and its run', async () => {
    const shapes = answers({
      workflow_run_id: fc.oneof(any(), fc.nat()),
      html_url: any(),
      status: any(),
      conclusion: any(),
    });
    const limits = { timeoutMs: 1, signal: new AbortController().signal };
    await forEach(shapes, () =>
      settle(startWorkflow(call, TARGET, VERSION, { ...limits, repository: 'owner/app' })),
    );
  });

  test('about issues', async () => {
    const issue = {
      number: any(),
      state: any(),
      body: fc.oneof(any(), fc.constant('marker')),
      labels: list({ name: any() }),
    };
    await forEach(fc.oneof(list(issue), answers(issue)), async () => {
      const issues = new RepositoryIssues(call, 'owner/app');
      await settle(issues.find('marker'));
      await settle(issues.open('title', 'body'));
    });
  });

  test('about runs, jobs and versions: there is a page of what can be shown', async () => {
    const at = fc.oneof(any(), fc.constant('2026-11-23T01:00:00Z'));
    const run = {
      id: fc.oneof(any(), fc.nat()),
      run_number: fc.oneof(any(), fc.nat()),
      html_url: any(),
      event: any(),
      conclusion: fc.oneof(any(), fc.constantFrom('success', 'constructor')),
      run_started_at: at,
      updated_at: at,
    };
    const steps = list({ name: any(), started_at: at, completed_at: at });
    const tag = { name: fc.oneof(any(), fc.constant('v20261123_010000')), targetCommit: any() };
    const shapes = answers({ workflow_runs: list(run), jobs: list({ steps }), tags: list(tag) });
    await forEach(shapes, async () => {
      const history = await readRuns(call, { repository: 'owner/app', workflow: 'train.yml' });
      const dataset = await readDataset(HISTORY, () => new DatasetRepo('owner/urgency', hubOptions));
      const page = renderDashboard({
        builtAt: new Date(),
        repository: null,
        history,
        datasets: [dataset],
        scores: new Map(),
        promotions: new Map(),
      });
      expect(page).not.toMatch(/NaN|undefined|Invalid/);
      for (const part of [history, dataset])
        if ('missing' in part) expect(part.missing ?? '').not.toMatch(NO_WORDS);
    });
  });

  test('metadata of any shape leaves a page', async () => {
    const [version] = growingVersions('urgency', ['NORMAL', 'URGENT'], 1);
    const tags = new Map([[version.version_tag, 'c0ffee']]);
    const changes = fc.dictionary(fc.constantFrom(...Object.keys(version)), any(), { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          any(),
          changes.map((change) => ({ ...version, ...change })),
        ),
        async (content) => {
          const readUnchecked = async () => Buffer.from(JSON.stringify(content) ?? '');
          const dataset = await readDataset(HISTORY, () => ({ tags: async () => tags, readUnchecked }));
          const history = { missing: 'none' };
          const page = renderDashboard({
            builtAt: new Date(),
            repository: null,
            history,
            datasets: [dataset],
            scores: new Map(),
            promotions: new Map(),
          });
          expect(page).not.toMatch(/NaN|\[object|Invalid Date/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** JSON of any kind. */
function any(): fc.Arbitrary<unknown> {
  return fc.jsonValue({ maxDepth: 2 });
}

/** Anything, or an object with fields that are sometimes as they should be. */
function answers(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> {
  return fc.oneof(any(), fc.record(fields, { requiredKeys: [] }));
}

/** Anything, or a list of such objects. */
function list(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> {
  return fc.oneof(any(), fc.array(answers(fields), { maxLength: 3 }));
}

async function forEach(shapes: fc.Arbitrary<unknown>, run: () => Promise<unknown>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(shapes, async (answer) => {
      server.answer = answer;
      await run();
    }),
    { numRuns: 60 },
  );
}

/** Lets something end in an error, when its words are for people. */
async function settle(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    expect(error).not.toBeInstanceOf(TypeError);
    expect(error).not.toBeInstanceOf(SyntaxError);
    expect((error as Error).message).not.toMatch(NO_WORDS);
  }
}
