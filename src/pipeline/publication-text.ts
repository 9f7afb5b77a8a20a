import type { Publication } from './publish-version.ts';

/** Why a publish came to what it did, in a sentence. */
export function reasonOf(publication: Omit<Publication, 'commit'>): string {
  const { status, tag, previous, tagRestored, isNew, repaired } = publication;
  if (status === 'published') {
    return repaired.length > 0 && previous !== null
      ? `Version ${tag} was published, of the same data: ${brokenSince(previous.versionTag, repaired)}.`
      : `Version ${tag} was published.`;
  }
  if (tagRestored)
    return `The data has not changed. Its tag ${tag} was missing, as after an interrupted run, and has been set.`;
  return isNew
    ? `The data has not changed since ${tag}, which no run has told of yet, as after an interrupted one.`
    : `The data has not changed since ${tag}.`;
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
