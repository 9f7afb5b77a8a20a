import type { RowCounts } from '../engine/rows/row-counts.ts';

/** Returns the reasons for which rows with texts were dropped, as in `rows with tool calls`, with their numbers. */
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
