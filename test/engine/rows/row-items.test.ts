import { expect, test } from '@jest/globals';
import { NO_ITEM, RowItems } from '../../../src/engine/rows/row-items.ts';
import { VERDICTS, Verdicts } from '../../../src/engine/rows/verdicts.ts';

test('numbers many ids, the same id with the same number, and NULL with none', () => {
  const items = new RowItems();
  const ids = Array.from({ length: 40_000 }, (_, row) => (row % 5 === 0 ? null : `id ${row % 17_000}`));
  for (const id of ids) items.add(id === null ? null : Buffer.from(id));
  const numbers = new Map<string, number>();
  for (const [serial, id] of ids.entries()) {
    const item = items.itemOf(serial);
    if (id === null) {
      expect([item, items.hashOf(serial)]).toEqual([NO_ITEM, null]);
      continue;
    }
    expect(numbers.get(id) ?? item).toBe(item);
    numbers.set(id, item);
  }
  expect(new Set(numbers.values()).size).toBe(numbers.size);
  expect([items.length, items.end]).toEqual([40_000, numbers.size + 1]);
  expect(items.hashOf(1)).not.toEqual(items.hashOf(2));
  expect(items.bytes).toBeGreaterThan(40_000 * 4);
  items.clear();
  expect([items.length, items.end]).toEqual([0, 1]);
  items.add(Buffer.from('id 1'));
  expect(items.itemOf(0)).toBe(1);
  const { bytes } = items;
  items.add(Buffer.from('id 2'));
  // Two halves of its hash, and its number for the row.
  expect(items.bytes - bytes).toBe(12);
});

test('ids that differ only far behind are different', () => {
  const items = new RowItems();
  for (const end of ['a', 'b', 'a']) items.add(Buffer.from(`${'x'.repeat(5000)}${end}`));
  expect([0, 1, 2].map((serial) => items.itemOf(serial))).toEqual([1, 2, 1]);
});

test('a verdict is remembered for each row by itself', () => {
  const verdicts = new Verdicts(1000);
  const all = Object.values(VERDICTS);
  for (let serial = 0; serial < 1000; serial++) verdicts.set(serial, all[(serial * 7) % all.length]);
  for (let serial = 0; serial < 1000; serial++)
    expect(verdicts.at(serial)).toBe(all[(serial * 7) % all.length]);
});
