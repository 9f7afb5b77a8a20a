import type { ShownDataset } from './read-datasets.ts';
import { readModels } from './read-models.ts';
import { type ModelScores, parseScores } from './scores.ts';

/**
 * Reads the scores of models on datasets, each card once. Never rejects: a model without scores has the reason in their place.
 *
 * @param models the models of each dataset, by the name of the dataset
 * @param readCard gives the card of a model, null for a repo without one
 */
export async function readScores(
  datasets: readonly Pick<ShownDataset, 'name' | 'repo'>[],
  models: ReadonlyMap<string, readonly string[]>,
  readCard: (model: string) => Promise<string | null>,
): Promise<ReadonlyMap<string, readonly ModelScores[]>> {
  const cards = await readModels(
    datasets.flatMap(({ name }) => models.get(name) ?? []),
    readCard,
  );
  const scoresOf = (model: string, repo: string): ModelScores => {
    const card = cards.get(model) ?? null;
    if (card instanceof Error) return { model, scores: [], missing: card.message };
    if (card === null) return { model, scores: [], missing: 'The model has no card yet.' };
    const scores = parseScores(card, repo);
    const missing = scores.length > 0 ? null : `The model-index of its card has no score on ${repo}.`;
    return { model, scores, missing };
  };
  return new Map(
    datasets.map(({ name, repo }) => [name, (models.get(name) ?? []).map((model) => scoresOf(model, repo))]),
  );
}
