import type { Predictions } from '../model/predictions.ts';
import type { DatasetShape } from '../model/shape.ts';
import { escapeMarkdown, markdownTable } from '../text/markdown.ts';
import type { PreviousVersion } from './metadata.ts';
import { tellPredictions } from './prediction-words.ts';

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
