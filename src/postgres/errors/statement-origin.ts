import type { SourcePart, StatementOrigin } from '../../model/selection.ts';

const PARTS: Readonly<Record<SourcePart, string>> = {
  corrections: 'corrections',
  confirmed: 'confirmed rows',
  pending: 'number of pending corrections',
  unjudged: 'number of rows that nobody judged',
};

/** Returns the name of a statement in the log, as in `tickets.corrections`. */
export function statementName({ source, part }: StatementOrigin): string {
  return `${source.name}.${part}`;
}

/** Returns a sentence that names the SELECT that failed, its place in the file and the datasets it was read for. */
export function describeOrigin({ source, part, datasets }: StatementOrigin): string {
  const names = datasets.join(' and ');
  if (source.origin === 'built-in') {
    return `The ${PARTS[part]} of the built-in ${datasets.length === 1 ? 'dataset' : 'datasets'} ${names} could not be read.`;
  }
  const { file, line, pieces } = source[part]!;
  const place = `line ${pieces[0]?.line ?? line} of ${file ?? 'config'}`;
  const readFor = `for ${datasets.length === 1 ? 'dataset' : 'datasets'} ${names}`;
  return `The ${PARTS[part]} of source ${source.name} (${place}) could not be read ${readFor}.`;
}

/** True if the SQL of a statement holds a name as a word, so that a message may show it. */
export function isNamedIn({ source, part }: StatementOrigin, name: string): boolean {
  return new Set(source[part]!.sql.match(/[\p{L}_][\p{L}\p{N}_$]*/gu)).has(name);
}
