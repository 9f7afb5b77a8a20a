import { type Line, plainLine } from '../text/line.ts';
import { formatCount, oneLine } from '../text/markdown.ts';
import type { Block, ReportDocument } from './document.ts';

/** A document for a chat: a title, then paragraphs and links, in plain text that the chat must not format. */
interface ChatMessage {
  readonly title: string;
  readonly parts: readonly ChatPart[];
}

export type ChatPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/**
 * Writes a document for a chat, which has no tables: each row of a table becomes a line of its cells. Details are left
 * out, because a chat cannot fold them.
 */
export function writeChat({ title, blocks }: ReportDocument): ChatMessage {
  return { title, parts: blocks.flatMap(writeBlock) };
}

function writeBlock(block: Block): ChatPart[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
    case 'warning':
      return text(plain(block.line));
    case 'list':
      return text(block.items.map((item) => `• ${plain(item)}`).join('\n'));
    case 'table':
      return text(
        block.rows
          .map((cells) => {
            const written = cells.map((cell) => (typeof cell === 'number' ? formatCount(cell) : plain(cell)));
            return `• ${written.filter((cell) => cell !== '').join(' · ')}`;
          })
          .join('\n'),
      );
    case 'link':
      return [{ kind: 'link', text: plain(block.line), url: block.url }];
    case 'code':
      return text(block.text);
    case 'failure':
      return text(block.text.split('\n').map(oneLine).join('\n'));
    case 'details':
      return [];
  }
}

function plain(line: Line): string {
  return plainLine(line, oneLine);
}

function text(written: string): ChatPart[] {
  return written === '' ? [] : [{ kind: 'text', text: written }];
}
