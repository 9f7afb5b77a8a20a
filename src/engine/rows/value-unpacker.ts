import type { Column, ColumnType, DatasetShape } from '../../model/shape.ts';
import { TASKS } from '../../model/tasks.ts';
import { parseJson } from '../../text/json.ts';
import { type TextMemory, TextReader } from './text-store.ts';

/** A value as it is published; a text as its UTF-8 bytes. */
type Value = Uint8Array | readonly (string | null)[] | readonly bigint[] | bigint | number | boolean | null;

/** Reads packed values again. */
export class ValueUnpacker {
  readonly #bytes: Remembered<Uint8Array>;
  readonly #values: Remembered<readonly Value[]>;

  constructor({ values }: DatasetShape, memory: TextMemory) {
    const reader = new TextReader(memory);
    this.#bytes = new Remembered((number) => reader.at(number));
    this.#values = new Remembered((number) => unpack(values, this.bytesAt(number)));
  }

  /** The packed bytes of values. */
  bytesAt(number: number): Uint8Array {
    return this.#bytes.at(number);
  }

  /** The class id of values whose first is a class. */
  firstClassId(number: number): number {
    return firstClassIdIn(this.bytesAt(number));
  }

  /** The values of each column. */
  at(number: number): readonly Value[] {
    return this.#values.at(number);
  }
}

/** Numbers are given in the order in which values are met, so what many rows have is soon among them. */
const REMEMBERED_NUMBERS = 4096;

/** Makes something of numbers, of the lowest ones only once. */
class Remembered<T extends object> {
  readonly #make: (number: number) => T;
  readonly #made: (T | undefined)[] = [];

  constructor(make: (number: number) => T) {
    this.#make = make;
  }

  at(number: number): T {
    const made = this.#made[number];
    if (made !== undefined) return made;
    const fresh = this.#make(number);
    if (number < REMEMBERED_NUMBERS) this.#made[number] = fresh;
    return fresh;
  }
}

/** The bytes that say which of two answers was chosen, in packed values of a task with a choice. */
export function choicePartOf(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(bytes.length - 1);
}

/** Packed values without the choice, which the order of the published answers says. */
export function withoutChoice({ task }: Pick<DatasetShape, 'task'>, bytes: Uint8Array): Uint8Array {
  return TASKS[task].hasChoice ? bytes.subarray(0, bytes.length - 1) : bytes;
}

/** The class id of packed values whose first is a class. */
export function firstClassIdIn(bytes: Uint8Array): number {
  return uint32At(bytes, 1);
}

/** The bytes of packed values that hold the first of them. */
export function labelPartOf({ values: [{ type }] }: DatasetShape, bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes[0] === 1 ? 1 + packedLength(type, bytes, 1) : 1);
}

/** The number of packed values whose first is one. */
export function numberIn(bytes: Uint8Array): number {
  return doubleAt(bytes, 1);
}

/** Length of the list of classes that packed values begin with. */
export function classCountIn(bytes: Uint8Array): number {
  return uint32At(bytes, 1);
}

/** A class id of the list of classes that packed values begin with. */
export function classIdIn(bytes: Uint8Array, index: number): number {
  return uint32At(bytes, 5 + 4 * index);
}

/** The first of packed values with the byte before it: equal values have equal bytes. @param type of its column */
export function firstValueIn(type: ColumnType, bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes[0] === 1 ? 1 + packedLength(type, bytes, 1) : 1);
}

function unpack(columns: readonly Column[], bytes: Uint8Array): Value[] {
  const values: Value[] = [];
  let position = 0;
  for (const { type } of columns) {
    const isThere = bytes[position++] === 1;
    values.push(isThere ? unpackOne(type, bytes, position) : null);
    if (isThere) position += packedLength(type, bytes, position);
  }
  return values;
}

function unpackOne(type: ColumnType, bytes: Uint8Array, start: number): Value {
  switch (type) {
    case 'class':
      return BigInt(uint32At(bytes, start));
    case 'classes':
      return Array.from({ length: uint32At(bytes, start) }, (_, index) =>
        BigInt(uint32At(bytes, start + 4 + 4 * index)),
      );
    case 'bool':
      return bytes[start] === 1;
    case 'float32':
    case 'float64':
      return doubleAt(bytes, start);
    case 'string':
    case 'strings':
    case 'messages':
    case 'int64':
      return ofText(type, bytes.subarray(start + 4, start + 4 + uint32At(bytes, start)));
  }
}

function packedLength(type: ColumnType, bytes: Uint8Array, start: number): number {
  switch (type) {
    case 'class':
      return 4;
    case 'classes':
      return 4 + 4 * uint32At(bytes, start);
    case 'bool':
      return 1;
    case 'float32':
    case 'float64':
      return 8;
    case 'string':
    case 'strings':
    case 'messages':
    case 'int64':
      return 4 + uint32At(bytes, start);
  }
}

function ofText(type: ColumnType, bytes: Uint8Array): Value {
  if (type === 'int64') return BigInt(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
  return type === 'strings' ? (parseJson(bytes) as (string | null)[]) : bytes;
}

/** Little-endian. */
function doubleAt(bytes: Uint8Array, position: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + position).getFloat64(0, true);
}

/** Little-endian. */
function uint32At(bytes: Uint8Array, position: number): number {
  return (
    (bytes[position] |
      (bytes[position + 1] << 8) |
      (bytes[position + 2] << 16) |
      (bytes[position + 3] << 24)) >>>
    0
  );
}
