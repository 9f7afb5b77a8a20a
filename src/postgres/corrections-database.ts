import type { RowSecurity, SourceDefinition, Statement } from '../dataset/definition.ts';
import type { Selection } from '../dataset/selection.ts';
import type { CopyRowHandler } from './copy-decoder.ts';
import { describeSources } from './describe-sources.ts';
import { allRows, sampledRows, singleValue } from './queries.ts';
import { type Snapshot, type SnapshotOptions, withSnapshot } from './snapshot.ts';

/** Reads corrections from PostgreSQL, and warns of a role that may do more than read. */
export function createCorrectionsDatabase(options: SnapshotOptions) {
  return {
    withSnapshot<T>(read: (corrections: ReturnType<typeof correctionsIn>) => Promise<T>): Promise<T> {
      return withSnapshot(options, (snapshot) => read(correctionsIn(snapshot, options)));
    },
  };
}

function correctionsIn(snapshot: Snapshot, { onWarning }: SnapshotOptions) {
  const copy = ({ fields, rowSecurity }: Selection, query: string, onRow: CopyRowHandler) =>
    snapshot.copyRows(query, fields.length, onRow, rowSecurity);
  return {
    async describe(sources: readonly SourceDefinition[]) {
      const description = await describeSources(snapshot, sources);
      const tables = 'problem' in description ? [] : description.writableTables;
      if (tables.length > 0) {
        onWarning?.(
          `The database role may change tables (${tables.join(', ')}), and reading is all this action needs. Give it a role of its own, as examples/reader-role.sql makes one.`,
        );
      }
      return description;
    },
    all: (selection: Selection, how: { ordered: boolean }, onRow: CopyRowHandler) =>
      copy(selection, allRows(selection, how), onRow),
    sample: (
      selection: Selection,
      how: { seed: number; ordered: boolean; limit: number; offset?: number },
      onRow: CopyRowHandler,
    ) => copy(selection, sampledRows(selection, how), onRow),
    async ask(sql: string, columnCount: number, rowSecurity?: RowSecurity): Promise<(string | null)[][]> {
      const rows: (string | null)[][] = [];
      const take: CopyRowHandler = (fields) => {
        rows.push(fields.map((field) => (field === null ? null : Buffer.from(field).toString())));
      };
      await snapshot.copyRows(sql, columnCount, take, rowSecurity);
      return rows;
    },
    hold: <T>(work: Parameters<typeof snapshot.hold<T>>[0]) => snapshot.hold(work),
    async count({ sql }: Statement, column: string, rowSecurity?: RowSecurity): Promise<number> {
      let found = Number.NaN;
      const take: CopyRowHandler = ([value]) => {
        found = value === null ? Number.NaN : Number(Buffer.from(value).toString());
      };
      const rows = await snapshot.copyRows(singleValue(sql, column), 1, take, rowSecurity);
      return rows === 1 ? found : Number.NaN;
    },
  };
}
