import type { LabelSchema } from '../dataset/label-schema.ts';
import { reviewedRows, sampledRows } from './queries.ts';
import { type SnapshotOptions, withSnapshot } from './snapshot.ts';

type RowHandler = (message: Uint8Array | null, className: Uint8Array | null) => void;

/**
 * Reads corrections from PostgreSQL.
 *
 * @param options.seed seed of the sample of correct rows
 * @param options.ordered true hands rows over by id, which scikit-learn's split depends on and which costs a sort
 */
export function createCorrectionsDatabase(options: SnapshotOptions & { seed: number; ordered: boolean }) {
  const { seed, ordered } = options;
  return {
    withSnapshot<T>(
      read: (corrections: {
        reviewed(schema: LabelSchema, onRow: RowHandler): Promise<number>;
        sample(schema: LabelSchema, limit: number, onRow: RowHandler): Promise<number>;
      }) => Promise<T>,
    ): Promise<T> {
      return withSnapshot(options, (snapshot) => {
        const copy = (query: string, onRow: RowHandler) =>
          snapshot.copyRows(query, 2, ([message, className]) => onRow(message, className));
        return read({
          reviewed: (schema, onRow) => copy(reviewedRows(schema, { ordered }), onRow),
          sample: (schema, limit, onRow) => copy(sampledRows(schema, { seed, limit, ordered }), onRow),
        });
      });
    },
  };
}
