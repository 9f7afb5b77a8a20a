import type { PreviousVersion } from '../version/metadata.ts';
import type { KeptVersion } from './kept-version.ts';

/** Says that a version was published, and why if its data is that of the version before. */
export function publishedReason(
  tag: string,
  { previous, repaired }: { previous: PreviousVersion | null; repaired: readonly string[] },
): string {
  return repaired.length > 0 && previous !== null
    ? `Version ${tag} was published, of the same data: ${brokenSince(previous.versionTag, repaired)}.`
    : `Version ${tag} was published.`;
}

/** Says that `main` holds the data already, and what an interrupted run had left to do. */
export function unchangedReason(
  tag: string,
  { isTagged, isAnnounced }: Pick<KeptVersion, 'isTagged' | 'isAnnounced'>,
): string {
  if (!isTagged)
    return `The data has not changed. Its tag ${tag} was missing, as after an interrupted run, and has been set.`;
  return isAnnounced
    ? `The data has not changed since ${tag}.`
    : `The data has not changed since ${tag}, which no run has told of yet, as after an interrupted one.`;
}

const NAMED_FILES = 5;

/** Says of what a repo holds of a version that it is not that version any more. */
export function brokenSince(tag: string, broken: readonly string[]): string {
  return `what the repo holds of ${tag} cannot be loaded as it was published (${nameFiles(broken)})`;
}

/** Paths as a list, of many the first ones. */
export function nameFiles(paths: readonly string[]): string {
  const named = paths.slice(0, NAMED_FILES).join(', ');
  return paths.length > NAMED_FILES ? `${named} and ${paths.length - NAMED_FILES} more` : named;
}
