import type { HubValues } from '../action/hub-inputs.ts';
import { createHub, type Hub, type HubOptions } from '../hub/hub.ts';
import { Space } from '../hub/space.ts';
import type { Surroundings } from '../model/surroundings.ts';

/**
 * Opens the Hub that the inputs name. Every token that it gets is masked, and its waits are logged.
 *
 * @param options.signal ends every request and every wait
 */
export function openHub(
  { info, mask }: Surroundings,
  { hfToken: token, hubEndpoint: endpoint }: { hfToken: string | null; hubEndpoint: string },
  options: Required<Pick<HubOptions, 'signal'>> & Pick<HubOptions, 'onUploaded' | 'mostBytes'>,
): Hub {
  return createHub({
    ...options,
    token,
    endpoint,
    mask,
    onWait: ({ repo, reason, delayMs }) =>
      info(`The Hub answered ${reason} for ${repo}; trying again in ${delayMs / 1000} s.`),
  });
}

/** Returns a function that opens a Space of the Hub that the inputs name. */
export function openSpaceIn(surroundings: Surroundings) {
  return (name: string, inputs: HubValues, signal: AbortSignal) =>
    new Space(name, openHub(surroundings, inputs, { signal }));
}
