import { describeFailed, failedOf } from '../../gates/judge.ts';
import { ownWords, strong, words } from '../../text/line.ts';
import { counted, oneLine } from '../../text/markdown.ts';
import { cut } from '../cut.ts';
import { type DatasetReport, realStatus } from '../dataset-report.ts';
import { heading, list, paragraph, table } from '../document.ts';
import type { Fact } from '../fact.ts';
import { failsByClassNames, GATE_VERDICTS, VERDICT_ICONS } from '../gate-text.ts';
import { notAccepted } from './classes.ts';
import { approvalSentence } from './ending.ts';

/** What each gate found; of those that failed, how to go on. */
export const gates = {
  attention(report) {
    const failed = failedOf(report.gates);
    if (failed.length === 0) return [];
    // A list, which a telephone shows whole: the advice would be the last column of a table.
    const items = failed.map(
      ({ gate, measured, limit, advice }) =>
        words`${strong(gate)}: ${measured}, and ${limit}. ${advice ?? ''}`,
    );
    const names = failsByClassNames(report) ? notAccepted(report) : null;
    const { pullRequest } = report;
    return [
      heading(words`✋ ${report.name} ${ownWords(endingOf(report))}`),
      ...list(items),
      ...(names === null ? [] : [paragraph(names)]),
      ...(pullRequest?.state === 'open' ? [paragraph(approvalSentence(pullRequest))] : []),
    ];
  },
  summary(report) {
    if (report.gates.length === 0) return [];
    const rows = report.gates.map(({ gate, verdict, measured, limit }) => [
      gate,
      `${VERDICT_ICONS[verdict]} ${GATE_VERDICTS[verdict]}`,
      measured,
      limit,
    ]);
    return [heading('Gates'), ...table(['Gate', 'Verdict', 'Measured', 'Limit'], rows)];
  },
  mail: (report) => list(failedGates(report)),
  log(report) {
    if (report.gates.length === 0) return [];
    const judged = report.gates.filter(({ verdict }) => verdict !== 'not-judged');
    const rows = judged.map(({ gate, verdict, measured, limit }) => [
      gate,
      GATE_VERDICTS[verdict],
      `${measured}; ${limit}`,
    ]);
    const advice = failedOf(report.gates).map(({ gate, advice: how }) =>
      paragraph(words`${gate}: ${how ?? ''}`),
    );
    return [paragraph('gates'), ...table([], rows), ...notJudged(report).map(paragraph), ...advice];
  },
  metrics({ gates: results }) {
    const failed = failedOf(results).map(({ gate }) => gate);
    return failed.length === 0 ? [] : [['gates_failed', failed.join(',')]];
  },
  issue: (report) => failedGates(report, `${report.name}, `),
} satisfies Fact;

function endingOf(report: DatasetReport): string {
  const failed = `${counted(failedOf(report.gates).length, 'gate')} failed`;
  if (report.status === 'held') return `is held: ${failed}, so nothing was published`;
  if (report.status === 'awaiting-approval') return `waits for approval: ${failed}`;
  const real = realStatus(report);
  if (real === 'awaiting-approval') return `would wait for approval: ${failed}`;
  return real === 'held' ? `would be held: ${failed}` : `does not pass every gate: ${failed}`;
}

/** Returns a line for each reason why gates were not judged: the gates, and the reason. */
function notJudged({ gates: results }: DatasetReport): string[] {
  const byReason = Map.groupBy(
    results.filter(({ verdict }) => verdict === 'not-judged'),
    ({ measured }) => measured,
  );
  return [...byReason].map(
    ([reason, gatesOf]) => `not judged, because ${reason}: ${gatesOf.map(({ gate }) => gate).join(', ')}`,
  );
}

/** What each gate that failed measured, its limit and how to go on. */
function failedGates({ gates: results }: DatasetReport, before = ''): string[] {
  return failedOf(results).map((result) => cut(oneLine(`${before}${describeFailed([result])}`)));
}
