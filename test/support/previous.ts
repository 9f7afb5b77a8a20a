import type { PreviousVersion } from '../../src/version/metadata.ts';
import type { CurrentRules } from '../../src/version/split-changes.ts';
import type { RecordedRules, SplitRules } from '../../src/version/split-rules.ts';

/** A version whose metadata tells its tag and nothing else, with changes. */
export function previousVersion(changes: Partial<PreviousVersion> = {}): PreviousVersion {
  return {
    versionTag: 'v20261101_000000',
    name: null,
    task: null,
    contentSha256: null,
    numSamples: null,
    splits: null,
    classBalance: null,
    classNames: null,
    predictions: null,
    features: null,
    multiHot: null,
    dataFiles: null,
    rowIndex: null,
    card: null,
    generatedCardBlobId: null,
    population: null,
    splitRules: NOTHING_RECORDED,
    splitsSince: null,
    earlierVersions: [],
    changes: null,
    ...changes,
  };
}

const NOTHING_RECORDED: RecordedRules = {
  seed: undefined,
  shares: undefined,
  method: undefined,
  group: undefined,
  clean: undefined,
  role: null,
  folded: false,
  foldedRows: 0,
  redacted: null,
  redactedRows: {},
};

const RULES: SplitRules = {
  task: 'text-classification',
  seed: 42,
  shares: '80/10/10',
  method: 'stable',
  group: null,
  role: null,
  folded: false,
  redacted: null,
  clean: 'python',
};

/** The rules that {@link metadata} records, with changes. */
export function currentRules(changes: Partial<SplitRules> = {}): CurrentRules {
  return { rules: { ...RULES, ...changes }, foldedRows: 0, redactedRows: {}, areTextsKnown: true };
}
