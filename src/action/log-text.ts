import { oneLine } from '../text/markdown.ts';

const LONGEST_TEXT = 2000;

/**
 * Text of any origin as it may stand within a line of the log: on one line, and without the beginning of a runner's
 * command that counts anywhere in a line, `##[`. A command that begins with `::` counts at the start of a line only,
 * so no line may begin with such a text.
 */
export function logText(text: string): string {
  const line = oneLine(text).replaceAll('##[', '## [');
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT)} …` : line;
}
