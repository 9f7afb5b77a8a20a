import { PRODUCTION_TAG, promotionAt, promotionsOf } from '../promotion/promotions.ts';
import { PruneError } from './prune.ts';

/**
 * Finds the version of the dataset that a model in production was promoted on: the tag `promoted-<version>` on the commit of
 * its tag `production`.
 *
 * @param tags commit that each tag of the model repo points to
 * @returns null when the repo has no tag `production`
 * @throws PruneError when it has, and no tag names the version
 */
export function productionVersion(model: string, tags: ReadonlyMap<string, string>): string | null {
  const production = tags.get(PRODUCTION_TAG);
  if (production === undefined) return null;
  const promotion = promotionAt(promotionsOf(tags), production);
  if (promotion !== null) return promotion.version;
  throw new PruneError(
    `The tag production of the model ${model} is on a commit without a tag promoted-<version>, so the version it was trained on is unknown. Promote the model with promote-model, or set force: true.`,
  );
}
