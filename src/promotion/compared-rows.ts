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
    labels: classesOf(label),
    candidate: predictionOf(compares, label, candidate.predicted[row]),
    production: production === null ? null : predictionOf(compares, label, production.predicted[row]),
  }));
}

function predictionOf(
  compares: NonNullable<TaskComparison>,
  label: Predicted,
  predicted: Predicted,
): Prediction {
  const loss =
    compares === 'number' ? Math.abs(Number(predicted) - Number(label)) : Number(!isSame(label, predicted));
  return { classes: classesOf(predicted), loss };
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
