import { oneLine } from '../text/markdown.ts';

const LONGEST_TEXT = 2000;

/**
 * Returns a text of any origin in a form that is safe within a line of the log: on one line, and without `##[`, which
 * starts a command of the runner anywhere in a line. A command that begins with `::` counts only at the start of a
 * line, so no line may begin with such a text.
 */
export function logText(text: string): string {
  const line = oneLine(text).replaceAll('##[', '## [');
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT)} …` : line;
}
