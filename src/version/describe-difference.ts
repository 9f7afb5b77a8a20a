import { type IndexDifference, valuesOf } from '../engine/row-index/diff-indexes.ts';
import { SPLIT_NAMES } from '../model/rows.ts';
import { escapeMarkdown, formatCount, markdownTable } from '../text/markdown.ts';

/** Pairs of classes that are listed of relabelled rows. */
const MOST_PAIRS = 50;

/** How the rows of a class differ between two versions. */
interface ClassDifference {
  readonly name: string;
  readonly added: number;
  readonly removed: number;
  /** Rows of both versions that another class had before, and that another class has now. */
  readonly relabelled_to: number;
  readonly relabelled_from: number;
  /** How many more rows the class has. */
  readonly net: number;
}

/** The difference of two versions as JSON. Classes are empty where a row has no class, or several. */
export interface DescribedDifference {
  readonly before: string;
  readonly now: string;
  readonly added: number;
  readonly removed: number;
  readonly relabelled: number;
  readonly moved: number;
  readonly same: number;
  readonly splits: IndexDifference['splits'];
  readonly classes: readonly ClassDifference[];
  readonly relabelled_pairs: readonly { readonly from: string; readonly to: string; readonly rows: number }[];
}

/**
 * Describes how two versions differ.
 *
 * @param names of the classes of both versions by their ids
 */
export function describeDifference(
  difference: IndexDifference,
  { before, now }: { readonly before: string; readonly now: string },
  names: { readonly before: readonly string[]; readonly now: readonly string[] },
): DescribedDifference {
  const { added, removed, relabelled, moved, same, splits } = difference;
  const pairs = Array.from(difference.relabelledPairs, ([pair, rows]) => {
    const [from, to] = valuesOf(pair);
    return { from: names.before[from] ?? String(from), to: names.now[to] ?? String(to), rows };
  });
  const counts = new Map<string, { added: number; removed: number; to: number; from: number }>();
  const of = (name: string) => {
    const known = counts.get(name) ?? { added: 0, removed: 0, to: 0, from: 0 };
    counts.set(name, known);
    return known;
  };
  for (const [value, rows] of difference.addedValues) of(names.now[value] ?? String(value)).added += rows;
  for (const [value, rows] of difference.removedValues)
    of(names.before[value] ?? String(value)).removed += rows;
  for (const { from, to, rows } of pairs) {
    of(from).from += rows;
    of(to).to += rows;
  }
  const order = new Map([...names.now, ...names.before].map((name, index) => [name, index]));
  const classes = Array.from(counts, ([name, count]) => ({
    name,
    added: count.added,
    removed: count.removed,
    relabelled_to: count.to,
    relabelled_from: count.from,
    net: count.added - count.removed + count.to - count.from,
  })).sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0));
  const sorted = pairs.sort((a, b) => b.rows - a.rows || (a.from < b.from ? -1 : 1));
  const total = { added, removed, relabelled, moved, same };
  return { before, now, ...total, splits, classes, relabelled_pairs: sorted };
}

/** Writes a difference in Markdown. */
export function writeDifference(difference: DescribedDifference): string {
  const { before, now, splits, classes, relabelled_pairs: pairs } = difference;
  const total = (['added', 'removed', 'relabelled', 'moved', 'same'] as const).map(
    (name) => `${name}: ${formatCount(difference[name])}`,
  );
  const perSplit = SPLIT_NAMES.map((split) => [
    split,
    splits[split].added,
    splits[split].removed,
    splits[split].movedIn,
  ]);
  const perClass = classes.map(({ name, added, removed, relabelled_to: to, relabelled_from: from, net }) => [
    escapeMarkdown(name),
    added,
    removed,
    to,
    from,
    `${net > 0 ? '+' : ''}${net < 0 ? '−' : ''}${formatCount(Math.abs(net))}`,
  ]);
  const listed = pairs
    .slice(0, MOST_PAIRS)
    .map(({ from, to, rows }) => [escapeMarkdown(from), escapeMarkdown(to), rows]);
  const parts = [
    `## ${before} → ${now}`,
    `Rows ${total.join(', ')}.`,
    markdownTable(['Split', 'Added', 'Removed', 'Moved here'], perSplit),
    ...(perClass.length === 0
      ? []
      : [markdownTable(['Class', 'Added', 'Removed', 'Relabelled to', 'Relabelled from', 'Net'], perClass)]),
    ...(listed.length === 0 ? [] : [markdownTable(['From', 'To', 'Rows'], listed)]),
  ];
  return `${parts.join('\n\n')}\n`;
}
