import type { RowIdLines } from '../model/output-folder.ts';
import type { DatasetShape } from '../model/shape.ts';
import { countClassRows } from './class-rows.ts';
import type { PreparedOnDisk, SettledOnDisk } from './disk/disk-job.ts';
import type { Preparation, ReadRows } from './engine.ts';
import { reportNearDuplicates } from './near-duplicates/report.ts';
import { reviewLines } from './near-duplicates/review-rows.ts';
import type { PrepareOptions } from './prepare.ts';
import { type Prepare, type Prepared, prepareBy } from './preparer.ts';
import type { CollectedRows } from './rows/dataset-collector.ts';
import { rowIdLines } from './rows/row-id-lines.ts';
import { shownId } from './rows/row-ids.ts';
import { PreparingThread, type ThreadJob } from './thread.ts';
import type { Turns } from './turns.ts';

/** Rows of a dataset that are in memory, deduplicated. */
export function memoryRows(shape: DatasetShape, collected: CollectedRows, prepare: Prepare): ReadRows {
  const { rows, counts, dropped, ids } = collected;
  return {
    settle: async () => ({
      length: rows.length,
      counts,
      classRows: () => countClassRows(shape, rows),
      conflictIds: (most) => dropped.idsOf('conflict', most),
      async prepare(how) {
        const prepared = await prepare(shape, collected, how);
        const { nearDuplicates, moved } = prepared.dropped;
        for (const row of moved) dropped.add('moved', ids.serialOf(row));
        for (const row of nearDuplicates) dropped.add('near-duplicate', ids.serialOf(row));
        return preparationOf(
          prepared,
          (row) => ids.of(row),
          (numbers) => {
            const lines = () => rowIdLines(numbers, prepared.dataset.splitSizes, (row) => ids.rowAt(row));
            return { lines };
          },
        );
      },
      droppedLines: () => dropped.lines(),
    }),
    close: async () => undefined,
  };
}

interface ThreadRowsOptions {
  /** Bundle of the thread. */
  readonly workerFile: string;
  readonly signal: AbortSignal | undefined;
  /** Bounds how many threads prepare at once. */
  readonly turns: Turns;
  /** Files of the rows that were dropped when they were read. */
  readonly droppedFiles?: readonly string[];
  /** Reads the rows that were dropped as lines of JSON from such files. */
  readonly linesOf: (files: readonly string[]) => Iterable<Uint8Array>;
  /** Called when the rows are not needed any more. */
  readonly onClose: () => void;
}

/** Rows of a dataset on disk, which a thread of their own settles, prepares and writes. @param name of the dataset */
export function threadRows(name: string, job: ThreadJob, options: ThreadRowsOptions): ReadRows {
  const { workerFile, signal, turns, linesOf, onClose } = options;
  let thread: PreparingThread<SettledOnDisk, PreparedOnDisk> | undefined;
  let isClosed = false;
  return {
    async settle() {
      const started = new PreparingThread<SettledOnDisk, PreparedOnDisk>(workerFile, job, { name, signal });
      thread = started;
      const { counts, classRows, conflictIds, ...settled } = await started.settle();
      const droppedFiles = [...(options.droppedFiles ?? []), ...settled.droppedFiles];
      const prepare = async (how: PrepareOptions) => {
        const prepared = await prepareBy(started, how);
        droppedFiles.push(...prepared.dropped);
        return preparationOf(
          prepared,
          ({ id }) => shownId(id),
          (file) => file,
        );
      };
      return {
        length: counts.stages.deduplicated,
        counts,
        classRows: () => classRows,
        conflictIds: (most) => conflictIds.slice(0, most),
        prepare: (how) => turns((searchBlocks) => prepare({ ...how, searchBlocks })),
        droppedLines: () => linesOf(droppedFiles),
      };
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await thread?.close();
      onClose();
    },
  };
}

/**
 * @param idOf gives the id of a row by its name
 * @param linesOf gives the ids of all rows as lines
 */
function preparationOf<Name, Ids>(
  {
    dataset,
    examples,
    review,
    ids,
    dataFiles,
    rowIndex,
    close,
  }: Omit<Prepared<Name, unknown, Ids>, 'dropped'>,
  idOf: (name: Name) => string,
  linesOf: (ids: Ids) => RowIdLines,
): Preparation {
  return {
    dataset,
    nearDuplicates:
      dataset.nearDuplicates === null ? null : reportNearDuplicates(dataset.nearDuplicates, examples, idOf),
    review:
      review === null
        ? null
        : { counts: review.counts, lines: () => reviewLines(review, dataset.shape.classNames, idOf) },
    rowIds: ids === null ? null : linesOf(ids),
    dataFiles,
    rowIndex,
    close,
  };
}
