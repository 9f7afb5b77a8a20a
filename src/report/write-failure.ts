import { escapeMarkdown } from '../text/markdown.ts';

/** Writes a failure as Markdown: what happened, and as a list the lines that start with a dash. */
export function writeFailure(message: string): string {
  const [headline, ...lines] = message.split('\n').map((line) => {
    return line.startsWith('- ') ? `- ${escapeMarkdown(line.slice(2))}` : escapeMarkdown(line);
  });
  return [`❌ ${headline}`, ...(lines.length === 0 ? [] : [lines.join('\n')])].join('\n\n');
}
