import { escapeMarkdown, markdownTable } from '../text/markdown.ts';
import type { Block, Message } from './message.ts';

/** Writes a message's blocks as GitHub-flavoured Markdown, in which no text can mention, link or format anything. */
export function writeMarkdown({ blocks }: Pick<Message, 'blocks'>): string {
  return blocks.map(writeBlock).join('\n\n');
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `### ${escapeMarkdown(block.text)}`;
    case 'paragraph':
      return escapeMarkdown(block.text);
    case 'list':
      return block.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n');
    case 'table':
      return markdownTable(
        block.header.map(escapeMarkdown),
        block.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : escapeMarkdown(cell)))),
      );
    case 'link':
      return `[${escapeMarkdown(block.text)}](<${encodeURI(block.url).replace(/[<>]/g, encodeURIComponent)}>)`;
  }
}
