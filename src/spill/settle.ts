import type { AnnotatorAgreement } from '../dataset/rows/agreement.ts';
import type { LeftRows } from '../dataset/rows/row-counts.ts';
import type { SplitName, SplitShares } from '../dataset/rows.ts';
import { type DatasetShape, hasOnlyClass } from '../dataset/shape.ts';
import { splitOf } from '../dataset/split/split-of.ts';
import type { AnnotatorRule } from '../dataset/trust.ts';
import { classReader } from './class-reader.ts';
import { DroppedRuns, FirstDropped } from './dropped-runs.ts';
import { OrderedRows } from './ordered-rows.ts';
import { PartitionReader } from './partition-reader.ts';
import { Partitions, partitionFiles, removeFile } from './partitions.ts';
import { type RecordPart, writeRow } from './row-record.ts';
import { sortedRows } from './sorted-rows.ts';

/** Rows of a dataset on disk, as they were read. */
export interface SpilledSource {
  readonly shape: DatasetShape;
  readonly annotators: AnnotatorRule;
  readonly isAnnotated: boolean;
  readonly isTimed: boolean;
  /** Folder of all files, and what the names of those with the rows begin with. */
  readonly folder: string;
  readonly files: string;
  /** What their records hold, and the dataset's position among it. */
  readonly parts: readonly RecordPart[];
  readonly position: number;
  /** What the names of the dataset's own files begin with. */
  readonly name: string;
  readonly shares: Pick<SplitShares, 'testBelow' | 'evalBelow'>;
  /** Ids of conflicting rows that are told at most. */
  readonly mostConflictIds: number;
}

/** What is left of the rows, and what became of the others. */
export interface SettledRows {
  readonly left: LeftRows;
  readonly agreement: AnnotatorAgreement | null;
  readonly conflictIds: readonly string[];
  /** Rows of each split, and of each class, of several classes a row each. */
  readonly sizes: Readonly<Record<SplitName, number>>;
  readonly classRows: readonly number[];
  /** Number of different ranks. */
  readonly ranks: number;
  /** Files of the rows that were dropped. */
  readonly droppedFiles: readonly string[];
}

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
  const partitions = new PartitionReader(source);
  const ordered = new OrderedRows(folder, name, { hasOnlyClass: hasOnlyClass(shape) });
  const groups = part.isGrouped ? new Partitions(folder, `${name}-groups`) : null;
  const classRows = shape.classNames.map(() => 0);
  const classIdsOf = classReader(shape);
  const left = { rows: 0, duplicateRows: 0, outvotedRows: 0, conflictingTexts: 0, conflictingRows: 0 };
  for (const file of partitionFiles(folder, files)) {
    const partition = partitions.read(file);
    for (const key of Object.keys(left) as (keyof LeftRows)[]) left[key] += partition.left[key];
    for (const row of partition.dropped) {
      dropped.add(row);
      conflicts.add(row);
    }
    for (const { source: from, id, row, rank } of sortedRows(partition)) {
      for (const classId of classIdsOf(row)) classRows[classId]++;
      if (groups === null) ordered.append(splitOf(rank, shares), { source: from, id, row }, rank);
      else writeRow(groups.of(rank.high), [part], { source: from, id, rows: [row] });
    }
  }
  groups?.close();
  if (groups !== null) {
    for (const file of partitionFiles(folder, `${name}-groups`)) {
      for (const { source: from, id, row, rank } of sortedRows(partitions.readGroups(file))) {
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
  return { left, agreement, conflictIds, sizes, classRows, ranks, droppedFiles: dropped.files };
}
