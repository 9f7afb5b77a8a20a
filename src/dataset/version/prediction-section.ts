import { escapeMarkdown, markdownTable } from '../markdown.ts';
import type { DatasetShape } from '../shape.ts';
import type { PreviousVersion } from './metadata.ts';
import { tellPredictions } from './prediction-words.ts';
import type { Predictions } from './predictions.ts';

/** What a card says of where the model was wrong; nothing where that is not known. */
export function predictionSection(
  shape: DatasetShape,
  predictions: Predictions | undefined,
  previous: PreviousVersion | null,
): string[] {
  const told = tellPredictions(shape, predictions, previous, escapeMarkdown);
  if (told === null) return [];
  const { sentences, table } = told;
  return [
    '## Where the model was wrong',
    sentences.join(' '),
    ...(table === null ? [] : [markdownTable(table.header, table.rows)]),
  ];
}
