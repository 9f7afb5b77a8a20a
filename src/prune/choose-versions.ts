import { isVersionTag } from '../version/metadata.ts';

/** Which versions are kept; a version is kept when either rule keeps it. */
export interface RetentionRules {
  /** Newest versions that are kept; null for no such rule. */
  readonly keepLast: number | null;
  /** Age in days up to which versions are kept; null for no such rule. */
  readonly keepDays: number | null;
}

const DAY_MS = 86_400_000;

/**
 * Divides versions into those that are kept and those that are removed. The newest is always kept.
 *
 * @param tags of the repo, versions or not
 * @param protectedTags versions that are kept whatever the rules are
 * @returns both with the newest first
 */
export function chooseVersions(
  tags: Iterable<string>,
  { keepLast, keepDays }: RetentionRules,
  { now, protectedTags }: { readonly now: Date; readonly protectedTags: ReadonlySet<string> },
): { readonly kept: string[]; readonly removed: string[] } {
  const versions = versionsIn(tags);
  const isKept = (tag: string, index: number) =>
    index === 0 ||
    protectedTags.has(tag) ||
    (keepLast !== null && index < keepLast) ||
    (keepDays !== null && !(ageInDays(tag, now) > keepDays));
  return {
    kept: versions.filter(isKept),
    removed: versions.filter((tag, index) => !isKept(tag, index)),
  };
}

/** The tags of versions, the newest first. */
export function versionsIn(tags: Iterable<string>): string[] {
  return [...tags].filter(isVersionTag).sort().reverse();
}

/** Days since the instant that a version is named after; NaN for a tag that names none, which is therefore kept. */
function ageInDays(tag: string, now: Date): number {
  const [, year, month, day, hour, minute, second] = /^v(\d{4})(\d\d)(\d\d)_(\d\d)(\d\d)(\d\d)$/.exec(tag)!;
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return (now.getTime() - instant) / DAY_MS;
}

/** The version that a mark is on, such as `announced-v20260101_000000`; null for another tag. */
export function markedVersion(tag: string): string | null {
  return /^(?:announced|offered|retrained)-(v\d{8}_\d{6})(?:-|$)/.exec(tag)?.[1] ?? null;
}
