import { type Cell, figureColumns, type Line, type LineTable, writeLine } from '../text/line.ts';
import { formatCount, oneLine } from '../text/markdown.ts';
import type { Block, ReportDocument } from './document.ts';

const FONT = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif;font-size:14px;line-height:1.5';
const CELL = 'padding:4px 12px 4px 0;border-bottom:1px solid #8888;vertical-align:top';

/**
 * Writes a document as an HTML page for mail programs: styles inline, because many drop a style sheet, and no image or
 * colour of its own, so that it reads on light and dark alike.
 */
export function writeHtml({ title, blocks }: ReportDocument): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head><meta charset="utf-8"><meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(title)}</title></head>`,
    `<body style="${FONT}">`,
    `<h1 style="font-size:18px">${escapeHtml(title)}</h1>`,
    ...blocks.map(writeBlock),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 style="font-size:16px">${htmlLine(block.line)}</h2>`;
    case 'paragraph':
    case 'note':
    case 'warning':
      return `<p>${htmlLine(block.line)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${htmlLine(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return writeTable(block);
    case 'link':
      return `<p><a href="${escapeHtml(block.url)}">${htmlLine(block.line)}</a></p>`;
    case 'code':
      return `<pre>${escapeHtml(block.text)}</pre>`;
    case 'failure':
      return `<p>${block.text.split('\n').map(htmlLine).join('<br>\n')}</p>`;
    case 'details':
      return [`<p>${htmlLine(block.summary)}</p>`, ...block.blocks.map(writeBlock)].join('\n');
  }
}

function writeTable(table: LineTable): string {
  const { header, rows } = table;
  const isRight = figureColumns(table);
  const row = (tag: 'th' | 'td', cells: readonly Cell[]) => {
    const written = cells.map((cell, column) => {
      const text = typeof cell === 'number' ? formatCount(cell) : htmlLine(cell);
      return `<${tag} style="${CELL};text-align:${isRight[column] ? 'right' : 'left'}">${text}</${tag}>`;
    });
    return `<tr>${written.join('')}</tr>`;
  };
  return `<table style="border-collapse:collapse">\n${[row('th', header), ...rows.map((cells) => row('td', cells))].join('\n')}\n</table>`;
}

function htmlLine(line: Line): string {
  return writeLine(line, {
    words: escapeHtml,
    text: (text) => escapeHtml(oneLine(text)),
    piece: escapeHtml,
    strong: (written) => `<strong>${written}</strong>`,
    code: (text) => `<code>${escapeHtml(text)}</code>`,
    link: (written, { url }) => `<a href="${escapeHtml(url)}">${written}</a>`,
  });
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
