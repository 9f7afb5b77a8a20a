import type { RowCounts } from '../../dataset/collect-rows.ts';
import { escapeMarkdown, formatCount, markdownTable } from '../../dataset/markdown.ts';
import type { DatasetContents } from '../../report/dataset-report.ts';

const NAMED_UNKNOWN_CLASSES = 10;

/** Rows left after each stage, with what was dropped on the way and why. */
export function stageTable(counts: RowCounts, contents: DatasetContents | null): string {
  const { fetched, dropped, stages } = counts;
  const withoutText = dropped.nullMessage + dropped.invalidUtf8 + dropped.empty;
  const copies = dropped.duplicate + dropped.conflicting;
  const rows: [string, number, number | string, string][] = [
    [
      'Fetched',
      stages.fetched,
      '',
      `reviewed: ${formatCount(fetched.reviewed)}, sampled: ${formatCount(fetched.pool)}`,
    ],
    ['Cleaned', stages.cleaned, withoutText, cleaningNote(dropped)],
    ['Labelled', stages.labelled, dropped.unknownClass + dropped.malformed, labellingNote(counts)],
    ['Deduplicated', stages.deduplicated, copies, deduplicationNote(counts)],
  ];
  if (contents !== null) {
    const { train, eval: evaluation, test } = contents.splits;
    const sizes = `train: ${formatCount(train)}, eval: ${formatCount(evaluation)}, test: ${formatCount(test)}`;
    rows.push(['Split', contents.numSamples, 0, sizes]);
  }
  return markdownTable(['Stage', 'Rows', 'Dropped', 'Details'], rows.map(dashForZero));
}

function dashForZero([stage, rows, dropped, note]: [string, number, number | string, string]) {
  return [stage, rows, dropped === 0 ? '–' : dropped === '' ? '' : formatCount(Number(dropped)), note];
}

function cleaningNote({ nullMessage, invalidUtf8, empty }: RowCounts['dropped']): string {
  return listReasons([
    ['no message', nullMessage],
    ['not valid UTF-8', invalidUtf8],
    ['empty after cleaning', empty],
  ]);
}

function deduplicationNote({ dropped, conflictingTexts }: RowCounts): string {
  return listReasons([
    ['copies of another row', dropped.duplicate],
    [`labels that disagree on a text (${formatCount(conflictingTexts)} texts)`, dropped.conflicting],
  ]);
}

function labellingNote({ unknownClassNames, dropped }: RowCounts): string {
  const named = unknownClassNames.slice(0, NAMED_UNKNOWN_CLASSES);
  return listReasons([
    ...named.map(({ name, rows }): [string, number] => [`unknown class “${escapeMarkdown(name)}”`, rows]),
    ['no score, list of classes or messages', dropped.malformed],
    ['more unknown names', unknownClassNames.length - named.length],
  ]);
}

function listReasons(reasons: readonly (readonly [reason: string, rows: number])[]): string {
  const given = reasons.filter(([, rows]) => rows > 0);
  return given.map(([reason, rows]) => `${reason}: ${formatCount(rows)}`).join(', ');
}
