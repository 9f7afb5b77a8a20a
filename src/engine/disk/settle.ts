import { ClassCounter, ClassGroups } from '../class-rows.ts';
import type { PrepareOptions } from '../prepare.ts';
import type { AnnotatorAgreement } from '../rows/agreement.ts';
import { FirstDropped } from '../rows/dropped-rows.ts';
import type { LeftRows } from '../rows/row-counts.ts';
import { splitOf } from '../split/split-stable.ts';
import { OrderedFiles } from './disk-rows.ts';
import { DroppedRuns } from './dropped-runs.ts';
import { settleItems } from './item-records.ts';
import { PartitionReader, type SpilledSource, sortedRows } from './partition-reader.ts';
import { Partitions, partitionFiles, removeFile } from './partitions.ts';
import { writeRow } from './row-record.ts';
import { UnsplitRows } from './unsplit-rows.ts';

/** The rows that are left, and what happened to the others. */
interface SettledRows {
  readonly left: LeftRows;
  readonly agreement: AnnotatorAgreement | null;
  readonly conflictIds: readonly string[];
  /** Rows of each class, of several classes a row each. */
  readonly classRows: readonly number[];
  /**
   * Has the rows in files, one a split, and returns how many each split has, and the number of different ranks.
   *
   * @throws Error where scikit-learn refuses to split; SpillError
   */
  readonly split: (how: PrepareOptions) => Pick<OrderedFiles, 'sizes' | 'ranks'>;
  /** Groups of each class; null where rows have none. */
  readonly classGroups: readonly number[] | null;
  /** Files of the rows that were dropped. */
  readonly droppedFiles: readonly string[];
}

const NO_ROWS = {
  rows: 0,
  duplicateRows: 0,
  outvotedRows: 0,
  correctedRows: 0,
  keptColumnRows: 0,
  conflictingTexts: 0,
  conflictingRows: 0,
  scatteredRows: 0,
};

/**
 * Deduplicates rows that are on disk, a partition at a time, by the very steps that rows in memory go through. Those that
 * are left are written to files in the order of their ranks, or by `split` in the order of scikit-learn.
 *
 * @throws SpillError
 */
export function settleSpilled(source: SpilledSource): SettledRows {
  const { shape, folder, files, parts, position, name, shares, isOrdered } = source;
  const part = parts[position];
  const dropped = new DroppedRuns(folder, `${name}-conflicts`);
  const conflicts = new FirstDropped('conflict', source.mostConflictIds);
  const verdicts = settleItems(source);
  const partitions = new PartitionReader(source, verdicts);
  const unsplit = isOrdered ? new UnsplitRows(source) : null;
  const ordered = isOrdered ? null : new OrderedFiles(folder, name, part);
  const groups = part.isGrouped ? new Partitions(folder, `${name}-groups`) : null;
  const classes = new ClassCounter(shape);
  const classGroups = new ClassGroups(shape);
  const conflictingIds = verdicts?.conflictingIds ?? 0;
  const left = { ...NO_ROWS, conflictingIds, repeatedIds: conflictingIds };
  for (const file of partitionFiles(folder, files)) {
    const partition = partitions.read(file);
    for (const key of Object.keys(left) as (keyof LeftRows)[]) left[key] += partition.left[key];
    partition.dropped.forEach((row) => {
      dropped.add(row);
      conflicts.add(row);
    });
    for (const sorted of sortedRows(partition)) {
      const { source: from, id, row, rank } = sorted;
      classes.add(row.classId, row.values);
      if (groups !== null)
        writeRow(groups.of(rank.high), [part], { source: from, id, serial: 0, rows: [row] });
      else if (ordered !== null) ordered.append(splitOf(rank, shares), sorted, rank);
      else unsplit!.append(sorted, partition.arrivalOf(sorted.number));
    }
  }
  groups?.close();
  if (groups !== null) {
    for (const file of partitionFiles(folder, `${name}-groups`)) {
      for (const sorted of sortedRows(partitions.readGroups(file))) {
        const { row, rank } = sorted;
        classGroups.add(rank, row.classId, row.values);
        ordered!.append(splitOf(rank, shares), sorted, rank);
      }
      removeFile(file);
    }
  }
  ordered?.close();
  unsplit?.close();
  dropped.flush();
  const agreement = partitions.agreement();
  const conflictIds = conflicts.ids;
  return {
    left,
    agreement,
    conflictIds,
    classRows: classes.rows,
    split: (how) => ordered ?? unsplit!.split(partitions, how),
    classGroups: groups === null || shape.classNames.length === 0 ? null : classGroups.groups,
    droppedFiles: dropped.files,
  };
}
