import type { SplitName } from '../../model/rows.ts';
import { ClassCounter, ClassGroups } from '../class-rows.ts';
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

/** The rows that are left, and what happened to the others. */
interface SettledRows {
  readonly left: LeftRows;
  readonly agreement: AnnotatorAgreement | null;
  readonly conflictIds: readonly string[];
  /** Rows of each split, and of each class, of several classes a row each. */
  readonly sizes: Readonly<Record<SplitName, number>>;
  readonly classRows: readonly number[];
  /** Number of different ranks. */
  readonly ranks: number;
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
 * Deduplicates rows that are on disk, a partition at a time, and writes those that are left to files in the order of
 * their ranks, by the very steps that rows in memory go through.
 *
 * @throws SpillError
 */
export function settleSpilled(source: SpilledSource): SettledRows {
  const { shape, folder, files, parts, position, name, shares } = source;
  const part = parts[position];
  const dropped = new DroppedRuns(folder, `${name}-conflicts`);
  const conflicts = new FirstDropped('conflict', source.mostConflictIds);
  const verdicts = settleItems(source);
  const partitions = new PartitionReader(source, verdicts);
  const ordered = new OrderedFiles(folder, name, part);
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
    for (const { source: from, id, row, rank } of sortedRows(partition)) {
      classes.add(row.classId, row.values);
      if (groups === null) ordered.append(splitOf(rank, shares), { source: from, id, row }, rank);
      else writeRow(groups.of(rank.high), [part], { source: from, id, serial: 0, rows: [row] });
    }
  }
  groups?.close();
  if (groups !== null) {
    for (const file of partitionFiles(folder, `${name}-groups`)) {
      for (const { source: from, id, row, rank } of sortedRows(partitions.readGroups(file))) {
        classGroups.add(rank, row.classId, row.values);
        ordered.append(splitOf(rank, shares), { source: from, id, row }, rank);
      }
      removeFile(file);
    }
  }
  ordered.close();
  dropped.flush();
  const { sizes, ranks } = ordered;
  const agreement = partitions.agreement();
  const conflictIds = conflicts.ids;
  return {
    left,
    agreement,
    conflictIds,
    sizes,
    classRows: classes.rows,
    ranks,
    classGroups: groups === null || shape.classNames.length === 0 ? null : classGroups.groups,
    droppedFiles: dropped.files,
  };
}
