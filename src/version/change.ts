import { rowsOfClass } from '../engine/class-rows.ts';
import { type ClassBalance, SPLIT_NAMES, type SplitName } from '../model/rows.ts';
import { code, type Line, type LineTable, ownWords } from '../text/line.ts';
import { formatCount } from '../text/markdown.ts';
import { markdownLines } from '../text/markdown-line.ts';
import type { PreviousVersion } from './metadata.ts';

/** Classes that get a line of their own; of more, those that changed most. */
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

/** Describes in Markdown how a version's size and class balance differ from the previous version's. */
export function changeSince(previous: PreviousVersion | null, current: Size): string {
  return previous === null ? 'This is the first version.' : markdownLines(changeTable(previous, current));
}

/** Returns how a version's size and class balance differ from the previous version's. */
export function changeTable(previous: PreviousVersion, current: Size): LineTable {
  const lines: Change[] = [
    ['Samples', previous.numSamples, current.numSamples],
    ...SPLIT_NAMES.map(
      (split): Change => [`Split ${split}`, previous.splits?.[split] ?? null, current.splits[split]],
    ),
    ...classLines(previous.classBalance, current),
  ];
  return {
    header: ['', code(previous.versionTag), 'Now', 'Change'],
    rows: lines.map(([name, before, now]) => [
      name,
      before ?? '',
      now,
      before === null ? '' : ownWords(signedCount(now - before)),
    ]),
  };
}

/** A difference with its sign. */
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
