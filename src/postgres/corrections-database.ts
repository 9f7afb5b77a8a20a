import type { Corrections, CorrectionsDatabase } from '../model/corrections.ts';
import type { Selection, StatementOrigin } from '../model/selection.ts';
import type { CopyRowHandler } from './copy-decoder.ts';
import { describeSources } from './describe-sources.ts';
import { allRows, sampledRows, singleValue, valueAndCauses } from './queries.ts';
import { type Snapshot, type SnapshotOptions, withSnapshot } from './snapshot.ts';

/** Reads corrections from PostgreSQL, and warns of a role that may do more than read. */
export function createCorrectionsDatabase(options: SnapshotOptions): CorrectionsDatabase {
  return {
    withSnapshot: (read) => withSnapshot(options, (snapshot) => read(correctionsIn(snapshot, options))),
  };
}

function correctionsIn(snapshot: Snapshot, { onWarning }: SnapshotOptions): Corrections {
  const ask = async (
    sql: string,
    columnCount: number,
    origin?: StatementOrigin,
  ): Promise<(string | null)[][]> => {
    const rows: (string | null)[][] = [];
    const take: CopyRowHandler = (fields) => {
      rows.push(fields.map((field) => (field === null ? null : Buffer.from(field).toString())));
    };
    await snapshot.copyRows(sql, columnCount, take, origin);
    return rows;
  };
  const copy = ({ fields, origin }: Selection, query: string, onRow: CopyRowHandler) =>
    snapshot.copyRows(query, fields.length, onRow, origin);
  return {
    async describe(sources, datasetsOf) {
      const description = await describeSources(snapshot, sources, datasetsOf);
      const tables = description.problems.length > 0 ? [] : description.writableTables;
      if (tables.length > 0) {
        onWarning?.(
          `The database role may change tables (${tables.join(', ')}), but this action only reads. Give it a role of its own, as in examples/reader-role.sql.`,
        );
      }
      return description;
    },
    all: (selection, how, onRow) => copy(selection, allRows(selection, how), onRow),
    sample: (selection, how, onRow) => copy(selection, sampledRows(selection, how), onRow),
    ask,
    hold: (work) => snapshot.hold(work),
    async count({ sql }, column, origin) {
      let found = Number.NaN;
      const take: CopyRowHandler = ([value]) => {
        found = value === null ? Number.NaN : Number(Buffer.from(value).toString());
      };
      const rows = await snapshot.copyRows(singleValue(sql, column), 1, take, origin);
      return rows === 1 ? found : Number.NaN;
    },
    async countCauses({ sql }, value, origin) {
      const single = value === null ? null : { sql: value.statement.sql, column: value.column };
      const rows = await ask(valueAndCauses(single, sql), 2, origin);
      const values = rows.filter(([cause]) => cause === null).map(([, found]) => Number(found ?? Number.NaN));
      return {
        value: values.length === 1 ? values[0] : Number.NaN,
        causes: new Map(rows.flatMap(([cause, count]) => (cause === null ? [] : [[cause, Number(count)]]))),
      };
    },
  };
}
