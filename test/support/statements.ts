import type { SourceDefinition, Statement } from '../../src/model/definition.ts';
import type { StatementOrigin } from '../../src/model/selection.ts';

/** A statement of a file, where it stands on a line of its own. */
export function statementOf(sql: string): Statement {
  return { sql, file: 'datasets.yml', line: 3, column: 5, pieces: [{ start: 0, line: 3, column: 5 }] };
}

/** The corrections of a source `tickets`, read for a dataset `answers`. */
export function originOf(sql: string, origin: SourceDefinition['origin'] = 'file'): StatementOrigin {
  const source: SourceDefinition = {
    name: 'tickets',
    origin,
    corrections: statementOf(sql),
    confirmed: null,
    pending: null,
  };
  return { source, part: 'corrections', datasets: ['answers'] };
}
