import { classColumn, type DatasetShape, hasOnlyClass } from '../../model/shape.ts';
import type { SpilledRow } from '../rows/row-spill.ts';
import { classIdsIn, firstClassIdIn } from '../rows/value-unpacker.ts';

/** Reads the ids of a row's classes; none of a task without classes. */
export function classReader(
  shape: DatasetShape,
): (row: Pick<SpilledRow, 'classId' | 'values'>) => readonly number[] {
  const type = shape.values[classColumn(shape)]?.type;
  if (type === undefined) return () => [];
  if (hasOnlyClass(shape)) return ({ classId }) => [classId];
  if (type === 'class') return ({ values }) => [firstClassIdIn(values!)];
  return ({ values }) => classIdsIn(values!);
}
