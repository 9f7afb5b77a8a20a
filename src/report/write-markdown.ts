import { givenLink, type Line, writeLine } from '../text/line.ts';
import { escapeMarkdown } from '../text/markdown.ts';
import { markdownLine, markdownLines } from '../text/markdown-line.ts';
import type { Block } from './document.ts';
import { writeFailure } from './write-failure.ts';

/** Writes blocks as GitHub-flavoured Markdown, in which no text of any origin can mention, link or format anything. */
export function writeMarkdown(blocks: readonly Block[]): string {
  return blocks.map((block) => writeBlock(block, { isFolded: false })).join('\n\n');
}

function writeBlock(block: Block, { isFolded }: { isFolded: boolean }): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${markdownLine(block.line)}`;
    case 'paragraph':
      return markdownLine(block.line);
    case 'list':
      return block.items.map((item) => `- ${markdownLine(item)}`).join('\n');
    case 'table':
      return markdownLines(block);
    case 'link':
      return markdownLine(givenLink(block.line, block.url));
    case 'note':
    case 'warning':
      return `> [!${block.kind.toUpperCase()}]\n> ${markdownLine(block.line)}`;
    case 'code':
      return `\`\`\`${block.language}\n${block.text}\n\`\`\``;
    case 'failure':
      return writeFailure(block.text);
    case 'details':
      return writeDetails(block, isFolded);
  }
}

function writeDetails(
  { summary, isOpen, blocks }: Extract<Block, { kind: 'details' }>,
  isFolded: boolean,
): string {
  const content = blocks.map((block) => writeBlock(block, { isFolded: true })).join('\n\n');
  const title = `<summary>${summaryLine(summary)}</summary>`;
  return `<details${isOpen ? ' open' : ''}>${isFolded ? '' : '\n'}${title}\n\n${content}\n\n</details>`;
}

/** Writes the line that is clicked on, in HTML: Markdown means nothing in it. */
function summaryLine(line: Line): string {
  return writeLine(line, {
    words: (text) => text,
    text: escapeMarkdown,
    piece: escapeMarkdown,
    strong: (written) => `<strong>${written}</strong>`,
    code: escapeMarkdown,
    link: (written) => written,
  });
}
