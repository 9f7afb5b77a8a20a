import { rowsOfClass } from '../engine/class-rows.ts';
import type { ClassBalance } from '../model/rows.ts';
import { SPLIT_NAMES, type SplitName } from '../model/rows.ts';
import { escapeMarkdown, formatCount, markdownTable } from '../text/markdown.ts';
import type { PreviousVersion } from './metadata.ts';

/** Classes that get a line of their own; of more, those that changed most. */
const MOST_CLASSES = 40;

type Line = readonly [name: string, before: number | null, now: number];

/** Tells in Markdown how a version's size and class balance differ from the previous version's. */
export function changeSince(
  previous: PreviousVersion | null,
  current: {
    numSamples: number;
    splits: Readonly<Record<SplitName, number>>;
    /** In the order of the ids; empty without classes. */
    classNames: readonly string[];
    classBalance: ClassBalance;
  },
): string {
  if (previous === null) return 'This is the first version.';
  const lines: Line[] = [
    ['Samples', previous.numSamples, current.numSamples],
    ...SPLIT_NAMES.map(
      (split): Line => [`Split ${split}`, previous.splits?.[split] ?? null, current.splits[split]],
    ),
    ...classLines(previous.classBalance, current),
  ];
  return markdownTable(
    ['', `\`${previous.versionTag}\``, 'Now', 'Change'],
    lines.map(([name, before, now]) => [
      name,
      before ?? '',
      now,
      before === null ? '' : signedCount(now - before),
    ]),
  );
}

/** A difference with its sign. */
export function signedCount(difference: number): string {
  return difference > 0 ? `+${formatCount(difference)}` : formatCount(difference).replace('-', '−');
}

function classLines(
  before: ClassBalance | null,
  { classNames, classBalance }: { classNames: readonly string[]; classBalance: ClassBalance },
): Line[] {
  const lines = classNames.map(
    (name): Line => [
      escapeMarkdown(name),
      before === null ? null : rowsOfClass(before, name),
      rowsOfClass(classBalance, name),
    ],
  );
  if (lines.length <= MOST_CLASSES) return lines;
  const change = ([, from, to]: Line) => Math.abs(to - (from ?? 0));
  const moved = new Set(lines.toSorted((a, b) => change(b) - change(a)).slice(0, MOST_CLASSES - 1));
  const rest = lines.filter((line) => !moved.has(line));
  const sum = (position: 1 | 2) => rest.reduce((total, line) => total + (line[position] ?? 0), 0);
  return [
    ...lines.filter((line) => moved.has(line)),
    [`${rest.length} other classes`, before === null ? null : sum(1), sum(2)],
  ];
}
