// Publishes by the bundle once for each request × fault, then again without the fault, and checks after each run that
// readers see whole versions, that no tag moves and that the run told the truth. Then proves that it would notice: a
// bundle with a defect must fail. With --broken <defect> only that is tried, with --bundle <script> another bundle;
// --log prints the logs of violations.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Checks } from '../../test/support/checks.ts';
import { PublishLab } from '../../test/support/publish-lab/publish-lab.ts';
import { breakBundle, DEFECT_NAMES, type Defect } from './fault-matrix/broken-bundle.ts';
import { isTelling, isWaiting, type Pair, pairUp } from './fault-matrix/pairs.ts';
import { printViolations, reportTrials } from './fault-matrix/report.ts';
import { recordRequests } from './fault-matrix/requests.ts';
import { type Trial, tryFault } from './fault-matrix/try-fault.ts';
import { runSideBySide } from './side-by-side.ts';

const FEWEST_PAIRS = 150;
const AT_ONCE = 6;

const { values } = parseArgs({
  options: {
    bundle: {
      type: 'string',
      default: path.resolve(import.meta.dirname, '../../dist/prepare-dataset/index.js'),
    },
    broken: { type: 'string' },
    log: { type: 'boolean', default: false },
  },
});
const script = path.resolve(values.bundle);
const { broken } = values;
if (broken !== undefined && !DEFECT_NAMES.some((name) => name === broken))
  throw new Error(`--broken takes ${DEFECT_NAMES.join(' or ')}`);
const withLogs = values.log;
const checks = new Checks();
const startedAt = performance.now();

const lab = await PublishLab.start({ script });
try {
  const pairs = pairUp(await recordRequests(lab));
  if (broken === undefined) await checkPairs(pairs);
  for (const defect of DEFECT_NAMES) {
    if (broken === undefined || broken === defect) await checkDefect(defect, pairs.filter(isTelling));
  }
} finally {
  await lab.close();
}
console.log(`Took ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`);
checks.close();

async function checkPairs(pairs: readonly Pair[]): Promise<void> {
  const trials = await tryPairs(pairs, script);
  reportTrials(trials, { withLogs });
  const bad = trials.filter(({ violations }) => violations.length > 0).length;
  checks.add(trials.length - bad, bad);
  checks.check('enough pairs', trials.length >= FEWEST_PAIRS, `${trials.length} of ${FEWEST_PAIRS}`);
}

async function checkDefect(defect: Defect, pairs: readonly Pair[]): Promise<void> {
  const copy = await breakBundle(script, defect);
  try {
    const trials = await tryPairs(pairs, copy);
    if (broken !== undefined) printViolations(trials, { withLogs });
    const caught = trials.filter(({ violations }) => violations.length > 0).length;
    checks.check(
      `${defect} is caught by ${caught} of ${trials.length} pairs`,
      caught > 0,
      'it was not noticed',
    );
  } finally {
    await rm(path.dirname(copy), { recursive: true });
  }
}

/** Tries pairs, with those that wait beside those that work. */
async function tryPairs(pairs: readonly Pair[], bundle: string): Promise<Trial[]> {
  const { waiting = [], working = [] } = Object.groupBy(pairs, (pair) =>
    isWaiting(pair) ? 'waiting' : 'working',
  );
  const groups = [waiting, working].map((group) =>
    runSideBySide(
      group.map((pair) => () => tryFault(lab, pair, bundle)),
      AT_ONCE,
    ),
  );
  return (await Promise.all(groups)).flat();
}
