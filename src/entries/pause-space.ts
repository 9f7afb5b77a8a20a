import { info, setSecret } from '@actions/core';
import { logHubWait } from '../action/hub-wait.ts';
import { maskSecrets } from '../action/mask-secrets.ts';
import { runAction } from '../action/run-action.ts';
import {
  givenHubToken,
  type PauseInputs,
  readPauseInputs,
  subActionSources,
} from '../action/space-inputs.ts';
import { writeOutput } from '../action/write-output.ts';
import { openSpace } from '../hub/open-space.ts';
import { pauseSpace } from '../hub/restart-space.ts';

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

async function pause(
  { space: name, hfToken: token, hubEndpoint: endpoint, wait }: PauseInputs,
  signal: AbortSignal,
): Promise<boolean> {
  const space = openSpace(name, { token, endpoint, mask: setSecret, onWait: logHubWait, signal });
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
