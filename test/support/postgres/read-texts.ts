import type { Snapshot } from '../../../src/postgres/snapshot.ts';

/** Reads a query whose columns are all text, as rows of strings. */
export async function readTexts(
  snapshot: Snapshot,
  query: string,
  columnCount = 1,
): Promise<(string | null)[][]> {
  const rows: (string | null)[][] = [];
  await snapshot.copyRows(query, columnCount, (fields) => {
    rows.push(fields.map((field) => field && Buffer.from(field).toString('utf8')));
  });
  return rows;
}
