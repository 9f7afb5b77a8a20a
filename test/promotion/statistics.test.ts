import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  bootstrapIntervals,
  exactMcNemar,
  highestShare,
  isBeyondChance,
  lowestGain,
  pairsOf,
  type Stratum,
  tangoBound,
  weightedLoss,
} from '../../src/promotion/statistics.ts';
import { promotionProbability } from './promotion-probability.ts';
import { type Difference, promotedShare, promotedSpanShare, type SpanRows } from './simulation.ts';

const DOCS = path.join(import.meta.dirname, '../../docs/reference/promote-model.md');
const RUNS = 5000;

/** Losses of rows of which both models are right, only the candidate is, and only production is. */
function stratum(share: number, right: number, gained: number, lost: number): Stratum {
  const losses = (ofGained: number, ofLost: number) =>
    Float64Array.from({ length: right + gained + lost }, (_, row) =>
      row < right ? 0 : row < right + gained ? ofGained : ofLost,
    );
  return { share, production: losses(1, 0), candidate: losses(0, 1) };
}

describe('statistics of two models', () => {
  test('weights the losses of strata by their shares', () => {
    const strata = [stratum(0.1, 50, 40, 10), stratum(0.9, 95, 0, 5)];
    expect(weightedLoss(strata, 'production')).toBeCloseTo(0.1 * 0.4, 12);
    expect(weightedLoss(strata, 'candidate')).toBeCloseTo(0.1 * 0.1 + 0.9 * 0.05, 12);
    expect(pairsOf(strata[0])).toEqual({ rows: 100, gained: 40, lost: 10 });
  });

  test("McNemar's exact test is the two-sided binomial test of the pairs that differ", () => {
    expect(exactMcNemar({ rows: 100, gained: 0, lost: 0 })).toBe(1);
    expect(exactMcNemar({ rows: 100, gained: 5, lost: 0 })).toBeCloseTo(2 / 32, 12);
    expect(exactMcNemar({ rows: 100, gained: 2, lost: 3 })).toBeCloseTo(1, 12);
  });

  test('a stratum without a lost row may still lose some', () => {
    expect(tangoBound({ rows: 100, gained: 0, lost: 0 }, 1.645)).toBeCloseTo(
      -(1.645 ** 2) / (100 + 1.645 ** 2),
      6,
    );
    const few = [stratum(0.05, 90, 10, 0), stratum(0.95, 200, 0, 0)];
    expect(bootstrapIntervals(few).gain[0]).toBeGreaterThan(0);
    expect(isBeyondChance(few, 'right', 0.05)).toBe(false);
    expect(isBeyondChance([stratum(0.05, 90, 10, 0), stratum(0.95, 2000, 0, 0)], 'right', 0.05)).toBe(true);
  });

  test('a stratum without a gained row loses at most the exact share', () => {
    // Without a lost row the bound is 1 - alpha^(1/rows).
    expect(highestShare(0, 200, 0.2)).toBeCloseTo(1 - 0.2 ** (1 / 200), 12);
    expect(highestShare(3, 50, 0.05)).toBeCloseTo(0.14783717636, 10);
    expect(highestShare(200, 200, 0.05)).toBeCloseTo(1, 12);
    const none = [
      { share: 0.01, rows: 1000, gained: 300, lost: 0 },
      { share: 0.99, rows: 200, gained: 0, lost: 0 },
    ];
    expect(lowestGain(none, 0.2)).toBeLessThan(0.003 - 0.99 * (1 - 0.2 ** (1 / 200)));
  });

  test('the same rows give the same intervals, around the estimate', () => {
    const strata = [stratum(0.2, 60, 25, 15), stratum(0.8, 95, 1, 4)];
    const { gain } = bootstrapIntervals(strata);
    expect(bootstrapIntervals(strata).gain).toEqual(gain);
    const estimate = weightedLoss(strata, 'production') - weightedLoss(strata, 'candidate');
    expect(gain[0]).toBeLessThan(estimate);
    expect(gain[1]).toBeGreaterThan(estimate);
  });

  test('errors of numbers are compared by their mean', () => {
    const errors = (mean: number) =>
      Float64Array.from({ length: 400 }, (_, row) => mean + ((row * 7919) % 13) / 13);
    const by = (change: number) => [
      { share: 1, production: errors(1), candidate: errors(1 - change).toReversed() },
    ];
    expect(isBeyondChance(by(0.2), 'number', 0.05)).toBe(true);
    expect(isBeyondChance(by(0.001), 'number', 0.05)).toBe(false);
    expect(isBeyondChance(by(-0.2), 'number', 0.05)).toBe(false);
  });
});

/** Reviewed rows alone: production is wrong of 15 %, and the candidate gets 4 % of the rows wrong that production has right. */
const reviewedAlone = (rows: number, gain: number): Difference[] => [
  { share: 1, rows, gain: 0.04 + gain, loss: 0.04 },
];

/**
 * Corrections, 10 % of all rows and 2 of 3 rows of the split, and confirmed rows: the candidate loses 2 % of all rows, of the
 * confirmed ones.
 */
const weighted = (rows: number, gain: number): Difference[] => {
  const corrections = Math.round((2 * rows) / 3);
  return [
    { share: 0.1, rows: corrections, gain: (gain + 0.02) / 0.1, loss: 0 },
    { share: 0.9, rows: rows - corrections, gain: 0, loss: 0.02 / 0.9 },
  ];
};

/** How many of some spans are found. */
const foundOf = (spans: number, probability: number, uniform: () => number) =>
  Array.from({ length: spans }, uniform).filter((drawn) => drawn < probability).length;

/** How many spans a model invents in a row, 0.25 of them by default. */
function inventedSpans(uniform: () => number, probability = 0.2): number {
  let count = 0;
  while (uniform() < probability) count++;
  return count;
}

/** Rows with 0 to 3 spans, of which both models find a share of their own and invent others, independently. */
const independent = (rows: number, recall: number, invented: number): SpanRows[] => [
  {
    share: 1,
    rows,
    draw(uniform) {
      const labelled = Math.floor(4 * uniform());
      const predict = (found: number, probability: number) => {
        const right = foundOf(labelled, found, uniform);
        return [right, right + inventedSpans(uniform, probability)] as const;
      };
      return { labelled, production: predict(0.8, 0.2), candidate: predict(recall, invented) };
    },
  },
];

/**
 * Corrections of which production misses a span each, and confirmed rows that production has right. The candidate finds the spans
 * of some corrections, and misses as many of all confirmed rows.
 */
const weightedSpans = (rows: number, share: number, gain: number): SpanRows[] => {
  const corrections = Math.round((2 * rows) / 3);
  const loss = (share * gain) / (1 - share);
  const row =
    (probability: number, isCorrection: boolean): SpanRows['draw'] =>
    (uniform) => {
      const labelled = 1 + Math.floor(3 * uniform());
      const [all, fewer] = [[labelled, labelled] as const, [labelled - 1, labelled - 1] as const];
      const isChanged = uniform() < probability;
      return {
        labelled,
        production: isCorrection ? fewer : all,
        candidate: isChanged === isCorrection ? all : fewer,
      };
    };
  return [
    { share, rows: corrections, draw: row(gain, true) },
    { share: 1 - share, rows: rows - corrections, draw: row(loss, false) },
  ];
};

/** Rows with 0 to 3 spans: production finds 80 %, and the candidate loses 5 % of these and finds others. Both invent the same. */
const betterSpans = (rows: number, gain: number): SpanRows[] => {
  const score = (3 * 0.8) / (1.75 + 1.5 * 0.8) + gain;
  const recall = (1.75 * score) / (3 - 1.5 * score);
  const found = (recall - 0.8 * 0.95) / 0.2;
  return [
    {
      share: 1,
      rows,
      draw(uniform) {
        const labelled = Math.floor(4 * uniform());
        const right = foundOf(labelled, 0.8, uniform);
        const now = foundOf(right, 0.95, uniform) + foundOf(labelled - right, found, uniform);
        const invented = inventedSpans(uniform);
        return { labelled, production: [right, right + invented], candidate: [now, now + invented] };
      },
    },
  ];
};

describe('the rule for spans, by simulation', () => {
  const runs = 1000;
  const most = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / runs);

  test.each([100, 500])('promotes at most alpha of equal models on %i reviewed rows', (rows) => {
    expect(promotedSpanShare(independent(rows, 0.8, 0.2), { runs })).toBeLessThanOrEqual(most);
    // More spans are found, and more invented: the F1 score is the same.
    expect(promotedSpanShare(independent(rows, 0.9, 0.319129), { runs })).toBeLessThanOrEqual(most);
  });

  test.each([150, 500])(
    'promotes at most alpha of models that are equal on all rows, and not on each stratum of %i rows',
    (rows) => {
      for (const share of [0.02, 0.1, 0.3]) {
        for (const gain of [0.1, 0.4, 1]) {
          expect(promotedSpanShare(weightedSpans(rows, share, gain), { runs })).toBeLessThanOrEqual(most);
        }
      }
    },
  );

  test('has the power that the documentation publishes', () => {
    const lines = [0, 0.01, 0.02, 0.05].map((gain) => {
      const cells = [500, 2000].map(
        (rows) => `${Math.round(100 * promotedSpanShare(betterSpans(rows, gain), { runs: 500 }))} %`,
      );
      return `| ${gain === 0 ? 'none' : gain === 0.01 ? '1 point' : `${100 * gain} points`} | ${cells.join(' | ')} |`;
    });
    const table = lines.join('\n');
    expect(readFileSync(DOCS, 'utf8').includes(table) || table).toBe(true);
  });
});

describe('the rule, by the probabilities of all outcomes', () => {
  test.each([500, 2000, 10_000])('promotes at most alpha of equal models on %i reviewed rows', (rows) => {
    for (const alpha of [0.01, 0.05, 0.2]) {
      for (const difference of [0.01, 0.05, 0.2]) {
        const equal = [{ share: 1, rows, gain: difference / 2, loss: difference / 2 }];
        expect(promotionProbability(equal, alpha)).toBeLessThanOrEqual(alpha);
      }
    }
  });

  test.each([0.01, 0.05, 0.1, 0.2])(
    'promotes at most %d of models that are equal on all rows, and not on each stratum',
    (alpha) => {
      let largest = 0;
      for (const rows of [100, 500]) {
        for (const part of [0.2, 0.8]) {
          for (const share of [0.02, 0.1, 0.5]) {
            for (const gain of [0.02, 0.1, 0.8]) {
              const corrections = Math.round(part * rows);
              const loss = (share * gain) / (1 - share);
              const strata = [
                { share, rows: corrections, gain, loss: 0 },
                { share: 1 - share, rows: rows - corrections, gain: 0, loss },
              ];
              largest = Math.max(largest, promotionProbability(strata, alpha));
            }
          }
        }
      }
      expect(largest).toBeLessThanOrEqual(alpha);
      // The test is not more cautious than it must be.
      expect(largest).toBeGreaterThan(0.6 * alpha);
    },
  );

  test('has the power that the documentation publishes', () => {
    const shown = (strata: readonly Difference[]) => `${Math.round(100 * promotionProbability(strata))} %`;
    const lines = [
      ['reviewed rows', reviewedAlone],
      ['both, weighted', weighted],
    ].flatMap(([name, of]) =>
      [0, 0.01, 0.02, 0.05].map((gain) => {
        const cells = [500, 2000, 10_000].map((rows) => shown((of as typeof weighted)(rows, gain)));
        return `| ${name} | ${gain === 0 ? 'none' : gain === 0.01 ? '1 point' : `${100 * gain} points`} | ${cells.join(' | ')} |`;
      }),
    );
    const docs = readFileSync(DOCS, 'utf8');
    const table = lines.join('\n');
    expect(docs.includes(table) || table).toBe(true);
  });
});

describe('the rule, by simulation', () => {
  // Models that are equal on all rows, each of them better on some rows of each stratum.
  test.each([
    [500, 0.2, 0.5, 0.05, 0.02, 0],
    [500, 0.2, 0.5, 0.1, 0.01, 0],
    [500, 2 / 3, 0.02, 0.1, 0.01, 0.01],
    [200, 2 / 3, 0.02, 0.1, 0.01, 0.05],
    [100, 0.8, 0.1, 0.02, 0.04, 0.05],
  ])(
    'promotes at most alpha of %i rows, %d of them corrections of %d of all rows',
    (rows, part, share, gain, loss, gainOfConfirmed) => {
      const corrections = Math.round(part * rows);
      const lossOfConfirmed = gainOfConfirmed + (share * (gain - loss)) / (1 - share);
      const strata = [
        { share, rows: corrections, gain, loss },
        { share: 1 - share, rows: rows - corrections, gain: gainOfConfirmed, loss: lossOfConfirmed },
      ];
      // Three standard errors of a share of 5 % of the runs.
      const most = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / RUNS);
      expect(promotedShare(strata, { runs: RUNS })).toBeLessThanOrEqual(most);
    },
  );
});
