import { durationText } from '../../dashboard/format.ts';
import { STATUS_ICONS } from '../../report/describe-summary.ts';
import { pageOf } from '../../report/hub-page.ts';
import type { RetrainingReport } from '../../retraining/retrain.ts';
import { escapeMarkdown, markdownTable } from '../../text/markdown.ts';

const RESULTS: Readonly<Record<RetrainingReport['result'], string>> = {
  triggered: `${STATUS_ICONS.published} started`,
  'already-triggered': `${STATUS_ICONS.unchanged} started before`,
  failed: `${STATUS_ICONS.failed} failed`,
  'dry-run': `${STATUS_ICONS['dry-run']} would be started`,
};

/**
 * The summary of what was triggered, to stand below that of the preparation, or alone: a line for each target, with how it
 * ended where that was waited for.
 *
 * @param endpoint base URL of the Hub, where the versions are
 */
export function renderRetrainingSummary(reports: readonly RetrainingReport[], endpoint: string): string {
  if (reports.length === 0)
    return 'Retraining: nothing was started, no dataset with a target has a new version.\n';
  const hasReasons = reports.some(({ reason }) => reason !== null);
  const rows = reports.map((report) => {
    const { name, repo, version, description, url, reason } = report;
    const page = pageOf(repo, endpoint);
    const target = escapeMarkdown(description);
    return [
      escapeMarkdown(name),
      page === null ? `\`${version}\`` : `[\`${version}\`](${page}/tree/${version})`,
      url === null ? target : `[${target}](${url})`,
      outcomeOf(report),
      ...(hasReasons ? [escapeMarkdown(reason ?? '')] : []),
    ];
  });
  const header = ['Dataset', 'Version', 'Target', 'Outcome', ...(hasReasons ? ['Why'] : [])];
  return `## Retraining\n\n${markdownTable(header, rows)}\n`;
}

/** What became of a target: `✅ started, PAUSED after 3 min 12 s`. */
function outcomeOf({ result, stage, waitedMs }: RetrainingReport): string {
  const seen = stage === '' ? '' : `\`${stage.replace(/[^\w-]+/g, ' ')}\``;
  const waited = waitedMs === null ? '' : `after ${durationText(waitedMs)}`;
  const isLeft = result === 'triggered' && waitedMs === null;
  const parts = [RESULTS[result], `${seen} ${waited}`.trim(), isLeft ? 'not waited for' : ''];
  return parts.filter((part) => part !== '').join(', ');
}
