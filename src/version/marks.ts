import { sha256Of } from '../model/file.ts';

/** Returns the name of the tag that marks a version as announced by the outputs of a run. */
export function announcedMark(versionTag: string): string {
  return `announced-${versionTag}`;
}

const OFFERED = 'offered-';

/** True for a mark of {@link offeredMark}, also one that names the pull request. */
export function isOfferedMark(tag: string): boolean {
  return tag.startsWith(OFFERED);
}

/** Returns the name of the tag that marks a version with these metadata as one that this action was about to commit. */
export function offeredMark(versionTag: string, metadata: string): string {
  return `${OFFERED}${versionTag}-${sha256Of([Buffer.from(metadata)]).slice(0, 32)}`;
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
