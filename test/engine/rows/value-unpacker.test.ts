import { expect, test } from '@jest/globals';
import { classCountIn, classIdIn, ValueUnpacker } from '../../../src/engine/rows/value-unpacker.ts';
import { createValueReader } from '../../../src/engine/rows/values.ts';
import type { ColumnType, DatasetShape } from '../../../src/model/shape.ts';
import { textShape } from '../../support/shapes.ts';

/** Reads rows of these columns, and unpacks them again. */
function throughMemory(types: readonly ColumnType[], rows: readonly (readonly (string | null)[])[]) {
  const values = types.map((type, index) => ({ name: `column_${index}`, type }));
  const shape: DatasetShape = { ...textShape(['water', 'road', 'fire']), values };
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

test('tells the ids of several classes a row', () => {
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
