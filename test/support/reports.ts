import { BUILT_IN_LABELS } from '../../src/dataset/label-schema.ts';
import type { LabelReport } from '../../src/pipeline/label-report.ts';
import type { RunPlace, RunReport } from '../../src/pipeline/run-report.ts';
import { metadata } from './metadata.ts';

const [, urgency] = BUILT_IN_LABELS;
const { class_balance: _, ...counts } = metadata().quality;

/** Report of a published label, with changes. */
export function labelReport(changes: Partial<LabelReport> = {}): LabelReport {
  return {
    label: urgency.name,
    repo: 'owner/urgency',
    status: 'published',
    reason: 'Version v20261123_010203 was published.',
    tag: 'v20261123_010203',
    commit: 'ab'.repeat(20),
    isNewVersion: true,
    counts,
    dataset: {
      numSamples: 10,
      splits: { train: 8, eval: 1, test: 1 },
      classBalance: {
        NORMAL: { train: 6, eval: 1, test: 0 },
        URGENT: { train: 2, eval: 0, test: 1 },
        'HIGHLY URGENT': { train: 0, eval: 0, test: 0 },
      },
      missingClasses: [],
    },
    previous: null,
    error: null,
    ...changes,
  };
}

/** Report of a run that published one label and skipped the other, with changes. */
export function runReport(changes: Partial<RunReport> = {}): RunReport {
  const reason = 'Only 10 usable rows, and min-dataset-len asks for 1000.';
  return {
    outcome: 'success',
    startedAt: new Date('2026-11-23T01:02:03Z'),
    durationMs: 12_345,
    labels: [
      labelReport({ label: 'department', repo: 'owner/department' }),
      labelReport({ status: 'skipped', reason, tag: null, commit: null, isNewVersion: false, dataset: null }),
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
