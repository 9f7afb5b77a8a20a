/** Tag of the model revision that is in production. */
export const PRODUCTION_TAG = 'production';

/** A revision that was promoted: an immutable tag. */
export interface Promotion {
  /** `promoted-<dataset tag>`, with `-2` and so on for a further promotion on the same version. */
  readonly tag: string;
  /** Tag of the version of the dataset that it was compared on. */
  readonly version: string;
  readonly number: number;
  readonly commit: string;
  /** True when a rollback took it out of production. */
  readonly isRolledBack: boolean;
}

const PROMOTED = /^promoted-(v\d{8}_\d{6})(?:-([1-9]\d*))?$/;

/** Returns the tag that records that a promotion was taken out of production. */
export function rolledBackMark({ tag }: Pick<Promotion, 'tag'>): string {
  return tag.replace(/^promoted-/, 'rolled-back-');
}

/** Returns the promotions of a model, the newest last. @param tags commit of each tag of its repo */
export function promotionsOf(tags: ReadonlyMap<string, string>): Promotion[] {
  return Array.from(tags, ([tag, commit]) => {
    const [, version, number] = PROMOTED.exec(tag) ?? [];
    return version === undefined
      ? []
      : [
          {
            tag,
            version,
            number: Number(number ?? 1),
            commit,
            isRolledBack: tags.has(rolledBackMark({ tag })),
          },
        ];
  })
    .flat()
    .sort((a, b) => (a.version === b.version ? a.number - b.number : a.version < b.version ? -1 : 1));
}

/**
 * Returns the promotion that is in production, if the tag `production` is on one: of several of the same commit the newest that
 * was not rolled back.
 */
export function promotionAt(promotions: readonly Promotion[], commit: string): Promotion | null {
  const own = promotions.filter((each) => each.commit === commit);
  return own.findLast(({ isRolledBack }) => !isRolledBack) ?? own.at(-1) ?? null;
}

/** Returns the newest promotion that was not rolled back, before another one where that is given; null for none. */
export function standing(promotions: readonly Promotion[], before?: Promotion): Promotion | null {
  const place = before === undefined ? promotions.length : promotions.indexOf(before);
  return promotions.slice(0, place).findLast(({ isRolledBack }) => !isRolledBack) ?? null;
}

/** Returns the tag of a new promotion on a version: one that no promotion had. */
export function nextTag(promotions: readonly Promotion[], version: string): string {
  const last = promotions.findLast((each) => each.version === version);
  return last === undefined ? `promoted-${version}` : `promoted-${version}-${last.number + 1}`;
}
