import { PREPARE_DATASET } from '../action/prepare-dataset-inputs.ts';
import { readInputs } from '../action/read-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { createChannels } from '../clients/channels.ts';
import { createPipelineClients } from '../clients/pipeline-clients.ts';
import { openSpace } from '../clients/space.ts';
import { runPrepareDataset } from '../runs/prepare-dataset.ts';

const clients = { openChannels: createChannels, openPipeline: createPipelineClients, openSpace };

await runAction((signal) => runPrepareDataset(readInputs(PREPARE_DATASET), clients, signal), {
  summarizes: true,
});
