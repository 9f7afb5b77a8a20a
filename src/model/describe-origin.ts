import type { SourcePart, StatementOrigin } from './selection.ts';

const PARTS: Readonly<Record<SourcePart, string>> = {
  corrections: 'corrections',
  confirmed: 'confirmed rows',
  pending: 'number of pending corrections',
  unjudged: 'number of rows that nobody judged',
};

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
