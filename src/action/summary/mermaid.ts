import { oneLine } from '../../dataset/markdown.ts';

/**
 * A Mermaid pie chart as GitHub renders it (https://mermaid.js.org/syntax/pie.html).
 *
 * @param slices names and values; slices of 0 are left out, since Mermaid refuses them
 * @returns a fenced code block, or an empty string when there is nothing to draw
 */
export function mermaidPie(title: string, slices: readonly (readonly [string, number])[]): string {
  const drawn = slices.filter(([, value]) => value > 0);
  if (drawn.length === 0) return '';
  const lines = drawn.map(([name, value]) => `    "${mermaidText(name)}" : ${value}`);
  return ['```mermaid', 'pie showData', `    title ${mermaidText(title)}`, ...lines, '```'].join('\n');
}

/** Text without the characters that mean something to Mermaid or end its strings. */
function mermaidText(text: string): string {
  return oneLine(text)
    .replaceAll('"', '\u201D')
    .replace(/[`#;<>{}[\]\\%]/g, ' ');
}
