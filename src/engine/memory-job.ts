import type { DataFile } from '../model/file.ts';
import type { DatasetShape } from '../model/shape.ts';
import { countClassGroups } from './class-rows.ts';
import type { PreparedJob, RowsJob } from './job.ts';
import { MemoryRows } from './memory-rows.ts';
import { memorySink, writeDataFiles } from './parquet.ts';
import { type PreparedRows, type PrepareOptions, prepareRows } from './prepare.ts';
import type { RowCounts } from './rows/row-counts.ts';
import { type RowColumns, StoredRows } from './rows/stored-rows.ts';
import { splitRows } from './split/split.ts';

/** Rows of a dataset that are in memory, deduplicated. */
export interface MemorySource {
  readonly kind: 'memory';
  readonly shape: DatasetShape;
  readonly columns: RowColumns;
  readonly counts: RowCounts;
}

/** What comes of them, with rows by their numbers. */
export type PreparedInMemory = PreparedJob<number, Uint32Array>;

/** Splits rows that are in memory, and writes them there. */
export class MemoryJob implements RowsJob<null, PreparedInMemory> {
  readonly #source: MemorySource;
  readonly #stored: StoredRows;
  #rows: MemoryRows | undefined;
  #prepared: PreparedRows<number> | undefined;

  constructor(source: MemorySource) {
    this.#source = source;
    this.#stored = new StoredRows(source.columns);
  }

  /** Rows in memory have been settled. */
  settle(): null {
    return null;
  }

  prepare(how: PrepareOptions): PreparedInMemory {
    const { shape, counts } = this.#source;
    const rows = this.#stored;
    const splits = splitRows({ rows, classNames: shape.classNames, ...how });
    this.#rows = new MemoryRows(shape, rows, splits);
    const classGroups = how.isGrouped ? countClassGroups(shape, rows, splits) : null;
    const dropped: number[] = [];
    const drop = (row: number) => dropped.push(row);
    this.#prepared = prepareRows(this.#rows, how, { counts, classGroups, drop });
    const { dataset, examples } = this.#prepared;
    return { dataset, examples, dropped: Uint32Array.from(dropped) };
  }

  write(): DataFile[] {
    return writeDataFiles(this.#rows!, this.#prepared!.plan, (_, __, rows) => memorySink(rows));
  }
}
