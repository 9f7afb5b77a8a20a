import { describe, expect, test } from '@jest/globals';
import type { ReadColumn } from '../../src/model/selection.ts';
import { describeColumn, readerOf, type StoredValue, WrongValueError } from '../../src/sqlite/columns.ts';

function read(type: string, as: ReadColumn['as'], value: StoredValue): string | null {
  const bytes = readerOf({ type }, as)(value);
  return bytes === null ? null : Buffer.from(bytes).toString();
}
const text = (value: string) => Buffer.from(value);

describe('a column has the type that PostgreSQL would have', () => {
  test.each([
    ['INTEGER', 'bigint', 'N'],
    ['unsigned big int', 'bigint', 'N'],
    ['INT8', 'bigint', 'N'],
    ['UNSIGNED INT64', 'bigint', 'N'],
    ['uint', 'bigint', 'N'],
    ['POINT', 'text', 'S'],
    ['interval', 'text', 'S'],
    ['bigserial', 'bigint', 'N'],
    ['interval', 'text', 'S'],
    ['point', 'text', 'S'],
    ['BOOL', 'boolean', 'B'],
    ['boolean', 'boolean', 'B'],
    ['JSON', 'json', 'U'],
    ['DATETIME', 'timestamp without time zone', 'D'],
    ['timestamp with time zone', 'timestamp without time zone', 'D'],
    ['date (0)', 'date', 'D'],
    ['updated', 'text', 'S'],
    ['time(6)', 'time without time zone', 'D'],
    ['lifetime', 'text', 'S'],
    ['enum', 'text', 'S'],
    ['varchar(40)', 'text', 'S'],
    ['char(32)', 'text', 'S'],
    ['FLOAT', 'double precision', 'N'],
    ['REAL', 'double precision', 'N'],
    ['DOUBLE PRECISION', 'double precision', 'N'],
    ['DECIMAL(5,2)', 'numeric', 'N'],
    ['NUM', 'numeric', 'N'],
    ['BLOB', 'bytea', 'U'],
    ['bytea', 'bytea', 'U'],
    ['varbinary(16)', 'bytea', 'U'],
    ['', 'of no declared type', 'S'],
  ])('declared as %s', (declared, type, category) => {
    expect(describeColumn('a', declared)).toEqual({ name: 'a', type, category, elementCategory: null });
  });

  test.each([
    ['completion [json]', 'completion', 'json'],
    ['when[ timestamp ]', 'when', 'timestamp without time zone'],
    ['a [numeric(5, 2)]', 'a', 'numeric'],
    ['[json]', '[json]', 'bigint'],
    ['a [1]', 'a [1]', 'bigint'],
  ])('named %s', (given, name, type) => {
    expect(describeColumn(given, 'int')).toMatchObject({ name, type });
  });
});

describe('a value has the bytes that PostgreSQL would send', () => {
  test.each([
    ['bigint', 'text', 9007199254740993n, '9007199254740993'],
    ['boolean', 'text', 1n, 'true'],
    ['boolean', 'text', 0n, 'false'],
    ['double precision', 'text', 1, '1'],
    ['double precision', 'text', 0.1 + 0.2, '0.30000000000000004'],
    ['double precision', 'text', -0, '-0'],
    ['double precision', 'text', 1e-7, '1e-07'],
    ['double precision', 'text', 0.0001, '0.0001'],
    ['double precision', 'text', 123456789012345, '123456789012345'],
    ['double precision', 'text', 1234567890123456, '1.234567890123456e+15'],
    ['double precision', 'text', -1.5e300, '-1.5e+300'],
    ['double precision', 'text', Number.NEGATIVE_INFINITY, '-Infinity'],
    ['double precision', 'text', 3n, '3'],
    ['text', 'text', 5n, '5'],
    ['text', 'json', text('say "hi"\n'), '"say \\"hi\\"\\n"'],
    ['json', 'json', text('{"a": 1}'), '{"a": 1}'],
    ['json', 'text', 5n, '5'],
    ['bytea', 'text', '00FF', '\\x00ff'],
    ['date', 'text', text('2026-01-31'), '2026-01-31'],
    ['date', 'time', text('1970-01-02'), '86400'],
    ['timestamp without time zone', 'time', text('2026-01-31 12:00:01.123456'), '1769860801.123456'],
    ['timestamp without time zone', 'time', text('2026-01-31 12:00:01.5'), '1769860801.5'],
    ['timestamp without time zone', 'time', text('2026-01-31 12:00:01.123456789'), '1769860801.123456'],
    ['timestamp without time zone', 'time', text('2026-01-31T12:00:01Z'), '1769860801'],
    ['timestamp without time zone', 'time', text('2026-01-31 14:30:01+02:30'), '1769860801'],
    ['timestamp without time zone', 'time', text('2026-01-31 07:00:01 -05'), '1769860801'],
    ['timestamp without time zone', 'time', text('0099-01-01'), '-59042995200'],
  ] as const)('%s as %s', (type, as, value, expected) => {
    expect([read(type, as, value), read(type, as, null)]).toEqual([expected, null]);
  });

  test('a text that is not UTF-8 stays as it is', () => {
    const bytes = Uint8Array.of(0x61, 0xff);
    for (const as of ['text', 'json'] as const) expect(readerOf({ type: 'text' }, as)(bytes)).toEqual(bytes);
  });

  test.each([
    ['boolean', 'text', 2n],
    ['boolean', 'text', text('true')],
    ['bigint', 'text', 1.5],
    ['bigint', 'text', text('five')],
    ['numeric', 'text', text('five')],
    ['text', 'text', 'FF'],
    ['json', 'text', 'FF'],
    ['bytea', 'text', text('\\xff')],
    ['timestamp without time zone', 'time', 1769860801n],
    ['timestamp without time zone', 'time', text('yesterday')],
    ['timestamp without time zone', 'time', text('2026-02-30')],
    ['timestamp without time zone', 'time', text('2026-01-30 24:00:00')],
    ['timestamp without time zone', 'time', text('2026-01-31 12:60:00')],
    ['timestamp without time zone', 'time', text('2026-01-31 12:00:00+16')],
    ['timestamp without time zone', 'time', text('2026-01-31 12:00:00+05:60')],
    ['timestamp without time zone', 'time', text('2026-01-31 12:00:60')],
    ['date', 'time', text('')],
  ] as const)('another value of %s as %s is refused, and not quoted', (type, as, value) => {
    expect(() => read(type, as, value)).toThrow(WrongValueError);
    expect(() => read(type, as, value)).toThrow(/^(?!.*(five|yesterday|1769860801)).*in the SELECT\.$/);
  });

  test.each([
    ['text', 'FF', 'a blob'],
    ['bigint', text('five'), 'another text'],
    ['bigint', 1.5, 'a number of another kind'],
  ] as const)('the message for a column of %s says what was found', (type, value, found) => {
    expect(() => read(type, 'text', value)).toThrow(`a row has ${found} in it`);
  });
});
