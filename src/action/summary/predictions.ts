import type { DatasetReport } from '../../report/dataset-report.ts';
import { escapeMarkdown, markdownTable } from '../../text/markdown.ts';
import { tellPredictions } from '../../version/prediction-words.ts';
import { className } from './class-name.ts';

/**
 * Where the model was wrong: what it had predicted, by what was right. Empty where nothing is known of it.
 *
 * @param how.isNamed true to name the dataset in the heading
 */
export function predictionSection(
  { name, shape, counts, previous }: DatasetReport,
  { isNamed }: { isNamed: boolean },
): string {
  const told = tellPredictions(shape, counts?.predictions, previous, className);
  if (told === null) return '';
  const { sentences, table } = told;
  const matrix = table === null ? '' : `\n\n${markdownTable(table.header, table.rows)}`;
  const heading = `### Where the model was wrong${isNamed ? `: ${escapeMarkdown(name)}` : ''}`;
  return `${heading}\n\n${sentences.join(' ')}${matrix}`;
}
