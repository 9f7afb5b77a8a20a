import { failedOf } from '../../gates/judge.ts';
import { givenLink, type Line, ownWords, words } from '../../text/line.ts';
import { oneLine } from '../../text/markdown.ts';
import { cut } from '../cut.ts';
import { type DatasetReport, type DatasetStatus, realStatus } from '../dataset-report.ts';
import { heading, paragraph } from '../document.ts';
import type { Fact, Note } from '../fact.ts';
import { heldSentence, isHeldByNames, shortReason } from '../gate-text.ts';
import { STATUS_ICONS } from '../status-icons.ts';
import { metAndAccepted } from './classes.ts';

/** Endings that an annotation or the preview of a dry run explains. */
const OUTCOMES: Readonly<Partial<Record<DatasetStatus, string>>> = {
  skipped: 'Skipped. See the warning above.',
  failed: 'Failed. See the error above.',
  'dry-run': 'Not published, because this was a dry run.',
};

/** The words of the service before this one for each status; null for a dry run, which pushes nothing. */
const PUSH_STATUSES: Readonly<Record<DatasetStatus, string | null>> = {
  published: 'success',
  unchanged: 'success',
  'awaiting-approval': 'success',
  skipped: 'skipped_insufficient_data',
  held: 'failed',
  failed: 'failed',
  'dry-run': null,
};

/** How a dataset ended, and why. */
export const ending = {
  attention(report) {
    const { name, status, gates, pullRequest } = report;
    const title = (text: string) => heading(words`${STATUS_ICONS[status]} ${name} ${ownWords(text)}`);
    if (status === 'failed') return [title('failed'), paragraph(reasonOf(report))];
    if (status === 'skipped') return [title('was skipped'), paragraph(reasonOf(report))];
    // Gates that failed have a part of their own, with the same link.
    if (pullRequest?.state !== 'open' || failedOf(gates).length > 0) return [];
    const waits =
      status === 'awaiting-approval' ? 'waits for approval' : 'has newer data that waits for approval';
    return [title(waits), paragraph(approvalSentence(pullRequest))];
  },
  mail: (report) => [heading(`${report.name}: ${report.status}`), paragraph(reasonOf(report))],
  log(report) {
    // A warning or an error has the reason.
    if (report.status === 'skipped' || report.status === 'failed') return [];
    const held = heldSentence(report);
    return [paragraph(held === null ? shortReason(report) : `${held}.`)];
  },
  outcome(report) {
    const held = heldSentence(report);
    const text =
      held === null ? (OUTCOMES[report.status] ?? shortReason(report)) : `${held}. See the error above.`;
    return [words`${report.name}: ${text}`];
  },
  metrics({ status }) {
    const pushed = PUSH_STATUSES[status];
    return [['status', status], ...(pushed === null ? [] : [['push_status', pushed] as const])];
  },
  notes(report) {
    const { name, status, reason, pullRequest } = report;
    if (status === 'failed') {
      return [{ level: 'error', title: `${name}: failed`, text: reason, error: report.error }];
    }
    if (status === 'skipped') return [{ level: 'warning', title: `${name}: skipped`, text: reason }];
    const isDoubtful = report.status === 'awaiting-approval' && report.isDoubtful;
    const level = isDoubtful ? 'warning' : 'notice';
    const waits: Note[] =
      pullRequest === null || status === 'held'
        ? []
        : [{ level, title: `${name}: pull request ${pullRequest.number}`, text: reason }];
    const real = realStatus(report);
    if (real === 'awaiting-approval' && pullRequest === null && failedOf(report.gates).length > 0)
      return [{ level: 'warning', title: `${name}: would wait for approval`, text: reason }];
    if (real !== 'held') return waits;
    const title = `${name}: ${status === 'held' ? 'held' : 'would be held'}`;
    const text = isHeldByNames(report) ? `${reason} ${metAndAccepted(report)}` : reason;
    return [{ level: 'error', title, text }, ...waits];
  },
} satisfies Fact;

/** Returns what a person may do with the pull request that a version waits in. */
export function approvalSentence({ number, url }: { readonly number: number; readonly url: string }): Line {
  return words`To approve the version, merge pull request ${givenLink(`#${number}`, url)}. To turn it down, close the pull request.`;
}

/** Returns why a dataset ended as it did, without what each gate measured, as mails and issues show it. */
export function reasonOf(report: DatasetReport): string {
  return cut(oneLine(shortReason(report)));
}
