import { type LineTable, plainLine } from '../text/line.ts';
import { formatCount } from '../text/markdown.ts';
import type { Block } from './document.ts';

/**
 * Writes blocks as lines of a log, all but headings indented.
 *
 * @param harmless makes a text of any origin harmless in a line of the log
 */
export function writeLog(blocks: readonly Block[], harmless: (text: string) => string): string[] {
  return blocks.flatMap((block) => writeBlock(block, harmless));
}

function writeBlock(block: Block, harmless: (text: string) => string): string[] {
  switch (block.kind) {
    case 'heading':
      return [plainLine(block.line, harmless)];
    case 'paragraph':
    case 'note':
    case 'warning':
      return [`  ${plainLine(block.line, harmless)}`];
    case 'list':
      return block.items.map((item) => `  - ${plainLine(item, harmless)}`);
    case 'table':
      return writeTable(block, harmless);
    case 'link':
      return [`  ${plainLine(block.line, harmless)}: ${harmless(block.url)}`];
    case 'code':
    case 'failure':
      return block.text.split('\n').map((line) => `  ${harmless(line)}`);
    case 'details':
      return [`  ${plainLine(block.summary, harmless)}`, ...writeLog(block.blocks, harmless)];
  }
}

/** Lines in columns; each begins with a dash, so that no name in it can be a command to the runner. */
function writeTable({ header, rows }: LineTable, harmless: (text: string) => string): string[] {
  const lines = [...(header.length === 0 ? [] : [header]), ...rows].map((cells) =>
    cells.map((cell) => (typeof cell === 'number' ? formatCount(cell) : plainLine(cell, harmless))),
  );
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column].length))) ?? [];
  return lines.map((line) =>
    `  - ${line.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd(),
  );
}
