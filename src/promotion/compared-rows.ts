import { spansOfTags } from '../engine/spans/published-spans.ts';
import type { TokenSpan } from '../engine/spans/token-span.ts';
import type { TaskComparison } from '../model/tasks.ts';
import type { ComparedRow, Prediction } from './judge.ts';
import type { Predicted, Predictions } from './read-predictions.ts';
import type { TestRow } from './test-split.ts';

/** Puts labels and predictions of each row together, with the loss of each prediction. */
export function comparedRows(
  rows: readonly TestRow[],
  compares: NonNullable<TaskComparison>,
  { candidate, production }: { candidate: Predictions; production: Predictions | null },
): ComparedRow[] {
  return rows.map(({ source, label }, row) => ({
    source,
    labels: compares === 'spans' ? spansOf(label).map(({ classId }) => classId) : classesOf(label),
    candidate: predictionOf(compares, label, candidate.predicted[row]),
    production: production === null ? null : predictionOf(compares, label, production.predicted[row]),
  }));
}

function predictionOf(
  compares: NonNullable<TaskComparison>,
  label: Predicted,
  predicted: Predicted,
): Prediction {
  if (compares === 'spans') return spanPrediction(spansOf(label), spansOf(predicted));
  const loss =
    compares === 'number' ? Math.abs(Number(predicted) - Number(label)) : Number(!isSame(label, predicted));
  const [wanted, classes] = [classesOf(label), classesOf(predicted)];
  return { classes, found: wanted.filter((id) => classes.includes(id)), loss, size: 1 };
}

/**
 * Counts the spans that are wrong, of the label and of the prediction. A span is right if its first and last token and its class are
 * those of a span of the label, as in the evaluation of CoNLL.
 */
function spanPrediction(wanted: readonly TokenSpan[], predicted: readonly TokenSpan[]): Prediction {
  const idOf = ({ first, end, classId }: TokenSpan) => `${first} ${end} ${classId}`;
  const ids = new Set(wanted.map(idOf));
  const right = predicted.filter((span) => ids.has(idOf(span)));
  const size = wanted.length + predicted.length;
  return {
    classes: predicted.map(({ classId }) => classId),
    found: right.map(({ classId }) => classId),
    loss: size - 2 * right.length,
    size,
  };
}

function spansOf(tags: Predicted): readonly TokenSpan[] {
  return spansOfTags(classesOf(tags));
}

/** Whether a prediction is right; of several classes all must be, in any order. */
function isSame(label: Predicted, predicted: Predicted): boolean {
  const [wanted, found] = [classesOf(label), classesOf(predicted)];
  if (!Array.isArray(label)) return label === predicted;
  return wanted.length === found.length && wanted.every((id) => found.includes(id));
}

function classesOf(value: Predicted): readonly number[] {
  return typeof value === 'object' ? value : [];
}
