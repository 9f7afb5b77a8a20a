import { type IndexDifference, valuesOf } from '../engine/row-index/diff-indexes.ts';
import { SPLIT_NAMES } from '../model/rows.ts';
import { counted, escapeMarkdown, formatCount, markdownTable, oneLine } from '../text/markdown.ts';

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

/** The ids of rows that differ, the first of each kind. */
export interface ListedRows {
  /** Folder in which the ids were searched. */
  readonly folder: string;
  /** Versions whose ids it does not have. */
  readonly unknown: readonly string[];
  /** File with all ids; null if it has those of neither version. */
  readonly file: string | null;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly relabelled: readonly string[];
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
  /** Null if nobody asked for them. */
  readonly ids: ListedRows | null;
}

/**
 * Describes how two versions differ.
 *
 * @param options.names of the classes of both versions by their ids
 * @param options.ids of rows that differ; null if nobody asked for them
 */
export function describeDifference(
  difference: IndexDifference,
  { before, now }: { readonly before: string; readonly now: string },
  options: {
    readonly names: { readonly before: readonly string[]; readonly now: readonly string[] };
    readonly ids: ListedRows | null;
  },
): DescribedDifference {
  const { added, removed, relabelled, moved, same, splits } = difference;
  const { names, ids } = options;
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
  return { before, now, ...total, splits, classes, relabelled_pairs: sorted, ids };
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
    ...writeIds(difference),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Writes the first ids of each kind, where all of them are, and which are unknown. */
function writeIds({ ids, ...counts }: DescribedDifference): string[] {
  if (ids === null) return [];
  const { folder, unknown, file } = ids;
  const lists = (['added', 'removed', 'relabelled'] as const).flatMap((kind) => {
    if (ids[kind].length === 0) return [];
    const more = counts[kind] - ids[kind].length;
    const shown = ids[kind].map(escapeMarkdown).join(', ');
    return [`Ids of rows ${kind}: ${shown}${more > 0 ? `, and ${counted(more, 'more', 'more')}` : ''}.`];
  });
  const missing = unknown.map(
    (tag) =>
      `The ids of the rows of ${tag} are unknown: ${asCode(folder)} does not have them. A run with output-dir writes the ids of the version that it prepares.`,
  );
  return [...lists, ...(file === null ? [] : [`All ids are in ${asCode(file)}.`]), ...missing];
}

/** A path that is shown as it is. */
function asCode(path: string): string {
  return `\`${oneLine(path).replaceAll('`', "'")}\``;
}
