// Publishes by the bundle once for each request × fault, then again without the fault, and checks after each run that
// readers see whole versions, that no tag moves and that the run told the truth. With --broken the bundle gets a
// defect, which must be caught. With --bundle <script> another bundle is tried, with --log the logs of violations.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PublishLab } from '../../test/support/publish-lab/publish-lab.ts';
import { breakBundle, type Defect } from './fault-matrix/broken-bundle.ts';
import { MATRIX_FAULTS } from './fault-matrix/matrix-faults.ts';
import { type PublishRequest, recordRequests } from './fault-matrix/requests.ts';
import { runSideBySide } from './fault-matrix/side-by-side.ts';
import { BUDGET_MS, type Trial, tryFault } from './fault-matrix/try-fault.ts';

const BUNDLE = path.resolve(import.meta.dirname, '../../dist/prepare-dataset/index.js');
const AT_ONCE = 8;

const { values } = parseArgs({
  options: {
    bundle: { type: 'string', default: BUNDLE },
    broken: { type: 'string' },
    log: { type: 'boolean', default: false },
  },
});
const defect = values.broken as Defect | undefined;
const intact = path.resolve(values.bundle);
const script = defect === undefined ? intact : await breakBundle(intact, defect);
const lab = await PublishLab.start({ script });
const startedAt = performance.now();
try {
  const requests = await recordRequests(lab);
  // The slow ones first, so that they wait while the others work.
  const pairs = requests
    .flatMap((request) => MATRIX_FAULTS.map((fault) => ({ request, fault })))
    .filter(({ request, fault }) => defect === undefined || isTelling(request, fault.name))
    .sort((a, b) => Number(b.fault.waits) - Number(a.fault.waits));
  const trials = await runSideBySide(
    pairs.map(
      ({ request, fault }) =>
        () =>
          tryFault(lab, request, fault),
    ),
    AT_ONCE,
  );
  if (defect === undefined) report(trials);
  else reportDefect(trials, defect);
} finally {
  await lab.close();
  if (script !== intact) await rm(path.dirname(script), { recursive: true });
}

/** Defects of the commit and the tag show at these. */
function isTelling({ name }: PublishRequest, fault: string): boolean {
  return /\/(commit|tag)\//.test(name) && ["somebody's commit before", '500 before, lasting'].includes(fault);
}

function report(trials: readonly Trial[]): void {
  const bad = trials.filter(({ violations }) => violations.length > 0);
  for (const trial of bad) tell(trial);
  const slowest = trials.toSorted((a, b) => b.slowestMs - a.slowestMs)[0]!;
  const late = trials.filter(({ announced }) => !announced);
  const rows = Map.groupBy(trials, ({ fault }) => fault.name);
  console.log('fault                       requests  healed by the run itself  by the next one');
  for (const [name, ofFault] of rows) {
    const healed = ofFault.filter(({ statuses }) => statuses[0] !== 'failed').length;
    const counts = [ofFault.length, healed, ofFault.length - healed];
    console.log([name.padEnd(26), ...counts.map((count) => String(count).padStart(9))].join(' '));
  }
  for (const { request, fault } of late)
    console.log(`not told as new: ${request.situation}, ${request.name}, ${fault.name}`);
  console.log(`Budget of a run: ${BUDGET_MS / 1000} s; slowest: ${describe(slowest)}`);
  console.log(`${trials.length * 2} runs, ${trials.length} distinct pairs of request and fault injected`);
  console.log(`${bad.flatMap(({ violations }) => violations).length} invariant violations`);
  console.log(`Took ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`);
  console.log(`${trials.length - bad.length} passed, ${bad.length} failed`);
  process.exitCode = bad.length === 0 && trials.length >= 150 ? 0 : 1;
}

function reportDefect(trials: readonly Trial[], defect: Defect): void {
  const bad = trials.filter(({ violations }) => violations.length > 0);
  for (const trial of bad) tell(trial);
  const caught = bad.length > 0;
  console.log(`${caught ? 'ok' : 'FAIL'} ${defect}: ${bad.length} of ${trials.length} pairs catch it`);
  console.log(caught ? '1 passed, 0 failed' : '0 passed, 1 failed');
  process.exitCode = caught ? 0 : 1;
}

function tell({ request, fault, violations, log }: Trial): void {
  console.log(`${request.situation}, ${request.name}, ${fault.name}:`);
  for (const violation of violations) console.log(`  ${violation}`);
  if (values.log) console.log(log);
}

function describe({ request, fault, slowestMs }: Trial): string {
  return `${(slowestMs / 1000).toFixed(1)} s (${request.situation}, ${request.name}, ${fault.name})`;
}
