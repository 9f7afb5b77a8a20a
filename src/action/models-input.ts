import { isRepoName, REPO_NAME_RULE } from '../model/repo-name.ts';
import { parseByDataset } from '../retraining/by-dataset.ts';

/**
 * Parses the models that are trained on each dataset: YAML like `reviews: owner/model`, where a dataset may have a list.
 *
 * @throws Error that says, after the name of the input, which cannot be used
 */
export function parseModels(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Array.from(parseByDataset(text, 'models'), ([name, models]) => [
      name,
      [...new Set(models.map((model) => modelName(model, name)))],
    ]),
  );
}

function modelName(model: unknown, dataset: string): string {
  if (typeof model === 'string' && isRepoName(model)) return model;
  const given = typeof model === 'string' ? `: ${JSON.stringify(model)}` : '';
  throw new Error(`names for ${dataset} what is no model on the Hub${given}. Write it as ${REPO_NAME_RULE}`);
}
