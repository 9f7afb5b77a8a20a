import { describe, expect, test } from '@jest/globals';
import { lostClasses, minRowsPerClass } from '../../src/gates/class-gates.ts';
import { DEFAULT_TRUST } from '../../src/model/trust.ts';
import { textShape } from '../support/shapes.ts';
import { CLASSES, factsOf, versionOf } from './gate-scene.ts';

const trust = DEFAULT_TRUST;

describe('a class that had rows', () => {
  const previous = versionOf(100, [50, 50, 0]);

  test.each([
    [[99, 1, 0], 'passed', 'every class of v20261101_000000 has rows'],
    [[100, 0, 0], 'failed', 'good had rows in v20261101_000000 and has none'],
    [[0, 0, 100], 'failed', 'bad, good had rows in v20261101_000000 and have none'],
  ])('and now %j', (classRows, verdict, measured) => {
    expect(lostClasses(factsOf({ classRows, previous }), trust)).toMatchObject({ verdict, measured });
  });

  test('a class the version before did not know is not lost', () => {
    const shape = textShape([...CLASSES, 'new']);
    const facts = factsOf({ shape, classRows: [1, 1, 0, 0], previous });
    expect(lostClasses(facts, trust)).toMatchObject({ verdict: 'passed' });
  });

  test.each([
    [
      'renamed',
      ['bad', 'great', 'fair'],
      [50, 50, 0],
      'failed',
      'good had rows in v20261101_000000 and has none',
    ],
    ['removed', ['bad'], [50], 'failed', 'good had rows in v20261101_000000 and has none'],
    ['removed without rows', ['bad', 'good'], [50, 50], 'passed', 'every class of v20261101_000000 has rows'],
    ['moved', ['good', 'bad', 'fair'], [50, 50, 0], 'passed', 'every class of v20261101_000000 has rows'],
  ])('is found by its name where it was %s', (_, classNames, classRows, verdict, measured) => {
    const facts = factsOf({ shape: textShape(classNames), classRows, previous });
    expect(lostClasses(facts, trust)).toMatchObject({ verdict, measured });
  });

  test('may be lost where that is allowed', () => {
    const facts = factsOf({ classRows: [100, 0, 0], previous });
    expect(lostClasses(facts, { ...trust, lostClasses: 'allow' })).toBeNull();
  });

  test.each([
    [null, 'it has no previous version'],
    [versionOf(100, null), 'v20261101_000000 does not record its classes'],
  ])('cannot be judged without a version that tells its classes', (before, measured) => {
    expect(lostClasses(factsOf({ previous: before }), trust)).toMatchObject({
      verdict: 'not-judged',
      measured,
    });
  });

  test('is no matter without classes', () => {
    expect(lostClasses(factsOf({ shape: textShape([]), classRows: [], previous }), trust)).toBeNull();
  });
});

describe('rows of each class', () => {
  test.each([
    [20, 'passed', 'the smallest class has 20 rows'],
    [21, 'failed', 'fair (20) has fewer rows'],
    [31, 'failed', 'good (30), fair (20) have fewer rows'],
  ])('of which %i must be there', (least, verdict, measured) => {
    const result = minRowsPerClass(factsOf(), { ...trust, minRowsPerClass: least });
    expect(result).toMatchObject({ verdict, measured, limit: `each class must have ${least}` });
  });

  test('are judged on request only, and only where there are classes', () => {
    expect(minRowsPerClass(factsOf(), trust)).toBeNull();
    const without = factsOf({ shape: textShape([]), classRows: [] });
    expect(minRowsPerClass(without, { ...trust, minRowsPerClass: 1 })).toBeNull();
  });

  test('many small classes are named in part', () => {
    const names = Array.from({ length: 30 }, (_, id) => `c${id}`);
    const facts = factsOf({ shape: textShape(names), classRows: names.map(() => 0) });
    expect(minRowsPerClass(facts, { ...trust, minRowsPerClass: 1 })?.measured).toMatch(
      /^c0 \(0\), .*c9 \(0\) and 20 more have fewer rows$/,
    );
  });
});
