import { BUILT_IN_LABELS } from '../dataset/label-schema.ts';
import type { PipelineSettings } from '../pipeline/settings.ts';
import type { ActionInputs } from './inputs.ts';

/** What the pipeline is to do, from the inputs of the root action. */
export function settingsFrom(inputs: ActionInputs): PipelineSettings {
  return {
    targets: BUILT_IN_LABELS.flatMap((schema) => {
      const repoName = inputs.datasets.get(schema.name);
      return repoName === undefined ? [] : [{ schema, repoName }];
    }),
    parameters: {
      correct_ratio: inputs.correctRatio,
      random_state: inputs.randomState,
      split: inputs.split,
      split_method: inputs.splitMethod,
      min_dataset_len: inputs.minDatasetLen,
    },
    fractions: inputs.fractions,
    visibility: inputs.isPrivate ? 'private' : 'public',
    dryRun: inputs.dryRun,
    endpoint: inputs.hubEndpoint,
  };
}
