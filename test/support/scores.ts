import type { DatasetHistory } from '../../src/dashboard/published-version.ts';
import type { ModelScores } from '../../src/dashboard/scores.ts';

/** A model that tells two metrics of all versions of a dataset but every fifth, which it was not trained on. */
export function someScores({ name, versions }: DatasetHistory, metric = 'Accuracy'): ModelScores {
  const scores = versions.flatMap(({ tag }, index) => {
    if (index % 5 === 3) return [];
    const accuracy = 0.94 - 0.12 / (1 + index / 6) + 0.01 * Math.sin(7 * index);
    const of = { revision: tag, split: 'test' };
    return [
      { ...of, metric, value: accuracy },
      { ...of, metric: 'Macro F1', value: accuracy - 0.05 },
    ];
  });
  return { model: `owner/${name}-classifier`, scores, missing: null };
}
