import type { UnjudgedRows } from '../model/definition.ts';
import { formatCount, oneLine } from '../text/markdown.ts';

/**
 * Returns in one line which rows a source left out, and how many: `annotations without a result of the control “topic”:
 * 83`.
 */
export function describeUnjudged(unjudged: readonly UnjudgedRows[]): string {
  return unjudged.map(({ text, rows }) => `${oneLine(text)}: ${formatCount(rows)}`).join(', ');
}
