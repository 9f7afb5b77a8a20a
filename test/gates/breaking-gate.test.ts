import { describe, expect, test } from '@jest/globals';
import { breakingChanges } from '../../src/gates/breaking-gate.ts';
import { judgeDataset, judgePublished } from '../../src/gates/judge.ts';
import { DEFAULT_TRUST } from '../../src/model/trust.ts';
import { type DatasetMetadata, parsePreviousVersion } from '../../src/version/metadata.ts';
import { metadata } from '../support/metadata.ts';
import { currentRules, previousVersion } from '../support/previous.ts';
import { textShape } from '../support/shapes.ts';
import { factsOf } from './gate-scene.ts';

const trust = DEFAULT_TRUST;
const SHAPE = textShape(['NORMAL', 'URGENT'], { name: 'urgency' });
const TAG = metadata().version_tag;

function previousOf(changes: Partial<Record<keyof DatasetMetadata, unknown>> = {}) {
  return parsePreviousVersion(JSON.stringify({ ...metadata(), ...changes }))!;
}

function judge(changes: Partial<Parameters<typeof factsOf>[0] & object> = {}, rule = trust) {
  return breakingChanges(factsOf({ shape: SHAPE, previous: previousOf(), ...changes }), rule);
}

test('passes a version like the last one, whatever its rows are', () => {
  expect(judge()).toMatchObject({
    verdict: 'passed',
    measured: `everything that was compared means the same as in ${TAG}`,
    advice: null,
  });
});

test('is not asked where changes are allowed, nor of what main holds already', () => {
  expect(judge({ shape: textShape(['x', 'y']) }, { ...trust, breakingChanges: 'allow' })).toBeNull();
  const facts = factsOf({ shape: SHAPE, previous: previousOf({ label_column: 'other' }) });
  expect(judgePublished(facts, trust)).toEqual([]);
  expect(judgeDataset(facts, trust).find(({ gate }) => gate === 'breaking-changes')?.verdict).toBe('failed');
});

describe('classes', () => {
  const of = (classNames: readonly string[]) => judge({ shape: textShape(classNames, { name: 'urgency' }) });

  test.each([
    [
      ['URGENT', 'NORMAL'],
      '2 class ids of 10 rows change their meaning (0: NORMAL → URGENT, 1: URGENT → NORMAL)',
    ],
    [['NORMAL', 'urgent'], '1 class id of 3 rows changes its meaning (1: URGENT → urgent)'],
    [['NORMAL'], '1 class id of 3 rows changes its meaning (1: URGENT → none)'],
    [['NORMAL', 'SOON', 'URGENT'], '1 class id of 3 rows changes its meaning (1: URGENT → SOON)'],
  ])('%j hold, with the ids', (classNames, says) => {
    expect(of(classNames)).toMatchObject({ verdict: 'failed', measured: `since ${TAG} ${says}` });
  });

  test('at the end change no id', () => {
    expect(of(['NORMAL', 'URGENT', 'SOON'])).toMatchObject({ verdict: 'passed' });
  });

  test('of another Unicode form are said to differ in it only', () => {
    const previous = previousOf({ label_map: { 'cafe\u0301': 0, URGENT: 1 }, quality: {} });
    const result = judge({ previous, shape: textShape(['caf\u00e9', 'URGENT'], { name: 'urgency' }) });
    expect(result?.verdict).toBe('failed');
    expect(result?.measured).toBe(
      `since ${TAG} 1 class id changes its meaning (0: cafe\u0301 → caf\u00e9, which differ only in their Unicode form)`,
    );
  });

  test('many are named in part', () => {
    const names = Array.from({ length: 9 }, (_, id) => `c${id}`);
    const labelMap = Object.fromEntries(names.map((name, id) => [name, id]));
    const previous = previousOf({ label_map: labelMap, quality: {} });
    const shape = textShape(names.toReversed(), { name: 'urgency' });
    expect(judge({ previous, shape })?.measured).toContain('8 class ids change their meaning (0: c0 → c8, 1');
    expect(judge({ previous, shape })?.measured).toContain('5: c5 → c3 and 3 more)');
  });

  test.each([[undefined], [{}], [[]], [{ NORMAL: 1 }], ['x']])(
    'are those of the columns where the map is %j',
    (labelMap) => {
      const previous = previousOf({ label_map: labelMap });
      expect(judge({ previous, shape: textShape(['URGENT', 'NORMAL'], { name: 'urgency' }) })).toMatchObject({
        verdict: 'failed',
      });
      expect(judge({ previous })).toMatchObject({ verdict: 'passed' });
    },
  );

  test('that nothing records are not judged', () => {
    const features = { grievance: metadata().features.grievance };
    const previous = previousOf({ label_map: undefined, features });
    expect(judge({ previous })?.measured).toBe(
      `everything that was compared means the same as in ${TAG} (not judged, as ${TAG} does not record it: classes)`,
    );
  });
});

describe('columns', () => {
  const { features } = metadata();

  test.each([
    [{ ...features, lang: { dtype: 'string', _type: 'Value' } }, 'the column lang is gone'],
    [{ ...features, a: {}, b: {} }, 'the columns a, b are gone'],
    [{ ...features, grievance: { dtype: 'int64', _type: 'Value' } }, 'the column grievance has another type'],
    [{ ...features, label: { dtype: 'string', _type: 'Value' } }, 'the column label has another type'],
    [{ toString: {} }, 'the column toString is gone'],
  ])('%j hold', (before, says) => {
    const result = judge({ previous: previousOf({ features: before }) });
    expect(result).toMatchObject({ verdict: 'failed' });
    expect(result?.measured).toContain(says);
  });

  test('that are new hold nothing', () => {
    expect(judge({ previous: previousOf({ features: { label: features.label } }) })?.verdict).toBe('passed');
  });
});

test.each([
  [{ label_column: 'department' }, 'the repo holds the dataset department, not urgency'],
  [{ task: 'text-scoring' }, 'the task went from text-scoring to text-classification'],
])('holds a version with %j', (changes, says) => {
  const result = judge({ previous: previousOf(changes) });
  expect(result).toMatchObject({ verdict: 'failed', measured: `since ${TAG} ${says}` });
  expect(result?.advice).toMatch(
    /Undo the change .* set breaking-changes: allow .* on-gate: pull-request\.$/,
  );
  const offered = judge({ previous: previousOf(changes) }, { ...trust, onGate: 'pull-request' });
  expect(offered?.advice).toMatch(/breaking-changes: allow for one run\.$/);
});

test('names everything that changed in one sentence', () => {
  const previous = previousOf({ label_column: 'department' });
  const splits = currentRules({ seed: 7, group: 'who' });
  expect(judge({ previous, splits })?.measured).toBe(
    `since ${TAG} the repo holds the dataset department, not urgency; random-state changed from 42 to 7, the group was added, which may move any of 100 rows to another split`,
  );
  expect(judge({ splits, movedRows: 34 })?.measured).toContain('which moves 34 of 100 rows to another split');
});

test('judges of 1.4.0 what it recorded, and of the Python service its name', () => {
  const { task: _, split_key: __, splits_since: ___, earlier_versions: ____, ...old } = metadata();
  const previous = parsePreviousVersion(JSON.stringify(old))!;
  expect(judge({ previous })).toMatchObject({
    verdict: 'passed',
    measured: `everything that was compared means the same as in ${TAG} (not judged, as ${TAG} does not record it: task, group)`,
  });
  expect(judge({ previous, splits: currentRules({ seed: 7 }) })?.verdict).toBe('failed');
  const python = previousVersion({ name: 'urgency' });
  expect(judge({ previous: python })?.measured).toMatch(
    /: task, columns, classes, random-state, split, split-method, group\)$/,
  );
  expect(judge({ previous: previousVersion() })).toMatchObject({ verdict: 'not-judged' });
});

describe('a repo whose main tells no version', () => {
  test('is new where none is tagged', () => {
    expect(judge({ previous: null })).toMatchObject({
      verdict: 'not-judged',
      measured: 'it has no previous version',
    });
  });

  test('holds where some are, and names the newest', () => {
    const strayTags = ['v20261103_000000', 'v20261104_000000', 'v20261101_000000'];
    const result = judge({ previous: null, strayTags });
    expect(result?.measured).toContain('3 versions of the repo are tagged, the last as v20261104_000000');
    expect(result?.advice).toContain('Restore dataset_metadata.json on main, as it is in v20261104_000000.');
  });
});
