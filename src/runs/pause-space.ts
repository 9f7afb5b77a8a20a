import type { HubValues } from '../action/hub-inputs.ts';
import { type InputReading, usableValues } from '../action/read-inputs.ts';
import type { PAUSE_SPACE } from '../action/space-inputs.ts';
import { pauseSpace } from '../hub/restart-space.ts';
import type { Space } from '../hub/space.ts';

/** Clients of the actions about Spaces. */
export interface SpaceClients {
  openSpace(name: string, inputs: HubValues, signal: AbortSignal): Space;
}

const TIMEOUT_MS = 5 * 60_000;

/** Pauses a Space. @throws InputError; Error that was not reported yet if the Space is not paused */
export async function runPauseSpace(
  reading: InputReading<typeof PAUSE_SPACE>,
  { openSpace }: SpaceClients,
  signal: AbortSignal,
): Promise<boolean> {
  const { info, output } = reading.surroundings;
  output('stage', '');
  const inputs = usableValues(reading);
  const { spaceId: name, wait, dryRun } = inputs;
  if (dryRun) {
    info(`Dry run: the Space ${name} would be paused.`);
    return true;
  }
  const { stage, problem } = await pauseSpace(openSpace(name, inputs, signal), {
    wait,
    timeoutMs: TIMEOUT_MS,
    signal,
    onStage: (seen) => info(`The Space ${name} is ${seen}.`),
  });
  output('stage', stage);
  if (problem !== null) throw new Error(problem);
  return true;
}
