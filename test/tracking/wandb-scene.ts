import { createWandbChannel, type WandbChannelOptions } from '../../src/tracking/wandb-channel.ts';
import type { LocalWandb } from '../support/local-wandb/server.ts';

export const KEY = 'wandb_key_7f3a9c';
export const PROJECT = 'sambodhan-dataset-pipeline';

/** A channel to a local W&B, with what the Python client was given when it was recorded. */
export function channelTo({ url }: Pick<LocalWandb, 'url'>, changes: Partial<WandbChannelOptions> = {}) {
  return createWandbChannel({
    apiKey: KEY,
    baseUrl: url,
    project: PROJECT,
    entity: null,
    config: { random_state: 42, split: '80/10/10' },
    place: null,
    retryDelayMs: 1,
    ...changes,
  });
}
