import { describe, expect, test } from '@jest/globals';
import type { PiiKind } from '../../src/model/trust.ts';
import { PII_RULES } from '../../src/pii/rules.ts';
import { type DatasetMetadata, parsePreviousVersion } from '../../src/version/metadata.ts';
import { findSplitChanges, splitsSinceOf } from '../../src/version/split-changes.ts';
import { redactedRowsOf, redactionOf, type SplitRules } from '../../src/version/split-rules.ts';
import { metadata } from '../support/metadata.ts';
import { currentRules } from '../support/previous.ts';

type Changes = Partial<Record<keyof DatasetMetadata, unknown>>;

function previousOf(changes: Changes = {}) {
  return parsePreviousVersion(JSON.stringify({ ...metadata(), ...changes }))!;
}

const { parameters, quality } = metadata();

function cleaned(clean: unknown) {
  return { group: null, redacted: null, clean };
}

/** What moves rows from a version to one with other rules. */
function changesOf(before: Changes, now: Partial<SplitRules> = {}, redactedRows = {}) {
  return findSplitChanges(previousOf(before).splitRules, { ...currentRules(now), redactedRows });
}

test.each<[Changes, Partial<SplitRules>, readonly string[]]>([
  [{}, {}, []],
  [{}, { seed: 0 }, ['random-state changed from 42 to 0']],
  [{}, { shares: '70/20/10' }, ['split changed from 80/10/10 to 70/20/10']],
  [{}, { shares: '0.8/.1/0.10' }, []],
  [{ parameters: { ...parameters, split: '80.0/10/10' } }, {}, []],
  [{}, { method: 'sklearn' }, ['split-method changed from stable to sklearn']],
  [
    { parameters: { ...parameters, split_method: 'sklearn' } },
    {},
    ['split-method changed from sklearn to stable'],
  ],
  [{}, { group: 'who' }, ['the group was added']],
  [{ split_key: { group: 'who', redacted: null } }, {}, ['the group was dropped']],
  [{}, { role: 'prompt' }, ['rows are split by their prompt alone and no longer by all their texts']],
  [{ split_key: { group: null, role: 'prompt' } }, { role: 'prompt' }, []],
  [
    { split_key: { group: null, role: 'prompt' } },
    {},
    ['rows are split by all their texts and no longer by their prompt alone'],
  ],
  [{ split_key: { group: 'who' } }, { role: 'prompt' }, ['the group was dropped']],
  [{ split_key: { group: null, role: 'prompt' } }, { group: 'who' }, ['the group was added']],
  [{ split_key: { group: 'who', redacted: null } }, { group: 'who' }, []],
  [{ split_key: { group: 'who', redacted: null } }, { group: 'Who' }, ['the group is another column']],
  [{}, { clean: ['whitespace'] }, ['clean changed from python to [whitespace]']],
  [{ split_key: cleaned(['whitespace', 'html']) }, { clean: ['html', 'whitespace'] }, []],
  [
    { split_key: cleaned(['html']) },
    { clean: ['html', 'urls'] },
    ['clean changed from [html] to [html, urls]'],
  ],
  [{ split_key: cleaned('none') }, { clean: 'none', task: 'chat' }, []],
  [{ split_key: cleaned(undefined) }, {}, []],
  [{ split_key: cleaned(undefined) }, { clean: 'none', task: 'chat' }, []],
  [
    { split_key: cleaned(['wash', 3]) },
    { clean: ['whitespace'] },
    ['clean changed from python, the only way up to 1.6 and kept by clean: python, to [whitespace]'],
  ],
])('from %j to %j', (before, now, changes) => {
  expect(changesOf(before, now)).toEqual({
    changes,
    changedTexts: changes.length > 0 ? null : 0,
    unknown: [],
  });
});

test.each<[Changes, string[]]>([
  [{ split_key: undefined }, ['group']],
  [{ split_key: { group: 3 } }, ['group']],
  [{ parameters: undefined }, ['random-state', 'split', 'split-method']],
  [
    { parameters: { random_state: '42', split: 'x', split_method: 'other' } },
    ['random-state', 'split', 'split-method'],
  ],
])('does not guess what %j does not record', (before, unknown) => {
  const all = { seed: 1, shares: '1/1/98', method: 'sklearn', group: 'who' } as const;
  expect(changesOf(before).changes).toEqual([]);
  expect(changesOf(before, all).unknown).toEqual(unknown);
  expect(changesOf(before, all).changes).toHaveLength(4 - unknown.length);
});

describe('texts that are compared in another form', () => {
  const TEXT = 'texts that differ only in Unicode form, line breaks or invisible characters';
  const folded: Changes = {
    split_key: { group: null, folded: true, redacted: null },
    quality: { ...quality, folded: 4 },
  };
  const plain: Changes = { split_key: undefined };

  test.each<[string, Changes, Partial<SplitRules>, number, readonly string[], number | null]>([
    [
      'in a version of 1.6.0 they were not',
      plain,
      { folded: true },
      3,
      [`${TEXT} (3 rows) now count as the same`],
      3,
    ],
    ['there is none', plain, { folded: true }, 0, [], 0],
    ['they were already', folded, { folded: true }, 3, [], 0],
    ['they are no longer', folded, {}, 0, [`${TEXT} (4 rows) no longer count as the same`], 4],
    [
      'a group is the key',
      { split_key: { group: 'who', redacted: null } },
      { folded: true, group: 'who' },
      3,
      [],
      0,
    ],
  ])('%s', (_, before, now, foldedRows, changes, most) => {
    const found = findSplitChanges(previousOf(before).splitRules, { ...currentRules(now), foldedRows });
    expect([found.changes, found.changedTexts]).toEqual([changes, most]);
  });
});

describe('what is redacted', () => {
  const redacted = (kinds: PiiKind[], changes = {}) => ({
    kinds,
    region: null,
    rules: PII_RULES,
    ...changes,
  });
  const found = (rows: Partial<Record<PiiKind, number>>) => ({
    action: 'redact',
    rows: 9,
    found: Object.fromEntries(
      Object.entries(rows).map(([kind, count]) => [kind, { rows: count, finds: count }]),
    ),
  });
  const formerly = (kinds: PiiKind[], rows: Partial<Record<PiiKind, number>>, changes = {}): Changes => ({
    split_key: { group: null, redacted: redacted(kinds, changes) },
    quality: { ...quality, pii: found(rows) },
  });

  test.each<[string, Changes, SplitRules['redacted'], object, readonly string[], number]>([
    ['nothing before', {}, redacted(['email']), { email: 5 }, ['e-mail addresses (5 rows) are redacted'], 5],
    ['nothing found', {}, redacted(['email']), { email: 0 }, [], 0],
    [
      'nothing now',
      formerly(['email'], { email: 1 }),
      null,
      {},
      ['e-mail addresses (1 row) are no longer redacted'],
      1,
    ],
    ['the same', formerly(['email'], { email: 4 }), redacted(['email']), { email: 5 }, [], 0],
    [
      'a kind more and one less',
      formerly(['email', 'iban'], { email: 2, iban: 3 }),
      redacted(['email', 'phone']),
      { email: 2, phone: 7 },
      ['phone numbers (7 rows) are redacted', 'IBANs (3 rows) are no longer redacted'],
      7,
    ],
    [
      'older rules',
      formerly(['email'], { email: 6 }, { rules: 1 }),
      redacted(['email']),
      { email: 5 },
      ['e-mail addresses (6 rows) are recognised by other rules'],
      6,
    ],
    [
      'another region',
      formerly(['email', 'phone'], { email: 1, phone: 1 }),
      redacted(['email', 'phone'], { region: 'NP' }),
      { email: 1, phone: 4 },
      ['phone numbers (4 rows) are recognised by other rules'],
      4,
    ],
    [
      'the same region',
      formerly(['phone'], { phone: 4 }, { region: 'NP' }),
      redacted(['phone'], { region: 'NP' }),
      { phone: 4 },
      [],
      0,
    ],
    [
      'rules of 1.4.0, which recorded no region',
      { split_key: undefined, quality: { ...quality, pii: found({ phone: 3 }) } },
      redacted(['phone'], { rules: 1, region: 'NP' }),
      { phone: 3 },
      [],
      0,
    ],
    [
      'rules of 1.4.0 and those of now',
      { split_key: undefined, quality: { ...quality, pii: found({ phone: 3 }) } },
      redacted(['phone'], { region: 'NP' }),
      { phone: 3 },
      ['phone numbers (3 rows) are recognised by other rules'],
      3,
    ],
    [
      'counted only before',
      { split_key: undefined, quality: { ...quality, pii: { ...found({ email: 3 }), action: 'count' } } },
      redacted(['email']),
      { email: 3 },
      ['e-mail addresses (3 rows) are redacted'],
      3,
    ],
  ])('%s', (_, was, now, rows, changes, most) => {
    const found = changesOf(was, { redacted: now }, rows);
    expect([found.changes, found.changedTexts]).toEqual([changes, most]);
  });

  test('besides another setting moves more rows than those', () => {
    const found = changesOf({}, { seed: 7, redacted: redacted(['email']) }, { email: 5 });
    expect([found.changes.length, found.changedTexts]).toEqual([2, null]);
  });

  test('is what the action redact finds', () => {
    const pii = { find: ['email'], action: 'redact', region: 'NP' } as const;
    expect(redactionOf(pii)).toEqual({ kinds: ['email'], region: 'NP', rules: PII_RULES });
    expect(redactionOf({ ...pii, action: 'drop' })).toBeNull();
    expect(redactionOf(null)).toBeNull();
    const counts = { action: 'redact', rows: 2, found: { email: { rows: 2, finds: 3 } } } as const;
    expect(redactedRowsOf(counts)).toEqual({ email: 2 });
    expect(redactedRowsOf({ ...counts, action: 'count' })).toEqual({});
    expect(redactedRowsOf(undefined)).toEqual({});
  });
});

describe('the first version with comparable splits', () => {
  const OWN = 'v20261124_000000';
  const SINCE = 'v20260101_000000';
  const { version_tag } = metadata();

  test.each<[string, Changes | null, Partial<SplitRules>, string]>([
    ['that of the version before', { splits_since: SINCE }, {}, SINCE],
    ['the version before, of 1.4.0', { splits_since: undefined, split_key: undefined }, {}, version_tag],
    ['the version before, with a tag that is none', { splits_since: 'latest' }, {}, version_tag],
    ['its own for a first version', null, {}, OWN],
    ['its own after a version of 1.0.0', { features: undefined, splits_since: undefined }, {}, OWN],
    ['its own where texts are cleaned otherwise', { splits_since: SINCE }, { clean: ['whitespace'] }, OWN],
    ['its own where rows moved', { splits_since: SINCE }, { seed: 7 }, OWN],
    [
      'its own with sklearn',
      { parameters: { ...parameters, split_method: 'sklearn' }, splits_since: SINCE },
      { method: 'sklearn' },
      OWN,
    ],
  ])('is %s', (_, before, now, expected) => {
    const previous = before === null ? null : previousOf(before);
    expect(splitsSinceOf(previous, currentRules(now), OWN)).toBe(expected);
  });
});
