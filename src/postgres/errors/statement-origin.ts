import type { StatementOrigin } from '../../model/selection.ts';

/** Returns the name of a statement in the log, as in `tickets.corrections`. */
export function statementName({ source, part }: StatementOrigin): string {
  return `${source.name}.${part}`;
}

/** True if the SQL of a statement holds a name as a word, so that a message may show it. */
export function isNamedIn({ source, part }: StatementOrigin, name: string): boolean {
  return new Set(source[part]!.sql.match(/[\p{L}_][\p{L}\p{N}_$]*/gu)).has(name);
}
