import { expect, test } from '@jest/globals';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { PREPARE_DATASET } from '../../src/action/prepare-dataset-inputs.ts';
import { readInputs } from '../../src/action/read-inputs.ts';
import { createChannels } from '../../src/wire/channels.ts';
import { environmentOf } from '../support/inputs.ts';
import { runReport } from '../support/reports.ts';

test.each([
  [false, ['failed', 'failed', 'off', 'failed']],
  [true, ['off', 'off', 'off', 'off']],
])('with dry-run: %s the channels are %j', async (dryRun, states) => {
  const inputs = {
    // Nothing listens there, and a server that is none fails at once.
    'wandb-api-key': 'key',
    'wandb-base-url': 'http://127.0.0.1:1/',
    'smtp-url': 'smtp',
    'github-token': 'ghs_x',
    'webhook-url': 'webhook',
  };
  const reading = readInputs(
    GITHUB_ACTIONS,
    PREPARE_DATASET,
    environmentOf(inputs, { GITHUB_EVENT_NAME: 'pull_request' }),
  );
  const channels = createChannels(reading, { endpoint: 'http://127.0.0.1:1', dryRun });
  const deliveries = await Promise.all(channels.map((channel) => channel.report(runReport())));
  expect(deliveries.map(({ state }) => state)).toEqual(states);
});
