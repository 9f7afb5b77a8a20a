import { expect, test } from '@jest/globals';
import { renderRetrainingSummary } from '../../../src/action/summary/retraining-summary.ts';
import type { RetrainingReport } from '../../../src/retraining/retrain.ts';

const REPORT: RetrainingReport = {
  name: 'tone',
  repo: 'owner/tone',
  kind: 'workflow',
  version: 'v20261123_010000',
  description: 'the workflow train.yml of owner/models',
  result: 'triggered',
  stage: '',
  waitedMs: null,
  url: null,
  id: null,
  reason: null,
};

/** The lines of the table for reports, without the heading. */
function linesOf(...reports: readonly Partial<RetrainingReport>[]): string[] {
  const summary = renderRetrainingSummary(
    reports.map((report) => ({ ...REPORT, ...report })),
    'https://hub.example',
  );
  expect(summary).toMatch(/^## Retraining\n\n\|/);
  return summary.trim().split('\n').slice(2);
}

test('one line a target tells what was started, with the version it is trained on, and how that ended', () => {
  const waited = { stage: 'success', waitedMs: 192_000, url: 'https://github.com/o/r/actions/runs/7' };
  const version = '[`v20261123_010000`](https://hub.example/datasets/owner/tone/tree/v20261123_010000)';
  const target = 'the workflow train.yml of owner/models';
  expect(linesOf(waited, {}, { stage: 'queued' }, { result: 'dry-run' })).toEqual([
    '| Dataset | Version | Target | Outcome |',
    '| --- | --- | --- | --- |',
    `| tone | ${version} | [${target}](${waited.url}) | ✅ started, \`success\` after 3\u00A0min 12\u00A0s |`,
    `| tone | ${version} | ${target} | ✅ started, not waited for |`,
    `| tone | ${version} | ${target} | ✅ started, \`queued\`, not waited for |`,
    `| tone | ${version} | ${target} | 🧪 would be started |`,
  ]);
});

test('what failed, or was started before, is told with the reason', () => {
  const failed = { result: 'failed', stage: 'ERROR', waitedMs: 1000, reason: 'It broke.' } as const;
  const lines = linesOf(failed, { result: 'already-triggered', reason: 'Set force.' }, {});
  expect(lines[0]).toBe('| Dataset | Version | Target | Outcome | Why |');
  expect(lines.slice(2).map((line) => line.split(' | ').slice(3).join(' | '))).toEqual([
    '❌ failed, `ERROR` after 1\u00A0s | It broke. |',
    '💤 started before | Set force. |',
    '✅ started, not waited for |  |',
  ]);
});

test('a run without a new version adds one line', () => {
  expect(renderRetrainingSummary([], 'https://hub.example')).toBe(
    'Retraining: nothing was started, no dataset with a target has a new version.\n',
  );
});

test('a stage that a server made up adds no cell and ends no code', () => {
  expect(linesOf({ stage: 'RUNNING` | <b>' })[2]).toMatch(/ \| ✅ started, `RUNNING b `, not waited for \|$/);
});
