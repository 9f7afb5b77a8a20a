import { SPLIT_NAMES } from '../model/rows.ts';
import { type ColumnType, classColumn, type DatasetShape, isListOfClasses } from '../model/shape.ts';
import type { DatasetRows, SplitRows } from './dataset-rows.ts';
import type { Rank } from './rows/group-ranks.ts';
import { classCountIn, classIdIn, firstClassIdIn, spansIn, ValueUnpacker } from './rows/values.ts';

/** Type of the column with classes; null without one. */
type ClassType = ColumnType | null;

/** Counts the rows of each class, a row of several classes for each of them. */
export class ClassCounter {
  /** Rows of each class in the order of the ids; empty for a task without classes. */
  readonly rows: number[];
  readonly #type: ClassType;

  constructor(shape: DatasetShape) {
    this.#type = typeOfClasses(shape);
    this.rows = shape.classNames.map(() => 0);
  }

  /** Counts a row. @param classId its class where that is its only value @param values its packed values, else null */
  add(classId: number, values: Uint8Array | null): void {
    if (values === null) this.rows[classId]++;
    else forEachClass(this.#type, values, this.#count);
  }

  readonly #count = (classId: number) => {
    this.rows[classId]++;
  };
}

/** Counts the groups that the rows of each class are in. */
export class ClassGroups {
  /** Groups of each class in the order of the ids; empty for a task without classes. */
  readonly groups: number[];
  readonly #type: ClassType;
  /** Number of the group in which each class was met last, from 1. */
  readonly #last: number[];
  #group = 0;
  #high = -1;
  #low = -1;

  constructor(shape: DatasetShape) {
    this.#type = typeOfClasses(shape);
    this.groups = shape.classNames.map(() => 0);
    this.#last = shape.classNames.map(() => 0);
  }

  /**
   * Counts a row, those of a group after each other.
   *
   * @param rank of its group
   * @param classId its class where that is its only value
   * @param values its packed values, else null
   */
  add({ high, low }: Rank, classId: number, values: Uint8Array | null): void {
    if (high !== this.#high || low !== this.#low) this.#group++;
    this.#high = high;
    this.#low = low;
    if (values === null) this.#meet(classId);
    else forEachClass(this.#type, values, this.#meet);
  }

  readonly #meet = (classId: number) => {
    if (this.#last[classId] === this.#group) return;
    this.#last[classId] = this.#group;
    this.groups[classId]++;
  };
}

/** Groups of each class of rows that were split by the ranks of their groups. */
export function countClassGroups(shape: DatasetShape, rows: DatasetRows, splits: SplitRows): number[] {
  const counter = new ClassGroups(shape);
  const { rankHigh, rankLow, classIds, valueNumbers, valueMemory } = rows;
  const values = valueMemory === null ? null : new ValueUnpacker(shape, valueMemory);
  for (const split of SPLIT_NAMES) {
    for (const row of splits[split]) {
      const rank = { high: rankHigh[row], low: rankLow[row] };
      counter.add(rank, classIds[row], values === null ? null : values.bytesAt(valueNumbers![row]));
    }
  }
  return counter.groups;
}

function typeOfClasses(shape: DatasetShape): ClassType {
  return shape.values[classColumn(shape)]?.type ?? null;
}

/** Visits each class of the packed values of a row once. */
function forEachClass(type: ClassType, values: Uint8Array, visit: (classId: number) => void): void {
  if (type === 'class') visit(firstClassIdIn(values));
  else if (type !== null && isListOfClasses(type)) {
    const classes = classCountIn(values);
    for (let index = 0; index < classes; index++) visit(classIdIn(values, index));
  } else if (type === 'spans') {
    for (const classId of new Set(spansIn(values).map((span) => span.classId))) visit(classId);
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
