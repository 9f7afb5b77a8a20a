import { PUBLISHED } from '../../test/support/publish-lab/ends.ts';
import type { NamedTrial } from './kills.ts';
import { KILL_FAULTS, MATRIX_FAULTS } from './matrix-faults.ts';
import { BUDGETS_MS, type Trial } from './try-fault.ts';

const FAULTS = [...MATRIX_FAULTS, ...KILL_FAULTS];

/** Prints what came of each fault at each request, and what was wrong. */
export function reportTrials(trials: readonly Trial[], options: { withLogs: boolean }): void {
  printTable(trials);
  for (const { request, fault, announced } of trials) {
    if (!announced && request.scenario.end === PUBLISHED)
      console.log(`told by no run as new: ${request.scenario.name}, ${request.name}, ${fault.name}`);
  }
  const slowest = trials.toSorted((a, b) => b.slowestMs - a.slowestMs)[0];
  const [once, lasting] = [BUDGETS_MS.disturbedOnce, BUDGETS_MS.disturbedOnAndOn].map(inSeconds);
  console.log(`${trials.length * 2} runs, ${trials.length} distinct pairs of request and fault injected`);
  console.log(`Budget of a run with a fault that passes: ${once}, with one that lasts: ${lasting}`);
  if (slowest !== undefined) console.log(`Slowest run: ${inSeconds(slowest.slowestMs)} (${nameOf(slowest)})`);
  const named = trials.map((trial) => ({ ...trial, name: nameOf(trial) }));
  console.log(`${printNamedViolations(named, options)} pairs with invariant violations`);
}

/** Prints what was wrong. @returns how many trials there are with a violation */
export function printNamedViolations(
  trials: readonly NamedTrial[],
  { withLogs }: { withLogs: boolean },
): number {
  const bad = trials.filter(({ violations }) => violations.length > 0);
  for (const { name, violations, log } of bad) {
    console.log(`FAIL ${name}: ${violations.join('; ')}`);
    if (withLogs) console.log(log);
  }
  return bad.length;
}

function printTable(trials: readonly Trial[]): void {
  console.log(
    '+ the run itself got through; n it failed, and the next run finished; X an invariant was violated',
  );
  for (const [index, { name }] of FAULTS.entries()) console.log(`${letter(index)} ${name}`);
  const rows = [...Map.groupBy(trials, ({ request }) => request)].sort(([a], [b]) => a.index - b.index);
  const width = Math.max(...rows.map(([request]) => labelOf(request).length));
  console.log(`${' '.repeat(width)} ${FAULTS.map((_, index) => letter(index)).join(' ')}`);
  for (const [request, ofRequest] of rows) {
    const cells = FAULTS.map((fault) => outcomeOf(ofRequest.find((trial) => trial.fault === fault)));
    console.log(`${labelOf(request).padEnd(width)} ${cells.join(' ')}`.trimEnd());
  }
}

function outcomeOf(trial: Trial | undefined): string {
  if (trial === undefined) return ' ';
  if (trial.violations.length > 0) return 'X';
  return trial.finishedBy === 'itself' ? '+' : 'n';
}

function letter(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}

function labelOf({ scenario, name }: Trial['request']): string {
  return `${scenario.name.padEnd(13)} ${name}`;
}

function nameOf({ request, fault }: Trial): string {
  return `${request.scenario.name}, ${request.name}, ${fault.name}`;
}

function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 100_000 ? 1 : 0)} s`;
}
