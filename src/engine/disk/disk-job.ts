import path from 'node:path';
import type { DataFile } from '../../model/file.ts';
import type { LinesFile } from '../../model/output-folder.ts';
import type { PreparedJob, RowsJob } from '../job.ts';
import type { OrderedRows } from '../ordered-rows.ts';
import { writeDataFiles } from '../parquet.ts';
import { type PreparedRows, type PrepareOptions, prepareRows } from '../prepare.ts';
import {
  type ComparedRows,
  type LedgerMatches,
  leaveOutMoved,
  type OpenEntries,
  type RowIndex,
  writeRowIndex,
} from '../row-index/row-index.ts';
import type { NamedRow } from '../rows/dropped-rows.ts';
import { type ReadCounts, type RowCounts, rowCounts, withMoved } from '../rows/row-counts.ts';
import { rowIdLine } from '../rows/row-id-lines.ts';
import { shownId } from '../rows/row-ids.ts';
import { AppendFile } from './append-file.ts';
import { DiskEntries } from './disk-entries.ts';
import { DiskMatches } from './disk-matches.ts';
import { DiskRows } from './disk-rows.ts';
import { diskSink } from './disk-sink.ts';
import { DroppedRuns } from './dropped-runs.ts';
import type { SpilledSource } from './partition-reader.ts';
import { removeFile } from './partitions.ts';
import { settleSpilled } from './settle.ts';

/** Rows of a dataset on disk, as they were read. */
export interface DiskJobSource {
  readonly kind: 'disk';
  readonly source: SpilledSource;
  readonly read: ReadCounts;
}

/** What happened to rows on disk. */
export interface SettledOnDisk {
  readonly counts: RowCounts;
  /** Rows of each class, of several classes a row each. */
  readonly classRows: readonly number[];
  readonly conflictIds: readonly string[];
  /** Files of the rows that were dropped. */
  readonly droppedFiles: readonly string[];
}

/** The rows as prepared; these files include near-duplicates that were dropped, and the ids are lines of a file. */
export type PreparedOnDisk = PreparedJob<NamedRow, readonly string[], LinesFile>;

const BUFFER_BYTES = 1 << 16;

/** Deduplicates, splits and writes rows on disk. */
export class DiskJob implements RowsJob<SettledOnDisk, PreparedOnDisk> {
  readonly #job: DiskJobSource;
  #split: ReturnType<typeof settleSpilled>['split'] | undefined;
  #rows: OrderedRows<NamedRow> | undefined;
  #matches: LedgerMatches | null = null;
  #counts: RowCounts | undefined;
  #classGroups: readonly number[] | null = null;
  #prepared: PreparedRows<NamedRow> | undefined;

  constructor(job: DiskJobSource) {
    this.#job = job;
  }

  /** @throws SpillError */
  settle(): SettledOnDisk {
    const { source, read } = this.#job;
    const { left, agreement, classRows, classGroups, conflictIds, droppedFiles, split } =
      settleSpilled(source);
    this.#classGroups = classGroups;
    this.#split = split;
    this.#counts = rowCounts(read, left, agreement);
    return { counts: this.#counts, classRows, conflictIds, droppedFiles };
  }

  /** @throws Error when the rows are too few; SpillError */
  async prepare(how: PrepareOptions): Promise<PreparedOnDisk> {
    const { source } = this.#job;
    const { folder, name } = source;
    const { confidences } = source.parts[source.position];
    const settled = new DiskRows({ ...source, confidences }, this.#split!(how));
    const dropped = new DroppedRuns(folder, `${name}-copies`);
    const { rows, moved, matches } = await leaveOutMoved(settled, {
      ledger: how.ledger,
      open: entriesIn(folder, `${name}-moved`),
      openMatches: () => new DiskMatches(path.join(folder, `${name}-matches`)),
      drop: (row) => dropped.add({ ...row, reason: 'moved' }),
    });
    this.#rows = rows;
    this.#matches = matches;
    const ids = how.listIds === true ? new AppendFile(path.join(folder, `${name}-ids`), BUFFER_BYTES) : null;
    this.#prepared = prepareRows(rows, how, {
      counts: withMoved(this.#counts!, moved),
      classGroups: this.#classGroups,
      drop: (row) => dropped.add({ ...row, reason: 'near-duplicate' }),
      keep:
        ids === null
          ? undefined
          : ({ id, source: from }, split) =>
              ids.append(Buffer.from(rowIdLine(split, { id: shownId(id), source: from }))),
    });
    dropped.flush();
    ids?.close();
    const { dataset, examples, review } = this.#prepared;
    return {
      dataset,
      examples,
      review,
      dropped: dropped.files,
      ids: ids === null ? null : { file: ids.file, size: ids.size },
    };
  }

  /** @throws SpillError */
  write(): DataFile[] {
    const { folder, name } = this.#job.source;
    return writeDataFiles(this.#rows!, this.#prepared!.plan, (split, shard) =>
      diskSink(path.join(folder, `${name}-${split}-${shard}.parquet`)),
    );
  }

  /** @throws SpillError */
  index(earlier: ComparedRows | null): Promise<RowIndex> {
    return writeIndexOnDisk(this.#rows!, this.#job.source, {
      leftOut: this.#prepared!.plan.leftOut,
      earlier,
      matches: this.#matches,
    });
  }
}

/** Writes the row index of a dataset to its folder. */
export function writeIndexOnDisk(
  rows: OrderedRows,
  { folder, name }: Pick<SpilledSource, 'folder' | 'name'>,
  how: Pick<Parameters<typeof writeRowIndex>[1], 'leftOut' | 'earlier' | 'matches'>,
): Promise<RowIndex> {
  const file = path.join(folder, `${name}-index.parquet`);
  // If a version is built again on another parent, its index differs.
  removeFile(file);
  return writeRowIndex(rows, { ...how, open: entriesIn(folder, `${name}-index`), sink: diskSink(file) });
}

function entriesIn(folder: string, name: string): OpenEntries {
  return (entries) => new DiskEntries(folder, `${name}-${entries}`);
}
