import { setSecret } from '@actions/core';
import type { HubValues } from '../action/hub-inputs.ts';
import { logHubWait } from '../action/hub-wait.ts';
import { openSpace as openHubSpace } from '../hub/open-space.ts';
import type { Space } from '../hub/space.ts';

/** Opens a Space of the Hub that inputs name. */
export function openSpace(name: string, inputs: HubValues, signal: AbortSignal): Space {
  const { hfToken: token, hubEndpoint: endpoint } = inputs;
  return openHubSpace(name, { token, endpoint, mask: setSecret, onWait: logHubWait, signal });
}
