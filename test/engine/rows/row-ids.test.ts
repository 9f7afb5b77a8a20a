import { expect, test } from '@jest/globals';
import { KeptIds, RowIds } from '../../../src/engine/rows/row-ids.ts';

function idsOf(reviewed: readonly (string | null)[], pool: readonly string[] = []): RowIds {
  const ids = new RowIds();
  for (const id of reviewed) ids.add('corrections', id === null ? null : Buffer.from(id));
  for (const id of pool) ids.add('confirmed', Buffer.from(id));
  return ids;
}

test('keeps the id and the source of every row', () => {
  const reviewed = Array.from({ length: 3000 }, (_, row) => `${row}`.repeat(1 + (row % 7)));
  const ids = idsOf([...reviewed, '', null], ['धन्यवाद']);
  expect(Array.from({ length: 3003 }, (_, row) => ids.of(row))).toEqual([...reviewed, '', '', 'धन्यवाद']);
  expect([3001, 3002].map((row) => ids.sourceOf(row))).toEqual(['corrections', 'confirmed']);
});

test('keeps ids of any length across pieces of memory', () => {
  const reviewed = Array.from({ length: 9000 }, (_, row) => `${row}`.padEnd((row * 7919) % 81, 'é'));
  const ids = idsOf(reviewed);
  expect(reviewed.map((_, row) => ids.of(row))).toEqual(reviewed);
  const filling = Array.from({ length: 5000 }, (_, row) => `${row}`.padEnd(64, 'x'));
  const full = idsOf(filling);
  expect(filling.map((_, row) => full.of(row))).toEqual(filling);
});

test('gives the ids of kept rows by their numbers', () => {
  const kept = new KeptIds(idsOf(['a', 'b', 'c']), Uint32Array.of(2, 0));
  expect([kept.of(0), kept.of(1), kept.serialOf(0)]).toEqual(['c', 'a', 2]);
});

test.each(['a', 'é', 'न', '😀'])(
  'cuts an id of more than 80 characters %s, and no shorter one',
  (character) => {
    const ids = idsOf([character.repeat(80), character.repeat(81), character.repeat(1_000_000)]);
    const cut = `${character.repeat(80)}…`;
    expect([0, 1, 2].map((row) => ids.of(row))).toEqual([character.repeat(80), cut, cut]);
  },
);
