import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { readInputs } from '../../src/action/read-inputs.ts';
import { RESTART_SPACE } from '../../src/action/space-inputs.ts';
import { runRestartSpace } from '../../src/runs/restart-space.ts';
import { openSpaceIn } from '../../src/wire/hub.ts';
import { startHub, TOKENS } from '../hub/hub-scene.ts';
import { environmentOf } from '../support/inputs.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { Step } from '../support/step.ts';

let hub: LocalHub;
let step: Step;

beforeAll(async () => {
  [hub, step] = await Promise.all([startHub(), Step.start()]);
});

afterAll(() => Promise.all([hub.close(), step.close()]));

beforeEach(() => {
  hub.createSpace('owner/one');
  hub.createSpace('owner/two');
  hub.clearRequests();
});

describe('runRestartSpace', () => {
  test('tells the stage of every Space in their order, and fails when one of them was not restarted', async () => {
    const { exitCode, outputs, log, summary } = await run({
      'space-id': 'owner/missing, owner/one owner/two',
    });
    expect([exitCode, outputs]).toEqual([
      1,
      { stage: '', stages: '["","RUNNING_APP_STARTING","RUNNING_APP_STARTING"]' },
    ]);
    expect(log).toContain(
      '::error title=owner/missing%3A not restarted::The Hub does not find the Space owner/missing',
    );
    expect(summary).toMatch(
      /\| \[owner\/missing\]\(.*\) \| unknown \| .* \| ❌ The Hub does not find the Space/,
    );
    expect(summary).toMatch(/\| \[owner\/two\]\(.*\) \| `RUNNING_APP_STARTING` \| .* \| restarted \|/);
  });

  test('only says what it would do in a dry run', async () => {
    const { exitCode, outputs, log } = await run({ 'wait-for': 'paused', 'dry-run': 'true' });
    expect([exitCode, outputs, hub.requests]).toEqual([0, { stage: '', stages: '[]' }, []]);
    expect(log).toContain('Dry run: the Space owner/one would be restarted and waited for until PAUSED.');
  });

  test('empties its outputs before it fails for unusable inputs', async () => {
    const { exitCode, outputs, log } = await run({ 'space-id': ' , ' });
    expect([exitCode, outputs]).toEqual([1, { stage: '', stages: '[]' }]);
    expect(log).toContain('- space-id is missing: the Space to restart');
  });
});

function run(inputs: Readonly<Record<string, string>> = {}) {
  const given = { 'space-id': 'owner/one', 'hf-token': TOKENS.writer, 'hub-endpoint': hub.url };
  const environment = environmentOf({ ...given, ...inputs });
  return step.run((signal) =>
    runRestartSpace(
      readInputs(GITHUB_ACTIONS, RESTART_SPACE, environment),
      { openSpace: openSpaceIn(GITHUB_ACTIONS) },
      signal,
    ),
  );
}
