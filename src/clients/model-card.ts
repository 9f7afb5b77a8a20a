import type { HubValues } from '../action/hub-inputs.ts';
import { readModelCard as readCard } from '../hub/model-card.ts';
import { openHub } from './hub.ts';

/** Reads the card of a model of the Hub that inputs name. @returns null for a model without one */
export function readModelCard(model: string, inputs: HubValues, signal: AbortSignal): Promise<string | null> {
  return readCard(model, openHub(inputs, { signal }));
}
