import { expect, test } from '@jest/globals';
import {
  comparedVersions,
  lossOf,
  MOST_EARLIER,
  parseEarlierVersions,
} from '../../src/version/earlier-versions.ts';
import { previousVersion } from '../support/previous.ts';

const tagOf = (index: number) => `v202611${String(28 - index).padStart(2, '0')}_000000`;

/** Sizes of the versions that the next one is compared with, of versions of these sizes, the newest first. */
function compared([numSamples, ...before]: readonly number[], most = 30): number[] {
  const earlierVersions = before.map((rows, index) => ({ tag: tagOf(1 + index), rows }));
  const previous = previousVersion({ versionTag: tagOf(0), numSamples, earlierVersions });
  return comparedVersions(previous, most).map(({ rows }) => rows);
}

test.each([
  [[100], [100]],
  [
    [100, 90, 120],
    [100, 90, 120],
  ],
  [
    [70, 100],
    [70, 100],
  ],
  // Somebody accepted that 31 % went, now or before a version that grew again.
  [[69, 100], [69]],
  [[69, 80, 100], [69]],
  [
    [90, 69, 100, 80],
    [90, 69],
  ],
  [
    [0, 0],
    [0, 0],
  ],
])('after versions of %j rows the next is compared with %j', (sizes, expected) => {
  expect(compared(sizes)).toEqual(expected);
});

test('the limit decides what was accepted', () => {
  expect(compared([50, 100], 50)).toEqual([50, 100]);
  expect(compared([50, 100], 49.9)).toEqual([50]);
  expect(compared([0, 100], 100)).toEqual([0, 100]);
});

test('a version that does not record its rows is compared with none', () => {
  const earlierVersions = [{ tag: tagOf(1), rows: 100 }];
  expect(comparedVersions(previousVersion({ numSamples: null, earlierVersions }), 30)).toEqual([]);
});

test('metadata tell nine versions at most, and what is malformed is left out', () => {
  const entry = (index: number) => ({ version_tag: tagOf(index), num_samples: index });
  const many = Array.from({ length: 12 }, (_, index) => entry(index));
  expect(parseEarlierVersions(many)).toEqual(
    many.slice(0, MOST_EARLIER).map(({ version_tag: tag, num_samples: rows }) => ({ tag, rows })),
  );
  expect(MOST_EARLIER).toBe(9);
  const odd = [null, 'x', { version_tag: 'v1', num_samples: 1 }, { ...entry(1), num_samples: -1 }, entry(2)];
  expect(parseEarlierVersions(odd)).toEqual([{ tag: tagOf(2), rows: 2 }]);
  expect(parseEarlierVersions({})).toEqual([]);
  expect(parseEarlierVersions(undefined)).toEqual([]);
});

test('a loss is a share of what was there, of nothing none', () => {
  expect([lossOf(100, 70), lossOf(100, 130), lossOf(0, 5)]).toEqual([30, -30, 0]);
});
