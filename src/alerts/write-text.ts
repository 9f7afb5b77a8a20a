import { formatCount } from '../text/markdown.ts';
import type { Block, Message } from './message.ts';

/** Writes a message as plain text: tables in columns, addresses in full. */
export function writeText({ title, blocks }: Message): string {
  return `${[title, ...blocks.map(writeBlock)].join('\n\n')}\n`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${block.text}\n${'-'.repeat(block.text.length)}`;
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'table':
      return writeTable(block.header, block.rows);
    case 'link':
      return `${block.text}: ${block.url}`;
  }
}

function writeTable(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [
    header,
    ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? formatCount(cell) : cell))),
  ];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const isNumeric = header.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
  const pad = (cell: string, column: number) =>
    isNumeric[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]);
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}
