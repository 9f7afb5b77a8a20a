import type { GateResult } from '../../src/gates/gate.ts';
import { describeFailed, failedOf } from '../../src/gates/judge.ts';
import {
  type DatasetContents,
  type DatasetFacts,
  type DatasetReport,
  type DatasetStatus,
  NO_VERSION,
} from '../../src/report/dataset-report.ts';
import type { RunPlace, RunReport } from '../../src/report/run-report.ts';
import { URGENCY } from './built-in.ts';
import { smallCounts } from './metadata.ts';

const counts = smallCounts();

export type ReportOf<Status extends DatasetStatus> = Extract<DatasetReport, { status: Status }>;
/** What a report has that differs from the usual one of its status. */
export type ReportChanges<Status extends DatasetStatus> = Partial<ReportOf<Status>> & {
  readonly status?: Status;
};

const FACTS: DatasetFacts = {
  name: 'urgency',
  repo: 'owner/urgency',
  shape: URGENCY,
  changes: null,
  reading: {
    source: 'complaints',
    corrections: [
      { name: 'id', type: 'integer', uses: [{ role: 'id', publishedAs: null }] },
      { name: 'message', type: 'text', uses: [{ role: 'text', publishedAs: URGENCY.texts[0] }] },
      { name: 'urgency', type: 'text', uses: [{ role: 'label', publishedAs: URGENCY.values[0] }] },
      { name: 'district', type: 'character varying', uses: [] },
    ],
    confirmed: null,
  },
  conflictIds: [],
  classRows: [7, 3, 0],
  gates: [],
  nearDuplicates: null,
  review: null,
  pending: null,
  unjudged: [],
  previous: null,
  sourceWarnings: [],
};

const CONTENTS: DatasetContents = {
  numSamples: 10,
  splits: { train: 8, eval: 1, test: 1 },
  classBalance: {
    NORMAL: { train: 6, eval: 1, test: 0 },
    URGENT: { train: 2, eval: 0, test: 1 },
    'HIGHLY URGENT': { train: 0, eval: 0, test: 0 },
  },
  missingClasses: [],
};

const SPLIT = { counts, contents: CONTENTS };
const LEFT_OUT = { counts, contents: null, ...NO_VERSION };
const VERSION = { tag: 'v20261123_010203', commit: 'ab'.repeat(20), pullRequest: null };
const PULL_REQUEST = {
  number: 3,
  url: 'https://huggingface.co/datasets/owner/urgency/discussions/3',
  state: 'open',
} as const;
const PUBLISHED = 'Version v20261123_010203 was published.';

/** What a report of each status has besides its facts. */
const ENDINGS: { readonly [Status in DatasetStatus]: Omit<ReportOf<Status>, keyof DatasetFacts | 'status'> } =
  {
    published: { ...SPLIT, ...VERSION, isNewVersion: true, reason: PUBLISHED },
    unchanged: { ...SPLIT, ...VERSION, isNewVersion: false, reason: PUBLISHED },
    'awaiting-approval': {
      ...SPLIT,
      ...NO_VERSION,
      pullRequest: PULL_REQUEST,
      isDoubtful: false,
      reason: PUBLISHED,
    },
    skipped: { ...LEFT_OUT, reason: PUBLISHED },
    held: { ...SPLIT, ...NO_VERSION, reason: PUBLISHED },
    failed: { ...LEFT_OUT, reason: PUBLISHED, error: new Error('It failed.') },
    'dry-run': { ...SPLIT, ...NO_VERSION, would: 'published', reason: PUBLISHED },
  };

/** Report of a dataset, by default of one that was published, with changes. */
export function datasetReport<Status extends DatasetStatus = 'published'>(
  changes: ReportChanges<Status> = {},
): ReportOf<Status> {
  const status: DatasetStatus = changes.status ?? 'published';
  return { ...FACTS, status, ...ENDINGS[status], ...changes } as unknown as ReportOf<Status>;
}

/** Report of a dataset that two of four gates hold, with changes. */
export function heldReport<Status extends 'held' | 'dry-run' | 'awaiting-approval' = 'held'>(
  changes: ReportChanges<Status> = {},
): ReportOf<Status> {
  const gates: readonly GateResult[] = [
    {
      gate: 'usable-rows',
      verdict: 'passed',
      measured: '10 of 18 rows read are usable',
      limit: 'at least one must be',
      advice: null,
    },
    {
      gate: 'max-unknown-classes',
      verdict: 'failed',
      measured: '55.6 % of the rows read (10) have a class that is none',
      limit: 'at most 50 % may have one',
      advice: 'Name the classes as the database does.',
    },
    {
      gate: 'max-shrinkage',
      verdict: 'not-judged',
      measured: 'it has no previous version',
      limit: 'at most 30 % may go',
      advice: null,
    },
    {
      gate: 'lost-classes',
      verdict: 'failed',
      measured: 'B|C had rows in v1 and has none',
      limit: 'it must have some',
      advice: 'Check the SELECTs.',
    },
  ];
  const unknownClassNames = [
    { name: 'normal', rows: 1200 },
    { name: 'Soon', rows: 1 },
  ];
  return {
    ...datasetReport<DatasetStatus>({ status: changes.status ?? 'held' }),
    reason: describeFailed(failedOf(gates)),
    ...NO_VERSION,
    ...(changes.status === 'awaiting-approval' ? { pullRequest: PULL_REQUEST, isDoubtful: true } : {}),
    gates,
    counts: { ...counts, unknownClassNames },
    ...changes,
  } as unknown as ReportOf<Status>;
}

/** Report of a run that published one dataset and skipped the other, with changes. */
export function runReport(changes: Partial<RunReport> = {}): RunReport {
  const reason = 'Only 10 usable rows, and min-dataset-len asks for 1000.';
  return {
    outcome: 'success',
    startedAt: new Date('2026-11-23T01:02:03Z'),
    durationMs: 12_345,
    datasets: [
      datasetReport({ name: 'department', repo: 'owner/department' }),
      datasetReport({ status: 'skipped', reason }),
    ],
    failure: null,
    stages: [{ name: 'database', durationMs: 1000 }],
    spacePause: { channel: 'Space to pause', state: 'off', detail: '' },
    ...changes,
  };
}

/** Where the runs of the tests can be looked at. */
export const RUN_PLACE: RunPlace = {
  repository: 'owner/app',
  workflow: 'Prepare datasets',
  runId: '4711',
  url: 'https://github.com/owner/app/actions/runs/4711',
};
