import { zstdDecompressSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { createCompressor, PieceWriter } from '../../src/engine/parquet-memory.ts';

const KIB = 1024;

test('keeps what is written beyond what was expected in further pieces, which follow each other', () => {
  const writer = new PieceWriter(32 * 32);
  const lengths = [3, 3, 1, 0, 2, 40].map((kib) => kib * KIB);
  for (const [value, length] of lengths.entries()) writer.appendBytes(new Uint8Array(length).fill(value));
  writer.finish();
  expect(writer.offset).toBe(49 * KIB);
  expect(Buffer.concat(writer.pieces)).toEqual(
    Buffer.concat(lengths.map((length, value) => Buffer.alloc(length, value))),
  );
  expect(writer.pieces.map(({ length }) => length)).toEqual([3, 3, 3, 40].map((kib) => kib * KIB));
});

test('keeps what was expected in one piece', () => {
  const writer = new PieceWriter(100 * 32);
  for (let row = 0; row < 100; row++) writer.appendBytes(new Uint8Array(64));
  writer.finish();
  expect(writer.pieces.map(({ length }) => length)).toEqual([6400]);
});

test('frees a page when the next one is compressed', () => {
  const compress = createCompressor();
  const pages = ['one', 'two'].map((text) => new Uint8Array(Buffer.from(text.repeat(100))));
  const compressed = pages.map((page) => compress(page));
  expect(compressed.map((page) => zstdDecompressSync(page).toString())).toEqual([
    'one'.repeat(100),
    'two'.repeat(100),
  ]);
  expect(pages.map(({ length }) => length)).toEqual([0, 300]);
});
