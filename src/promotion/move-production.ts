import {
  nextTag,
  PRODUCTION_TAG,
  type Promotion,
  promotionAt,
  promotionsOf,
  rolledBackMark,
  standing,
} from './promotions.ts';

/** The tags of a model repo. */
interface ModelTags {
  tags(): Promise<ReadonlyMap<string, string>>;
  /** Sets a tag that is not there, or is on that commit already. */
  setTag(name: string, commit: string, message: string): Promise<void>;
  deleteTag(name: string): Promise<void>;
}

/** What is in production. */
export interface Production {
  readonly promotions: readonly Promotion[];
  /** Commit of the tag `production`; null for a model that was never promoted. */
  readonly commit: string | null;
  /** The promotion of that commit; null where a person set the tag. */
  readonly promotion: Promotion | null;
  /** Where the tag `production` belongs, if a run was killed while it moved the tag; null otherwise. */
  readonly unfinished: Promotion | null;
}

/**
 * Reads what is in production. Every move first sets immutable tags, from which follows where `production` belongs, and then
 * deletes and sets `production`. So a kill between two requests leaves `production` on a promoted revision, or missing, and the
 * next run finishes the move.
 */
export async function readProduction(model: Pick<ModelTags, 'tags'>): Promise<Production> {
  const tags = await model.tags();
  const promotions = promotionsOf(tags);
  const commit = tags.get(PRODUCTION_TAG) ?? null;
  const promotion = commit === null ? null : promotionAt(promotions, commit);
  const isLeft = commit === null || promotion?.isRolledBack === true;
  return { promotions, commit, promotion, unfinished: isLeft ? standing(promotions) : null };
}

/** Sets the tag `production` on a promotion: deletes it where it is elsewhere, and sets it. */
export async function moveProduction(model: ModelTags, to: Promotion): Promise<void> {
  const now = (await model.tags()).get(PRODUCTION_TAG);
  if (now === to.commit) return;
  if (now !== undefined) await model.deleteTag(PRODUCTION_TAG);
  await model.setTag(PRODUCTION_TAG, to.commit, `In production since ${to.tag}`);
}

/**
 * Promotes a revision. Promotions after the one in production, which never served or were taken out of production by hand, are
 * marked as rolled back, so that a rollback returns to what was in production before.
 *
 * @param version tag of the version of the dataset that it was compared on
 */
export async function promote(
  model: ModelTags,
  { promotions, promotion }: Production,
  { commit, version }: { readonly commit: string; readonly version: string },
): Promise<Promotion> {
  const later = laterThan(promotions, promotion);
  const begun = later.findLast((each) => each.commit === commit && each.version === version) ?? null;
  await markRolledBack(
    model,
    later.filter((each) => each !== begun),
  );
  const tag = begun?.tag ?? nextTag(promotions, version);
  const promoted = begun ?? { tag, version, number: 0, commit, isRolledBack: false };
  await model.setTag(tag, commit, `Promoted: better than production on ${version}`);
  await moveProduction(model, promoted);
  return promoted;
}

/**
 * Moves `production` to the promotion before, and returns that.
 *
 * @throws Error when there is none
 */
export async function rollBack(
  model: ModelTags,
  { promotions, promotion, unfinished }: Production,
): Promise<Promotion> {
  if (unfinished !== null) {
    await moveProduction(model, unfinished);
    return unfinished;
  }
  if (promotion === null) {
    throw new Error(
      'The tag production is not on a revision that promote-model promoted, so there is no promotion before it. Move the tag yourself: delete it, and set it on another revision.',
    );
  }
  const before = standing(promotions, promotion);
  if (before === null) {
    throw new Error(
      `${promotion.tag} is the first promotion of this model, so there is none before it. To take it out of production, delete the tags production, promoted-… and rolled-back-… of the model.`,
    );
  }
  await markRolledBack(model, [...laterThan(promotions, promotion), promotion]);
  await moveProduction(model, before);
  return before;
}

/** Promotions after one that were not rolled back, the newest first; all where there is none in production. */
function laterThan(promotions: readonly Promotion[], promotion: Promotion | null): Promotion[] {
  const place = promotion === null ? -1 : promotions.indexOf(promotion);
  return promotions
    .slice(place + 1)
    .filter(({ isRolledBack }) => !isRolledBack)
    .reverse();
}

async function markRolledBack(model: ModelTags, promotions: readonly Promotion[]): Promise<void> {
  for (const each of promotions) {
    await model.setTag(rolledBackMark(each), each.commit, `${each.tag} is not in production any more`);
  }
}
