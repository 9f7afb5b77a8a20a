import { expect, test } from '@jest/globals';
import { ClassLabeller, UNKNOWN_CLASS } from '../../../src/engine/rows/label.ts';
import { describeGolden, readGolden } from '../../support/golden.ts';

test('gives exact names their ids, whatever white space is around them', () => {
  const labeller = new ClassLabeller(['NORMAL', 'तत्काल', '(null)'], { isFolded: false });
  const names = ['NORMAL', ' \u3000तत्काल\u0085\n', ' '.repeat(5000).concat('NORMAL'), '(null)', 'NORMAL'];
  expect(names.map((name) => labeller.classIdOf(Buffer.from(name)))).toEqual([0, 1, 0, 2, 0]);
  expect(labeller.unknownClasses()).toEqual([]);
});

test('knows no name in other letters', () => {
  const labeller = new ClassLabeller(['NORMAL'], { isFolded: false });
  for (const name of ['normal', 'NORMALS', 'NORMA', '\ufeffNORMAL', '', ' '.repeat(5000)]) {
    expect(labeller.classIdOf(Buffer.from(name))).toBe(UNKNOWN_CLASS);
  }
  const rows = labeller.unknownClasses().map((unknown) => [unknown.name, unknown.rows]);
  expect(Object.fromEntries(rows)).toEqual({
    '': 2,
    normal: 1,
    NORMALS: 1,
    NORMA: 1,
    '\ufeffNORMAL': 1,
  });
});

test('where names are folded, knows a name in another Unicode form, but not with other characters', () => {
  const classNames = ['Électricité', 'e\u0301te\u0301', 'ΐ'];
  const names = ['E\u0301lectricite\u0301', ' été', 'ι\u0308\u0301', 'Électri\u200bcité'];
  const idsOf = (isFolded: boolean) => {
    const labeller = new ClassLabeller(classNames, { isFolded });
    return names.map((name) => labeller.find(Buffer.from(name)));
  };
  expect(idsOf(true)).toEqual([0, 1, 2, UNKNOWN_CLASS]);
  expect(idsOf(false)).toEqual(names.map(() => UNKNOWN_CLASS));
});

test('counts unknown names by their first 80 characters, the most frequent first', () => {
  const labeller = new ClassLabeller(['NORMAL'], { isFolded: false });
  for (const name of ['b', '😡'.repeat(81), '😡'.repeat(100_000), 'a'.repeat(80)]) {
    labeller.classIdOf(Buffer.from(name));
  }
  expect(labeller.unknownClasses()).toEqual([
    { name: '😡'.repeat(80), rows: 2 },
    { name: 'b', rows: 1 },
    { name: 'a'.repeat(80), rows: 1 },
  ]);
});

test('still knows classes after more spellings than it remembers', () => {
  const labeller = new ClassLabeller(['NORMAL'], { isFolded: false });
  for (let width = 0; width < 1010; width++) {
    expect(labeller.classIdOf(Buffer.from(`${' '.repeat(width)}NORMAL`))).toBe(0);
  }
});

describeGolden('golden files of white space', () => {
  test("trims what Python's strip trims", () => {
    const labeller = new ClassLabeller(['NORMAL'], { isFolded: false });
    for (const point of readGolden('python_char_classes.json').regex_s_codepoints) {
      const space = String.fromCodePoint(point);
      expect(labeller.classIdOf(Buffer.from(`${space}NORMAL${space}${space}`))).toBe(0);
    }
  });
});
