import type { GateFacts } from '../src/gates/gate.ts';
import { describeFailed, failedOf, judgeDataset } from '../src/gates/judge.ts';
import { DEFAULT_TRUST } from '../src/model/trust.ts';
import { parsePreviousVersion } from '../src/version/metadata.ts';
import type { SplitRules } from '../src/version/split-rules.ts';

const CLASSES = ['billing', 'delivery'];
const SPLITS = { train: 800, eval: 100, test: 100 };
const NOTHING = { train: 0, eval: 0, test: 0 };

const METADATA = {
  version_tag: 'v20261101_010000',
  label_column: 'team',
  task: 'text-classification',
  num_samples: 2000,
  label_map: { billing: 0, delivery: 1 },
  quality: { class_balance: { billing: SPLITS, delivery: SPLITS } },
  parameters: { random_state: 42, split: '80/10/10', split_method: 'stable' },
  split_key: { group: null, role: null, folded: false, redacted: null, clean: ['whitespace'] },
  features: {},
};
const PREVIOUS = parsePreviousVersion(JSON.stringify(METADATA))!;
const RULES: SplitRules = {
  task: 'text-classification',
  seed: 42,
  shares: '80/10/10',
  method: 'stable',
  group: null,
  role: null,
  folded: false,
  redacted: null,
  clean: ['whitespace'],
};

/** Facts for each of which one of the gates that are on by default holds a dataset. */
const HELD: readonly Partial<GateFacts>[] = [
  { numSamples: 0, classRows: [0, 0], previous: null },
  {
    counts: countsOf({ fetched: 0 }),
    numSamples: 0,
    classRows: [0, 0],
    previous: null,
    unjudged: [{ text: 'annotations without a result of the control “topic”', isExpected: false, rows: 83 }],
  },
  { counts: countsOf({ unknownClass: 1600 }) },
  { numSamples: 960, previous: { ...PREVIOUS, classBalance: { billing: SPLITS, delivery: NOTHING } } },
  { classRows: [2000, 0] },
  {
    splits: { rules: { ...RULES, seed: 7 }, foldedRows: 0, redactedRows: {}, areTextsKnown: true },
    movedRows: 680,
  },
  { previous: { ...PREVIOUS, classNames: CLASSES.toReversed() } },
  { previous: null, strayTags: ['v20261101_010000'] },
  { previous: null, similarRepo: { kind: 'edits', edits: 1, place: 7 } },
];

/** What the run says of a dataset that a gate holds. */
export function gateMessages(): string[] {
  return HELD.map((changes) => {
    const results = judgeDataset(
      {
        shape: {
          name: 'team',
          task: 'text-classification',
          clean: ['whitespace'],
          classNames: CLASSES,
          texts: [],
          values: [],
          isFolded: false,
          card: { title: '', about: '', languages: [], license: null, tags: [] },
        },
        counts: countsOf({}),
        numSamples: 2000,
        classRows: [1000, 1000],
        previous: PREVIOUS,
        splits: { rules: RULES, foldedRows: 0, redactedRows: {}, areTextsKnown: true },
        movedRows: null,
        strayTags: [],
        similarRepo: null,
        now: new Date(0),
        ...changes,
      },
      DEFAULT_TRUST,
    );
    return describeFailed(failedOf(results));
  });
}

function countsOf({ fetched = 2400, unknownClass = 0 }): GateFacts['counts'] {
  const labelled = fetched - unknownClass;
  return {
    fetched: { corrections: fetched, confirmed: 0 },
    stages: { fetched, cleaned: fetched, labelled, deduplicated: Math.min(fetched, 2000) },
    dropped: {
      nullMessage: 0,
      invalidUtf8: 0,
      empty: 0,
      pii: 0,
      unknownClass,
      malformed: 0,
      duplicate: 0,
      outvoted: 0,
      conflicting: 0,
    },
    unknownClassNames: [],
    conflictingTexts: 0,
    agreement: null,
    newestCorrection: null,
  };
}
