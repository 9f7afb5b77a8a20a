import { type ClassBalance, SPLIT_NAMES } from '../model/rows.ts';
import { classColumn, type DatasetShape } from '../model/shape.ts';
import type { DatasetRows } from './dataset-rows.ts';
import { classCountIn, classIdIn, firstClassIdIn, ValueUnpacker } from './rows/value-unpacker.ts';

/** Counts the rows of each class, a row of several classes for each of them. */
export class ClassCounter {
  /** Rows of each class in the order of the ids; empty for a task without classes. */
  readonly rows: number[];
  readonly #type: 'class' | 'classes' | null;

  constructor(shape: DatasetShape) {
    const type = shape.values[classColumn(shape)]?.type;
    this.#type = type === 'class' || type === 'classes' ? type : null;
    this.rows = shape.classNames.map(() => 0);
  }

  /** Counts a row. @param classId its class where that is its only value @param values its packed values, else null */
  add(classId: number, values: Uint8Array | null): void {
    if (values === null) this.rows[classId]++;
    else if (this.#type === 'class') this.rows[firstClassIdIn(values)]++;
    else if (this.#type === 'classes') {
      const classes = classCountIn(values);
      for (let index = 0; index < classes; index++) this.rows[classIdIn(values, index)]++;
    }
  }
}

/** Rows of each class in the order of the ids, before they are split. */
export function countClassRows(shape: DatasetShape, rows: DatasetRows): number[] {
  const counter = new ClassCounter(shape);
  const { classIds, valueNumbers, valueMemory } = rows;
  const values = valueMemory === null ? null : new ValueUnpacker(shape, valueMemory);
  for (let row = 0; row < rows.length; row++)
    counter.add(classIds[row], values === null ? null : values.bytesAt(valueNumbers![row]));
  return counter.rows;
}

/** The same of a dataset that was split. */
export function sumClassRows({ classNames }: DatasetShape, balance: ClassBalance): number[] {
  return classNames.map((name) => rowsOfClass(balance, name));
}

/** Rows of one class in all splits; none of a class that the balance does not tell. */
export function rowsOfClass(balance: ClassBalance, name: string): number {
  return Object.hasOwn(balance, name) ? SPLIT_NAMES.reduce((sum, split) => sum + balance[name][split], 0) : 0;
}
