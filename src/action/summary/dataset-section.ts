import type { DatasetReport, DatasetStatus } from '../../report/dataset-report.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import { changeSince } from '../../version/change.ts';
import { loadExample } from '../../version/load-example.ts';
import { classSection } from './classes.ts';
import { findingSection } from './findings.ts';
import { gateTable } from './gates.ts';
import { predictionSection } from './predictions.ts';
import { readingSection } from './reading.ts';
import { stageTable } from './stages.ts';

export const STATUS_ICONS: Readonly<Record<DatasetStatus, string>> = {
  published: '✅',
  unchanged: '💤',
  skipped: '⏭️',
  held: '✋',
  failed: '❌',
  'dry-run': '🧪',
};

/**
 * One dataset's part of the job summary, to be unfolded: the rows, the classes, the change, how to load it.
 *
 * @param how.isPreview true to say what it is read from as well
 * @param how.isOpen true to show it unfolded
 * @param how.withPredictions false where it is told elsewhere where the model was wrong
 */
export function datasetSection(
  report: DatasetReport,
  {
    endpoint,
    isPreview,
    isOpen,
    withPredictions,
  }: { endpoint: string; isPreview: boolean; isOpen: boolean; withPredictions: boolean },
): string {
  const { name, repo, tag, shape, status, counts } = report;
  const parts = [
    withPredictions ? predictionSection(report, { isNamed: false }) : '',
    isPreview ? readingSection(report) : '',
    counts === null ? '' : `### Rows at each stage\n\n${stageTable(report)}`,
    classSection(report),
    gateTable(report),
    findingSection(report),
    change(report),
    tag === null ? '' : `### Load it\n\n${loadExample({ repo, tag, endpoint, shape })}`,
    commitLink(report, endpoint),
  ].filter((part) => part !== '');
  if (parts.length === 0) return '';
  const title = `<summary>${STATUS_ICONS[status]} <strong>${escapeMarkdown(name)}</strong> in full</summary>`;
  return [`<details${isOpen ? ' open' : ''}>`, title, '', parts.join('\n\n'), '', '</details>'].join('\n');
}

/** Address of a dataset's page, null for a repo that can have none. */
export function pageOf(repo: string, endpoint: string): string | null {
  return /^[\w.-]+\/[\w.-]+$/.test(repo) ? `${endpoint}/datasets/${repo}` : null;
}

function commitLink({ repo, commit }: DatasetReport, endpoint: string): string {
  const page = pageOf(repo, endpoint);
  return page === null || commit === null
    ? ''
    : `Commit [\`${commit.slice(0, 8)}\`](${page}/commit/${commit})`;
}

function change({ status, previous, contents, shape }: DatasetReport): string {
  if (status === 'unchanged' || contents === null || previous === null) return '';
  const { numSamples, splits, classBalance } = contents;
  const { classNames } = shape;
  return `### Change since the last version\n\n${changeSince(previous, { numSamples, splits, classNames, classBalance })}`;
}
