import { describe, expect, test } from '@jest/globals';
import type { Predictions } from '../../src/model/predictions.ts';
import type { Cell } from '../../src/text/line.ts';
import { markdownLine, markdownLines } from '../../src/text/markdown-line.ts';
import { describeClassShares, describePredictions } from '../../src/version/prediction-words.ts';

const SHAPE = { classNames: ['A', 'B'] };
const NOW: Predictions = {
  reviewed: 10,
  corrected: 4,
  pairs: [
    [0, 0, 6],
    [0, 1, 3],
    [null, 0, 1],
  ],
};
/** Its classes had other ids. */
const BEFORE = {
  versionTag: 'v20260101_000000',
  classNames: ['B', 'A'],
  predictions: {
    reviewed: 4,
    corrected: 2,
    pairs: [
      [1, 1, 2],
      [0, 1, 2],
    ],
  } as Predictions,
};
const CORRECTED_ONLY: Predictions = { reviewed: 4, corrected: 4, pairs: [[0, 1, 4]] };
/** What is described, as Markdown. */
function words(now: Predictions | undefined, before: typeof BEFORE | null = null, shape = SHAPE) {
  const described = describePredictions(shape, now, before);
  if (described === null) return null;
  const { sentences, table } = described;
  const write = (cell: Cell) => (typeof cell === 'number' ? cell : markdownLine(cell));
  return {
    sentences: sentences.map(markdownLine),
    table:
      table === null
        ? null
        : { header: table.header.map(write), rows: table.rows.map((row) => row.map(write)) },
  };
}

describe('where the model was wrong', () => {
  test('is a matrix, what it had predicted by what is right, with what was none of the classes', () => {
    expect(words(NOW)?.table).toEqual({
      header: ['Predicted ↓ right →', 'A', 'B'],
      rows: [
        ['A', '6 (85.7 %)', '**3 (100.0 %)**'],
        ['B', '0', '0'],
        ['(no class)', '**1 (14.3 %)**', '0'],
      ],
    });
  });

  test('is before a matrix a list of the most frequent confusions, which a narrow screen has room for', () => {
    const { frequent } = describePredictions(SHAPE, NOW, null)!;
    expect(markdownLines(frequent!)).toBe(
      [
        '| Predicted → right | Rows | Share of the rows of the right class |',
        '| --- | ---: | ---: |',
        '| A → B | 3 | 100.0 % |',
        '| (no class) → A | 1 | 14.3 % |',
      ].join('\n'),
    );
    expect(
      describePredictions(SHAPE, { reviewed: 2, corrected: 0, pairs: [[0, 0, 2]] }, null)?.frequent,
    ).toBeNull();
  });

  test('is said in sentences, with the change since the last version', () => {
    expect(words(NOW, BEFORE)?.sentences).toEqual([
      '4 of 10 reviewed rows were corrected (40.0 %, −10.0 points since v20260101_000000).',
      'The most frequent confusion: the model predicted “A” where “B” is right (3 rows).',
      'The model was wrong most often on “B” (100.0 % of 3 rows).',
    ]);
  });

  test('has no share where the SELECT gives corrected rows only, now or before', () => {
    expect(words(CORRECTED_ONLY, BEFORE)?.sentences).toEqual([
      '4 rows were corrected. The SELECT reads corrected rows only, so their share of all reviewed rows is not known.',
      'The most frequent confusion: the model predicted “A” where “B” is right (4 rows).',
    ]);
    const before = { ...BEFORE, predictions: CORRECTED_ONLY };
    expect(words(NOW, before)?.sentences[0]).toContain('(40.0 %).');
  });

  test('is told of no dataset of which nothing is known', () => {
    expect(words(undefined)).toBeNull();
    expect(words({ reviewed: 0, corrected: 0, pairs: [] })).toBeNull();
  });

  test('is not known where no prediction is one of the classes', () => {
    expect(words({ reviewed: 1, corrected: 1, pairs: [[null, 0, 1]] })).toEqual({
      sentences: [
        'None of the predictions of 1 reviewed row is one of the classes. The column with the role predicted must have names of classes.',
      ],
      table: null,
    });
  });

  test('names no class where the model was always right', () => {
    expect(words({ reviewed: 2, corrected: 0, pairs: [[0, 0, 2]] })?.sentences).toEqual([
      '0 of 2 reviewed rows were corrected (0.0 %).',
    ]);
  });

  test('is of 8 classes a matrix, and of more a list of the 15 largest confusions', () => {
    const classNames = Array.from({ length: 9 }, (_, id) => `c${id}`);
    const pairs = classNames.flatMap((_, right) => classNames.map((__, said) => [said, right, 1] as const));
    const many = { reviewed: 81, corrected: 72, pairs };
    expect(words(many, null, { classNames })?.table?.rows).toHaveLength(15);
    expect(words(many, null, { classNames })?.table?.rows[0]).toEqual(['c1 → c0', 1, '11.1 %']);
    expect(words(many, null, { classNames: classNames.slice(1) })?.table?.rows).toHaveLength(8);
  });

  test('shows names as they are made harmless', () => {
    const told = words(NOW, null, { classNames: ['<b>|', 'B'] });
    expect(JSON.stringify(told)).not.toMatch(/<b>|[^\\]\|/);
  });
});

test('the share of each class is compared with that of the class of the same name', () => {
  expect(describeClassShares(SHAPE, NOW, BEFORE)).toEqual([
    { corrected: 1, share: '14.3 %', change: '−35.7 points' },
    { corrected: 3, share: '100.0 %', change: '' },
  ]);
  expect(describeClassShares({ classNames: ['A', 'new'] }, NOW, BEFORE)[1].change).toBe('');
});

test('classes have counts alone where the SELECT gives corrected rows only', () => {
  expect(describeClassShares(SHAPE, CORRECTED_ONLY, BEFORE)).toEqual([
    { corrected: 0, share: '', change: '' },
    { corrected: 4, share: '', change: '' },
  ]);
});
