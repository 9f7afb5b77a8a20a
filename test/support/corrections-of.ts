import type { Corrections } from '../../src/model/corrections.ts';
import type { DescribedColumn } from '../../src/model/selection.ts';

/** A row by the columns of its SELECT, as text. */
export type Row = Readonly<Record<string, string | null>>;

/** A snapshot of a database that has these rows. */
export function correctionsOf(
  rows: { readonly corrections: readonly Row[]; readonly confirmed: readonly Row[] },
  columns: readonly DescribedColumn[],
): Corrections {
  const give = (which: 'corrections' | 'confirmed', limit = Number.POSITIVE_INFINITY, offset = 0) => {
    return (selection: Parameters<Corrections['all']>[0], onRow: Parameters<Corrections['all']>[2]) => {
      const own = rows[which].filter(
        (row) =>
          selection.members === null ||
          selection.members.some((member) => row[selection.fields[member]!.column] !== null),
      );
      const given = own.slice(offset, offset + limit);
      for (const row of given) {
        onRow(
          selection.fields.map((field) => {
            const value = field === null ? null : row[field.column];
            return value === null || value === undefined ? null : Buffer.from(value);
          }),
        );
      }
      return given.length;
    };
  };
  return {
    describe: async () => ({
      sources: [{ corrections: columns, confirmed: columns, pending: null }],
      problems: [],
    }),
    all: async (selection, _, onRow) => give('corrections')(selection, onRow),
    sample: async (selection, { limit, offset }, onRow) => give('confirmed', limit, offset)(selection, onRow),
    count: async () => 0,
    countCauses: async () => ({ value: 0, causes: new Map() }),
    ask: async () => [],
    hold: async () => {
      throw new Error('nothing is held');
    },
  };
}
