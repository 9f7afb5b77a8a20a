import { type Production, readProduction } from '../promotion/move-production.ts';
import type { ShownDataset } from './read-datasets.ts';
import { readModels } from './read-models.ts';

/** What the tags of a model record of its promotions. */
export interface ModelPromotions {
  /** Model repo on the Hub, `owner/name`. */
  readonly model: string;
  /** Null where nothing is known. */
  readonly production: Production | null;
  /** Why nothing is known, null when something is. */
  readonly missing: string | null;
}

type OpenModel = (model: string) => Parameters<typeof readProduction>[0];

/**
 * Reads which versions models were promoted on, the tags of each model once. Never rejects: a model without promotions has the
 * reason in their place. A model of several datasets has no promotions here, because its tags do not name a dataset.
 *
 * @param models the models of each dataset, by the name of the dataset
 */
export async function readPromotions(
  datasets: readonly Pick<ShownDataset, 'name'>[],
  models: ReadonlyMap<string, readonly string[]>,
  openModel: OpenModel,
): Promise<ReadonlyMap<string, readonly ModelPromotions[]>> {
  const all = datasets.flatMap(({ name }) => [...new Set(models.get(name))]);
  const isShared = (model: string) => all.indexOf(model) !== all.lastIndexOf(model);
  const read = await readModels(
    all.filter((model) => !isShared(model)),
    async (model) => readProduction(openModel(model)),
  );
  const promotionsOf = (model: string): ModelPromotions => {
    const production = read.get(model);
    if (production === undefined) {
      const missing = 'It is a model of several datasets, and its tags do not name the dataset.';
      return { model, production: null, missing };
    }
    if (production instanceof Error) return { model, production: null, missing: production.message };
    if (production.commit === null && production.promotions.length === 0)
      return { model, production: null, missing: 'It has no tag production and no tag promoted-….' };
    return { model, production, missing: null };
  };
  return new Map(datasets.map(({ name }) => [name, [...new Set(models.get(name))].map(promotionsOf)]));
}
