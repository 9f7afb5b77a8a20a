import type { PreviousVersion } from '../version/metadata.ts';
import type { KeptVersion } from './kept-version.ts';

/** Returns that a version was published, and why if its data is that of the version before. */
export function publishedReason(
  tag: string,
  { previous, repaired }: { previous: PreviousVersion | null; repaired: readonly string[] },
): string {
  return repaired.length > 0 && previous !== null
    ? `Version ${tag} was published with the same data, because ${brokenSince(previous.versionTag, repaired)}.`
    : `Version ${tag} was published.`;
}

/** Returns that `main` holds the data already, and what an interrupted run had left to do. */
export function unchangedReason(
  tag: string,
  { isTagged, isAnnounced }: Pick<KeptVersion, 'isTagged' | 'isAnnounced'>,
): string {
  if (!isTagged)
    return `The data has not changed. The tag ${tag} was missing, for example after an interrupted run, and was set.`;
  return isAnnounced
    ? `The data has not changed since ${tag}.`
    : `The data has not changed since ${tag}. No run has announced this version yet, for example after an interrupted run.`;
}

const NAMED_FILES = 5;

/** Returns which files of a version in a repo are no longer as they were published. */
export function brokenSince(tag: string, broken: readonly string[]): string {
  return `these files of ${tag} in the repo are not as they were published: ${nameFiles(broken)}`;
}

/** Returns paths as a list, of many the first ones. */
export function nameFiles(paths: readonly string[]): string {
  const named = paths.slice(0, NAMED_FILES).join(', ');
  return paths.length > NAMED_FILES ? `${named} and ${paths.length - NAMED_FILES} more` : named;
}
