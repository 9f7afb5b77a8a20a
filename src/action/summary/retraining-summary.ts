import { escapeMarkdown, markdownTable } from '../../dataset/markdown.ts';
import type { RetrainingReport } from '../../retraining/retrain.ts';

const RESULTS: Readonly<Record<RetrainingReport['result'], string>> = {
  triggered: '✅ triggered',
  'already-triggered': 'triggered before',
  failed: '❌ failed',
  'dry-run': 'would be triggered',
};

/** The summary of what was triggered. */
export function renderRetrainingSummary(reports: readonly RetrainingReport[]): string {
  if (reports.length === 0)
    return '## Retraining\n\nNothing was triggered: no dataset with a target has a new version.\n';
  const rows = reports.map(({ name, version, description, url, result, stage, reason }) => [
    escapeMarkdown(name),
    `\`${version}\``,
    url === null ? escapeMarkdown(description) : `[${escapeMarkdown(description)}](${url})`,
    stage === '' ? RESULTS[result] : `${RESULTS[result]}, \`${stage.replace(/[^\w-]+/g, ' ')}\``,
    escapeMarkdown(reason ?? ''),
  ]);
  return `## Retraining\n\n${markdownTable(['Dataset', 'Version', 'Target', 'Result', 'Why'], rows)}\n`;
}
