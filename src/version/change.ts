import type { RowChanges } from '../engine/row-index/row-index.ts';
import { type ClassBalance, rowsOfClass, SPLIT_NAMES, type SplitName } from '../model/rows.ts';
import { code, type Line, type LineTable, ownWords, words } from '../text/line.ts';
import { counted, formatCount } from '../text/markdown.ts';
import { markdownLine, markdownLines } from '../text/markdown-line.ts';
import type { DatasetMetadata, PreviousVersion } from './metadata.ts';

/** Pairs of classes that get a line of their own. */
const MOST_PAIRS = 20;

/** Classes that get a line of their own; if there are more, those that changed most. */
const MOST_CLASSES = 40;

type Change = readonly [name: Line, before: number | null, now: number];

/** What a version holds, as far as it is compared. */
interface Size {
  readonly numSamples: number;
  readonly splits: Readonly<Record<SplitName, number>>;
  /** In the order of the ids; empty without classes. */
  readonly classNames: readonly string[];
  readonly classBalance: ClassBalance;
}

/** Rows since the previous version, by the names of their classes. */
export type NamedChanges = NonNullable<DatasetMetadata['changes']>;

/**
 * Names the classes of rows that got another class. @param before names of the classes of the previous version, by
 * their ids
 */
export function nameChanges(
  { classes, ...changes }: RowChanges,
  before: readonly string[],
  now: readonly string[],
): NamedChanges {
  const named = classes.map(([from, to, rows]) => ({
    from: before[from] ?? String(from),
    to: now[to] ?? String(to),
    rows,
  }));
  return { ...changes, classes: named };
}

/**
 * Describes in Markdown how a version differs from the previous version. @param changes null if nothing can be counted
 */
export function changeSince(
  previous: PreviousVersion | null,
  current: Size,
  changes: NamedChanges | null,
): string {
  if (previous === null) return 'This is the first version.';
  const relabelled = changes === null ? null : relabelledTable(changes);
  return [
    markdownLine(changesLine(previous, changes)),
    ...(relabelled === null ? [] : [markdownLines(relabelled)]),
    markdownLines(changeTable(previous, current)),
  ].join('\n\n');
}

/** Returns how many rows were added, removed and relabelled since a version. @param changes null where they were not counted */
export function changesLine({ versionTag, rowIndex }: PreviousVersion, changes: NamedChanges | null): Line {
  if (changes !== null) {
    const { added, removed, relabelled } = changes;
    const were = added === 1 ? 'was' : 'were';
    return words`Since ${code(versionTag)}, ${counted(added, 'row')} ${were} added, ${removed} removed and ${relabelled} relabelled.`;
  }
  const why = rowIndex === null ? ', because that version has no row index' : '';
  return words`The table compares with ${code(versionTag)}. Rows that were added, removed or relabelled could not be counted${why}.`;
}

/** Returns the classes of rows that got another class; null if none did, or if rows do not have one class each. */
export function relabelledTable({ classes }: NamedChanges): LineTable | null {
  if (classes.length === 0) return null;
  const rest = classes.slice(MOST_PAIRS);
  const others = rest.reduce((sum, { rows }) => sum + rows, 0);
  return {
    header: ['Relabelled from', 'To', 'Rows'],
    rows: [
      ...classes.slice(0, MOST_PAIRS).map(({ from, to, rows }) => [from, to, rows]),
      ...(rest.length === 0 ? [] : [[ownWords(`${rest.length} other pairs`), '', others]]),
    ],
  };
}

/** Returns how a version's size and class balance differ from the previous version's. */
export function changeTable(previous: PreviousVersion, current: Size): LineTable {
  const lines: Change[] = [
    ['All rows', previous.numSamples, current.numSamples],
    ...SPLIT_NAMES.map(
      (split): Change => [`Split ${split}`, previous.splits?.[split] ?? null, current.splits[split]],
    ),
    ...classLines(previous.classBalance, current),
  ];
  return {
    header: ['', 'Before', 'Now', 'Change'],
    rows: lines.map(([name, before, now]) => [
      name,
      before ?? '',
      now,
      before === null ? '' : ownWords(signedCount(now - before)),
    ]),
  };
}

/** Returns a difference with its sign. */
export function signedCount(difference: number): string {
  return difference > 0 ? `+${formatCount(difference)}` : formatCount(difference).replace('-', '−');
}

function classLines(
  before: ClassBalance | null,
  { classNames, classBalance }: { classNames: readonly string[]; classBalance: ClassBalance },
): Change[] {
  const lines = classNames.map(
    (name): Change => [
      name,
      before === null ? null : rowsOfClass(before, name),
      rowsOfClass(classBalance, name),
    ],
  );
  if (lines.length <= MOST_CLASSES) return lines;
  const change = ([, from, to]: Change) => Math.abs(to - (from ?? 0));
  const moved = new Set(lines.toSorted((a, b) => change(b) - change(a)).slice(0, MOST_CLASSES - 1));
  const rest = lines.filter((line) => !moved.has(line));
  const sum = (position: 1 | 2) => rest.reduce((total, line) => total + (line[position] ?? 0), 0);
  return [
    ...lines.filter((line) => moved.has(line)),
    [`${rest.length} other classes`, before === null ? null : sum(1), sum(2)],
  ];
}
