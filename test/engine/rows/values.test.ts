import { expect, test } from '@jest/globals';
import { MALFORMED } from '../../../src/engine/rows/class-sets.ts';
import { UNKNOWN_CLASS } from '../../../src/engine/rows/label.ts';
import { ValueUnpacker } from '../../../src/engine/rows/value-unpacker.ts';
import { createValueReader } from '../../../src/engine/rows/values.ts';
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
