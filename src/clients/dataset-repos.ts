import { setSecret } from '@actions/core';
import type { HubValues } from '../action/hub-inputs.ts';
import { logHubWait } from '../action/hub-wait.ts';
import { DatasetRepo } from '../hub/dataset-repo.ts';
import { createTokenSource } from '../hub/oidc-token.ts';
import { TriggerMarks } from '../hub/trigger-marks.ts';

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
  return new DatasetRepo(name, { ...requestOptions(name, inputs, signal), onUploaded });
}

/** Opens the marks of a dataset repo that tell which versions were triggered. */
export function openMarks(name: string, inputs: HubValues, signal: AbortSignal): TriggerMarks {
  return new TriggerMarks(name, requestOptions(name, inputs, signal));
}

function requestOptions(name: string, { hfToken, hubEndpoint: endpoint }: HubValues, signal: AbortSignal) {
  const shared = { endpoint, signal, onWait: logHubWait };
  const token = createTokenSource({ ...shared, token: hfToken, repo: `datasets/${name}`, mask: setSecret });
  return { ...shared, token };
}
