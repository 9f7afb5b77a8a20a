import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { readInputs } from '../../src/action/read-inputs.ts';
import { PAUSE_SPACE } from '../../src/action/space-inputs.ts';
import { runPauseSpace } from '../../src/runs/pause-space.ts';
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
  hub.createSpace('owner/prepare');
  hub.clearRequests();
});

describe('runPauseSpace', () => {
  test('tells the stage of the paused Space', async () => {
    const { exitCode, outputs, log } = await run();
    expect([exitCode, outputs]).toEqual([0, { stage: 'PAUSED' }]);
    expect(log).toContain('The Space owner/prepare is PAUSED.');
  });

  test('asks nothing of the Hub in a dry run', async () => {
    const { exitCode, outputs, log } = await run({ 'dry-run': 'true' });
    expect([exitCode, outputs, hub.requests]).toEqual([0, { stage: '' }, []]);
    expect(log).toContain('Dry run: the Space owner/prepare would be paused.');
  });

  test('empties its output before it fails for unusable inputs', async () => {
    const { exitCode, outputs, log, masked } = await run({ 'space-id': '' });
    expect([exitCode, outputs, masked]).toEqual([1, { stage: '' }, [TOKENS.writer]]);
    expect(log).toContain('::error::The inputs cannot be used.%0A- space-id is missing: the Space to pause');
  });

  test('fails with the words of the Hub', async () => {
    const { exitCode, outputs, log } = await run({ 'hf-token': TOKENS.reader });
    expect([exitCode, outputs]).toEqual([1, { stage: '' }]);
    expect(log).toContain('::error::The token may not pause the Space owner/prepare (403)');
  });
});

function run(inputs: Readonly<Record<string, string>> = {}) {
  const given = { 'space-id': 'owner/prepare', 'hf-token': TOKENS.writer, 'hub-endpoint': hub.url };
  const environment = environmentOf({ ...given, ...inputs });
  return step.run((signal) =>
    runPauseSpace(
      readInputs(GITHUB_ACTIONS, PAUSE_SPACE, environment),
      { openSpace: openSpaceIn(GITHUB_ACTIONS) },
      signal,
    ),
  );
}
