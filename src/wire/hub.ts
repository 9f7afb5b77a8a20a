import { info, setSecret } from '@actions/core';
import type { HubValues } from '../action/hub-inputs.ts';
import { createHub, type Hub, type HubOptions } from '../hub/hub.ts';
import { Space } from '../hub/space.ts';

/**
 * Opens the Hub that an action's inputs name. The runner masks every token it gets, and the log says when it waits.
 *
 * @param options.signal ends every request and every wait
 */
export function openHub(
  { hfToken: token, hubEndpoint: endpoint }: { hfToken: string | null; hubEndpoint: string },
  options: Required<Pick<HubOptions, 'signal'>> & Pick<HubOptions, 'onUploaded'>,
): Hub {
  return createHub({
    ...options,
    token,
    endpoint,
    mask: setSecret,
    onWait: ({ repo, reason, delayMs }) =>
      info(`The Hub answered ${reason} for ${repo}; trying again in ${delayMs / 1000} s.`),
  });
}

/** Opens a Space of the Hub that inputs name. */
export function openSpace(name: string, inputs: HubValues, signal: AbortSignal): Space {
  return new Space(name, openHub(inputs, { signal }));
}
