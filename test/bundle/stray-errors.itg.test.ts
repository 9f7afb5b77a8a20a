import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BundleScene, TOKEN, variedReviews } from '../support/bundle-scene.ts';
import { type LocalGitHub, startLocalGitHub } from '../support/local-github/server.ts';
import { runBundle } from '../support/run-bundle.ts';

const VERSION = '{"department":{"tag":"v20261123_010000"}}';
const ACTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'pause-space': { 'space-id': 'owner/prepare' },
  'restart-space': { 'space-id': 'owner/retrain' },
  'trigger-retraining': {
    updated: '["department"]',
    versions: VERSION,
    targets: '{"department":["owner/retrain"]}',
    'department-dataset': 'owner/department',
  },
  dashboard: { 'department-dataset': 'owner/department', workflow: 'train.yml' },
};

/** Has every request to the Hub do this instead. */
function requestsThat(what: string): string[] {
  const script = `globalThis.fetch = () => { ${what}; return new Promise(() => {}); }`;
  return ['--import', `data:text/javascript,${encodeURIComponent(script)}`];
}
const REJECT = requestsThat("Promise.reject(new TypeError('CANARY of a row'))");
const THROW = requestsThat(
  "setTimeout(() => { throw Object.assign(new Error('CANARY of a row'), { code: 'EODD' }); })",
);
const WAIT = requestsThat('');

let scene: BundleScene;
let github: LocalGitHub;

beforeAll(async () => {
  [scene, github] = await Promise.all([BundleScene.start(), startLocalGitHub()]);
  await scene.newDatabase();
  await scene.addReviews(variedReviews(40));
});
afterAll(() => Promise.all([scene.close(), github.close()]));

describe('prepare-dataset', () => {
  test.each([
    [
      'a promise that is rejected and that nobody awaits',
      REJECT,
      /\(TypeError at javascript[^)]*\)|\(TypeError[^)]*\)/,
    ],
    ['an error thrown in an event', THROW, /\(Error EODD[^)]*\)/],
    ['a wait for what can never happen', WAIT, /it waited for something that could not happen/],
  ])('%s is an error with a summary and outputs', async (_, nodeOptions, told) => {
    const { exitCode, log, summary, outputs } = await scene.run({}, {}, { nodeOptions });
    expect(exitCode).toBe(1);
    expect(log.match(/^::error::The run (?:was stopped|stopped)/gm)).toHaveLength(1);
    expect(log).toMatch(told);
    expect(summary).toContain('## ❌ Datasets: the preparation failed · no dataset was prepared');
    expect(summary.match(/❌ The run (?:was stopped|stopped)/g)).toHaveLength(1);
    expect(outputs).toMatchObject({ 'department-status': 'failed', updated: '[]' });
    expect(log + summary).not.toMatch(/CANARY|unsettled|triggerUncaughtException|Node\.js v/);
  });

  test('reports it to the channels', async () => {
    github.addToken('ghs_token', { permissions: ['issues=write'], repositories: ['owner/app'] });
    const { issues } = github.createRepository('owner/app');
    const script = `const { fetch } = globalThis; globalThis.fetch = (url, init) => String(url).startsWith('${github.url}') ? fetch(url, init) : (Promise.reject(new TypeError('CANARY')), new Promise(() => {}))`;
    const nodeOptions = ['--import', `data:text/javascript,${encodeURIComponent(script)}`];
    const environment = {
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: 'owner/app',
      GITHUB_RUN_ID: '1',
      GITHUB_WORKFLOW: 'Nightly',
      GITHUB_EVENT_NAME: 'schedule',
    };
    const { exitCode, log } = await scene.run({ 'github-token': 'ghs_token' }, environment, { nodeOptions });
    expect(exitCode).toBe(1);
    const [issue] = issues;
    expect([issue.state, issue.body]).toEqual([
      'open',
      expect.stringContaining('The run was stopped by an error'),
    ]);
    expect(log + issue.body).not.toContain('CANARY');
  });
});

describe.each(Object.keys(ACTIONS))('%s', (folder) => {
  test.each([
    ['rejected', REJECT],
    ['never settled', WAIT],
  ])('reports a promise that is %s', async (_, nodeOptions) => {
    const given = { 'hf-token': TOKEN, 'github-token': 'ghs_any', 'hub-endpoint': scene.hub.url };
    const environment = { GITHUB_REPOSITORY: 'owner/app' };
    const run = await runBundle({ ...given, ...ACTIONS[folder] }, { folder, environment, nodeOptions });
    const { exitCode, log, summary } = run;
    expect(exitCode).toBe(1);
    expect(log.match(/^::error::The run (?:was stopped|stopped)/gm)).toHaveLength(1);
    expect(summary).toContain('❌ The run');
    expect(log + summary).not.toMatch(/CANARY|unsettled|triggerUncaughtException|Node\.js v/);
  });
});
