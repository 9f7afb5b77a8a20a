import { type Cell, figureColumns, type LineTable, plainLine } from '../text/line.ts';
import { formatCount, oneLine } from '../text/markdown.ts';
import type { Block, ReportDocument } from './document.ts';

/** Writes a document as plain text: tables in columns, addresses in full. */
export function writeText({ title, blocks }: ReportDocument): string {
  return `${[title, ...blocks.map(writeBlock)].join('\n\n')}\n`;
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const text = plainLine(block.line, oneLine);
      return `${text}\n${'-'.repeat(text.length)}`;
    }
    case 'paragraph':
    case 'note':
    case 'warning':
      return plainLine(block.line, oneLine);
    case 'list':
      return block.items.map((item) => `- ${plainLine(item, oneLine)}`).join('\n');
    case 'table':
      return writeTable(block);
    case 'link':
      return `${plainLine(block.line, oneLine)}: ${block.url}`;
    case 'code':
      return block.text;
    case 'failure':
      return block.text.split('\n').map(oneLine).join('\n');
    case 'details':
      return [plainLine(block.summary, oneLine), ...block.blocks.map(writeBlock)].join('\n\n');
  }
}

function writeTable(table: LineTable): string {
  const { header, rows } = table;
  const write = (cell: Cell) => (typeof cell === 'number' ? formatCount(cell) : plainLine(cell, oneLine));
  const lines = [header, ...rows].map((cells) => cells.map(write));
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const isRight = figureColumns(table);
  const pad = (cell: string, column: number) =>
    isRight[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]);
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}
