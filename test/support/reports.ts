import type { DatasetReport } from '../../src/report/dataset-report.ts';
import type { RunPlace, RunReport } from '../../src/report/run-report.ts';
import { URGENCY } from './built-in.ts';
import { metadata } from './metadata.ts';

const { class_balance: _, near_duplicates: __, ...counts } = metadata().quality;

/** Report of a published dataset, with changes. */
export function datasetReport(changes: Partial<DatasetReport> = {}): DatasetReport {
  return {
    name: 'urgency',
    repo: 'owner/urgency',
    status: 'published',
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
    previous: null,
    error: null,
    ...changes,
  };
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
