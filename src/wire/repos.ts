import type { HubValues } from '../action/hub-inputs.ts';
import { DatasetRepo } from '../hub/dataset-repo.ts';
import { readModelCard as readCard } from '../hub/model-card.ts';
import { ModelRepo } from '../hub/model-repo.ts';
import { RepoHistory } from '../hub/repo-history.ts';
import { TriggerMarks } from '../hub/trigger-marks.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { openHub } from './hub.ts';

/**
 * Opens a dataset repo of the Hub that the inputs name.
 *
 * @param options.onUploaded called with every file that was uploaded
 * @throws Error if the name is not allowed
 */
export function openDatasetRepo(
  surroundings: Surroundings,
  name: string,
  inputs: HubValues,
  options: { signal: AbortSignal; onUploaded?: (repo: string, bytes: number) => void },
): DatasetRepo {
  return new DatasetRepo(name, openHub(surroundings, inputs, options));
}

/** Bytes of the largest file of a test split, or of predictions, that is read. */
const MOST_BYTES = 2 ** 30;

/** Returns what opens a dataset repo of which data files are read, too. */
export function openLargeDatasetRepoIn(surroundings: Surroundings) {
  return (name: string, inputs: HubValues, signal: AbortSignal) =>
    new DatasetRepo(name, openHub(surroundings, inputs, { signal, mostBytes: MOST_BYTES }));
}

/** Returns what opens a model repo of the Hub that inputs name. */
export function openModelIn(surroundings: Surroundings) {
  return (name: string, inputs: HubValues, signal: AbortSignal) =>
    new ModelRepo(name, openHub(surroundings, inputs, { signal, mostBytes: MOST_BYTES }));
}

/** Returns what opens the marks of a dataset repo that record which versions were triggered. */
export function openMarksIn(surroundings: Surroundings) {
  return (name: string, inputs: HubValues, signal: AbortSignal) =>
    new TriggerMarks(name, openHub(surroundings, inputs, { signal }));
}

/** Returns a function that reads the card of a model of the Hub that the inputs name, null for a model without one. */
export function readModelCardIn(surroundings: Surroundings) {
  return (model: string, inputs: HubValues, signal: AbortSignal, revision?: string) =>
    readCard(model, openHub(surroundings, inputs, { signal }), revision);
}

/** Returns what opens the references and the history of a dataset repo. */
export function openHistoryIn(surroundings: Surroundings) {
  return (name: string, inputs: HubValues, signal: AbortSignal) =>
    new RepoHistory(name, openHub(surroundings, inputs, { signal }));
}
