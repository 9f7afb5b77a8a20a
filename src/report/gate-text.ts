import type { GateName, GateResult } from '../gates/gate.ts';
import { describeFailed, failedOf } from '../gates/judge.ts';
import { type DatasetReport, realStatus } from './dataset-report.ts';

/** Verdicts in words. */
export const GATE_VERDICTS: Readonly<Record<GateResult['verdict'], string>> = {
  passed: 'passed',
  failed: 'failed',
  'not-judged': 'not judged',
};

/** Verdicts as icons. */
export const VERDICT_ICONS: Readonly<Record<GateResult['verdict'], string>> = {
  passed: '✅',
  failed: '✋',
  'not-judged': '➖',
};

/** Gates that fail where the names of classes are others than those in the file. */
const CLASS_NAME_GATES: readonly GateName[] = ['usable-rows', 'max-unknown-classes'];

/** Returns that a dataset is held, or would be by a real run, and by which gates; null when it is not. */
export function heldSentence(report: DatasetReport): string | null {
  if (realStatus(report) !== 'held') return null;
  const names = failedOf(report.gates).map(({ gate }) => gate);
  if (report.status !== 'held') return `It would be held by ${names.join(', ')}`;
  return names.length === 0 ? 'Held' : `Held by ${names.join(', ')}`;
}

/** Returns why a dataset came to its end, without what each gate measured, which has lists and tables of its own. */
export function shortReason(report: DatasetReport): string {
  const { gates, pullRequest, reason } = report;
  const failed = failedOf(gates);
  const held = heldSentence(report);
  if (held === null && (failed.length === 0 || realStatus(report) !== 'awaiting-approval')) return reason;
  const what = held ?? `Not passed: ${failed.map(({ gate }) => gate).join(', ')}`;
  const isOffered = held === null || pullRequest !== null;
  const rest = isOffered ? reason.replace(describeFailed(failed), '').trim() : '';
  return `${what}. ${rest}`.trim();
}

/** Whether a dataset is held by a gate that only the names of its classes explain. */
export function failsByClassNames({ gates, shape, counts }: DatasetReport): boolean {
  const isMeant = failedOf(gates).some(({ gate }) => CLASS_NAME_GATES.includes(gate));
  return isMeant && shape.classNames.length > 0 && (counts?.unknownClassNames ?? []).length > 0;
}

/** Whether a dataset is held, or would be by a real run, by a gate that only the names of its classes explain. */
export function isHeldByNames(report: DatasetReport): boolean {
  return realStatus(report) === 'held' && failsByClassNames(report);
}
