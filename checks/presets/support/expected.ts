import type { ExpectedRow, ExpectedSource } from './check-sources.ts';

/** What a person's judgement gives. */
export interface Given {
  readonly id: string | number;
  /** By the name of a source, the row it gives, or the cause for which it gives none. */
  readonly gives: Readonly<Record<string, Readonly<Record<string, unknown>> | string>>;
  /** Columns of each row that it gives. */
  readonly columns?: Readonly<Record<string, unknown>>;
}

/** Returns what each source is to give, from what each judgement gives. */
export function expectedOf(judgements: readonly Given[]): Record<string, ExpectedSource> {
  const sources: Record<string, { rows: ExpectedRow[]; unjudged: Record<string, number> }> = {};
  for (const { id, gives, columns } of judgements) {
    for (const [name, row] of Object.entries(gives)) {
      sources[name] ??= { rows: [], unjudged: {} };
      const { rows, unjudged } = sources[name];
      if (typeof row === 'string') unjudged[row] = (unjudged[row] ?? 0) + 1;
      else rows.push({ id, ...row, ...columns });
    }
  }
  return sources;
}
