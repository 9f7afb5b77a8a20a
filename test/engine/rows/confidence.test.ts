import { expect, test } from '@jest/globals';
import { ConfidenceColumn, ConfidenceReader } from '../../../src/engine/rows/confidence.ts';

const CLASSES = ['bug', 'café', 'praise'];

function reader() {
  return ConfidenceReader.open({ classNames: CLASSES, isFolded: true }, { confidence: 1 })!;
}

function read(json: string | null): number[] | null {
  const values = reader().read([null, json === null ? null : Buffer.from(json)]);
  return values === null ? null : Array.from(values, (value) => Math.round(1e6 * value) / 1e6);
}

test.each([
  ['[0.2, 0.5, 0.3]', [0.2, 0.5, 0.3]],
  ['{"praise": 0.25, "bug": 0.75}', [0.75, 0, 0.25]],
  ['{" cafe\u0301 ": 1}', [0, 1, 0]],
  ['[0.333, 0.333, 0.333]', [0.333, 0.333, 0.333]],
  ['[1, 0, 1e-9]', [1, 0, 0]],
])('%s gives the probabilities in the order of the class ids', (json, expected) => {
  expect(read(json)).toEqual(expected);
});

test.each([
  '[0.5, 0.5]',
  '[0.5, 0.25, 0.25, 0]',
  '[0.2, 0.2, 0.2]',
  '[0.5, 0.5, 0.5]',
  '[1.2, -0.2, 0]',
  '[-0.01, 1, 0]',
  '["1", 0, 0]',
  '[null, 1, 0]',
  '["NaN", 1, 0]',
  '[[1], 0, 0]',
  '{"bug": 0.5, "other": 0.5}',
  '{"bug": 1, "other": 0}',
  '{"bug": 0.5, " bug": 0.5}',
  '{"bug": true}',
  '{}',
  '[]',
  '0.9',
  'null',
  '"bug"',
  '{"bug":',
])('%s is no distribution over the classes', (json) => {
  expect(read(json)).toBeNull();
});

test('rows are counted by their column', () => {
  const some = reader();
  for (const json of ['[1,0,0]', '[1,0,0]', '[2]', null])
    some.read([null, json === null ? null : Buffer.from(json)]);
  expect(some.counts()).toEqual({ rows: 2, missing: 1, invalid: 1 });
});

test('a dataset without the column has no reader', () => {
  expect(ConfidenceReader.open({ classNames: CLASSES, isFolded: true }, {})).toBeNull();
});

test('a column keeps the probabilities of rows by their serial numbers', () => {
  const column = new ConfidenceColumn(2);
  expect(column.at(7)).toBeNull();
  column.set(3000, Float32Array.of(0.25, 0.75));
  column.set(1, Float32Array.of(1, 0));
  column.set(2, null);
  expect([1, 2, 3000, 4000].map((serial) => column.at(serial)?.[0] ?? null)).toEqual([1, null, 0.25, null]);
  expect([...column.of(Uint32Array.of(3000, 2, 1))]).toEqual([0.25, 0.75, Number.NaN, 0, 1, 0]);
  expect(column.bytes).toBeGreaterThanOrEqual(8 * 3001);
  column.set(1, null);
  expect(column.at(1)).toBeNull();
  column.close();
  expect(column.bytes).toBe(0);
});
