import type { Predictions } from '../model/predictions.ts';
import type { DatasetShape } from '../model/shape.ts';
import { joinLines } from '../text/line.ts';
import { markdownLine, markdownLines } from '../text/markdown-line.ts';
import type { PreviousVersion } from './metadata.ts';
import { describePredictions } from './prediction-words.ts';

/** What a card says of where the model was wrong; nothing where that is not known. */
export function predictionSection(
  shape: DatasetShape,
  predictions: Predictions | undefined,
  previous: PreviousVersion | null,
): string[] {
  const described = describePredictions(shape, predictions, previous);
  if (described === null) return [];
  const { sentences, table } = described;
  return [
    '## Where the model was wrong',
    markdownLine(joinLines(sentences, ' ')),
    ...(table === null ? [] : [markdownLines(table)]),
  ];
}
