import { formatCount } from './markdown.ts';

/**
 * A line that people read, before it is written in some format. A string is a text of any origin, such as a name, which
 * the writer makes harmless. Words of this project are marked as such, because they hold no markup.
 */
export type Line = string | readonly Part[];

/** A table of lines; a column of figures is aligned to the right. */
export interface LineTable {
  /** Empty for a table without a heading. */
  readonly header: readonly Line[];
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = Line | number;

type Part = string | OwnWords | Piece | Strong | Code | Link;

/** Words of this project, which are written unchanged. */
interface OwnWords {
  readonly kind: 'words';
  readonly text: string;
}

/** A part of a text of any origin, with the spaces around it. */
interface Piece {
  readonly kind: 'piece';
  readonly text: string;
}

interface Strong {
  readonly kind: 'strong';
  readonly line: Line;
}

interface Code {
  readonly kind: 'code';
  readonly text: string;
}

interface Link {
  readonly kind: 'link';
  readonly line: Line;
  readonly url: string;
  /** True for an address that a server gave, which is encoded. */
  readonly isGiven: boolean;
}

/** How the parts of a line are written in some format. */
interface LineFormat {
  words(text: string): string;
  /** Writes a text of any origin. */
  text(text: string): string;
  piece(text: string, position: { readonly isFirst: boolean }): string;
  strong(written: string): string;
  code(text: string): string;
  link(written: string, link: Pick<Link, 'url' | 'isGiven'>): string;
}

/** Returns the line of a template, whose own text is this project's and whose values are of any origin. */
export function words(template: TemplateStringsArray, ...values: readonly (Line | number)[]): Line {
  return template.flatMap((text, index) => {
    const value = values[index];
    const part: readonly Part[] = text === '' ? [] : [{ kind: 'words', text }];
    return value === undefined ? part : [...part, ...partsOf(value)];
  });
}

/** Returns a line of this project's own words. */
export function ownWords(text: string): Line {
  return [{ kind: 'words', text }];
}

/** Returns a part of a text of any origin as a line that keeps the spaces around it. */
export function piece(text: string): Line {
  return text === '' ? [] : [{ kind: 'piece', text }];
}

export function strong(line: Line): Line {
  return [{ kind: 'strong', line }];
}

export function code(text: string): Line {
  return [{ kind: 'code', text }];
}

/** Returns a link to an address that is made of checked parts. */
export function link(line: Line, url: string): Line {
  return [{ kind: 'link', line, url, isGiven: false }];
}

/** Returns a link to an address that a server gave. */
export function givenLink(line: Line, url: string): Line {
  return [{ kind: 'link', line, url, isGiven: true }];
}

/** Returns lines as one, with the separator between them. */
export function joinLines(lines: readonly Line[], separator: string): Line {
  return lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [{ kind: 'words', text: separator } as const]),
    ...partsOf(line),
  ]);
}

/** Returns lines as one, separated by commas; after the first few, only the number of the others. */
export function listLines(lines: readonly Line[], most: number): Line {
  const more = lines.length - most;
  const listed = joinLines(lines.slice(0, most), ', ');
  return more > 0 ? words`${listed} and ${more} more` : listed;
}

/**
 * Returns for each column of a table whether it holds figures: numbers, words of this project that begin with a digit or a
 * sign, such as `+12` or `9.8 %`, and empty cells, but not only those. A text of any origin is never a figure.
 */
export function figureColumns({ header, rows }: LineTable): boolean[] {
  return header.map((_, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    return cells.some((cell) => !isEmpty(cell)) && cells.every((cell) => isEmpty(cell) || isFigure(cell));
  });
}

function isEmpty(cell: Cell): boolean {
  return typeof cell !== 'number' && cell.length === 0;
}

function isFigure(cell: Cell): boolean {
  if (typeof cell === 'number') return true;
  const [first] = cell;
  if (typeof first !== 'object') return false;
  return first.kind === 'strong'
    ? isFigure(first.line)
    : first.kind === 'words' && /^[+−±]?\d/.test(first.text);
}

/** Writes a line in a format. */
export function writeLine(line: Line, format: LineFormat): string {
  return partsOf(line)
    .map((part, index) => writePart(part, { isFirst: index === 0 }, format))
    .join('');
}

function writePart(part: Part, position: { readonly isFirst: boolean }, format: LineFormat): string {
  if (typeof part === 'string') return format.text(part);
  switch (part.kind) {
    case 'words':
      return format.words(part.text);
    case 'piece':
      return format.piece(part.text, position);
    case 'strong':
      return format.strong(writeLine(part.line, format));
    case 'code':
      return format.code(part.text);
    case 'link':
      return format.link(writeLine(part.line, format), part);
  }
}

/**
 * Writes a line without markup.
 *
 * @param harmless makes a text of any origin harmless where the line is shown
 */
export function plainLine(line: Line, harmless: (text: string) => string): string {
  return writeLine(line, {
    words: (text) => text,
    text: harmless,
    piece: (text) => text.replace(/\S(?:.*\S)?/su, harmless),
    strong: (written) => written,
    code: harmless,
    link: (written) => written,
  });
}

function partsOf(line: Line | number): readonly Part[] {
  if (typeof line === 'number') return [{ kind: 'words', text: formatCount(line) }];
  return typeof line === 'string' ? [line] : line;
}
