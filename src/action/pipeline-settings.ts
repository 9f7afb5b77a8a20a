import type { DatasetDefinition } from '../model/definition.ts';
import { parseSplit } from '../model/split-shares.ts';
import type { DatasetTarget } from '../model/target.ts';
import { DEFAULT_TRUST } from '../model/trust.ts';
import type { PipelineSettings } from '../pipeline/settings.ts';
import type { PrepareDatasetInputs } from './prepare-dataset-inputs.ts';
import { readRunPlace } from './run-place.ts';

/** Returns the settings of the pipeline from the inputs of the root action. */
export function settingsFrom(inputs: PrepareDatasetInputs): PipelineSettings {
  return {
    targets: inputs.datasets.map((definition) => targetFrom(definition, inputs)),
    dryRun: inputs.dryRun,
    endpoint: inputs.hubEndpoint,
    runUrl: readRunPlace().url || null,
  };
}

/** Returns a dataset with its settings: a setting in the file wins over the input of the same name. */
function targetFrom(definition: DatasetDefinition, inputs: PrepareDatasetInputs): DatasetTarget {
  const { correctRatio, randomState, split, splitMethod, minDatasetLen, private: isPrivate } = inputs;
  const given = { correctRatio, randomState, split, splitMethod, minDatasetLen, private: isPrivate };
  const settings = { ...given, ...definition.settings };
  return {
    ...definition,
    settings,
    fractions: parseSplit(settings.split),
    trust: { ...DEFAULT_TRUST, ...inputs.gates, ...definition.trust },
  };
}
