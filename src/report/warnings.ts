import { oneLine } from '../text/markdown.ts';
import type { DatasetReport } from './dataset-report.ts';
import type { Delivery } from './delivery.ts';
import { describeWarnings } from './describe-dataset.ts';
import type { Note } from './fact.ts';

/**
 * Returns the warnings of a run, each once however many datasets share it: rows and SELECTs to look at, and what could not
 * be done besides publishing. How a dataset ended is none of them.
 *
 * @returns for each what it is about, and a text in the user's words
 */
export function warningsOf(
  datasets: readonly DatasetReport[],
  deliveries: readonly Delivery[],
): (readonly [title: string, text: string])[] {
  const notes = datasets.flatMap(describeWarnings).map((note) => [titleOf(note), note.text] as const);
  const failed = deliveries
    .filter(({ state }) => state === 'failed')
    .map(({ channel, detail }) => [channel, detail] as const);
  const different = new Map([...notes, ...failed].map((each) => [JSON.stringify(each), each]));
  return Array.from(different.values(), ([title, text]) => [oneLine(title), oneLine(text)]);
}

function titleOf({ title, place }: Note): string {
  return place === undefined ? title : `${title} at ${place.file}:${place.line}:${place.column}`;
}
