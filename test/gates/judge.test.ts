import { expect, test } from '@jest/globals';
import { describeFailed, failedOf, judgeDataset, judgeSource } from '../../src/gates/judge.ts';
import { DEFAULT_TRUST } from '../../src/model/trust.ts';
import { factsOf, versionOf } from './gate-scene.ts';

test('of what was read only the source is judged, of a dataset all of it', () => {
  const trust = { ...DEFAULT_TRUST, minRowsPerClass: 1000 };
  const facts = factsOf({ previous: versionOf(100, [50, 30, 20]) });
  expect(failedOf(judgeSource(facts, trust))).toEqual([]);
  expect(failedOf(judgeDataset(facts, trust)).map(({ gate }) => gate)).toEqual(['min-rows-per-class']);
});

test('says of each gate that failed what was measured, the limit, and how to go on', () => {
  const facts = factsOf({ classRows: [100, 0, 0], previous: versionOf(1000, [500, 300, 200]) });
  const text = describeFailed(failedOf(judgeDataset(facts, DEFAULT_TRUST)));
  expect(text).toMatch(
    /^max-shrinkage: 90\.0 % of the rows are gone since v20261101_000000 \(1,000, now 100\), and at most 30 % may be gone\. .* lost-classes: good, fair had rows in .* have none, and a class that had rows must have some\. .*$/,
  );
});
