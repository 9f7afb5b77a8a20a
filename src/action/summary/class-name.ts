import { escapeMarkdown } from '../../text/markdown.ts';

const LONGEST_NAME = 80;

/** Name of a class as a summary shows it: short, and harmless. */
export function className(name: string): string {
  const characters = Array.from(name);
  return escapeMarkdown(
    characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…` : name,
  );
}
