import type { HubValues } from '../action/hub-inputs.ts';
import { TriggerMarks } from '../hub/trigger-marks.ts';
import { openHub } from './hub.ts';

/** Opens the marks of a dataset repo that tell which versions were triggered. */
export function openMarks(name: string, inputs: HubValues, signal: AbortSignal): TriggerMarks {
  return new TriggerMarks(name, openHub(inputs, { signal }));
}
