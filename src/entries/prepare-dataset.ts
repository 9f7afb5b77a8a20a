import { GITHUB_ACTIONS } from '../action/github-actions.ts';
import { PREPARE_DATASET } from '../action/prepare-dataset-inputs.ts';
import { readInputs } from '../action/read-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { type PrepareDatasetClients, runPrepareDataset } from '../runs/prepare-dataset.ts';
import { createChannels } from '../wire/channels.ts';
import { openSpaceIn } from '../wire/hub.ts';
import { createPipelineClients } from '../wire/prepare-dataset.ts';

const clients: PrepareDatasetClients = {
  openChannels: createChannels,
  openPipeline: (...given) => createPipelineClients(GITHUB_ACTIONS, ...given),
  openSpace: openSpaceIn(GITHUB_ACTIONS),
};

await runAction(
  GITHUB_ACTIONS,
  (signal) => runPrepareDataset(readInputs(GITHUB_ACTIONS, PREPARE_DATASET), clients, signal),
  {
    summarizes: true,
  },
);
