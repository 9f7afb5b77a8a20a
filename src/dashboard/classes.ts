import type { DatasetVersion } from './published-version.ts';

/** A class, or all classes beyond those shown on their own. */
export interface ClassLine {
  /** Null for the classes that are summed up. */
  readonly name: string | null;
  /** Rows in each version, null where the version does not record them. */
  readonly rows: readonly (number | null)[];
}

/**
 * Rows per class over versions: the classes of the newest version first, in its order, then those of older ones.
 *
 * @param most classes that get a line of their own; the smaller ones beyond are summed up
 */
export function classLines(versions: readonly DatasetVersion[], most: number): ClassLine[] {
  const names = new Set(versions.toReversed().flatMap(({ classRows }) => [...(classRows?.keys() ?? [])]));
  const lines = Array.from(names, (name) => ({
    name,
    rows: versions.map(({ classRows }) => (classRows === null ? null : (classRows.get(name) ?? 0))),
  }));
  if (lines.length <= most) return lines;
  const size = ({ rows }: ClassLine) => rows.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  const large = new Set(lines.toSorted((a, b) => size(b) - size(a)).slice(0, most - 1));
  const small = lines.filter((line) => !large.has(line));
  const rest = versions.map(({ classRows }, index) =>
    classRows === null ? null : small.reduce((sum, { rows }) => sum + (rows[index] ?? 0), 0),
  );
  return [...lines.filter((line) => large.has(line)), { name: null, rows: rest }];
}
