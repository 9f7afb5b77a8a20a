import type { DataFile } from '../model/file.ts';
import type { DatasetShape } from '../model/shape.ts';
import { countClassGroups } from './class-rows.ts';
import type { PreparedJob, RowsJob } from './job.ts';
import { MemoryRows } from './memory-rows.ts';
import type { OrderedRows } from './ordered-rows.ts';
import { memorySink, writeDataFiles } from './parquet.ts';
import { type PreparedRows, type PrepareOptions, prepareRows } from './prepare.ts';
import { MemoryEntries } from './row-index/entries.ts';
import { MemoryMatches } from './row-index/matches.ts';
import {
  type ComparedRows,
  type LedgerMatches,
  leaveOutMoved,
  type OpenEntries,
  type OpenMatches,
  type RowIndex,
  writeRowIndex,
} from './row-index/row-index.ts';
import { LINE_BYTES } from './row-index/schema.ts';
import { type RowCounts, withMoved } from './rows/row-counts.ts';
import { type RowColumns, StoredRows } from './rows/stored-rows.ts';
import { splitRows } from './split/split.ts';

/** Rows of a dataset that are in memory, deduplicated. */
export interface MemorySource {
  readonly kind: 'memory';
  readonly shape: DatasetShape;
  readonly columns: RowColumns;
  readonly counts: RowCounts;
}

/** Rows that were left out, by their numbers. */
interface LeftOut {
  readonly nearDuplicates: Uint32Array;
  readonly moved: Uint32Array;
}

/** The prepared dataset, with rows by their numbers. */
export type PreparedInMemory = PreparedJob<number, LeftOut, Uint32Array>;

const openEntries: OpenEntries = () => new MemoryEntries();
const openMatches: OpenMatches = (most) => new MemoryMatches(most);

/** Splits rows that are in memory, and writes them there. */
export class MemoryJob implements RowsJob<null, PreparedInMemory> {
  readonly #source: MemorySource;
  readonly #stored: StoredRows;
  #rows: OrderedRows<number> | undefined;
  #matches: LedgerMatches | null = null;
  #prepared: PreparedRows<number> | undefined;

  constructor(source: MemorySource) {
    this.#source = source;
    this.#stored = new StoredRows(source.columns);
  }

  /** Rows in memory have been settled. */
  settle(): null {
    return null;
  }

  async prepare(how: PrepareOptions): Promise<PreparedInMemory> {
    const { shape, counts } = this.#source;
    const stored = this.#stored;
    const splits = splitRows({ rows: stored, classNames: shape.classNames, ...how });
    const [nearDuplicates, movedRows]: number[][] = [[], []];
    const { rows, moved, matches } = await leaveOutMoved(new MemoryRows(shape, stored, splits), {
      ledger: how.ledger,
      open: openEntries,
      openMatches,
      drop: (row) => movedRows.push(row),
    });
    this.#rows = rows;
    this.#matches = matches;
    const { train, eval: evaluation, test } = rows.sizes;
    const ids = how.listIds === true ? new Uint32Array(train + evaluation + test) : null;
    let kept = 0;
    this.#prepared = prepareRows(rows, how, {
      counts: withMoved(counts, moved),
      classGroups:
        how.isGrouped && shape.classNames.length > 0 ? countClassGroups(shape, stored, splits) : null,
      drop: (row) => nearDuplicates.push(row),
      keep:
        ids === null
          ? undefined
          : (row) => {
              ids[kept++] = row;
            },
    });
    const { dataset, examples, review } = this.#prepared;
    const dropped = { nearDuplicates: Uint32Array.from(nearDuplicates), moved: Uint32Array.from(movedRows) };
    return { dataset, examples, review, dropped, ids };
  }

  write(): DataFile[] {
    return writeDataFiles(this.#rows!, this.#prepared!.plan, (_, __, rows) => memorySink(rows));
  }

  index(earlier: ComparedRows | null): Promise<RowIndex> {
    const { dataset, plan } = this.#prepared!;
    const sink = memorySink(dataset.numSamples, LINE_BYTES);
    const matches = this.#matches;
    return writeRowIndex(this.#rows!, { leftOut: plan.leftOut, earlier, matches, open: openEntries, sink });
  }
}
