import { expect, test } from '@jest/globals';
import { parseSplit } from '../../src/model/split-shares.ts';
import { DEFAULT_TRUST } from '../../src/model/trust.ts';
import { PII_RULES } from '../../src/pii/rules.ts';
import { earlierSplitOf, splitRulesOf } from '../../src/pipeline/split-settings.ts';
import type { SelectColumn } from '../../src/report/dataset-report.ts';
import type { RecordedRules } from '../../src/version/split-rules.ts';
import { SETTINGS } from '../support/metadata.ts';
import { currentRules, previousVersion } from '../support/previous.ts';

const { rules } = currentRules();
const RECORDED: RecordedRules = { ...rules, foldedRows: 0, redactedRows: {} };
const column = (name: string, ...roles: SelectColumn['uses'][number]['role'][]): SelectColumn => ({
  name,
  type: 'text',
  uses: roles.map((role) => ({ role, publishedAs: null })),
});

function earlier(before: Partial<RecordedRules>, now: Partial<typeof rules> = {}) {
  const previous = previousVersion({ splitRules: { ...RECORDED, ...before } });
  return earlierSplitOf(previous, { ...rules, ...now }).earlierSplit;
}

test('the rules name the column of the group and what is redacted', () => {
  const corrections = [column('text', 'text'), column('who', 'id', 'group'), column('at')];
  const target = { settings: SETTINGS, clean: 'python', trust: DEFAULT_TRUST } as const;
  const pii = { find: ['email'], action: 'redact', region: null } as const;
  expect(
    splitRulesOf(
      { ...target, trust: { ...DEFAULT_TRUST, pii } },
      { corrections },
      { task: 'preference', isFolded: true },
    ),
  ).toEqual({
    ...rules,
    task: 'preference',
    folded: true,
    group: 'who',
    redacted: { kinds: ['email'], region: null, rules: PII_RULES },
  });
  const plain = { corrections: [column('text', 'text')] };
  expect(splitRulesOf(target, plain, { task: 'chat', isFolded: false })).toEqual({ ...rules, task: 'chat' });
  expect(
    splitRulesOf(target, plain, {
      task: 'preference',
      isFolded: true,
    }),
  ).toEqual({
    ...rules,
    task: 'preference',
    role: 'prompt',
    folded: true,
  });
});

test.each<[string, Partial<RecordedRules>, Partial<typeof rules>, { seed: number; shares: string } | null]>([
  ['nothing changed', {}, {}, null],
  ['the shares are written otherwise', {}, { shares: '0.8/0.1/0.1' }, null],
  ['the seed changed', {}, { seed: 7 }, { seed: 42, shares: '80/10/10' }],
  ['the shares changed', { shares: '70/20/10' }, {}, { seed: 42, shares: '70/20/10' }],
  ['the group was not recorded', { group: undefined }, { seed: 7 }, { seed: 42, shares: '80/10/10' }],
  ['the seed was not recorded', { seed: undefined, shares: '1/1/98' }, {}, { seed: 42, shares: '1/1/98' }],
  ['the texts are cleaned otherwise', {}, { seed: 7, clean: ['whitespace'] }, null],
  ['the texts were cleaned otherwise', { clean: undefined }, { seed: 7, clean: 'none' }, null],
  ['the cleaning was not recorded', { clean: undefined }, { seed: 7 }, { seed: 42, shares: '80/10/10' }],
  ['there is a group', {}, { seed: 7, group: 'who' }, null],
  ['there was a group', { group: 'who' }, { seed: 7 }, null],
  ['the method is another', {}, { seed: 7, method: 'sklearn' }, null],
  ['the method was another', { method: 'sklearn' }, { seed: 7 }, null],
  ['the method was not recorded', { method: undefined }, { seed: 7 }, null],
])('rows that move can be counted or not where %s', (_, before, now, expected) => {
  if (expected === null) expect(earlier(before, now)).toBeUndefined();
  else {
    const { testBelow, evalBelow } = parseSplit(expected.shares);
    expect(earlier(before, now)).toEqual({
      seed: expected.seed,
      testBelow,
      evalBelow,
      folded: false,
      byRole: false,
    });
  }
});

test('rows that move to the splits of their prompts can be counted', () => {
  const { testBelow, evalBelow } = parseSplit('80/10/10');
  const byTexts = { seed: 42, testBelow, evalBelow, folded: false, byRole: false };
  expect(earlier({}, { role: 'prompt', folded: true })).toEqual(byTexts);
  expect(earlier({ role: 'prompt', folded: true }, { role: 'prompt', folded: true })).toBeUndefined();
  expect(earlier({ role: 'prompt', folded: true }, { role: 'prompt', folded: true, seed: 7 })).toEqual({
    ...byTexts,
    folded: true,
    byRole: true,
  });
});

test('of a first version no row moves', () => {
  expect(earlierSplitOf(null, { ...rules, seed: 7 })).toEqual({});
});
