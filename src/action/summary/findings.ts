import type { DatasetReport } from '../../report/dataset-report.ts';
import { type Findings, findingSentences } from '../../report/findings.ts';
import { escapeMarkdown, markdownTable } from '../../text/markdown.ts';

/** What was found in the rows of a dataset and in the SELECTs of its source; the ids of rows, which nothing but the summary tells, are to be unfolded. */
export function findingSection(findings: Findings & Pick<DatasetReport, 'sourceWarnings'>): string {
  const { conflictIds = [], nearDuplicates = null, sourceWarnings } = findings;
  const examples = (nearDuplicates?.examples ?? []).map(({ ids, splits, similarity }) => [
    ids.map(escapeMarkdown).join(', '),
    splits.join(', '),
    similarity.toFixed(2),
  ]);
  const warnings = sourceWarnings.map(({ message, place: { file, line, column }, isHarmless }) => {
    return `- ${isHarmless ? '' : '⚠️ '}${escapeMarkdown(`${file ?? 'config'}:${line}:${column}: ${message}`)}`;
  });
  const parts = [
    warnings.join('\n'),
    findingSentences(findings).map(escapeMarkdown).join('\n\n'),
    folded('Ids of rows that disagree', conflictIds.map(escapeMarkdown).join(', ')),
    folded(
      'Ids of near copies',
      examples.length === 0 ? '' : markdownTable(['Ids', 'Splits', 'Similarity'], examples),
    ),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `### Findings\n\n${parts.join('\n\n')}`;
}

function folded(title: string, content: string): string {
  return content === '' ? '' : `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
