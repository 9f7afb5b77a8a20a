import type { ActionInputs } from '../action/inputs.ts';
import { Space } from '../hub/space.ts';
import type { Delivery } from '../report/delivery.ts';
import { openHub } from './hub.ts';

const CHANNEL = 'Space to pause';

/** What is told of the Space when a run ended before it came to pausing it, or was not asked to. */
export const SPACE_LEFT_ALONE: Delivery = { channel: CHANNEL, state: 'off', detail: '' };

/** Pauses the Space that used to prepare the datasets; none of it can fail a run. */
export async function pausePreparationSpace(inputs: ActionInputs, signal: AbortSignal): Promise<Delivery> {
  const { spaceToPause: name, dryRun } = inputs;
  if (name === null || dryRun) return SPACE_LEFT_ALONE;
  try {
    const space = new Space(name, openHub(inputs, { signal }));
    return { channel: CHANNEL, state: 'delivered', detail: `${name} is ${await space.pause()}` };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { channel: CHANNEL, state: 'failed', detail };
  }
}
