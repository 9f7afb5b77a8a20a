import type { RowCounts } from '../engine/rows/row-counts.ts';

/** Returns why rows that have texts were dropped for them, as in `rows with tool calls`, and how many. */
export function unusableTexts({
  noAnswer = 0,
  sameAnswers = 0,
  toolCalls = 0,
  notText = 0,
}: RowCounts['dropped']) {
  return [
    ['without an answer of the assistant', noAnswer],
    ['with two answers that are the same', sameAnswers],
    ['with tool calls', toolCalls],
    ['with a text that is a list or object', notText],
  ] as const;
}
