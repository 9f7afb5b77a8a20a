import { joinLines, type Line, type LineTable } from '../text/line.ts';

/** What people read of a run, before it is written as Markdown, HTML or plain text. */
export interface ReportDocument {
  /** What happened, without the repository: the subject of a mail, the title of an issue. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | ({ readonly kind: 'table' } & LineTable)
  /** A link on a line of its own, to an address that a server may have given. */
  | { readonly kind: 'link'; readonly line: Line; readonly url: string }
  | { readonly kind: 'note' | 'warning'; readonly line: Line }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  /** Why a run failed: lines, of which those that start with a dash are items. */
  | { readonly kind: 'failure'; readonly text: string }
  /** To be unfolded. */
  | {
      readonly kind: 'details';
      readonly summary: Line;
      readonly isOpen: boolean;
      readonly blocks: readonly Block[];
    };

/** Returns a heading, by default of a part of a dataset. */
export function heading(line: Line, level: 1 | 2 | 3 = 3): Block {
  return { kind: 'heading', level, line };
}

export function paragraph(line: Line): Block {
  return { kind: 'paragraph', line };
}

/** Returns sentences as one paragraph, or nothing when there are none. */
export function sentences(lines: readonly Line[]): Block[] {
  return lines.length === 0 ? [] : [paragraph(joinLines(lines, ' '))];
}

/** Returns a list, or nothing when it has no items. */
export function list(items: readonly Line[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** Returns a table, or nothing when it has no rows. */
export function table(header: LineTable['header'], rows: LineTable['rows']): Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', header, rows }];
}

/** Returns blocks to be unfolded. */
export function folded(summary: Line, blocks: readonly Block[]): Block {
  return { kind: 'details', summary, isOpen: false, blocks };
}
