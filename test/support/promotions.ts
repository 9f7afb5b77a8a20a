import type { DatasetHistory } from '../../src/dashboard/published-version.ts';
import type { ModelPromotions } from '../../src/dashboard/read-promotions.ts';
import { readProduction } from '../../src/promotion/move-production.ts';

/** Returns what the tags of a model record. @param tags commit of each tag */
export async function promotionsFrom(
  model: string,
  tags: Readonly<Record<string, string>>,
): Promise<ModelPromotions> {
  const production = await readProduction({ tags: async () => new Map(Object.entries(tags)) });
  return { model, production, missing: null };
}

/** A model that was promoted on every third version; the newest promotion was rolled back. */
export function somePromotions({ name, versions }: DatasetHistory): Promise<ModelPromotions> {
  const promoted = versions.flatMap(({ tag }, index) =>
    index % 3 === 1 ? [{ tag, commit: `c0ffee${index}` }] : [],
  );
  const [last, newest] = promoted.slice(-2);
  return promotionsFrom(`owner/${name}-classifier`, {
    ...Object.fromEntries(promoted.map(({ tag, commit }) => [`promoted-${tag}`, commit])),
    [`rolled-back-${newest.tag}`]: newest.commit,
    production: last.commit,
  });
}
