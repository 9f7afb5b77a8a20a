import { info } from '@actions/core';
import { maskSecrets } from '../action/mask-secrets.ts';
import { runAction } from '../action/run-action.ts';
import {
  givenHubToken,
  type PauseInputs,
  readPauseInputs,
  subActionSources,
} from '../action/space-inputs.ts';
import { writeOutput } from '../action/write-output.ts';
import { openHub } from '../clients/hub.ts';
import { pauseSpace } from '../hub/restart-space.ts';
import { Space } from '../hub/space.ts';

const TIMEOUT_MS = 5 * 60_000;

await runAction(async (signal) => {
  const sources = subActionSources('pause-space');
  maskSecrets(givenHubToken(sources));
  writeOutput('stage', '');
  const inputs = readPauseInputs(sources);
  if (inputs.dryRun) {
    info(`Dry run: the Space ${inputs.space} would be paused.`);
    return true;
  }
  return pause(inputs, signal);
});

async function pause(inputs: PauseInputs, signal: AbortSignal): Promise<boolean> {
  const { space: name, wait } = inputs;
  const space = new Space(name, openHub(inputs, { signal }));
  const { stage, problem } = await pauseSpace(space, {
    wait,
    timeoutMs: TIMEOUT_MS,
    signal,
    onStage: (seen) => info(`The Space ${name} is ${seen}.`),
  });
  writeOutput('stage', stage);
  if (problem !== null) throw new Error(problem);
  return true;
}
