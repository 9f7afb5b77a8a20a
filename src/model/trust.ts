/** Kinds of personal data that can be found in a text: who a person is, or where their money is. */
export const PII_KINDS = ['email', 'phone', 'iban', 'card'] as const;
export type PiiKind = (typeof PII_KINDS)[number];

/** What becomes of a row in which some was found. */
export const PII_ACTIONS = ['count', 'redact', 'drop', 'hold'] as const;
export type PiiAction = (typeof PII_ACTIONS)[number];

/** What personal data is looked for. */
export interface PiiSettings {
  readonly find: readonly PiiKind[];
  readonly action: PiiAction;
  /** ISO 3166-1 code of the country whose phone numbers need no calling code; null for numbers with + or 00 only. */
  readonly region: string | null;
}

/** How the corrections of several people of the same text become one. */
export const ANNOTATOR_RULES = ['unanimous', 'majority', 'latest'] as const;
export type AnnotatorRule = (typeof ANNOTATOR_RULES)[number];

/** What must hold before a dataset is published, and what is done until it does. Shares are in percent. */
export interface TrustSettings {
  /** Rows that may be fewer than in the last version. */
  readonly maxShrinkage: number;
  /** Rows read that may have a class that is none. */
  readonly maxUnknownClasses: number;
  /** Whether a class that had rows may have none. */
  readonly lostClasses: 'hold' | 'allow';
  /** Whether ids, columns and splits may mean something else than in the last version. */
  readonly breakingChanges: 'hold' | 'allow';
  /** Whether a repo may be created beside one of the same owner with a similar name. */
  readonly similarRepo: 'hold' | 'allow';
  /** Rows each class must have; null to ask for none. */
  readonly minRowsPerClass: number | null;
  /** Rows read that may be left out because they disagree. */
  readonly maxConflicts: number | null;
  /** Points by which the share of a class may differ from the last version's. */
  readonly maxDrift: number | null;
  /** Days since the newest correction. */
  readonly maxAge: number | null;
  /** Whether near copies in different splits are searched. */
  readonly nearDuplicates: 'count' | 'none';
  /** Rows of test that may be near copies of rows of train. */
  readonly maxNearDuplicates: number | null;
  /** Split from which near copies of rows of other splits are taken out. */
  readonly dropNearDuplicates: 'train' | 'none';
  /** Whether a version waits in a pull request until a person merges it. */
  readonly publish: 'directly' | 'pull-request';
  /** Whether a version that a gate holds is offered in a pull request. */
  readonly onGate: 'hold' | 'pull-request';
  readonly annotators: AnnotatorRule;
  /** Null to look for none. */
  readonly pii: PiiSettings | null;
}

/** What holds where nothing is said. */
export const DEFAULT_TRUST: TrustSettings = {
  maxShrinkage: 30,
  maxUnknownClasses: 50,
  lostClasses: 'hold',
  breakingChanges: 'hold',
  similarRepo: 'hold',
  minRowsPerClass: null,
  maxConflicts: null,
  maxDrift: null,
  maxAge: null,
  nearDuplicates: 'count',
  maxNearDuplicates: null,
  dropNearDuplicates: 'none',
  publish: 'directly',
  onGate: 'hold',
  annotators: 'unanimous',
  pii: null,
};
