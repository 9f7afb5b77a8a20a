import type { LabelSchema } from '../dataset/label-schema.ts';
import type { CopyRowHandler } from './copy-decoder.ts';
import { reviewedRows, sampledRows, writableTables } from './queries.ts';
import { type Snapshot, type SnapshotOptions, withSnapshot } from './snapshot.ts';

type Options = SnapshotOptions & { seed: number; ordered: boolean };

/**
 * Reads corrections from PostgreSQL, and warns of a role that may do more than read.
 *
 * @param options.seed seed of the sample of correct rows
 * @param options.ordered true hands rows over by id, which scikit-learn's split depends on and which costs a sort
 */
export function createCorrectionsDatabase(options: Options) {
  return {
    withSnapshot<T>(read: (corrections: ReturnType<typeof correctionsIn>) => Promise<T>): Promise<T> {
      return withSnapshot(options, async (snapshot) => {
        const result = await read(correctionsIn(snapshot, options));
        await warnOfWriteRights(snapshot, options);
        return result;
      });
    },
  };
}

function correctionsIn(snapshot: Snapshot, { seed, ordered }: Options) {
  const copy = (query: string, schemas: readonly LabelSchema[], onRow: CopyRowHandler) =>
    snapshot.copyRows(query, 1 + schemas.length, onRow);
  return {
    reviewed: (schemas: readonly LabelSchema[], onRow: CopyRowHandler) =>
      copy(reviewedRows(schemas, { ordered }), schemas, onRow),
    sample: (
      schemas: readonly LabelSchema[],
      range: { limit: number; offset?: number },
      onRow: CopyRowHandler,
    ) => copy(sampledRows(schemas, { seed, ordered, ...range }), schemas, onRow),
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
