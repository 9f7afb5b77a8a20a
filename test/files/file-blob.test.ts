import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FileBlob } from '../../src/files/file-blob.ts';

const SIZE = 2_500_000;
let folder: string;
let file: string;
const content = Buffer.from(Array.from({ length: SIZE }, (_, index) => (index * 7) % 251));

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'file-blob-'));
  file = path.join(folder, 'data');
  await writeFile(file, content);
});
afterAll(() => rm(folder, { recursive: true }));

test('reads a file in pieces', async () => {
  const blob = new FileBlob(file, 0, SIZE);
  const pieces: Uint8Array[] = [];
  for await (const piece of blob.stream()) pieces.push(piece);
  expect(pieces.map(({ length }) => length)).toEqual([1 << 20, 1 << 20, SIZE - (2 << 20)]);
  expect(Buffer.concat(pieces).equals(content)).toBe(true);
  expect(Buffer.from(await blob.arrayBuffer()).equals(content)).toBe(true);
});

test.each([
  [0, 10],
  [5, SIZE],
  [1_000_000, 1_000_001],
  [-3, undefined],
  [10, 5],
  [0, SIZE + 100],
])('a slice from %i to %s is that of a Blob', async (start, end) => {
  const [ours, theirs] = [new FileBlob(file, 0, SIZE), new Blob([content])].map((blob) =>
    blob.slice(start, end).slice(1),
  );
  expect(ours.size).toBe(theirs.size);
  expect(Buffer.from(await ours.bytes()).equals(Buffer.from(await theirs.arrayBuffer()))).toBe(true);
});

test('is sent by a request with its length, and again', async () => {
  const blob = new FileBlob(file, 100, SIZE);
  for (let time = 0; time < 2; time++) {
    const request = new Request('https://hub.example', { method: 'PUT', body: blob });
    expect(Buffer.from(await request.arrayBuffer()).equals(content.subarray(100))).toBe(true);
  }
});

test('tells of a file that has become shorter, or is gone', async () => {
  const other = path.join(folder, 'other');
  await writeFile(other, content);
  const blob = new FileBlob(other, 0, SIZE);
  await truncate(other, 1000);
  await expect(blob.bytes()).rejects.toThrow(/other, .* \(it has become shorter\)\. Run the workflow again/);
  await rm(other);
  await expect(blob.bytes()).rejects.toThrow(/\(ENOENT\)/);
});
