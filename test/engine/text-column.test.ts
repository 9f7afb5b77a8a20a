import { expect, test } from '@jest/globals';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { createCompressor } from '../../src/engine/parquet-memory.ts';
import { ENCODINGS, parquetSchema } from '../../src/engine/parquet-schema.ts';
import { TextColumnWriter } from '../../src/engine/text-column.ts';
import { textShape } from '../support/shapes.ts';
import { labelledTexts } from '../support/texts.ts';

const shape = textShape(['NORMAL', 'URGENT']);
const MEBIBYTE = 1 << 20;

const numbered = (rows: number) => Array.from({ length: rows }, (_, row) => `गुनासो number ${row}`);
const long = (bytes: number) => 'x'.repeat(bytes);

test.each<[string, readonly (readonly string[])[]]>([
  ['one row', [['no water']]],
  ['fewer rows than a run of levels', [numbered(7)]],
  ['as many rows as a run of levels', [numbered(8)]],
  ['an empty text', [['a', '', 'b']]],
  ['several row groups', [numbered(20_000), numbered(300), numbered(5)]],
  ['several pages', [numbered(100_000)]],
  [
    'texts that fill a page',
    [
      [long(MEBIBYTE - 1), 'b', 'c'],
      [long(MEBIBYTE), 'b'],
      ['a', long(MEBIBYTE - 1)],
    ],
  ],
  ['texts longer than a page', [['a', long(3 * MEBIBYTE), 'b', long(2 * MEBIBYTE), long(2 * MEBIBYTE)]]],
])('%s: the file is the one that the library writes', (_, groups) => {
  const written = file((parquet) => {
    const writer = new TextColumnWriter(parquet, shape.texts[0].name);
    return (texts) => {
      const rows = labelledTexts(texts.map((text) => [text, 0]));
      writer.write({ rows, group: Uint32Array.from(texts.keys()) }, [labels(texts)]);
    };
  }, groups);
  const expected = file((parquet) => {
    return (texts) => {
      const data = texts.map((text) => Buffer.from(text));
      const column = { name: shape.texts[0].name, data, ...ENCODINGS.string };
      parquet.write({ columnData: [column, labels(texts)], rowGroupSize: texts.length });
    };
  }, groups);
  expect(written.length).toBe(expected.length);
  expect(Buffer.compare(written, expected)).toBe(0);
});

/** Classes of which no page is the same as another. */
function labels(texts: readonly string[]) {
  const data = texts.map((text, row) => BigInt((text.length + row) % 2));
  return { name: shape.values[0].name, data, ...ENCODINGS.class };
}

function file(
  writeWith: (parquet: ParquetWriter) => (texts: readonly string[]) => void,
  groups: readonly (readonly string[])[],
): Buffer {
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: parquetSchema(shape),
    codec: 'ZSTD',
    compressors: { ZSTD: createCompressor() },
  });
  groups.forEach(writeWith(parquet));
  parquet.finish();
  return Buffer.from(writer.getBytes());
}
