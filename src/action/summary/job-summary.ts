import { correctionAgeDays, describeAge } from '../../report/correction-age.ts';
import type { DatasetReport, PullRequest } from '../../report/dataset-report.ts';
import type { Delivery } from '../../report/delivery.ts';
import { shortReason } from '../../report/gate-text.ts';
import type { RunReport } from '../../report/run-report.ts';
import { escapeMarkdown, formatCount, markdownTable } from '../../text/markdown.ts';
import { signedCount } from '../../version/change.ts';
import { datasetSection, pageOf, STATUS_ICONS } from './dataset-section.ts';
import { renderFailure } from './failure-section.ts';
import { heldBlock } from './gates.ts';
import { predictionSection } from './predictions.ts';

const DELIVERY_ICONS: Readonly<Record<Delivery['state'], string>> = {
  delivered: '✅',
  failed: '⚠️',
  off: '➖',
};

/** GitHub drops a summary above 1 MiB; what is cut is told. */
const MAX_SUMMARY_BYTES = 1_000_000;
/** Datasets whose previews, or of whose new versions it can be shown unfolded where the model was wrong. */
const MOST_OPEN = 3;

/**
 * The job summary in Markdown: a line for each dataset, or why there is none, where the model was wrong in what was
 * published, what became of the rest of the run, and each dataset in full, to be unfolded. Text from the database is escaped, and no text of a row is quoted.
 */
export function renderJobSummary(options: {
  run: RunReport;
  deliveries: readonly Delivery[];
  dryRun: boolean;
  endpoint: string;
}): string {
  const { run, deliveries, dryRun, endpoint } = options;
  const isOpen = dryRun && run.datasets.length <= MOST_OPEN;
  const published = run.datasets.filter(({ status }) => status === 'published');
  const first = published.length <= MOST_OPEN ? published : [];
  const head = [
    `# Datasets from reviewed corrections${dryRun ? ' (dry run)' : ''}`,
    dryRun ? '> [!NOTE]\n> Dry run: nothing was written to the Hub.' : '',
    run.outcome === 'cancelled'
      ? '> [!WARNING]\n> The run was cancelled. The next run finishes the job.'
      : '',
    run.failure === null ? '' : renderFailure(run.failure.message),
    run.datasets.length === 0 ? '' : overview(run, endpoint),
    ...run.datasets.map(heldBlock),
    ...first.map((report) => predictionSection(report, { isNamed: true })),
    deliveryTable(deliveries),
    timing(run),
  ].filter((part) => part !== '');
  const sections = run.datasets
    .map((report) => {
      const withPredictions = !first.includes(report);
      return datasetSection(report, { endpoint, isPreview: dryRun, isOpen, withPredictions });
    })
    .filter((section) => section !== '');
  return `${joinToLimit(head.join('\n\n'), sections)}\n`;
}

/** As many of the sections as GitHub shows. */
function joinToLimit(head: string, sections: readonly string[]): string {
  const parts = [head];
  let bytes = Buffer.byteLength(head);
  for (const [index, section] of sections.entries()) {
    bytes += Buffer.byteLength(section) + 2;
    if (bytes > MAX_SUMMARY_BYTES) {
      parts.push(
        `(The summary was cut: ${sections.length - index} datasets in full are too long for GitHub.)`,
      );
      break;
    }
    parts.push(section);
  }
  const summary = parts.join('\n\n');
  if (Buffer.byteLength(summary) <= MAX_SUMMARY_BYTES) return summary;
  return `${Buffer.from(summary).subarray(0, MAX_SUMMARY_BYTES).toString()}\n\n(The summary was cut: it was too long for GitHub.)`;
}

function overview({ datasets, startedAt }: RunReport, endpoint: string): string {
  const ages = datasets.map((report) => correctionAgeDays(report, startedAt));
  const hasAge = ages.some((age) => age !== null);
  const hasPending = datasets.some(({ pending }) => pending !== null);
  const rows = datasets.map((report, index) => {
    const age = ages[index];
    const { name, repo, status, contents, pending } = report;
    const page = pageOf(repo, endpoint);
    return [
      page === null ? escapeMarkdown(name) : `[${escapeMarkdown(name)}](${page})`,
      `${STATUS_ICONS[status]} ${status}`,
      contents === null ? '' : `${formatCount(contents.numSamples)}${growth(report)}`,
      ...(hasPending ? [pending === null ? '' : formatCount(pending)] : []),
      ...(hasAge ? [age === null ? '' : describeAge(age)] : []),
      reasonOf(report, page),
    ];
  });
  const waiting = hasPending ? ['To review'] : [];
  const aged = hasAge ? ['Newest correction'] : [];
  return markdownTable(['Dataset', 'Status', 'Rows', ...waiting, ...aged, 'Why'], rows);
}

/** Why a dataset came to its end, with links to its version and to the pull request it waits in. */
function reasonOf(report: DatasetReport, page: string | null): string {
  const { tag, pullRequest } = report;
  const text = escapeMarkdown(shortReason(report));
  const withTag =
    tag === null || page === null
      ? text
      : text.replace(escapeMarkdown(tag), () => `[\`${tag}\`](${page}/tree/${tag})`);
  return pullRequest === null ? withTag : linkPullRequest(withTag, pullRequest);
}

/** Makes a link of `#3 (address)`, or adds one where the text does not name the pull request. */
function linkPullRequest(text: string, { number, url }: PullRequest): string {
  const link = `[\\#${number}](<${encodeURI(url)}>)`;
  const named = escapeMarkdown(`#${number} (${url})`);
  return text.includes(named) ? text.replace(named, () => link) : `${text} Pull request ${link}.`;
}

/** How many more rows there are than in the version before. */
function growth({ status, contents, previous }: DatasetReport): string {
  const before = previous?.numSamples ?? null;
  if (status === 'unchanged' || contents === null || before === null) return '';
  return ` (${signedCount(contents.numSamples - before)})`;
}

/** What became of the rest of the run; what nobody asked for is left out. */
function deliveryTable(deliveries: readonly Delivery[]): string {
  const rows = deliveries
    .filter(({ state, detail }) => state !== 'off' || detail !== '')
    .map(({ channel, state, detail }) => [
      escapeMarkdown(channel),
      `${DELIVERY_ICONS[state]} ${state}`,
      escapeMarkdown(detail),
    ]);
  return rows.length === 0 ? '' : markdownTable(['Besides', 'State', 'Details'], rows);
}

function timing({ durationMs, stages }: RunReport): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const parts = stages.map((stage) => `${stage.name.toLowerCase()} ${seconds(stage.durationMs)}`);
  return `Took ${seconds(durationMs)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`;
}
