import { isUtf8 } from 'node:buffer';
import { type Column, type ColumnType, type DatasetShape, hasOnlyClass } from '../../model/shape.ts';
import { hasSpans, TASKS } from '../../model/tasks.ts';
import { parseJson } from '../../text/json.ts';
import type { RowText } from '../spans/row-text.ts';
import type { SpanCounts } from '../spans/span-counts.ts';
import { SpanReader } from '../spans/span-reader.ts';
import type { TokenSpan } from '../spans/token-span.ts';
import { TOKENIZER_VERSION } from '../spans/tokens.ts';
import { ClassSetReader, MALFORMED } from './class-sets.ts';
import { FnvRanker } from './fnv-ranker.ts';
import { ClassLabeller, type UnknownClass } from './label.ts';
import { TextIndex } from './text-index.ts';
import { type TextMemory, TextReader } from './text-store.ts';
import { type TypedValue, typedValueOf } from './typed-values.ts';

/** The values of rows by their numbers; null where the number itself is the class id. */
export type ValueMemory = TextMemory | null;

/** Numbers what rows hold beside their texts, the same values with the same number. */
export interface ValueReader {
  /**
   * @param text of the row; needed for a choice and for spans
   * @returns the number, {@link UNKNOWN_CLASS} for an unknown class, or {@link MALFORMED}
   */
  numberOf(row: readonly (Uint8Array | null)[], text?: RowText): number;
  /**
   * Packs the values of a row without a number.
   *
   * @returns the class id where that is all, else 0 and {@link packed}; below 0 as {@link numberOf}
   */
  pack(row: readonly (Uint8Array | null)[], text?: RowText): number;
  /** What was packed last: a view; null where a class id is all. */
  readonly packed: Uint8Array | null;
  /** True if the values that were read last are kept without an unknown class. */
  readonly isShortened: boolean;
  unknownClasses(): UnknownClass[];
  /** What happened to the spans of the rows; null without spans. */
  readonly spans: SpanCounts | null;
  /** The values so far, to be read by their numbers. */
  readonly memory: ValueMemory;
}

/** @param positions positions of the values in a row */
export function createValueReader(shape: DatasetShape, positions: readonly number[]): ValueReader {
  return hasOnlyClass(shape) ? new ClassReader(shape, positions[0]) : new PackedReader(shape, positions);
}

/** A class id is its own number: nothing else has to be kept. */
class ClassReader implements ValueReader {
  readonly memory = null;
  readonly packed = null;
  readonly isShortened = false;
  readonly spans = null;
  readonly #labeller: ClassLabeller;
  readonly #position: number;

  constructor(shape: DatasetShape, position: number) {
    this.#labeller = new ClassLabeller(shape.classNames, shape);
    this.#position = position;
  }

  numberOf(row: readonly (Uint8Array | null)[]): number {
    return this.#labeller.classIdOf(row[this.#position]!);
  }

  pack(row: readonly (Uint8Array | null)[]): number {
    return this.numberOf(row);
  }

  unknownClasses(): UnknownClass[] {
    return this.#labeller.unknownClasses();
  }
}

/** A score must be a number, which a kept column need not be. */
type PackedType = ColumnType | 'score';

/**
 * Packs the values of a row into bytes, each after a byte that is 0 for NULL, and after them a byte for its choice, where the
 * task has one; equal values have equal bytes.
 */
class PackedReader implements ValueReader {
  readonly #labeller: ClassLabeller;
  readonly #columns: readonly { readonly type: PackedType; readonly position: number }[];
  readonly #index = new TextIndex(new FnvRanker());
  readonly #packed = new ByteBuffer();
  readonly #sets: ClassSetReader;
  /** Null without spans. */
  readonly #spans: SpanReader | null;
  readonly #hasChoice: boolean;

  constructor(shape: DatasetShape, positions: readonly number[]) {
    const { task, classNames, values, unknownClasses = 'drop-row' } = shape;
    this.#labeller = new ClassLabeller(classNames, shape);
    this.#hasChoice = TASKS[task].hasChoice;
    this.#sets = new ClassSetReader(this.#labeller, unknownClasses);
    this.#spans = hasSpans(task) ? new SpanReader(this.#labeller, shape) : null;
    this.#columns = values.map(({ type }, index) => {
      const isScore = index === 0 && TASKS[task].holds === 'number';
      return { type: isScore ? 'score' : type, position: positions[index] };
    });
  }

  get memory(): TextMemory {
    return this.#index.memory;
  }

  get isShortened(): boolean {
    return this.#sets.isShortened;
  }

  get spans(): SpanCounts | null {
    return this.#spans?.counts ?? null;
  }

  get packed(): Uint8Array {
    return this.#packed.bytes;
  }

  numberOf(row: readonly (Uint8Array | null)[], text?: RowText): number {
    const problem = this.pack(row, text);
    return problem < 0 ? problem : this.#index.numberOf(this.packed);
  }

  pack(row: readonly (Uint8Array | null)[], text?: RowText): number {
    this.#packed.length = 0;
    for (const { type, position } of this.#columns) {
      const field = row[position];
      this.#packed.addByte(field === null ? 0 : 1);
      const problem = field === null ? 0 : this.#packField(type, field, text);
      if (problem < 0) return problem;
    }
    if (this.#hasChoice) this.#packed.addByte(text?.choice ?? 0);
    return 0;
  }

  unknownClasses(): UnknownClass[] {
    return this.#labeller.unknownClasses();
  }

  /** @returns a number below 0 for a value that cannot be packed */
  #packField(type: PackedType, field: Uint8Array, text: RowText | undefined): number {
    const packed = this.#packed;
    switch (type) {
      case 'class': {
        const id = this.#labeller.classIdOf(field);
        packed.addUint32(Math.max(0, id));
        return id;
      }
      case 'classes':
      case 'multi-hot':
        return this.#packClasses(field);
      case 'spans':
        return this.#packSpans(field, text!);
      case 'bool':
        packed.addByte(field[0] === 't'.charCodeAt(0) ? 1 : 0);
        return 0;
      case 'score': {
        const score = Math.fround(Number(textOf(field)));
        packed.addDouble(score);
        return Number.isFinite(score) ? 0 : MALFORMED;
      }
      case 'float32':
      case 'float64':
        packed.addDouble(Number(textOf(field)));
        return 0;
      case 'string':
      case 'strings':
      case 'messages':
      case 'int64':
        if (!isUtf8(field) || (type === 'strings' && !isListOfTexts(field))) return MALFORMED;
        packed.addUint32(field.length);
        packed.addBytes(field);
        return 0;
      default:
        // Packed as text, so that rows are the same whether the column is published as text or not.
        packed.addUint32(field.length);
        packed.addBytes(field);
        return typedValueOf(type, textOf(field)) === null ? MALFORMED : 0;
    }
  }

  #packClasses(field: Uint8Array): number {
    const ids = this.#sets.read(field);
    if (typeof ids === 'number') return ids;
    this.#packed.addUint32(ids.length);
    for (let index = 0; index < ids.length; index++) this.#packed.addUint32(ids[index]);
    return 0;
  }

  /** The version of the tokenizer is one of the bytes, so that with another one the content is another one. */
  #packSpans(field: Uint8Array, text: RowText): number {
    const found = this.#spans!.read(field, text);
    if (typeof found === 'number') return found;
    const { tokens, spans } = found;
    this.#packed.addByte(TOKENIZER_VERSION);
    this.#packed.addUint32(tokens);
    this.#packed.addUint32(spans.length);
    for (const { first, end, classId } of spans) {
      this.#packed.addUint32(first);
      this.#packed.addUint32(end);
      this.#packed.addUint32(classId);
    }
    return 0;
  }
}

/** False for an array of several dimensions. */
function isListOfTexts(json: Uint8Array): boolean {
  const texts = parseJson(json);
  return Array.isArray(texts) && texts.every((text) => text === null || typeof text === 'string');
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
}

/** A value as it is published; a text as its UTF-8 bytes. */
type Value = Uint8Array | readonly (string | null)[] | readonly TokenSpan[] | TypedValue | boolean | null;

/** Reads packed values again. */
export class ValueUnpacker {
  readonly #bytes: Remembered<Uint8Array>;
  readonly #values: Remembered<readonly Value[]>;

  constructor({ values, classNames }: DatasetShape, memory: TextMemory) {
    const reader = new TextReader(memory);
    this.#bytes = new Remembered((number) => reader.at(number));
    this.#values = new Remembered((number) => unpack(values, classNames.length, this.bytesAt(number)));
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

/** The first of packed values with the byte before it: equal values have equal bytes. */
export function labelPartOf(
  { values: [{ type }] }: Pick<DatasetShape, 'values'>,
  bytes: Uint8Array,
): Uint8Array {
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

/** The number of tokens of a text whose packed values begin with spans. */
export function tokenCountIn(bytes: Uint8Array): number {
  return uint32At(bytes, 2);
}

/** The spans that packed values begin with. */
export function spansIn(bytes: Uint8Array): readonly TokenSpan[] {
  return spansAt(bytes, 1);
}

function unpack(columns: readonly Column[], classes: number, bytes: Uint8Array): Value[] {
  const values: Value[] = [];
  let position = 0;
  for (const { type } of columns) {
    const isThere = bytes[position++] === 1;
    values.push(isThere ? unpackOne(type, classes, bytes, position) : null);
    if (isThere) position += packedLength(type, bytes, position);
  }
  return values;
}

/** @param classes number of the classes of the dataset */
function unpackOne(type: ColumnType, classes: number, bytes: Uint8Array, start: number): Value {
  switch (type) {
    case 'class':
      return BigInt(uint32At(bytes, start));
    case 'classes':
      return Array.from({ length: uint32At(bytes, start) }, (_, index) =>
        BigInt(uint32At(bytes, start + 4 + 4 * index)),
      );
    case 'multi-hot': {
      const hot = new Array<number>(classes).fill(0);
      const count = uint32At(bytes, start);
      for (let index = 0; index < count; index++) hot[uint32At(bytes, start + 4 + 4 * index)] = 1;
      return hot;
    }
    case 'spans':
      return spansAt(bytes, start);
    case 'bool':
      return bytes[start] === 1;
    case 'float32':
    case 'float64':
      return doubleAt(bytes, start);
    case 'int64':
      return BigInt(textOf(textAt(bytes, start)));
    case 'strings':
      return parseJson(textAt(bytes, start)) as (string | null)[];
    case 'string':
    case 'messages':
      return textAt(bytes, start);
    default:
      return typedValueOf(type, textOf(textAt(bytes, start)));
  }
}

function packedLength(type: ColumnType, bytes: Uint8Array, start: number): number {
  switch (type) {
    case 'class':
      return 4;
    case 'classes':
    case 'multi-hot':
      return 4 + 4 * uint32At(bytes, start);
    case 'spans':
      return SPANS_HEADER + SPAN_BYTES * uint32At(bytes, start + SPAN_COUNT);
    case 'bool':
      return 1;
    case 'float32':
    case 'float64':
      return 8;
    case 'string':
    case 'strings':
    case 'messages':
    case 'int64':
    case 'bools':
    case 'int64s':
    case 'float32s':
    case 'float64s':
    case 'timestamptz':
    case 'timestamp':
    case 'date':
      return 4 + uint32At(bytes, start);
  }
}

/** After the version of the tokenizer and the number of tokens, where the number of spans is. */
const SPAN_COUNT = 5;
const SPANS_HEADER = 9;
/** First token, token after the last one, and class. */
const SPAN_BYTES = 12;

function spansAt(bytes: Uint8Array, start: number): TokenSpan[] {
  return Array.from({ length: uint32At(bytes, start + SPAN_COUNT) }, (_, index) => {
    const at = start + SPANS_HEADER + SPAN_BYTES * index;
    return { first: uint32At(bytes, at), end: uint32At(bytes, at + 4), classId: uint32At(bytes, at + 8) };
  });
}

/** The bytes of a text after its length: a view. */
function textAt(bytes: Uint8Array, start: number): Uint8Array {
  return bytes.subarray(start + 4, start + 4 + uint32At(bytes, start));
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

/** Bytes one after the other, in memory that grows. */
class ByteBuffer {
  length = 0;
  #buffer = Buffer.alloc(1 << 10);

  /** What was added: a view. */
  get bytes(): Uint8Array {
    // Views of a Buffer cost several times those of a plain array.
    return new Uint8Array(this.#buffer.buffer, this.#buffer.byteOffset, this.length);
  }

  addByte(value: number): void {
    this.#makeRoom(1);
    this.#buffer[this.length++] = value;
  }

  addUint32(value: number): void {
    this.#makeRoom(4);
    this.length = this.#buffer.writeUInt32LE(value, this.length);
  }

  addDouble(value: number): void {
    this.#makeRoom(8);
    this.length = this.#buffer.writeDoubleLE(value, this.length);
  }

  addBytes(value: Uint8Array): void {
    this.#makeRoom(value.length);
    this.#buffer.set(value, this.length);
    this.length += value.length;
  }

  #makeRoom(bytes: number): void {
    if (this.length + bytes <= this.#buffer.length) return;
    const larger = Buffer.alloc(2 * (this.length + bytes));
    larger.set(this.#buffer);
    this.#buffer = larger;
  }
}
