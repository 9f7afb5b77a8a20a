import { describe, expect, test } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { endRowGroup } from '../../src/engine/bulk-columns.ts';
import { DictionaryColumn } from '../../src/engine/dictionary-column.ts';
import { COMPRESSORS } from '../../src/engine/parquet-content.ts';
import { createCompressor } from '../../src/engine/parquet-memory.ts';
import { INDEX_SCHEMA } from '../../src/engine/row-index/schema.ts';

type Texts = readonly (string | null)[];

const repeat = (count: number, textOf: (row: number) => string | null): Texts =>
  Array.from({ length: count }, (_, row) => textOf(row));
const mixed = (row: number, texts: Texts) => texts[(row * 7919 + ((row * row) >>> 3)) % texts.length];

const GROUPS: [string, readonly Texts[]][] = [
  ['one row', [['train']]],
  ['one text', [repeat(1000, () => 'train')]],
  ['two texts', [repeat(1000, (row) => mixed(row, ['a', 'b']))]],
  [
    'three texts, one after the other',
    [repeat(999, (row) => ['train', 'eval', 'test'][Math.floor(row / 333)])],
  ],
  ['five texts', [repeat(1001, (row) => mixed(row, ['wrong', 'right', 'unknown', 'confirmed', 'गुनासो']))]],
  ['runs of seven and eight', [repeat(105, (row) => (row % 15 < 7 ? 'a' : 'b'))]],
  ['255 texts', [repeat(1020, (row) => `text ${row % 255}`)]],
  ['an empty text', [['', 'a', '']]],
  ['several groups with other texts', [['a', 'b', 'a'], repeat(300, (row) => mixed(row, ['b', 'c'])), ['a']]],
];

const WITHOUT_TEXT: typeof GROUPS = [
  ['some rows without a text', [repeat(1000, (row) => mixed(row, ['a', null, 'b', null, 'c']))]],
  ['no row with a text', [repeat(100, () => null)]],
  ['a group without one, and one with', [[null, null], ['a', null], ['b']]],
];

describe.each([
  ['split', false, GROUPS],
  ['origin', true, [...GROUPS, ...WITHOUT_TEXT]],
] as const)('a column %s, optional: %s,', (name, isOptional, groups) => {
  const schema = [
    { name: 'schema', num_children: 1 },
    INDEX_SCHEMA.find((element) => element.name === name)!,
  ];

  function file(
    writeWith: (parquet: ParquetWriter) => (texts: Texts) => void,
    groups: readonly Texts[],
  ): Buffer {
    const writer = new ByteWriter();
    const compressors = { ZSTD: createCompressor() };
    const parquet = new ParquetWriter({ writer, schema, codec: 'ZSTD', compressors });
    groups.forEach(writeWith(parquet));
    parquet.finish();
    return Buffer.from(writer.getBytes());
  }

  test.each(groups)('of %s: the file is the one that the library writes', async (_, groups) => {
    const written = file((parquet) => {
      const column = new DictionaryColumn(name, { rows: 1020, isOptional });
      return (texts) => {
        for (const text of texts) column.add(text);
        endRowGroup(parquet, [column.write(parquet)], texts.length);
      };
    }, groups);
    const expected = file((parquet) => {
      const how = { name, encoding: 'RLE_DICTIONARY', statistics: false } as const;
      return (data) => {
        parquet.write({ columnData: [{ ...how, data: [...data] }], rowGroupSize: data.length });
      };
    }, groups);
    expect(written.toString('hex')).toBe(expected.toString('hex'));
    const read = await parquetReadObjects({
      file: Uint8Array.from(written).buffer,
      compressors: COMPRESSORS,
    });
    expect(read.map((row) => row[name])).toEqual(groups.flat());
  });
});

test('a group with more texts than a byte can number is refused', () => {
  const column = new DictionaryColumn('origin', { rows: 300, isOptional: true });
  for (let row = 0; row < 255; row++) column.add(`text ${row}`);
  column.add('text 0');
  expect(() => column.add('text 255')).toThrow(new RangeError('origin has too many different texts'));
});
