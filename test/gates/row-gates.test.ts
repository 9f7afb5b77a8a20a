import { describe, expect, test } from '@jest/globals';
import { maxConflicts, maxShrinkage, maxUnknownClasses, usableRows } from '../../src/gates/row-gates.ts';
import { DEFAULT_TRUST } from '../../src/model/trust.ts';
import { textShape } from '../support/shapes.ts';
import { countsOf, factsOf, versionOf } from './gate-scene.ts';

const trust = DEFAULT_TRUST;

describe('rows of which none is of use', () => {
  test('hold a dataset', () => {
    const result = usableRows(factsOf({ numSamples: 0 }), trust);
    expect(result).toMatchObject({ verdict: 'failed', measured: '0 of 100 rows read are usable' });
  });

  test('are not judged where no row was read', () => {
    expect(usableRows(factsOf({ counts: countsOf(0), numSamples: 0 }), trust)).toBeNull();
  });

  test.each([
    [
      [
        { text: 'annotations without a result', isExpected: false, rows: 1489 },
        { text: 'rows of both', isExpected: true, rows: 2 },
        { text: 'texts that cannot be read', isExpected: false, rows: 1 },
      ],
      'no row was read, because the source left out annotations without a result: 1,489, texts that cannot be read: 1',
    ],
    [[{ text: 'rows of both', isExpected: true, rows: 2 }], undefined],
    [[], undefined],
  ])(
    'hold a dataset whose source left out all of them, but for what was expected: %j',
    (unjudged, measured) => {
      const facts = factsOf({ counts: countsOf(0), numSamples: 0, unjudged });
      expect(usableRows(facts, trust)?.measured).toBe(measured);
      const one = factsOf({ counts: countsOf(1), numSamples: 1, unjudged });
      expect(usableRows(one, trust)?.verdict).toBe('passed');
    },
  );

  test('one row of use is enough', () => {
    expect(usableRows(factsOf({ numSamples: 1 }), trust)).toMatchObject({ verdict: 'passed', advice: null });
  });
});

describe('unknown classes', () => {
  const met = (unknownClass: number) => factsOf({ counts: countsOf(100, { dropped: { unknownClass } }) });

  test.each([
    [50, 50, 'passed'],
    [51, 50, 'failed'],
    [1, 0, 'failed'],
    [100, 100, 'passed'],
  ])('%i of 100 rows, of which %i may', (unknown, most, verdict) => {
    expect(maxUnknownClasses(met(unknown), { ...trust, maxUnknownClasses: most })).toMatchObject({ verdict });
  });

  test('are no matter without classes, and cannot be judged without rows', () => {
    expect(maxUnknownClasses({ ...met(100), shape: textShape([]) }, trust)).toBeNull();
    const nothing = factsOf({ counts: countsOf(0) });
    expect(maxUnknownClasses(nothing, trust)).toMatchObject({ verdict: 'not-judged' });
  });
});

describe('shrinkage', () => {
  test.each([
    [100, 70, 'passed', '30.0 % of the rows are gone since v20261101_000000 (100, now 70)'],
    [100, 69, 'failed', '31.0 % of the rows are gone since v20261101_000000 (100, now 69)'],
    [2500, 1200, 'failed', '52.0 % of the rows are gone since v20261101_000000 (2,500, now 1,200)'],
    [100, 250, 'passed', 'no row fewer since v20261101_000000 (100, now 250)'],
  ])('from %i rows to %i', (before, numSamples, verdict, measured) => {
    const facts = factsOf({ previous: versionOf(before, null), numSamples });
    expect(maxShrinkage(facts, trust)).toMatchObject({ verdict, measured });
  });

  test.each([
    [[100, 120], 84, 'passed', '30.0 % of the rows are gone since v20261031_000000 (120, now 84)'],
    [[100, 120], 83, 'failed', '30.8 % of the rows are gone since v20261031_000000 (120, now 83)'],
    [[100, 100], 83, 'passed', '17.0 % of the rows are gone since v20261101_000000 (100, now 83)'],
    [[100, 200], 83, 'passed', '17.0 % of the rows are gone since v20261101_000000 (100, now 83)'],
    [[100, 90], 0, 'failed', '100.0 % of the rows are gone since v20261101_000000 (100, now 0)'],
  ])('from the largest of %j rows to %i', ([before, earlier], numSamples, verdict, measured) => {
    const earlierVersions = [{ tag: 'v20261031_000000', rows: earlier! }];
    const previous = { ...versionOf(before!, null), earlierVersions };
    expect(maxShrinkage(factsOf({ previous, numSamples }), trust)).toMatchObject({ verdict, measured });
  });

  test('says how to go on only where it failed', () => {
    const facts = factsOf({ previous: versionOf(1000, null) });
    expect(maxShrinkage(facts, trust)?.advice).toMatch(
      /postgres-url.*raise max-shrinkage.*on-gate: pull-request/,
    );
    expect(maxShrinkage(facts, { ...trust, onGate: 'pull-request' })?.advice).toMatch(
      /raise max-shrinkage\.$/,
    );
    expect(maxShrinkage(facts, { ...trust, maxShrinkage: 90 })?.advice).toBeNull();
  });

  test.each([
    [null, 'it has no previous version'],
    [versionOf(null, null), 'v20261101_000000 does not record its rows'],
    [versionOf(0, null), 'v20261101_000000 does not record its rows'],
  ])('passes where there is nothing to compare with', (previous, measured) => {
    expect(maxShrinkage(factsOf({ previous }), trust)).toMatchObject({ verdict: 'not-judged', measured });
  });
});

describe('conflicts', () => {
  const facts = factsOf({
    counts: countsOf(100, { dropped: { conflicting: 6 }, conflictingTexts: 2 }),
  });

  test.each([
    [6, 'passed'],
    [5.9, 'failed'],
  ])('where %d %% may', (most, verdict) => {
    expect(maxConflicts(facts, { ...trust, maxConflicts: most })).toMatchObject({
      verdict,
      measured: '6.0 % of the rows read (6) have labels that disagree on the same text (2 texts)',
    });
  });

  test('name ids that occur several times', () => {
    const repeated = factsOf({ counts: { ...facts.counts, conflictingIds: 1, repeatedIds: 2 } });
    const { measured, advice } = maxConflicts(repeated, { ...trust, maxConflicts: 0 })!;
    expect(measured).toContain('on the same text (2 texts) or the same id (1 id)');
    expect(advice).toContain(
      '2 ids of these rows occur several times. If a join repeats rows, give each id once with DISTINCT ON.',
    );
  });

  test('are judged on request only', () => {
    expect(maxConflicts(facts, trust)).toBeNull();
  });
});
