import { durationText } from '../../dashboard/format.ts';
import { type Block, heading, paragraph, table } from '../../report/document.ts';
import { pageOf } from '../../report/hub-page.ts';
import { STATUS_ICONS } from '../../report/status-icons.ts';
import { writeMarkdown } from '../../report/write-markdown.ts';
import type { RetrainingReport } from '../../retraining/retrain.ts';
import { code, joinLines, type Line, link, ownWords } from '../../text/line.ts';

const RESULTS: Readonly<Record<RetrainingReport['result'], string>> = {
  triggered: `${STATUS_ICONS.published} started`,
  'already-triggered': `${STATUS_ICONS.unchanged} started before`,
  failed: `${STATUS_ICONS.failed} failed`,
  'dry-run': `${STATUS_ICONS['dry-run']} would be started`,
};

/**
 * The summary of what was triggered, shown below that of the preparation, or alone: a line for each target, with how it
 * ended where that was waited for.
 *
 * @param endpoint base URL of the Hub, where the versions are
 */
export function renderRetrainingSummary(reports: readonly RetrainingReport[], endpoint: string): string {
  return `${writeMarkdown(describeRetraining(reports, endpoint))}\n`;
}

function describeRetraining(reports: readonly RetrainingReport[], endpoint: string): Block[] {
  if (reports.length === 0)
    return [
      paragraph(ownWords('Retraining: nothing was started, no dataset with a target has a new version.')),
    ];
  const hasReasons = reports.some(({ reason }) => reason !== null);
  const rows = reports.map((report) => {
    const { name, repo, version, description, url, reason } = report;
    const page = pageOf(repo, endpoint);
    return [
      name,
      page === null ? code(version) : link(code(version), `${page}/tree/${version}`),
      url === null ? description : link(description, url),
      outcomeOf(report),
      ...(hasReasons ? [reason ?? ''] : []),
    ];
  });
  const header = ['Dataset', 'Version', 'Target', 'Outcome', ...(hasReasons ? ['Why'] : [])];
  return [heading('Retraining', 2), ...table(header, rows)];
}

/** What happened to a target: `✅ started, PAUSED after 3 min 12 s`. */
function outcomeOf({ result, stage, waitedMs }: RetrainingReport): Line {
  const seen = stage === '' ? [] : [code(stage.replace(/[^\w-]+/g, ' '))];
  const waited = waitedMs === null ? [] : [ownWords(`after ${durationText(waitedMs)}`)];
  const isLeft = result === 'triggered' && waitedMs === null;
  const ended = [...seen, ...waited];
  return joinLines(
    [
      RESULTS[result],
      ...(ended.length === 0 ? [] : [joinLines(ended, ' ')]),
      ...(isLeft ? ['not waited for'] : []),
    ],
    ', ',
  );
}
