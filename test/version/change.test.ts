import { expect, test } from '@jest/globals';
import { changeSince } from '../../src/version/change.ts';
import { parsePreviousVersion } from '../../src/version/metadata.ts';
import { metadata } from '../support/metadata.ts';

const SPLITS = { train: 8, eval: 1, test: 1 };

function rows(train: number) {
  return { train, eval: 0, test: 0 };
}

function change(before: Record<string, number>, now: Record<string, number>, classNames = Object.keys(now)) {
  const balance = (counts: Record<string, number>) =>
    Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, rows(count)]));
  const quality = { ...metadata().quality, class_balance: balance(before) };
  const previous = parsePreviousVersion(JSON.stringify(metadata({ quality })));
  return changeSince(
    previous,
    { numSamples: 10, splits: SPLITS, classNames, classBalance: balance(now) },
    null,
  );
}

test('tells the classes in the order of their ids', () => {
  const lines = change({ '1': 4, '2': 5 }, { '1': 5, '2': 3 }, ['2', '1']).split('\n');
  expect(lines.slice(-2)).toEqual(['| 2 | 5 | 3 | −2 |', '| 1 | 4 | 5 | +1 |']);
});

test('a class that is new had no rows, whatever it is called', () => {
  const now = JSON.parse('{"constructor": 3, "__proto__": 2}');
  expect(change({ a: 1 }, now).split('\n').slice(-2)).toEqual([
    '| constructor | 0 | 3 | +3 |',
    '| \\_\\_proto\\_\\_ | 0 | 2 | +2 |',
  ]);
});

test('has no classes where the task has none', () => {
  expect(change({}, {}).split('\n').at(-1)).toBe('| Split test | 1 | 1 | 0 |');
});

test('of many classes tells those that changed most, and sums up the others', () => {
  const names = Array.from({ length: 50 }, (_, id) => `c${id}`);
  const of = (count: (id: number) => number) =>
    Object.fromEntries(names.map((name, id) => [name, count(id)]));
  const lines = change(
    of(() => 10),
    of((id) => 10 + id),
  ).split('\n');
  expect(lines.filter((line) => line.startsWith('| c'))).toHaveLength(39);
  expect(lines.at(-2)).toBe('| c49 | 10 | 59 | +49 |');
  expect(lines.at(-1)).toBe('| 11 other classes | 110 | 165 | +55 |');
});
