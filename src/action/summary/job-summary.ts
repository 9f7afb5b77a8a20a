import { escapeMarkdown, markdownTable } from '../../dataset/markdown.ts';
import type { DatasetReport } from '../../report/dataset-report.ts';
import type { Delivery } from '../../report/delivery.ts';
import type { RunReport } from '../../report/run-report.ts';
import { datasetSection, STATUS_ICONS } from './dataset-section.ts';

const DELIVERY_ICONS: Readonly<Record<Delivery['state'], string>> = {
  delivered: '✅',
  failed: '⚠️',
  off: '➖',
};

/** GitHub drops a summary above 1 MiB; what is cut is told. */
const MAX_SUMMARY_BYTES = 1_000_000;

/**
 * The job summary in Markdown: an overview, then a section for each dataset, or why there is none. Text from the
 * database is escaped, and no text of a row is quoted.
 */
export function renderJobSummary(options: {
  run: RunReport;
  deliveries: readonly Delivery[];
  dryRun: boolean;
  endpoint: string;
}): string {
  const { run, deliveries, dryRun, endpoint } = options;
  const summary = [
    `# Datasets from reviewed corrections${dryRun ? ' (dry run)' : ''}`,
    dryRun ? '> [!NOTE]\n> Dry run: nothing was written to the Hub.' : '',
    run.outcome === 'cancelled'
      ? '> [!WARNING]\n> The run was cancelled. The next run finishes the job.'
      : '',
    run.failure === null ? '' : `❌ ${escapeMarkdown(run.failure.message)}`,
    run.datasets.length === 0 ? '' : overview(run.datasets),
    ...run.datasets.map((report) => datasetSection(report, endpoint)),
    deliverySection(deliveries),
    timing(run),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  if (Buffer.byteLength(summary) <= MAX_SUMMARY_BYTES) return `${summary}\n`;
  return `${Buffer.from(summary).subarray(0, MAX_SUMMARY_BYTES).toString()}\n\n(The summary was cut: it was too long for GitHub.)\n`;
}

function overview(datasets: readonly DatasetReport[]): string {
  const rows = datasets.map((report) => [
    report.name,
    `${STATUS_ICONS[report.status]} ${report.status}`,
    report.tag === null ? '' : `\`${report.tag}\``,
    report.contents?.numSamples ?? '',
    escapeMarkdown(report.reason),
  ]);
  return markdownTable(['Dataset', 'Status', 'Version', 'Samples', 'Why'], rows);
}

function deliverySection(deliveries: readonly Delivery[]): string {
  const rows = deliveries.map(({ channel, state, detail }) => [
    escapeMarkdown(channel),
    `${DELIVERY_ICONS[state]} ${state}`,
    escapeMarkdown(detail),
  ]);
  return rows.length === 0 ? '' : `## Besides\n\n${markdownTable(['', 'State', 'Details'], rows)}`;
}

function timing({ durationMs, stages }: RunReport): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const parts = stages.map((stage) => `${stage.name.toLowerCase()} ${seconds(stage.durationMs)}`);
  return `Took ${seconds(durationMs)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`;
}
