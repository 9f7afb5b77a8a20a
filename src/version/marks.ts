/** Returns the name of the tag that marks a version as announced by the outputs of a run. */
export function announcedMark(versionTag: string): string {
  return `announced-${versionTag}`;
}

/** Returns the start of the names of all tags that mark a version as one whose retraining was triggered. */
export function retrainedPrefix(versionTag: string): string {
  return `retrained-${versionTag}-`;
}

/** A claim to a mark: a run was about to act on the version. */
const CLAIM = /-by-[0-9a-f]{16}$/;

/** Returns whether the tags of a repo show that a version was announced, or that a run acted on it. */
export function isAnnounced(versionTag: string, tags: Iterable<string>): boolean {
  const prefix = retrainedPrefix(versionTag);
  return [...tags].some(
    (tag) => tag === announcedMark(versionTag) || (tag.startsWith(prefix) && !CLAIM.test(tag)),
  );
}
