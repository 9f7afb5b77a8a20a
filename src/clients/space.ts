import type { HubValues } from '../action/hub-inputs.ts';
import { Space } from '../hub/space.ts';
import { openHub } from './hub.ts';

/** Opens a Space of the Hub that inputs name. */
export function openSpace(name: string, inputs: HubValues, signal: AbortSignal): Space {
  return new Space(name, openHub(inputs, { signal }));
}
