import type { GateResult } from '../../gates/gate.ts';
import { failedOf } from '../../gates/judge.ts';
import { type DatasetReport, realStatus } from '../../report/dataset-report.ts';
import { failsByClassNames, GATE_VERDICTS } from '../../report/gate-text.ts';
import { escapeMarkdown, markdownTable } from '../../text/markdown.ts';
import { notAccepted } from './classes.ts';

const VERDICT_ICONS: Readonly<Record<GateResult['verdict'], string>> = {
  passed: '✅',
  failed: '✋',
  'not-judged': '➖',
};

/** What holds a dataset, and how to go on; empty when nothing does. */
export function heldBlock(report: DatasetReport): string {
  const failed = failedOf(report.gates);
  if (failed.length === 0) return '';
  // A list, which a telephone shows whole: the advice would be the last column of a table.
  const items = failed.map(({ gate, measured, limit, advice }) => {
    const [found, allowed, next] = [measured, limit, advice ?? ''].map(escapeMarkdown);
    return `- **${gate}**: ${found}, and ${allowed}. ${next}`;
  });
  const parts = [
    `### ✋ ${escapeMarkdown(report.name)} ${endingOf(report)}`,
    items.join('\n'),
    failsByClassNames(report) ? notAccepted(report) : '',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function endingOf(report: DatasetReport): string {
  if (report.status === 'held') return 'is held, nothing was published';
  return realStatus(report) === 'held' ? 'would be held' : 'does not pass every gate';
}

/** What every gate of a dataset found. */
export function gateTable({ gates }: DatasetReport): string {
  if (gates.length === 0) return '';
  const rows = gates.map(({ gate, verdict, measured, limit }) => [
    gate,
    `${VERDICT_ICONS[verdict]} ${GATE_VERDICTS[verdict]}`,
    escapeMarkdown(measured),
    escapeMarkdown(limit),
  ]);
  return `### Gates\n\n${markdownTable(['Gate', 'Verdict', 'Measured', 'Limit'], rows)}`;
}
