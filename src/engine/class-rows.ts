import type { ClassBalance } from '../model/rows.ts';
import { SPLIT_NAMES } from '../model/rows.ts';
import { classColumn, type DatasetShape } from '../model/shape.ts';
import type { DatasetRows } from './dataset-rows.ts';
import { ValueUnpacker } from './rows/value-unpacker.ts';

/** Rows of each class in the order of the ids, of several classes a row each; empty for a task without classes. */
export function countClassRows(shape: DatasetShape, rows: DatasetRows): number[] {
  const counts = shape.classNames.map(() => 0);
  const column = shape.values[classColumn(shape)];
  if (column?.type === 'class') for (const id of rows.classIds) counts[id]++;
  if (column?.type === 'classes') {
    const values = new ValueUnpacker(shape, rows.valueMemory!);
    for (const number of rows.valueNumbers!) for (const id of values.classIdsAt(number)) counts[id]++;
  }
  return counts;
}

/** The same of a dataset that was split. */
export function sumClassRows({ classNames }: DatasetShape, balance: ClassBalance): number[] {
  return classNames.map((name) => rowsOfClass(balance, name));
}

/** Rows of one class in all splits; none of a class that the balance does not tell. */
export function rowsOfClass(balance: ClassBalance, name: string): number {
  return Object.hasOwn(balance, name) ? SPLIT_NAMES.reduce((sum, split) => sum + balance[name][split], 0) : 0;
}
