import { expect, test } from '@jest/globals';
import { StoredRows } from '../../../src/engine/rows/stored-rows.ts';
import { TextStore } from '../../../src/engine/rows/text-store.ts';

function rowsOf(texts: readonly string[], numbers: readonly number[]): StoredRows {
  const store = new TextStore();
  for (const text of texts) store.add(Buffer.from(text));
  return new StoredRows({
    memory: store.memory,
    numbers: Uint32Array.from(numbers),
    classIds: Uint16Array.from(numbers),
    valueNumbers: Uint32Array.from(numbers, (number) => 10 + number),
    valueMemory: store.memory,
    rankHigh: Uint32Array.from(numbers, (number) => 20 + number),
    rankLow: Uint32Array.from(numbers, (number) => 30 + number),
    textRanks: null,
    origins: Uint8Array.from(numbers),
    confidences: null,
  });
}

test('a row has the text of its number, other datasets have texts between', () => {
  const rows = rowsOf(['first', 'another dataset’s', 'जल'], [2, 0]);
  expect(rows.length).toBe(2);
  expect([0, 1].map((row) => Buffer.from(rows.textAt(row)).toString())).toEqual(['जल', 'first']);
  expect([0, 1].map((row) => rows.byteLengthAt(row))).toEqual([6, 5]);
});

test('a text is copied to where there is room', () => {
  const target = new Uint8Array(8).fill(0x2e);
  rowsOf(['first', 'second'], [1, 0]).copyText(1, target, 2);
  expect(Buffer.from(target).toString()).toBe('..first.');
});

test('a row has the sketch of its text that was made before, also in another thread', () => {
  const { columns } = rowsOf(['first', 'second', 'third', 'fourth'], [3, 2, 1, 0]);
  const sketches = new Int32Array(new SharedArrayBuffer(3 * 2 * 4));
  sketches.set([1, -2, 3, 4, 0, 0]);
  const rows = new StoredRows(structuredClone({ ...columns, memory: { ...columns.memory, sketches } }));
  const target = new Int32Array(2);
  const copied = [0, 1, 2, 3].map((row) => [rows.copySketch(row, target.fill(9)), ...target]);
  expect(copied).toEqual([
    [false, 9, 9],
    [false, 9, 9],
    [true, 3, 4],
    [true, 1, -2],
  ]);
  expect(new StoredRows(columns).copySketch(0, target)).toBe(false);
});

test('the columns are those of the rows, for another thread', () => {
  const rows = rowsOf(['first', 'second'], [1, 0]);
  expect([...rows.classIds]).toEqual([1, 0]);
  expect([...rows.valueNumbers!]).toEqual([11, 10]);
  expect([...rows.rankHigh, ...rows.rankLow]).toEqual([21, 20, 31, 30]);
  const again = new StoredRows(structuredClone(rows.columns));
  expect([Buffer.from(again.textAt(0)).toString(), again.valueMemory]).toEqual([
    'second',
    again.columns.valueMemory,
  ]);
});
