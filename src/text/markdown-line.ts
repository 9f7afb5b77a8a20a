import { type Cell, figureColumns, type Line, type LineTable, writeLine } from './line.ts';
import { escapeInLine, escapeMarkdown, escapeStart, markdownTable, withoutControls } from './markdown.ts';

/** Writes a line as GitHub-flavoured Markdown, in which no text of any origin can mention, link or format anything. */
export function markdownLine(line: Line): string {
  return writeLine(line, {
    words: (text) => text,
    text: escapeMarkdown,
    piece: (text, { isFirst }) => {
      const escaped = escapeInLine(withoutControls(text));
      return isFirst ? escapeStart(escaped) : escaped;
    },
    strong: (written) => `**${written}**`,
    code: (text) => `\`${text}\``,
    link: (written, { url, isGiven }) =>
      `[${written}](${isGiven ? `<${encodeURI(url).replace(/[<>]/g, encodeURIComponent)}>` : url})`,
  });
}

/** Writes a table of lines as GitHub-flavoured Markdown. */
export function markdownLines(table: LineTable): string {
  const { header, rows } = table;
  const write = (cell: Cell) => (typeof cell === 'number' ? cell : markdownLine(cell));
  return markdownTable(
    header.map(markdownLine),
    rows.map((row) => row.map(write)),
    figureColumns(table),
  );
}
