import { escapeMarkdown, markdownTable } from '../../dataset/markdown.ts';
import type { Delivery } from '../../pipeline/delivery.ts';
import type { LabelReport } from '../../pipeline/label-report.ts';
import { labelSection, STATUS_ICONS } from './label-section.ts';

const DELIVERY_ICONS: Readonly<Record<Delivery['state'], string>> = {
  delivered: '✅',
  failed: '⚠️',
  off: '➖',
};

/** GitHub drops a summary above 1 MiB; what is cut is told. */
const MAX_SUMMARY_BYTES = 1_000_000;

/**
 * The job summary in Markdown: an overview, then a section for each label. Text from the database is escaped, and
 * no grievance is quoted.
 */
export function renderJobSummary(options: {
  reports: readonly LabelReport[];
  deliveries: readonly Delivery[];
  dryRun: boolean;
  endpoint: string;
  durationMs: number;
}): string {
  const { reports, deliveries, dryRun, endpoint, durationMs } = options;
  const overview = reports.map((report) => [
    report.label,
    `${STATUS_ICONS[report.status]} ${report.status}`,
    report.tag === null ? '' : `\`${report.tag}\``,
    report.dataset?.numSamples ?? '',
    escapeMarkdown(report.reason),
  ]);
  const summary = [
    `# Datasets from reviewed corrections${dryRun ? ' (dry run)' : ''}`,
    dryRun ? '> [!NOTE]\n> Dry run: nothing was written to the Hub.' : '',
    markdownTable(['Label', 'Status', 'Version', 'Samples', 'Why'], overview),
    ...reports.map((report) => labelSection(report, endpoint)),
    deliverySection(deliveries),
    `Took ${(durationMs / 1000).toFixed(1)} s.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  if (Buffer.byteLength(summary) <= MAX_SUMMARY_BYTES) return `${summary}\n`;
  return `${Buffer.from(summary).subarray(0, MAX_SUMMARY_BYTES).toString()}\n\n(The summary was cut: it was too long for GitHub.)\n`;
}

function deliverySection(deliveries: readonly Delivery[]): string {
  const rows = deliveries.map(({ channel, state, detail }) => [
    escapeMarkdown(channel),
    `${DELIVERY_ICONS[state]} ${state}`,
    escapeMarkdown(detail),
  ]);
  return rows.length === 0 ? '' : `## Besides\n\n${markdownTable(['', 'State', 'Details'], rows)}`;
}

/** The job summary of a run that could not even start, or whose database could not be read. */
export function renderFailureSummary(reason: string): string {
  return `# Datasets from reviewed corrections\n\n❌ ${escapeMarkdown(reason)}\n`;
}
