import { viewHub } from '../../../test/support/publish-lab/check-hub.ts';
import { checkEnd, checkRun } from '../../../test/support/publish-lab/check-run.ts';
import type { PublishLab } from '../../../test/support/publish-lab/publish-lab.ts';
import { type MatrixFault, strike } from './matrix-faults.ts';
import type { PublishRequest } from './requests.ts';

/** Seconds a run may take; those that wait for time limits run with a clock twenty times as fast. */
export const BUDGET_MS = 60_000;

/** What a run with a fault and the run after it came to. */
export interface Trial {
  readonly request: PublishRequest;
  readonly fault: MatrixFault;
  readonly statuses: readonly string[];
  readonly violations: readonly string[];
  /** False when no run told of the version as a new one. */
  readonly announced: boolean;
  readonly slowestMs: number;
  readonly log: string;
}

/** Publishes with a fault, then without, and checks what readers see and what the runs say after each. */
export async function tryFault(lab: PublishLab, request: PublishRequest, fault: MatrixFault): Promise<Trial> {
  const { situation } = request;
  const hub = await lab.hub(situation);
  try {
    const start = await viewHub(hub, situation);
    strike(hub, request, fault);
    const struck = await lab.publish(hub, { fastClock: fault.waits });
    const middle = await viewHub(hub, situation);
    hub.faults.clear();
    const clean = await lab.publish(hub);
    const end = await viewHub(hub, situation);
    const first = { run: struck, before: start, after: middle };
    const second = { run: clean, before: middle, after: end };
    const violations = [
      ...checkRun(first, BUDGET_MS).map((problem) => `run with the fault: ${problem}`),
      ...[...checkRun(second, BUDGET_MS), ...checkEnd(second)].map((problem) => `run after it: ${problem}`),
    ];
    return {
      request,
      fault,
      statuses: [struck, clean].map(({ outputs }) => outputs['urgency-status'] ?? 'none'),
      violations,
      announced: [struck, clean].some(({ outputs }) => outputs.updated === '["urgency"]'),
      slowestMs: Math.max(struck.tookMs, clean.tookMs),
      log: `${struck.log}\n--- then\n${clean.log}`,
    };
  } finally {
    await hub.close();
  }
}
