import { escapeMarkdown, formatCount, markdownTable } from './markdown.ts';
import type { ClassBalance, DatasetMetadata, PreviousVersion } from './metadata.ts';
import { SPLIT_NAMES } from './rows.ts';

/** Tells in Markdown how a version's size and class balance differ from the previous version's. */
export function changeSince(
  previous: PreviousVersion | null,
  current: Pick<DatasetMetadata, 'num_samples' | 'splits'> & { quality: { class_balance: ClassBalance } },
): string {
  if (previous === null) return 'This is the first version.';
  const rows: [string, number | null, number][] = [
    ['Samples', previous.numSamples, current.num_samples],
    ...SPLIT_NAMES.map((split): [string, number | null, number] => [
      `Split ${split}`,
      previous.splits?.[split] ?? null,
      current.splits[split],
    ]),
    ...Object.entries(current.quality.class_balance).map(
      ([name, counts]): [string, number | null, number] => [
        escapeMarkdown(name),
        previous.classBalance === null ? null : total(previous.classBalance[name]),
        total(counts),
      ],
    ),
  ];
  return markdownTable(
    ['', `\`${previous.versionTag}\``, 'Now', 'Change'],
    rows.map(([name, before, now]) => [name, before ?? '', now, before === null ? '' : signed(now - before)]),
  );
}

function total(counts: ClassBalance[string] | undefined): number {
  return counts === undefined ? 0 : SPLIT_NAMES.reduce((sum, split) => sum + counts[split], 0);
}

function signed(difference: number): string {
  return difference > 0 ? `+${formatCount(difference)}` : formatCount(difference).replace('-', '−');
}
