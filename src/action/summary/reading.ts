import { publishedText } from '../../report/column-text.ts';
import type { DatasetReport, SelectColumn } from '../../report/dataset-report.ts';
import { escapeMarkdown, markdownTable } from '../../text/markdown.ts';

/** What a dataset is read from: its task, and each column its SELECTs give with what it is to the dataset. */
export function readingSection(report: DatasetReport): string {
  const { shape, reading, repo } = report;
  const { source, corrections, confirmed } = reading;
  const parts = [
    `Task **${shape.task}**, from the source **${escapeMarkdown(source)}**, for ${escapeMarkdown(repo)}.`,
    `### Columns of the corrections\n\n${columnTable(report, corrections)}`,
  ];
  if (confirmed === null) parts.push('No SELECT gives confirmed rows.');
  else if (JSON.stringify(confirmed) === JSON.stringify(corrections))
    parts.push('The SELECT of the confirmed rows gives the same columns.');
  else parts.push(`### Columns of the confirmed rows\n\n${columnTable(report, confirmed)}`);
  return parts.join('\n\n');
}

function columnTable({ shape }: DatasetReport, columns: readonly SelectColumn[]): string {
  const rows = columns.map(({ name, type, uses }) => [
    escapeMarkdown(name),
    escapeMarkdown(type),
    uses.length === 0 ? 'not used' : uses.map(({ role }) => escapeMarkdown(role)).join(', '),
    uses
      .map((use) => publishedText(use, shape, escapeMarkdown))
      .filter((text) => text !== '')
      .join(', '),
  ]);
  return markdownTable(['Column', 'Type', 'Role', 'On the Hub'], rows);
}
