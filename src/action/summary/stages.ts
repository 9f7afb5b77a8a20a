import type { RowCounts } from '../../dataset/collect-rows.ts';
import { escapeMarkdown, formatCount, markdownTable } from '../../dataset/markdown.ts';
import type { LabelReport } from '../../pipeline/label-report.ts';

const NAMED_UNKNOWN_CLASSES = 10;

/** Rows left after each stage, with what was dropped on the way and why. */
export function stageTable(counts: RowCounts, dataset: LabelReport['dataset']): string {
  const { fetched, dropped, stages } = counts;
  const withoutText = dropped.nullMessage + dropped.invalidUtf8 + dropped.empty;
  const copies = dropped.duplicate + dropped.conflicting;
  const rows: [string, number, number | string, string][] = [
    [
      'Fetched',
      stages.fetched,
      '',
      `${formatCount(fetched.reviewed)} reviewed, ${formatCount(fetched.pool)} sampled`,
    ],
    ['Cleaned', stages.cleaned, withoutText, cleaningNote(dropped)],
    ['Labelled', stages.labelled, dropped.unknownClass, unknownClassNote(counts)],
    ['Deduplicated', stages.deduplicated, copies, deduplicationNote(counts)],
  ];
  if (dataset !== null) {
    const { train, eval: evaluation, test } = dataset.splits;
    const sizes = `train ${formatCount(train)}, eval ${formatCount(evaluation)}, test ${formatCount(test)}`;
    rows.push(['Split', dataset.numSamples, 0, sizes]);
  }
  return markdownTable(['Stage', 'Rows', 'Dropped', 'Details'], rows.map(dashForZero));
}

function dashForZero([stage, rows, dropped, note]: [string, number, number | string, string]) {
  return [stage, rows, dropped === 0 ? '–' : dropped === '' ? '' : formatCount(Number(dropped)), note];
}

function cleaningNote({ nullMessage, invalidUtf8, empty }: RowCounts['dropped']): string {
  return [
    count(nullMessage, 'without a message'),
    count(invalidUtf8, 'not valid UTF-8'),
    count(empty, 'empty after cleaning'),
  ]
    .filter((note) => note !== '')
    .join(', ');
}

function deduplicationNote({ dropped, conflictingTexts }: RowCounts): string {
  return [
    count(dropped.duplicate, 'copies of another row'),
    dropped.conflicting === 0
      ? ''
      : `${formatCount(dropped.conflicting)} of ${formatCount(conflictingTexts)} texts whose labels disagree`,
  ]
    .filter((note) => note !== '')
    .join(', ');
}

function unknownClassNote({ unknownClassNames }: RowCounts): string {
  const named = unknownClassNames.slice(0, NAMED_UNKNOWN_CLASSES);
  const notes = named.map(({ name, rows }) => `unknown class “${escapeMarkdown(name)}” ${formatCount(rows)}`);
  const more = unknownClassNames.length - named.length;
  return [...notes, count(more, 'more names')].filter((note) => note !== '').join(', ');
}

function count(rows: number, what: string): string {
  return rows === 0 ? '' : `${formatCount(rows)} ${what}`;
}
