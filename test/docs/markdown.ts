import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** A fenced block of a Markdown file. */
export interface Block {
  /** What follows the fence: `yaml`, `sql`, … */
  readonly language: string;
  readonly text: string;
  /** The heading it stands under. */
  readonly section: string;
  /** Line of its first line, from 1. */
  readonly line: number;
}

/** The fenced blocks of a file, in their order. */
export function blocksOf(file: string): Block[] {
  const blocks: Block[] = [];
  let section = '';
  let open: { language: string; line: number; lines: string[] } | null = null;
  for (const [index, line] of readText(file).split('\n').entries()) {
    const [, language] = /^```(\w*)$/.exec(line) ?? [];
    if (language === undefined) {
      if (open !== null) open.lines.push(line);
      else section = /^#+ (.*)$/.exec(line)?.[1] ?? section;
    } else if (open === null) open = { language, line: index + 2, lines: [] };
    else {
      const { lines, ...rest } = open;
      blocks.push({ ...rest, section, text: `${lines.join('\n')}\n` });
      open = null;
    }
  }
  return blocks;
}

/** A text without its fenced blocks and inline code, in which nothing is a link or a heading. */
export function proseOf(file: string): string {
  return readText(file)
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/(`+)(?:(?!\1).)+\1/g, '``');
}

export function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** Names of the pages of the documentation, from the root: README.md and the Markdown files in and below docs/. */
export function pages(): string[] {
  const below = readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' });
  const files = below.filter((name) => name.endsWith('.md')).map((name) => path.posix.join('docs', name));
  return ['README.md', ...files.sort()];
}

/** Names of the files of a folder that end so, from the root. */
export function filesIn(folder: string, end: string): string[] {
  return readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith(end))
    .map((name) => path.posix.join(folder, name))
    .sort();
}
