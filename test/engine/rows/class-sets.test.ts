import { expect, test } from '@jest/globals';
import { ClassSetReader, MALFORMED } from '../../../src/engine/rows/class-sets.ts';
import { ClassLabeller, UNKNOWN_CLASS } from '../../../src/engine/rows/label.ts';
import type { UnknownClassRule } from '../../../src/model/definition.ts';

function readerOf(...classNames: string[]) {
  return readerBy('drop-row', classNames);
}

function readerBy(rule: UnknownClassRule, classNames: string[]) {
  const labeller = new ClassLabeller(classNames, { isFolded: false });
  const sets = new ClassSetReader(labeller, rule);
  return { labeller, sets, read: (list: string) => sets.read(Buffer.from(list)) };
}

test('reads lists of names as sets, however often they come', () => {
  const { read } = readerOf('water', 'तत्काल', 'road');
  for (let time = 0; time < 2; time++) {
    expect(read('["road","water"]')).toEqual([0, 2]);
    expect(read('["तत्काल", "तत्काल"]')).toEqual([1]);
    expect(read('[]')).toEqual([]);
  }
});

test('counts an unknown name in each row that has it', () => {
  const { labeller, read } = readerOf('water');
  for (let time = 0; time < 3; time++) expect(read('["water","fire"]')).toBe(UNKNOWN_CLASS);
  expect(labeller.unknownClasses()).toEqual([{ name: 'fire', rows: 3 }]);
});

test('NULL is no name: a list of it has no class', () => {
  const { read, labeller } = readerOf('water', 'road');
  for (let time = 0; time < 2; time++) {
    expect(read('[null]')).toEqual([]);
    expect(read('[null, "road", null]')).toEqual([1]);
  }
  expect(labeller.unknownClasses()).toEqual([]);
});

test('drops unknown names alone where that is the rule, and counts them in each row', () => {
  const { read, sets, labeller } = readerBy('drop-class', ['water', 'road']);
  for (let time = 0; time < 2; time++) {
    expect([read('["fire","road","fire"]'), sets.isShortened]).toEqual([[1], true]);
    expect([read('["fire"]'), sets.isShortened]).toEqual([[], true]);
    expect([read('["road"]'), sets.isShortened]).toEqual([[1], false]);
    expect([read('[1]'), sets.isShortened]).toEqual([MALFORMED, false]);
  }
  expect(labeller.unknownClasses()).toEqual([{ name: 'fire', rows: 4 }]);
  expect([readerOf('water').read('["fire"]'), readerOf('water').sets.isShortened]).toEqual([
    UNKNOWN_CLASS,
    false,
  ]);
});

test.each(['{"water":1}', '["water",1]', '["water"', 'null', '"water"', ''])(
  '%s is no list of names',
  (list) => {
    const { read } = readerOf('water');
    expect([read(list), read(list)]).toEqual([MALFORMED, MALFORMED]);
  },
);

test('still reads lists after more spellings than it remembers, and longer ones', () => {
  const { read } = readerOf('water', 'road');
  for (let width = 0; width < 2050; width++) {
    expect(read(`["road",${' '.repeat(width)}"water"]`)).toEqual([0, 1]);
    expect(read(`${' '.repeat(width)}["road"]`)).toEqual([1]);
  }
});
