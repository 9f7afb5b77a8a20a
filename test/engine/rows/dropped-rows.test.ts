import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DroppedRows, type DropReason } from '../../../src/engine/rows/dropped-rows.ts';
import { RowIds } from '../../../src/engine/rows/row-ids.ts';

function droppedOf(rows: readonly (readonly [id: string, reason: DropReason])[], reviewed = rows.length) {
  const ids = new RowIds();
  const dropped = new DroppedRows(ids);
  for (const [row, [id, reason]] of rows.entries()) {
    dropped.add(reason, ids.add(row < reviewed ? 'corrections' : 'confirmed', Buffer.from(id)));
  }
  return dropped;
}

function text(dropped: DroppedRows): string {
  return Buffer.concat([...dropped.lines()]).toString();
}

test('lists every row as a line of JSON, in an order that does not depend on that of reading', () => {
  const dropped = droppedOf(
    [
      ['10', 'conflict'],
      ['9"\n', 'pii'],
      ['9', 'empty'],
      ['2', 'no-text'],
    ],
    3,
  );
  expect(text(dropped)).toBe(
    [
      '{"id":"9","source":"reviewed","reason":"empty"}',
      '{"id":"10","source":"reviewed","reason":"conflict"}',
      '{"id":"9\\"\\n","source":"reviewed","reason":"pii"}',
      '{"id":"2","source":"confirmed","reason":"no-text"}',
      '',
    ].join('\n'),
  );
  expect(dropped.length).toBe(4);
});

test('gives nothing when nothing was dropped', () => {
  expect(text(droppedOf([]))).toBe('');
});

test('gives many rows in pieces', () => {
  const rows = Array.from({ length: 5000 }, (_, row) => [`${row}`, 'unknown-class'] as const);
  const pieces = [...droppedOf(rows).lines()];
  expect(pieces.length).toBeGreaterThan(2);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
  const lines = Buffer.concat(pieces).toString().trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).id)).toEqual(rows.map(([id]) => id));
});

test('tells the first ids of a reason', () => {
  const rows = [7, 3, 12, 5, 100, 1].map((id) => [`${id}`, id === 1 ? 'empty' : 'conflict'] as const);
  const dropped = droppedOf(rows);
  expect(dropped.idsOf('conflict', 3)).toEqual(['3', '5', '7']);
  expect(dropped.idsOf('conflict', 9)).toEqual(['3', '5', '7', '12', '100']);
  expect(dropped.idsOf('pii', 3)).toEqual([]);
});

test('orders rows by source, then numbers as numbers, whatever their order', () => {
  const numbers = fc.uniqueArray(fc.nat({ max: 2000 }));
  fc.assert(
    fc.property(numbers, numbers, (reviewed, pool) => {
      const rows = [...reviewed, ...pool].map((id): [string, DropReason] => [`${id}`, 'empty']);
      const lines = text(droppedOf(rows, reviewed.length)).split('\n').slice(0, -1);
      const sorted = [reviewed, pool].flatMap((ids) => ids.toSorted((a, b) => a - b));
      expect(lines.map((line) => Number(JSON.parse(line).id))).toEqual(sorted);
    }),
  );
});

test('orders reasons of the same id', () => {
  const dropped = droppedOf([
    ['1', 'pii'],
    ['1', 'no-text'],
    ['1', 'conflict'],
  ]);
  const reasons = text(dropped).match(/"reason":"[^"]*"/g);
  expect(reasons).toEqual(['"reason":"no-text"', '"reason":"conflict"', '"reason":"pii"']);
});
