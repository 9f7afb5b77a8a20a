import type { HubValues } from '../action/hub-inputs.ts';
import { DatasetRepo } from '../hub/dataset-repo.ts';
import { openHub } from './hub.ts';

/**
 * Opens a dataset repo of the Hub that inputs name.
 *
 * @param onUploaded told of every file that was uploaded
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
