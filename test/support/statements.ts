import type { Statement } from '../../src/dataset/definition.ts';

/** A statement of a file, where it stands on a line of its own. */
export function statementOf(sql: string): Statement {
  return { sql, file: 'datasets.yml', line: 3, column: 5, pieces: [{ start: 0, line: 3, column: 5 }] };
}
