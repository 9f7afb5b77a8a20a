import { changeSince } from '../../dataset/change.ts';
import { loadExample } from '../../dataset/load-example.ts';
import { escapeMarkdown, formatCount, markdownTable } from '../../dataset/markdown.ts';
import { SPLIT_NAMES } from '../../dataset/rows.ts';
import type { DatasetContents, DatasetReport, DatasetStatus } from '../../report/dataset-report.ts';
import { mermaidPie } from './mermaid.ts';
import { describeMissingClass } from './missing-class.ts';
import { stageTable } from './stages.ts';

export const STATUS_ICONS: Readonly<Record<DatasetStatus, string>> = {
  published: '✅',
  unchanged: '💤',
  skipped: '⏭️',
  failed: '❌',
  'dry-run': '🧪',
};

/** One dataset's part of the job summary: what happened and why, the rows, the classes, the change, how to load it. */
export function datasetSection(report: DatasetReport, endpoint: string): string {
  const { name, status, counts, contents, pending } = report;
  const parts = [
    `## ${STATUS_ICONS[status]} ${name}: ${status}`,
    escapeMarkdown(report.reason),
    pending === null ? '' : `Corrections that wait for review: ${formatCount(pending)}.`,
    links(report, endpoint),
    counts === null ? '' : `### Rows at each stage\n\n${stageTable(counts, contents)}`,
    contents === null ? '' : classBalance(contents),
    contents === null ? '' : change(report, contents),
    report.tag === null ? '' : `### Load it\n\n${loadExample(report.repo, report.tag, endpoint)}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function links({ repo, tag, commit }: DatasetReport, endpoint: string): string {
  if (!/^[\w.-]+\/[\w.-]+$/.test(repo)) return '';
  const page = `${endpoint}/datasets/${repo}`;
  const entries = [`[Dataset](${page})`];
  if (tag !== null) entries.push(`[Version \`${tag}\`](${page}/tree/${tag})`);
  if (commit !== null) entries.push(`[Commit \`${commit.slice(0, 8)}\`](${page}/commit/${commit})`);
  return entries.join(' · ');
}

function classBalance({ classBalance, numSamples, missingClasses }: DatasetContents): string {
  if (Object.keys(classBalance).length === 0) return '';
  const classes = Object.entries(classBalance).map(([name, splits]) => {
    const total = SPLIT_NAMES.reduce((sum, split) => sum + splits[split], 0);
    return { name, splits, total };
  });
  const rows = classes.map(({ name, splits, total }) => [
    escapeMarkdown(name),
    ...SPLIT_NAMES.map((split) => splits[split]),
    total,
    `${((100 * total) / numSamples).toFixed(1)} %`,
  ]);
  const missing = missingClasses.map(
    (missingClass) => `> [!WARNING]\n> ${describeMissingClass(missingClass, escapeMarkdown)}`,
  );
  return [
    '### Class balance',
    markdownTable(['Class', ...SPLIT_NAMES, 'Total', 'Share'], rows),
    mermaidPie(
      'Rows per class',
      classes.map(({ name, total }) => [name, total]),
    ),
    ...missing,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function change({ status, previous }: DatasetReport, contents: DatasetContents): string {
  if (status === 'unchanged') return '';
  const { numSamples, splits, classBalance } = contents;
  const current = { num_samples: numSamples, splits, quality: { class_balance: classBalance } };
  return `### Change since the last version\n\n${changeSince(previous, current)}`;
}
