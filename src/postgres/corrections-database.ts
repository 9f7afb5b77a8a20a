import type { LabelSchema } from '../dataset/label-schema.ts';
import type { CopyRowHandler } from './copy-decoder.ts';
import { reviewedRows, sampledRows, writableTables } from './queries.ts';
import { type Snapshot, type SnapshotOptions, withSnapshot } from './snapshot.ts';

/**
 * Reads corrections from PostgreSQL, and warns of a role that may do more than read.
 *
 * @param options.seed seed of the sample of correct rows
 * @param options.ordered true hands rows over by id, which scikit-learn's split depends on and which costs a sort
 */
export function createCorrectionsDatabase(options: SnapshotOptions & { seed: number; ordered: boolean }) {
  const { seed, ordered } = options;
  return {
    withSnapshot<T>(
      read: (corrections: {
        reviewed(schemas: readonly LabelSchema[], onRow: CopyRowHandler): Promise<number>;
        sample(
          schemas: readonly LabelSchema[],
          range: { limit: number; offset?: number },
          onRow: CopyRowHandler,
        ): Promise<number>;
      }) => Promise<T>,
    ): Promise<T> {
      return withSnapshot(options, async (snapshot) => {
        const copy = (query: string, schemas: readonly LabelSchema[], onRow: CopyRowHandler) =>
          snapshot.copyRows(query, 1 + schemas.length, onRow);
        const result = await read({
          reviewed: (schemas, onRow) => copy(reviewedRows(schemas, { ordered }), schemas, onRow),
          sample: (schemas, range, onRow) =>
            copy(sampledRows(schemas, { seed, ordered, ...range }), schemas, onRow),
        });
        await warnOfWriteRights(snapshot, options);
        return result;
      });
    },
  };
}

async function warnOfWriteRights(snapshot: Snapshot, { onWarning }: SnapshotOptions): Promise<void> {
  const tables: string[] = [];
  await snapshot.copyRows(writableTables(), 1, ([name]) => tables.push(Buffer.from(name ?? []).toString()));
  if (tables.length === 0) return;
  onWarning?.(
    `The database role may change ${tables.join(' and ')}, and reading is all this action needs. Give it a role of its own with scripts/sql/reader-role.sql.`,
  );
}
