/** What a tag is released as. */
export interface ReleasePlan {
  readonly isPrerelease: boolean;
  /** The major tag that moves to it, null when none does. */
  readonly majorTag: string | null;
}

/** A version by Semantic Versioning 2.0.0 (https://semver.org), behind a `v`. */
const VERSION =
  /^v(?<major>0|[1-9]\d*)\.(?<minor>0|[1-9]\d*)\.(?<patch>0|[1-9]\d*)(?<pre>-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

/**
 * Plans the release of a tag: the major tag moves to a final release only, and only to the highest of its major
 * version, so that whoever uses `@v1` never goes back and never gets a release candidate.
 *
 * @param tags all tags of the repository
 * @throws Error when the tag is no version
 */
export function planRelease(tag: string, tags: readonly string[]): ReleasePlan {
  const version = parse(tag);
  if (version === null) throw new Error(`${JSON.stringify(tag)} is no version: it must look like v1.2.3.`);
  const isHighest = tags.every((other) => {
    const known = parse(other);
    return known === null || known.isPrerelease || known.major !== version.major || !isHigher(known, version);
  });
  const movesMajor = isHighest && !version.isPrerelease;
  return { isPrerelease: version.isPrerelease, majorTag: movesMajor ? `v${version.major}` : null };
}

/**
 * Returns the tags of a release's container image: its version, and where the major tag moves also the major version and
 * `latest`.
 */
export function imageTags(tag: string, { majorTag }: ReleasePlan): string[] {
  return [tag.slice(1), ...(majorTag === null ? [] : [majorTag.slice(1), 'latest'])];
}

interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly isPrerelease: boolean;
}

function parse(tag: string): Version | null {
  const { major, minor, patch, pre } = VERSION.exec(tag)?.groups ?? {};
  if (major === undefined) return null;
  const [a, b, c] = [major, minor, patch].map(Number);
  return { major: a, minor: b, patch: c, isPrerelease: pre !== undefined };
}

function isHigher(a: Version, b: Version): boolean {
  return a.minor > b.minor || (a.minor === b.minor && a.patch > b.patch);
}
