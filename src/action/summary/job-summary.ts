import { escapeMarkdown, markdownTable } from '../../dataset/markdown.ts';
import type { Delivery } from '../../pipeline/delivery.ts';
import type { LabelReport } from '../../pipeline/label-report.ts';
import type { RunReport } from '../../pipeline/run-report.ts';
import { labelSection, STATUS_ICONS } from './label-section.ts';

const DELIVERY_ICONS: Readonly<Record<Delivery['state'], string>> = {
  delivered: '✅',
  failed: '⚠️',
  off: '➖',
};

/** GitHub drops a summary above 1 MiB; what is cut is told. */
const MAX_SUMMARY_BYTES = 1_000_000;

/**
 * The job summary in Markdown: an overview, then a section for each label, or why there is none. Text from the
 * database is escaped, and no grievance is quoted.
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
    run.labels.length === 0 ? '' : overview(run.labels),
    ...run.labels.map((report) => labelSection(report, endpoint)),
    deliverySection(deliveries),
    timing(run),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  if (Buffer.byteLength(summary) <= MAX_SUMMARY_BYTES) return `${summary}\n`;
  return `${Buffer.from(summary).subarray(0, MAX_SUMMARY_BYTES).toString()}\n\n(The summary was cut: it was too long for GitHub.)\n`;
}

function overview(labels: readonly LabelReport[]): string {
  const rows = labels.map((report) => [
    report.label,
    `${STATUS_ICONS[report.status]} ${report.status}`,
    report.tag === null ? '' : `\`${report.tag}\``,
    report.dataset?.numSamples ?? '',
    escapeMarkdown(report.reason),
  ]);
  return markdownTable(['Label', 'Status', 'Version', 'Samples', 'Why'], rows);
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
