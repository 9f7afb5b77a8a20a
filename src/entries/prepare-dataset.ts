import { PREPARE_DATASET } from '../action/prepare-dataset-inputs.ts';
import { readInputs } from '../action/read-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { runPrepareDataset } from '../runs/prepare-dataset.ts';
import { createChannels } from '../wire/channels.ts';
import { openSpace } from '../wire/hub.ts';
import { createPipelineClients } from '../wire/prepare-dataset.ts';

const clients = { openChannels: createChannels, openPipeline: createPipelineClients, openSpace };

await runAction((signal) => runPrepareDataset(readInputs(PREPARE_DATASET), clients, signal), {
  summarizes: true,
});
