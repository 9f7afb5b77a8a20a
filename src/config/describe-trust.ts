import {
  ANNOTATOR_RULES,
  PII_ACTIONS,
  PII_KINDS,
  type PiiSettings,
  type TrustSettings,
} from '../model/trust.ts';
import type { Amount, Choice, Field, List, Mapping, Text, Value } from './description.ts';

const PERCENT: Amount = { kind: 'number', least: 0, most: 100, isWhole: false };
const COUNT: Amount = { kind: 'number', least: 0, most: Number.MAX_SAFE_INTEGER, isWhole: true };
const DAYS_OF_UNIT = { h: 1 / 24, d: 1, w: 7 } as const;
const AGE: Text = {
  kind: 'text',
  pattern: /^[1-9]\d{0,4}[hdw]$/u,
  longest: 6,
  rule: 'hours, days or weeks, such as 36h, 14d or 4w',
};

const HOLD_OR_ALLOW: Choice<'hold' | 'allow'> = { kind: 'choice', values: ['hold', 'allow'] };

const KINDS: List = {
  kind: 'list',
  of: {
    kind: 'text',
    pattern: new RegExp(`^(?:${PII_KINDS.join('|')})$`, 'u'),
    longest: 10,
    rule: `one of ${PII_KINDS.join(', ')}`,
  },
  item: 'kind',
  least: 1,
  reason: 'to look for no personal data, remove pii',
  most: PII_KINDS.length,
};

const REGION: Text = {
  kind: 'text',
  pattern: /^[A-Z]{2}$/u,
  longest: 2,
  rule: 'the ISO 3166-1 code of a country in capital letters, such as NP',
};

const PII = {
  kind: 'mapping',
  fields: {
    find: { is: KINDS, about: `the kinds to look for, ${PII_KINDS.join(', ')}; by default all of them` },
    action: {
      is: { kind: 'choice', values: PII_ACTIONS },
      about:
        'count reports the matches, redact replaces them, drop leaves out their rows, hold publishes nothing',
    },
    region: {
      is: REGION,
      about:
        'the country whose phone numbers are found without a calling code, such as NP; by default only numbers with + or 00 are found',
    },
  },
} as const satisfies Mapping;

/** Checks that any dataset must pass before it is published. */
const COMMON_FIELDS = {
  'max-shrinkage': {
    is: PERCENT,
    about:
      'the largest share of rows, in percent, that may be gone since the largest of the last 10 versions',
  },
  'breaking-changes': {
    is: HOLD_OR_ALLOW,
    about: 'whether ids, columns and splits may change their meaning since the last version',
  },
  'similar-repo': {
    is: HOLD_OR_ALLOW,
    about: 'whether a repo is created if its owner has one with a similar name',
  },
  'max-conflicts': {
    is: PERCENT,
    about:
      'the largest share of the rows read, in percent, that may be left out because their labels disagree',
  },
  'max-age': { is: AGE, about: 'the largest age of the newest correction, such as 14d; needs the role time' },
  'near-duplicates': {
    is: { kind: 'choice', values: ['count', 'none'] },
    about:
      'whether near-duplicates are counted: count, the default, compares the texts of different splits; none skips this search',
  },
  'max-near-duplicates': {
    is: PERCENT,
    about: 'the largest share of the rows of test, in percent, that may be near-duplicates of rows of train',
  },
  'drop-near-duplicates': {
    is: { kind: 'choice', values: ['train', 'none'] },
    about:
      'whether near-duplicates are left out: train leaves out the rows of train that are near-duplicates of rows of eval or test; none, the default, keeps them',
  },
  publish: {
    is: { kind: 'choice', values: ['directly', 'pull-request'] },
    about:
      'how a version is published: directly, the default; pull-request keeps each version in a pull request on the Hub until a person merges it',
  },
  'on-gate': {
    is: { kind: 'choice', values: ['hold', 'pull-request'] },
    about:
      'what happens to a version that fails a gate: hold, the default, does not publish it; pull-request offers it in a pull request on the Hub',
  },
  annotators: {
    is: { kind: 'choice', values: ANNOTATOR_RULES },
    about: 'which correction counts if several people corrected the same text',
  },
  pii: { is: PII, about: 'the personal data to look for in the texts' },
} as const satisfies Readonly<Record<string, Field>>;

/** Checks that a dataset with classes must pass. */
const CLASS_FIELDS = {
  'max-unknown-classes': {
    is: PERCENT,
    about: 'the largest share of the rows read, in percent, that may have an unknown class',
  },
  'lost-classes': { is: HOLD_OR_ALLOW, about: 'whether a class that had rows may have none' },
  'min-rows-per-class': { is: COUNT, about: 'the smallest number of rows a class may have' },
  'max-drift': {
    is: PERCENT,
    about:
      "the largest change of a class's share since the last version, in points; changes that chance explains pass",
  },
} as const satisfies Readonly<Record<string, Field>>;

/** All checks before a publish that can be set. */
export const TRUST_FIELDS = { ...COMMON_FIELDS, ...CLASS_FIELDS } as const;

/** Values of the checks of a dataset. */
export function trustFieldsOf(hasClasses: boolean): typeof COMMON_FIELDS & Partial<typeof CLASS_FIELDS> {
  return hasClasses ? TRUST_FIELDS : COMMON_FIELDS;
}

export type TrustValues = Value<Mapping<typeof TRUST_FIELDS>>;

/** Returns the checks that the file sets. */
export function trustOf(values: TrustValues): Partial<TrustSettings> {
  const { pii, 'max-age': age } = values;
  const settings: { [K in keyof TrustSettings]: TrustSettings[K] | undefined } = {
    maxShrinkage: values['max-shrinkage'],
    maxUnknownClasses: values['max-unknown-classes'],
    lostClasses: values['lost-classes'],
    breakingChanges: values['breaking-changes'],
    similarRepo: values['similar-repo'],
    minRowsPerClass: values['min-rows-per-class'],
    maxConflicts: values['max-conflicts'],
    maxDrift: values['max-drift'],
    maxAge: age === undefined ? undefined : daysOf(age),
    nearDuplicates: values['near-duplicates'],
    maxNearDuplicates: values['max-near-duplicates'],
    dropNearDuplicates: values['drop-near-duplicates'],
    publish: values.publish,
    onGate: values['on-gate'],
    annotators: values.annotators,
    pii: pii === undefined ? undefined : piiOf(pii),
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

/** A key that needs the search for near-duplicates, although `near-duplicates: none` skips it. */
interface UnmetKey {
  readonly key: 'max-near-duplicates' | 'drop-near-duplicates';
  /** What is wrong and how to fix it, without a period. */
  readonly message: string;
}

/** Returns the keys that need the search for near-duplicates, if `near-duplicates: none` skips it. */
export function keysWithoutSearch({
  nearDuplicates,
  maxNearDuplicates = null,
  dropNearDuplicates,
}: Partial<TrustSettings>): UnmetKey[] {
  if (nearDuplicates !== 'none') return [];
  const unmet: [UnmetKey['key'], boolean][] = [
    ['max-near-duplicates', maxNearDuplicates !== null],
    ['drop-near-duplicates', dropNearDuplicates === 'train'],
  ];
  return unmet
    .filter(([, isSet]) => isSet)
    .map(([key]) => ({
      key,
      message: `${key} needs the search that near-duplicates: none skips. Set near-duplicates: count, or remove ${key}`,
    }));
}

function piiOf({ find, action = 'count', region }: Value<typeof PII>): PiiSettings {
  return {
    find: PII_KINDS.filter((kind) => find === undefined || find.includes(kind)),
    action,
    region: region ?? null,
  };
}

function daysOf(age: string): number {
  return Number.parseInt(age, 10) * DAYS_OF_UNIT[age.at(-1) as keyof typeof DAYS_OF_UNIT];
}
