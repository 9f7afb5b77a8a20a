import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalHub, startLocalHub } from '../support/local-hub/server.ts';
import type { StoredSpace } from '../support/local-hub/space-store.ts';
import { runBundle } from '../support/run-bundle.ts';

let hub: LocalHub;
let department: StoredSpace;
let urgency: StoredSpace;

beforeAll(async () => {
  hub = await startLocalHub();
  hub.addToken({ token: 'hf_writer', user: 'owner', role: 'write' });
  hub.addToken({ token: 'hf_reader', user: 'owner', role: 'read' });
});

afterAll(() => hub.close());

beforeEach(() => {
  department = hub.createSpace('owner/department');
  urgency = hub.createSpace('owner/urgency', { stage: 'PAUSED' });
  hub.clearRequests();
});

describe('restart-space', () => {
  test('restarts without waiting unless asked to', async () => {
    const { exitCode, outputs, masked } = await run();
    expect({ exitCode, outputs }).toEqual({
      exitCode: 0,
      outputs: { stage: 'RUNNING_APP_STARTING', stages: '["RUNNING_APP_STARTING"]' },
    });
    expect(masked).toEqual(['hf_writer']);
    expect(department.restarts).toEqual([{ factory: false }]);
  });

  test('waits for the new runtime of every Space of a list', async () => {
    department.afterFactoryReboot = ['RUNNING', 'BUILDING', 'RUNNING'];
    urgency.afterFactoryReboot = ['PAUSED', 'BUILDING', 'APP_STARTING', 'RUNNING'];
    const { exitCode, outputs, summary, log } = await run({
      'space-id': 'owner/department, owner/urgency\nowner/department',
      'wait-for': 'running',
      'factory-reboot': 'true',
    });
    expect({ exitCode, outputs }).toEqual({
      exitCode: 0,
      outputs: { stage: 'RUNNING', stages: '["RUNNING","RUNNING"]' },
    });
    expect([department.restarts, urgency.restarts]).toEqual([[{ factory: true }], [{ factory: true }]]);
    expect(log).toContain('The Space owner/urgency is BUILDING.');
    expect(summary).toContain(`| [owner/department](${hub.url}/spaces/owner/department) | \`RUNNING\` |`);
  });

  test('a Space that breaks fails the step with its logs, and the others are restarted all the same', async () => {
    department.afterRestart = ['APP_STARTING', 'RUNTIME_ERROR'];
    const spaces = 'owner/department owner/missing owner/urgency';
    const { exitCode, outputs, log, summary } = await run({ 'space-id': spaces, 'wait-for': 'RUNNING' });
    expect({ exitCode, outputs }).toEqual({
      exitCode: 1,
      outputs: { stage: 'RUNTIME_ERROR', stages: '["RUNTIME_ERROR","","RUNNING"]' },
    });
    expect(log).toContain(
      `reached RUNTIME_ERROR instead of RUNNING. Its logs: ${hub.url}/spaces/owner/department?logs=`,
    );
    expect(log).toContain('The Hub does not find the Space owner/missing (404)');
    expect(summary).toContain('❌');
  });

  test('says the last stage when the time is over', async () => {
    department.afterRestart = ['BUILDING'];
    const { exitCode, log, outputs } = await run({ 'wait-for': 'RUNNING', 'timeout-minutes': '0.02' });
    expect({ exitCode, stage: outputs.stage }).toEqual({ exitCode: 1, stage: 'BUILDING' });
    expect(log).toContain('did not reach RUNNING within 0.02 minutes: its last stage is BUILDING');
  });

  test('names the missing right, and never the token', async () => {
    const { exitCode, log } = await run({ 'hf-token': 'hf_reader' });
    expect(exitCode).toBe(1);
    expect(log).toContain('The token may not restart the Space owner/department (403)');
    expect(log).not.toContain('hf_reader');
  });

  test('only says what it would do in a dry run', async () => {
    const { exitCode, log, outputs } = await run({
      'dry-run': 'true',
      'wait-for': 'RUNNING',
      'hf-token': '',
    });
    expect({ exitCode, outputs }).toEqual({ exitCode: 0, outputs: { stage: '', stages: '[]' } });
    expect(log).toContain('the Space owner/department would be restarted and waited for until RUNNING.');
    expect(hub.requests).toHaveLength(0);
  });

  test('names every unusable input', async () => {
    const { exitCode, log } = await run({ 'space-id': ' ', 'wait-for': 'DONE', 'timeout-minutes': 'long' });
    expect(exitCode).toBe(1);
    for (const words of ['space-id is missing', 'wait-for must be one of RUNNING', 'timeout-minutes must be'])
      expect(log).toContain(words);
  });
});

function run(inputs: Readonly<Record<string, string>> = {}) {
  const given = { 'space-id': 'owner/department', 'hf-token': 'hf_writer', 'hub-endpoint': hub.url };
  return runBundle({ ...given, ...inputs }, { folder: 'restart-space' });
}
