/** Kinds of personal data that can be found in a text: identity, contact or payment. */
export const PII_KINDS = ['email', 'phone', 'iban', 'card'] as const;
export type PiiKind = (typeof PII_KINDS)[number];

/** What happens to a row with personal data. */
export const PII_ACTIONS = ['count', 'redact', 'drop', 'hold'] as const;
export type PiiAction = (typeof PII_ACTIONS)[number];

/** The personal data to look for. */
export interface PiiSettings {
  readonly find: readonly PiiKind[];
  readonly action: PiiAction;
  /**
   * ISO 3166-1 code of the country whose phone numbers need no calling code; null to find only numbers with + or 00.
   */
  readonly region: string | null;
}

/** How the corrections of the same text by several people become one. */
export const ANNOTATOR_RULES = ['unanimous', 'majority', 'latest'] as const;
export type AnnotatorRule = (typeof ANNOTATOR_RULES)[number];

/** Checks that a dataset must pass before it is published, and what happens otherwise. Shares are in percent. */
export interface TrustSettings {
  /** Largest loss of rows since the last version. */
  readonly maxShrinkage: number;
  /** Largest share of the rows read that may have an unknown class. */
  readonly maxUnknownClasses: number;
  /** Whether a class that had rows may have none. */
  readonly lostClasses: 'hold' | 'allow';
  /** Whether ids, columns and splits may change their meaning since the last version. */
  readonly breakingChanges: 'hold' | 'allow';
  /** Whether a repo may be created beside one of the same owner with a similar name. */
  readonly similarRepo: 'hold' | 'allow';
  /** Smallest number of rows of each class; null for no limit. */
  readonly minRowsPerClass: number | null;
  /** Largest share of the rows read that may be left out because they disagree. */
  readonly maxConflicts: number | null;
  /** Largest change of the share of a class since the last version, in points. */
  readonly maxDrift: number | null;
  /** Largest age of the newest correction, in days. */
  readonly maxAge: number | null;
  /** Whether near-duplicates in different splits are searched. */
  readonly nearDuplicates: 'count' | 'none';
  /** Largest share of the rows of test that may be near-duplicates of rows of train. */
  readonly maxNearDuplicates: number | null;
  /** Split from which near-duplicates of rows of other splits are removed. */
  readonly dropNearDuplicates: 'train' | 'none';
  /** Whether a version waits in a pull request until a person merges it. */
  readonly publish: 'directly' | 'pull-request';
  /** Whether a version that a gate holds is offered in a pull request. */
  readonly onGate: 'hold' | 'pull-request';
  readonly annotators: AnnotatorRule;
  /** Null to look for none. */
  readonly pii: PiiSettings | null;
}

/** Defaults of the checks. */
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
