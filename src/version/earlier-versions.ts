import { isCount, isRecord } from '../text/json.ts';

/** A version and its rows. */
export interface VersionSize {
  readonly tag: string;
  readonly rows: number;
}

/** Versions whose rows a new version is compared with. */
const MOST_VERSIONS = 10;

/** Number of these versions that the metadata of the last one list beside its own. */
export const MOST_EARLIER = MOST_VERSIONS - 1;

/** Reads from the metadata of a version the sizes of earlier ones, the newest first. */
export function parseEarlierVersions(value: unknown): VersionSize[] {
  if (!Array.isArray(value)) return [];
  const sizes = value.map((entry: unknown): VersionSize | null => {
    const { version_tag: tag, num_samples: rows } = isRecord(entry) ? entry : {};
    return typeof tag === 'string' && /^v\d{8}_\d{6}$/.test(tag) && isCount(rows) ? { tag, rows } : null;
  });
  return sizes.filter((size) => size !== null).slice(0, MOST_EARLIER);
}

/**
 * Returns the versions that a new one may not be much smaller than: the last one and those before it, back to one that
 * itself had lost more rows than allowed. A person accepted that loss by publishing it.
 *
 * @param most largest loss of rows in percent
 * @returns the newest first; empty if the last version has no recorded number of rows
 */
export function comparedVersions(
  {
    versionTag,
    numSamples,
    earlierVersions,
  }: {
    readonly versionTag: string;
    readonly numSamples: number | null;
    readonly earlierVersions: readonly VersionSize[];
  },
  most: number,
): VersionSize[] {
  if (numSamples === null) return [];
  const versions = [{ tag: versionTag, rows: numSamples }, ...earlierVersions];
  const accepted = versions.findIndex(({ rows }, index) =>
    versions.slice(index + 1).some((older) => lossOf(older.rows, rows) > most),
  );
  return accepted === -1 ? versions : versions.slice(0, accepted + 1);
}

/** Returns the loss of rows in percent; below 0 if there are more rows than before. */
export function lossOf(before: number, now: number): number {
  return before === 0 ? 0 : (100 * (before - now)) / before;
}
