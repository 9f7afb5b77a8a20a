import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MALFORMED } from '../../../src/engine/rows/class-sets.ts';
import { type TypedColumn, typedValueOf } from '../../../src/engine/rows/typed-values.ts';
import { createValueReader, ValueUnpacker } from '../../../src/engine/rows/values.ts';
import { textShape } from '../../support/shapes.ts';

test.each<[TypedColumn, string, unknown]>([
  ['bools', '[true,null,false]', [true, null, false]],
  ['int64s', '[1,null,-9007199254740993]', [1n, null, -9007199254740993n]],
  ['int64s', '[]', []],
  ['float32s', '[0.1,"NaN","-Infinity",null]', [0.1, Number.NaN, -Infinity, null]],
  ['float64s', '[1e+300,-0,2.5e-10,"Infinity"]', [1e300, -0, 2.5e-10, Infinity]],
  ['timestamptz', '2026-11-30 21:50:00.123456+00', 1_796_075_400_123_456n],
  ['timestamptz', '1970-01-01 00:00:00+00', 0n],
  ['timestamp', '1969-12-31 23:59:59.999999', -1n],
  ['timestamp', '1969-12-31 23:59:59.5', -500_000n],
  ['timestamp', '9999-12-31 23:59:59.999999', 253_402_300_799_999_999n],
  ['timestamp', '0001-01-01 00:00:00', -62_135_596_800_000_000n],
  ['date', '1970-01-02', 1],
  ['date', '0001-01-01', -719_162],
  ['date', '9999-12-31', 2_932_896],
])('%s: %s', (type, text, value) => {
  expect(typedValueOf(type, text)).toEqual(value);
});

describe('what a column cannot hold is no value, and drops its row', () => {
  test.each<[TypedColumn, string]>([
    ['bools', '[[true],[false]]'],
    ['int64s', '[[1],[2]]'],
    ['int64s', '[1.5]'],
    ['int64s', '["1"]'],
    ['float64s', '[[0.5]]'],
    ['float64s', '["text"]'],
    ['int64s', '{"a":1}'],
    ['timestamptz', 'infinity'],
    ['timestamptz', '-infinity'],
    ['timestamptz', '2026-11-30 21:50:00+05:45'],
    ['timestamptz', '2026-11-30 21:50:00'],
    ['timestamptz', '2026-11-30 21:50:00+01'],
    ['timestamptz', '2026-11-30 21:50:00.123'],
    ['timestamptz', '0044-03-15 12:00:00+00 BC'],
    ['timestamptz', '10000-01-01 00:00:00+00'],
    ['timestamp', 'infinity'],
    ['timestamp', '0044-03-15 12:00:00 BC'],
    ['timestamp', '294276-12-31 23:59:59.999999'],
    ['timestamp', '2026-11-30 21:50:00+00'],
    ['date', 'infinity'],
    ['date', '-infinity'],
    ['date', '0044-03-15 BC'],
    ['date', '12345-01-01'],
    ['date', '2026-02-30'],
    ['date', '2026-13-01'],
    ['date', '2026-01-00'],
    ['date', '0000-01-01'],
    ['timestamp', '2025-02-29 12:00:00'],
    ['timestamp', '2026-02-01 24:00:00'],
    ['timestamp', '2026-02-01 12:60:00'],
    ['timestamp', '0000-01-01 00:00:00'],
    ['timestamptz', '2026-00-01 00:00:00+00'],
  ])('%s: %s', (type, text) => {
    expect(typedValueOf(type, text)).toBeNull();
    const shape = { ...textShape(['good', 'bad']), values: [{ name: 'kept', type }] };
    expect(createValueReader(shape, [0]).numberOf([Buffer.from(text)])).toBe(MALFORMED);
  });
});

test('any instant that JavaScript writes in ISO comes back to the microsecond', () => {
  const years = { min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z') };
  fc.assert(
    fc.property(
      fc.date({ ...years, noInvalidDate: true }),
      fc.integer({ min: 0, max: 999 }),
      (date, micros) => {
        const written = `${date.toISOString().slice(0, -1).replace('T', ' ')}${String(micros).padStart(3, '0')}`;
        expect(typedValueOf('timestamp', written)).toBe(BigInt(date.getTime()) * 1000n + BigInt(micros));
      },
    ),
  );
});

test('a typed column is packed like its text, and read again as its value', () => {
  const typed = { ...textShape(['good', 'bad']), values: [{ name: 'at', type: 'date' as const }] };
  const text = { ...typed, values: [{ name: 'at', type: 'string' as const }] };
  const [reader, plain] = [typed, text].map((shape) => createValueReader(shape, [0]));
  const numbers = ['2026-11-30', null, '1969-12-31'].map((date) => {
    const row = [date === null ? null : Buffer.from(date)];
    plain.pack(row);
    const number = reader.numberOf(row);
    expect(reader.packed).toEqual(plain.packed);
    return number;
  });
  const unpacker = new ValueUnpacker(typed, reader.memory!);
  expect(numbers.map((number) => unpacker.at(number))).toEqual([[20_787], [null], [-1]]);
});
