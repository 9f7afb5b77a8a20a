import type { HubValues } from '../action/hub-inputs.ts';
import { DatasetRepo } from '../hub/dataset-repo.ts';
import { readModelCard as readCard } from '../hub/model-card.ts';
import { TriggerMarks } from '../hub/trigger-marks.ts';
import { openHub } from './hub.ts';

/**
 * Opens a dataset repo of the Hub that inputs name.
 *
 * @param onUploaded called with every file that was uploaded
 * @throws Error when there can be none of that name
 */
export function openDatasetRepo(
  name: string,
  inputs: HubValues,
  signal: AbortSignal,
  onUploaded?: (repo: string, bytes: number) => void,
): DatasetRepo {
  return new DatasetRepo(name, openHub(inputs, { signal, onUploaded }));
}

/** Opens the marks of a dataset repo that record which versions were triggered. */
export function openMarks(name: string, inputs: HubValues, signal: AbortSignal): TriggerMarks {
  return new TriggerMarks(name, openHub(inputs, { signal }));
}

/** Reads the card of a model of the Hub that inputs name. @returns null for a model without one */
export function readModelCard(model: string, inputs: HubValues, signal: AbortSignal): Promise<string | null> {
  return readCard(model, openHub(inputs, { signal }));
}
