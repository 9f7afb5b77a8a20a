import { expect, test } from '@jest/globals';
import { MALFORMED } from '../../../src/engine/rows/class-sets.ts';
import { UNKNOWN_CLASS } from '../../../src/engine/rows/label.ts';
import {
  classCountIn,
  classIdIn,
  createValueReader,
  ValueUnpacker,
} from '../../../src/engine/rows/values.ts';
import type { ColumnType } from '../../../src/model/shape.ts';
import type { Task } from '../../../src/model/tasks.ts';
import { textShape } from '../../support/shapes.ts';

/** A reader of rows whose fields are these columns, in their order. */
function readerOf(types: readonly ColumnType[], task: Task = 'text-classification') {
  const values = types.map((type, index) => ({ name: `value_${index}`, type }));
  const shape = { ...textShape(['good', 'bad']), task, values };
  const reader = createValueReader(
    shape,
    types.map((_, index) => index),
  );
  const numberOf = (...row: readonly (string | Uint8Array | null)[]) =>
    reader.numberOf(row.map((field) => (typeof field === 'string' ? Buffer.from(field) : field)));
  return { reader, shape, numberOf };
}

test('a class alone is its own number, and nothing is kept', () => {
  const { reader, numberOf } = readerOf(['class']);
  expect([numberOf('bad'), numberOf(' good '), numberOf('fair')]).toEqual([1, 0, UNKNOWN_CLASS]);
  expect(reader.memory).toBeNull();
  expect(reader.unknownClasses()).toEqual([{ name: 'fair', rows: 1 }]);
});

test('the same values have the same number, and others another', () => {
  const { numberOf } = readerOf(['class', 'string', 'string']);
  const rows: [string, string | null, string | null][] = [
    ['good', 'a', 'b'],
    ['bad', 'a', 'b'],
    ['good', 'ab', ''],
    ['good', '', 'ab'],
    ['good', null, 'ab'],
    ['good', 'ab', null],
    ['good', null, null],
  ];
  expect(rows.map((row) => numberOf(...row))).toEqual(rows.map((_, index) => index));
  expect(rows.map((row) => numberOf(...row))).toEqual(rows.map((_, index) => index));
});

test('an unknown class takes no number, whatever follows it', () => {
  const { reader, numberOf } = readerOf(['class', 'string']);
  expect([numberOf('fair', 'a'), numberOf('good', 'a')]).toEqual([UNKNOWN_CLASS, 0]);
  expect(reader.unknownClasses()).toEqual([{ name: 'fair', rows: 1 }]);
});

test('classes are a set: their order and repetitions do not count', () => {
  const { reader, numberOf } = readerOf(['classes'], 'multi-label-classification');
  const one = numberOf('["good","bad"]');
  expect([numberOf('["bad", " good ","bad"]'), numberOf('["bad"]'), numberOf('[]')]).toEqual([one, 1, 2]);
  expect(numberOf('["good","fair"]')).toBe(UNKNOWN_CLASS);
  expect([numberOf('["bad",null]'), numberOf('[null]')]).toEqual([1, 2]);
  expect(numberOf('[["good"]]')).toBe(MALFORMED);
  expect(reader.unknownClasses()).toEqual([{ name: 'fair', rows: 1 }]);
});

test.each(['NaN', 'Infinity', '-Infinity', '1e400', '3.5e38', 'a', '$1.00'])(
  'a score of %p drops its row',
  (score) => {
    expect(readerOf(['float32'], 'text-scoring').numberOf(score)).toBe(MALFORMED);
  },
);

test('a score is the nearest float32', () => {
  const { reader, shape, numberOf } = readerOf(['float32'], 'text-scoring');
  expect([numberOf('0.1'), numberOf('0.100000001'), numberOf('-1e-60')]).toEqual([0, 0, 1]);
  const unpacker = new ValueUnpacker(shape, reader.memory!);
  expect([unpacker.at(0), unpacker.at(1)]).toEqual([[Math.fround(0.1)], [-0]]);
});

test('a kept number need not be one', () => {
  const { reader, shape, numberOf } = readerOf(['float32', 'float32', 'float64'], 'text-scoring');
  const number = numberOf('1', 'NaN', '-Infinity');
  expect(new ValueUnpacker(shape, reader.memory!).at(number)).toEqual([1, Number.NaN, -Infinity]);
  expect(numberOf('1', 'NaN', '-Infinity')).toBe(number);
  const { numberOf: numberOfKept } = readerOf(['float32', 'class']);
  expect(numberOfKept('NaN', 'good')).toBe(0);
});

test('a truth is what PostgreSQL writes for it', () => {
  const { reader, shape, numberOf } = readerOf(['bool'], 'unpaired-preference');
  const numbers = [numberOf('true'), numberOf('false'), numberOf('t'), numberOf('f')];
  expect(numbers).toEqual([0, 1, 0, 1]);
  const unpacker = new ValueUnpacker(shape, reader.memory!);
  expect([unpacker.at(0), unpacker.at(1)]).toEqual([[true], [false]]);
});

test('a kept text that is no UTF-8 drops its row', () => {
  const broken = Uint8Array.of(0x61, 0xff);
  expect(readerOf(['class', 'string']).numberOf('good', broken)).toBe(MALFORMED);
  const list = Buffer.concat([Buffer.from('["'), broken, Buffer.from('"]')]);
  expect(readerOf(['class', 'strings']).numberOf('good', list)).toBe(MALFORMED);
});

test('a kept array has one dimension, in which texts may be NULL', () => {
  const { numberOf } = readerOf(['class', 'strings']);
  expect(numberOf('good', '["a",null]')).toBe(0);
  expect(numberOf('good', '[["a"],["b"]]')).toBe(MALFORMED);
  expect(numberOf('good', '[]')).toBe(1);
});

test('values of any size come back, wherever memory ends', () => {
  const types = ['string', 'bool', 'class', 'float64', 'classes', 'string'] as const;
  const texts = Array.from({ length: 50 }, (_, index) => 'x'.repeat(980 + index));
  for (const text of [...texts, 'x'.repeat(100_000)]) {
    const { reader, shape, numberOf } = readerOf(types);
    const number = numberOf(text, 't', 'bad', '0.5', '["bad","good"]', 'end');
    const unpacked = new ValueUnpacker(shape, reader.memory!).at(number);
    const shown = unpacked.map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString() : value,
    );
    expect(shown).toEqual([text, true, 1n, 0.5, [0n, 1n], 'end']);
  }
});

/** Reads rows of these columns, and unpacks them again. */
function throughMemory(types: readonly ColumnType[], rows: readonly (readonly (string | null)[])[]) {
  const values = types.map((type, index) => ({ name: `column_${index}`, type }));
  const shape = { ...textShape(['water', 'road', 'fire']), values };
  const reader = createValueReader(
    shape,
    types.map((_, index) => index),
  );
  const numbers = rows.map((row) =>
    reader.numberOf(row.map((field) => (field === null ? null : Buffer.from(field)))),
  );
  return { numbers, unpacker: new ValueUnpacker(shape, reader.memory!) };
}

test('gives values of each type back as they are published', () => {
  const types: ColumnType[] = [
    'class',
    'classes',
    'bool',
    'float32',
    'float64',
    'int64',
    'string',
    'strings',
  ];
  const { numbers, unpacker } = throughMemory(types, [
    ['road', '["fire","water"]', 't', '0.1', '0.1', '-9007199254740993', 'जल', '["a","ब"]'],
    ['fire', null, null, null, null, null, null, null],
    ['water', '[]', 'f', '-2.5', 'NaN', '0', '', '[]'],
  ]);
  expect(numbers.map((number) => unpacker.at(number))).toEqual([
    [1n, [0n, 2n], true, 0.1, 0.1, -9007199254740993n, new Uint8Array(Buffer.from('जल')), ['a', 'ब']],
    [2n, null, null, null, null, null, null, null],
    [0n, [], false, -2.5, Number.NaN, 0n, new Uint8Array(), []],
  ]);
  expect(numbers.map((number) => unpacker.firstClassId(number))).toEqual([1, 2, 0]);
});

test('a list of 0 and 1 is packed like the ids of its classes, and has a number for each class', () => {
  const ids = readerOf(['classes'], 'multi-label-classification').reader;
  const hot = readerOf(['multi-hot'], 'multi-label-classification');
  const rows = ['["bad"]', '[]', '["bad","good"]', '[null]'].map((json) => [Buffer.from(json)]);
  for (const row of rows) {
    expect([ids.pack(row), hot.reader.pack(row)]).toEqual([0, 0]);
    expect(hot.reader.packed).toEqual(ids.packed);
  }
  const numbers = rows.map((row) => hot.reader.numberOf(row));
  const unpacker = new ValueUnpacker(hot.shape, hot.reader.memory!);
  expect(numbers.map((number) => unpacker.at(number))).toEqual([[[0, 1]], [[0, 0]], [[1, 1]], [[0, 0]]]);
  expect(hot.numberOf('["fair"]')).toBe(UNKNOWN_CLASS);
});

test('the ids of several classes a row are read', () => {
  const { numbers, unpacker } = throughMemory(['classes'], [['["fire","water"]'], ['[]'], ['["road"]']]);
  const classIds = numbers.map((number) => {
    const values = unpacker.bytesAt(number);
    return Array.from({ length: classCountIn(values) }, (_, index) => classIdIn(values, index));
  });
  expect(classIds).toEqual([[0, 2], [], [1]]);
});

test('gives more values back than it remembers, in any order', () => {
  const rows = Array.from({ length: 5000 }, (_, row) => [String(row), 'road']);
  const { numbers, unpacker } = throughMemory(['int64', 'string'], rows);
  for (const number of [...numbers, ...numbers.toReversed()]) {
    expect(unpacker.at(number)[0]).toBe(BigInt(number));
    expect(Buffer.from(unpacker.bytesAt(number).subarray(-4)).toString()).toBe('road');
  }
});
