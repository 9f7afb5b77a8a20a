import { describe, expect, test } from '@jest/globals';
import {
  classShares,
  hasRightOnes,
  overallShare,
  type Predictions,
  parsePredictions,
  shareChange,
} from '../../src/model/predictions.ts';
import { parsePreviousVersion } from '../../src/version/metadata.ts';
import { metadata } from '../support/metadata.ts';

const FOUND: Predictions = {
  reviewed: 10,
  corrected: 4,
  pairs: [
    [0, 0, 6],
    [0, 1, 3],
    [null, 0, 1],
  ],
};

test('the share of a class is of the rows of which it is right', () => {
  expect(overallShare(FOUND)).toEqual({ reviewed: 10, corrected: 4, share: 0.4 });
  expect(classShares(FOUND, 3)).toEqual([
    { reviewed: 7, corrected: 1, share: 1 / 7 },
    { reviewed: 3, corrected: 3, share: 1 },
    { reviewed: 0, corrected: 0, share: null },
  ]);
});

test('shares of classes are not known where pairs were left out', () => {
  expect(classShares({ ...FOUND, reviewed: 11 }, 2).map(({ share }) => share)).toEqual([null, null]);
});

test('only where right predictions were read too does a share say something', () => {
  expect(hasRightOnes(FOUND)).toBe(true);
  expect(hasRightOnes({ reviewed: 4, corrected: 4, pairs: [[1, 0, 4]] })).toBe(false);
});

test('a change needs both shares', () => {
  const [now, before] = [0.5, 0.75].map((share) => ({ reviewed: 4, corrected: 4 * share, share }));
  expect(shareChange(now, before)).toBe(-0.25);
  expect(shareChange(now, null)).toBeNull();
  expect(shareChange(now, { reviewed: 0, corrected: 0, share: null })).toBeNull();
});

describe('predictions of another version', () => {
  test('are read as they were written', () => {
    expect(parsePredictions(JSON.parse(JSON.stringify(FOUND)), 2)).toEqual(FOUND);
    const { quality } = metadata();
    const previous = parsePreviousVersion(
      JSON.stringify(metadata({ quality: { ...quality, predictions: FOUND } })),
    );
    expect(previous).toMatchObject({ predictions: FOUND, classNames: ['NORMAL', 'URGENT'] });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', [FOUND]],
    ['more corrected than reviewed', { ...FOUND, reviewed: 3 }],
    ['a negative count', { ...FOUND, corrected: -1 }],
    ['no pairs', { ...FOUND, pairs: {} }],
    ['a class that is none', { ...FOUND, pairs: [[0, 2, 1]] }],
    ['a prediction that is none', { ...FOUND, pairs: [[2, 0, 1]] }],
    ['no right class', { ...FOUND, pairs: [[0, null, 1]] }],
    ['a fraction', { ...FOUND, pairs: [[0, 0.5, 1]] }],
    ['no rows', { ...FOUND, pairs: [[0, 1, 0]] }],
    ['text', { ...FOUND, pairs: [[0, 1, '1']] }],
    ['a longer pair', { ...FOUND, pairs: [[0, 1, 1, 1]] }],
    [
      'a pair twice',
      {
        ...FOUND,
        pairs: [
          [0, 1, 1],
          [0, 1, 1],
        ],
      },
    ],
    ['more wrong rows than corrected', { ...FOUND, pairs: [[0, 1, 5]] }],
    ['more right rows than there are', { ...FOUND, pairs: [[0, 0, 7]] }],
    [
      'too many pairs',
      { reviewed: 2000, corrected: 0, pairs: Array.from({ length: 1001 }, () => [0, 0, 1]) },
    ],
  ])('that hold %s are none', (_, value) => {
    expect(parsePredictions(value, 2)).toBeNull();
  });

  test.each([[{ A: 0, B: 2 }], [{ A: 0, B: 0 }], [{ A: '0' }], [[]], [null], ['A']])(
    'need classes with the ids from 0 on, unlike %j',
    (labelMap) => {
      const json = JSON.stringify({
        ...metadata(),
        label_map: labelMap,
        quality: { predictions: FOUND },
      });
      expect(parsePreviousVersion(json)?.predictions).toBeNull();
    },
  );
});
