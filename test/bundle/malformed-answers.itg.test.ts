import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AnsweringServer, startAnsweringServer } from '../support/http/answering-server.ts';
import { runBundle } from '../support/run-bundle.ts';

const VERSION = '{"department":{"tag":"v20261123_010000"}}';
const WORKFLOW = { workflow: 'train.yml', repository: 'owner/models', wait: true };
const ACTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'pause-space': { 'space-id': 'owner/prepare' },
  'restart-space': { 'space-id': 'owner/retrain', 'wait-for': 'RUNNING', 'timeout-minutes': '0.01' },
  'trigger-retraining': {
    updated: '["department"]',
    versions: VERSION,
    targets: JSON.stringify({ department: ['owner/retrain', WORKFLOW, { job: 'python', wait: true }] }),
    'department-dataset': 'owner/department',
    'timeout-minutes': '0.01',
  },
  dashboard: { 'department-dataset': 'owner/department', workflow: 'train.yml' },
};
const ANSWERS = [
  null,
  7,
  [null, {}],
  { tags: [null, 7, { name: 7 }], workflow_run_id: 1, workflow_runs: [null, 7], stage: {}, status: null },
  { tags: {}, workflow_runs: {}, jobs: null, id: {}, stage: 'running <b>', status: { stage: [] } },
  {
    tags: [{ name: 'v20261123_010000' }, { name: 'v20261123_010001', targetCommit: 'c0ffee0'.repeat(6) }],
    workflow_run_id: 1,
    workflow_runs: [{ id: 1, run_number: 1, run_started_at: '2026-11-23T01:00:00Z', event: 7, html_url: {} }],
    jobs: [{ steps: [null, { name: 7 }] }],
    html_url: 7,
    id: '../../x',
    status: { stage: 'RUNNING' },
  },
];

let server: AnsweringServer;

beforeAll(async () => {
  server = await startAnsweringServer();
});

afterAll(() => server.close());

describe.each(Object.keys(ACTIONS))('%s', (folder) => {
  test.each(ANSWERS)('tells in its own words what it cannot read in %j', async (answer) => {
    server.answer = answer;
    const given = { 'hf-token': 'hf_any', 'github-token': 'ghs_any', 'hub-endpoint': server.url };
    const environment = { GITHUB_API_URL: server.url, GITHUB_REPOSITORY: 'owner/app' };
    const { log, summary } = await runBundle({ ...given, ...ACTIONS[folder] }, { folder, environment });
    for (const told of [log, summary]) {
      expect(told).not.toMatch(
        /undefined|TypeError|is not (a function|iterable)|Cannot (read|destr)|\[object/,
      );
    }
  });
});
