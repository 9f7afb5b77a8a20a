import type { RunReport } from '../../src/pipeline/run-report.ts';
import { labelReport } from './reports.ts';

/** Report of a run that published urgency, with changes. */
export function runReport(changes: Partial<RunReport> = {}): RunReport {
  return {
    outcome: 'success',
    startedAt: new Date('2026-11-23T01:02:03Z'),
    durationMs: 4200,
    labels: [labelReport()],
    failure: null,
    stages: [
      { name: 'read', durationMs: 1500 },
      { name: 'publish', durationMs: 2250 },
    ],
    spacePause: { channel: 'Space to pause', state: 'delivered', detail: 'owner/space is PAUSED' },
    ...changes,
  };
}
