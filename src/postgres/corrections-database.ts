import type { LabelSchema } from '../dataset/label-schema.ts';
import type { CopyRowHandler } from './copy-decoder.ts';
import { PostgresError } from './postgres-error.ts';
import { reviewedRows, sampledRows } from './queries.ts';
import { type Snapshot, type SnapshotOptions, withSnapshot } from './snapshot.ts';
import { DESCRIBED_COLUMNS, describeTables, TableDescription } from './tables.ts';

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
        await lookAtTables(snapshot, options);
        return read(correctionsIn(snapshot, options));
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

/** Warns of rights that reading does not need. @throws PostgresError for a column that is of no use as it is */
async function lookAtTables(snapshot: Snapshot, { onWarning }: SnapshotOptions): Promise<void> {
  const tables = new TableDescription();
  await snapshot.copyRows(describeTables(), DESCRIBED_COLUMNS, tables.add);
  if (tables.problem !== null) throw new PostgresError(tables.problem, { code: '42804' });
  if (tables.writableTables.length === 0) return;
  onWarning?.(
    `The database role may change ${tables.writableTables.join(' and ')}, and reading is all this action needs. Give it a role of its own with scripts/sql/reader-role.sql.`,
  );
}
