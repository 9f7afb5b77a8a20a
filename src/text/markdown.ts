/**
 * Returns a GitHub-flavoured Markdown table.
 *
 * @param header escaped already, as the rows are
 * @param isRight for each column whether it is aligned to the right; by default where all cells are numbers
 */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  isRight = header.map((_, column) => rows.every((row) => typeof row[column] === 'number')),
): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const rule = isRight.map((right) => (right ? '---:' : '---'));
  const format = (cell: string | number) => (typeof cell === 'number' ? formatCount(cell) : cell);
  return [line(header), line(rule), ...rows.map((row) => line(row.map(format)))].join('\n');
}

/** Returns a count with English thousands separators. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Returns a count with its unit, in the singular for one. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** Returns a share in percent, with one decimal. */
export function formatPercent(percent: number): string {
  return `${percent.toFixed(1)} %`;
}

/** Returns texts for a sentence; after the first few, only the number of the others. */
export function listSome(texts: readonly string[], most: number): string {
  const more = texts.length - most;
  return `${texts.slice(0, most).join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}`;
}

/**
 * Returns a text of any origin in a form that is harmless in Markdown and HTML: one line, no markup, no links, no
 * mentions, no emoji codes, no control or invisible direction characters.
 */
export function escapeMarkdown(text: string): string {
  return escapeStart(escapeInLine(oneLine(text)));
}

/** Escapes the characters that have a meaning anywhere in a line. */
export function escapeInLine(text: string): string {
  return text
    .replace(/[\\`*_[\]#|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll(':', '&#58;')
    .replace(/\b(www)\./gi, '$1&#46;');
}

/** Escapes the characters that make a list or a heading of the line that a text starts. */
export function escapeStart(text: string): string {
  return text.replace(/^(\d*)([-+.)=])/, '$1\\$2');
}

/** Returns a text on one line, without control characters and without characters that change the direction of text. */
export function oneLine(text: string): string {
  return withoutControls(text).trim();
}

/** Returns a text on one line like {@link oneLine}, with the spaces around it. */
export function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ');
}
