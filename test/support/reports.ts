import type { GateResult } from '../../src/gates/gate.ts';
import { describeFailed, failedOf } from '../../src/gates/judge.ts';
import type { DatasetReport } from '../../src/report/dataset-report.ts';
import type { RunPlace, RunReport } from '../../src/report/run-report.ts';
import { URGENCY } from './built-in.ts';
import { metadata } from './metadata.ts';

const { class_balance: _, near_duplicates: __, ...quality } = metadata().quality;
const counts = { ...quality, agreement: null, newestCorrection: null };

/** Report of a published dataset, with changes. */
export function datasetReport(changes: Partial<DatasetReport> = {}): DatasetReport {
  return {
    name: 'urgency',
    repo: 'owner/urgency',
    status: 'published',
    would: null,
    reason: 'Version v20261123_010203 was published.',
    tag: 'v20261123_010203',
    commit: 'ab'.repeat(20),
    isNewVersion: true,
    shape: URGENCY,
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
    counts,
    conflictIds: [],
    classRows: [7, 3, 0],
    contents: {
      numSamples: 10,
      splits: { train: 8, eval: 1, test: 1 },
      classBalance: {
        NORMAL: { train: 6, eval: 1, test: 0 },
        URGENT: { train: 2, eval: 0, test: 1 },
        'HIGHLY URGENT': { train: 0, eval: 0, test: 0 },
      },
      missingClasses: [],
    },
    gates: [],
    nearDuplicates: null,
    pullRequest: null,
    pending: null,
    unjudged: [],
    previous: null,
    sourceWarnings: [],
    error: null,
    ...changes,
  };
}

/** Report of a dataset that two of four gates hold, with changes. */
export function heldReport(changes: Partial<DatasetReport> = {}): DatasetReport {
  const gates: readonly GateResult[] = [
    {
      gate: 'usable-rows',
      verdict: 'passed',
      measured: '10 of 18 rows read are of use',
      limit: 'one at least must be',
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
      measured: 'there is no version before it',
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
  return datasetReport({
    status: 'held',
    reason: describeFailed(failedOf(gates)),
    tag: null,
    commit: null,
    isNewVersion: false,
    gates,
    counts: {
      ...counts,
      unknownClassNames: [
        { name: 'normal', rows: 1200 },
        { name: 'Soon', rows: 1 },
      ],
    },
    ...changes,
  });
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
      datasetReport({
        status: 'skipped',
        reason,
        tag: null,
        commit: null,
        isNewVersion: false,
        contents: null,
      }),
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
