import type { PROMOTE_MODEL } from '../action/promote-inputs.ts';
import type { InputReading } from '../action/read-inputs.ts';
import { readRunPlace } from '../action/run-place.ts';
import { type EndComparison, startComparisonRun } from '../tracking/comparison-run.ts';
import { wandbAddress } from './wandb-address.ts';

/** Starts to track a comparison of models where the inputs ask for it; null where they do not. */
export function trackComparison({
  texts,
  environment,
  surroundings,
}: InputReading<typeof PROMOTE_MODEL>): EndComparison | null {
  const apiKey = texts['wandb-api-key'];
  if (apiKey === '') return null;
  const { dataset, version, model, candidate, alpha } = texts;
  const rule = { alpha, min_gain: texts['min-gain'], max_class_drop: texts['max-class-drop'] };
  return startComparisonRun({
    apiKey,
    ...wandbAddress(texts),
    config: { dataset, version: version || 'newest', model, candidate, ...rule },
    place: readRunPlace(environment),
    info: surroundings.info,
    warning: surroundings.warning,
  });
}
