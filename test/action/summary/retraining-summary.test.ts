import { expect, test } from '@jest/globals';
import { renderRetrainingSummary } from '../../../src/action/summary/retraining-summary.ts';

test('a stage that a server made up adds no cell and ends no code', () => {
  const report = {
    name: 'urgency',
    kind: 'job',
    version: 'v1',
    description: 'a Job',
    url: null,
    id: null,
  } as const;
  const stage = 'RUNNING` | <b>';
  const summary = renderRetrainingSummary([{ ...report, result: 'triggered', stage, reason: null }]);
  expect(summary).toContain('| ✅ triggered, `RUNNING b ` |  |');
});
