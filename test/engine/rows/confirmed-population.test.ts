import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { ConfirmedPopulation } from '../../../src/engine/rows/confirmed-population.ts';

/** Ids of a table in the order in which a sample takes them. */
function rankedIds(rows: number, prefix: string): Buffer[] {
  const ids = Array.from({ length: rows }, (_, index) => Buffer.from(`${prefix}${index}`));
  const rank = (id: Buffer) => createHash('sha256').update('42:').update(id).digest();
  return ids
    .map((id) => ({ id, rank: rank(id) }))
    .sort((a, b) => a.rank.compare(b.rank))
    .map(({ id }) => id);
}

/** What is known after a sample of `limit` rows of a table. */
function estimate(rows: number, limit: number, { prefix = '', isRanked = true } = {}) {
  const population = new ConfirmedPopulation(42);
  population.begin(limit, isRanked);
  const ids = rankedIds(rows, prefix);
  if (rows >= limit) population.takeLast(ids[limit - 1]);
  return population.counts(Math.min(rows, limit)).confirmedRows;
}

describe('ConfirmedPopulation', () => {
  test('is exact for a sample that holds all rows', () => {
    expect(estimate(150, 200)).toEqual({ rows: 150, isEstimated: false });
  });

  test('estimates the rows of a table without bias, as exactly as the source says', () => {
    const errors = Array.from({ length: 40 }, (_, table) => {
      const { rows, isEstimated } = estimate(4000, 402, { prefix: `table ${table} ` })!;
      expect(isEstimated).toBe(true);
      return rows / 4000 - 1;
    });
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const deviation = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
    // 1 / √400 is 5 %; the mean of 40 is within three of its standard errors.
    expect(Math.abs(mean)).toBeLessThan((3 * 0.05) / Math.sqrt(40));
    expect(deviation).toBeGreaterThan(0.03);
    expect(deviation).toBeLessThan(0.07);
  });

  test('is never less than the sample', () => {
    expect(estimate(100, 100)!.rows).toBeGreaterThanOrEqual(100);
  });

  test('is left out where rows come in another order, or nothing was sampled', () => {
    expect(estimate(300, 100, { isRanked: false })).toBeUndefined();
    expect(estimate(300, 1)).toBeUndefined();
    expect(new ConfirmedPopulation(42).counts(0)).toEqual({});
  });

  test('is left out when the last row has no id', () => {
    const population = new ConfirmedPopulation(42);
    population.begin(2, true);
    population.takeLast(null);
    expect(population.counts(2)).toEqual({});
  });
});
