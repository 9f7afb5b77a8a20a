// Publishes by the bundle once for each request × fault, then again without the fault, and checks after each run that
// readers see whole versions, that no tag moves and that the run told the truth. The same with one file of a commit
// damaged on its way or afterwards, and with a run of two datasets killed at each of its requests. Then proves that it
// would notice: a bundle with a defect must fail. With --broken <defect> only that is tried, with --bundle <script>
// another bundle, with --only pairs|tampering|kills that part, with --scenario <name> the pairs of one; --log prints the
// logs of violations.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Checks } from '../test/support/checks.ts';
import { PublishLab } from '../test/support/publish-lab/publish-lab.ts';
import { BundleHosts } from '../test/support/warm-bundle/bundle-hosts.ts';
import {
  copyBundle,
  DEFECT_NAMES,
  type Defect,
  type FoundBy,
  finderOf,
} from './fault-matrix/broken-bundle.ts';
import { type Kill, listKills, type NamedTrial, tryKill } from './fault-matrix/kills.ts';
import { isTelling, isWaiting, type Pair, pairUp } from './fault-matrix/pairs.ts';
import { printNamedViolations, reportTrials } from './fault-matrix/report.ts';
import { recordRequests } from './fault-matrix/requests.ts';
import { listTamperings, tryTampering } from './fault-matrix/tampering.ts';
import { type Trial, tryFault } from './fault-matrix/try-fault.ts';
import { runSideBySide } from './side-by-side.ts';

const FEWEST_PAIRS = 1500;
const AT_ONCE = 6;

const { values } = parseArgs({
  options: {
    bundle: {
      type: 'string',
      default: path.resolve(import.meta.dirname, '../dist/prepare-dataset/index.js'),
    },
    broken: { type: 'string' },
    only: { type: 'string' },
    scenario: { type: 'string' },
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

const isAsked = (part: FoundBy) => broken === undefined && [undefined, part].includes(values.only as FoundBy);
let tried = 0;

const hosts = new BundleHosts();
const lab = await PublishLab.start({ script, hosts });
try {
  const pairs = pairUp(await recordRequests(lab));
  const ofScenario = pairs.filter(({ request }) => request.scenario.name === values.scenario);
  await (values.scenario === undefined ? checkAll(pairs) : checkPairs(ofScenario));
} finally {
  await lab.close();
}
console.log(`Took ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`);
checks.close();

async function checkAll(pairs: readonly Pair[]): Promise<void> {
  const kills = await listKills(lab);
  if (isAsked('pairs')) await checkPairs(pairs);
  if (isAsked('tampering')) checkTrials('damages to one file', await tryAllTamperings(script));
  if (isAsked('kills')) checkTrials('kills of a run with two datasets', await tryAllKills(kills, script));
  if (broken === undefined && values.only === undefined)
    checks.check('enough pairs', tried >= FEWEST_PAIRS, `${tried} of ${FEWEST_PAIRS}`);
  const telling = {
    pairs: (bundle: string) => tryPairs(pairs.filter(isTelling), bundle),
    tampering: tryAllTamperings,
    kills: (bundle: string) => tryAllKills(kills.filter(isTellingKill), bundle),
  };
  await checkCopy();
  for (const defect of DEFECT_NAMES) {
    const isTried = broken === undefined ? isAsked(finderOf(defect)) : broken === defect;
    if (isTried) await checkDefect(defect, telling[finderOf(defect)]);
  }
}

async function checkPairs(pairs: readonly Pair[]): Promise<void> {
  const trials = await tryPairs(pairs, script);
  reportTrials(trials, { withLogs });
  const bad = trials.filter(({ violations }) => violations.length > 0).length;
  checks.add(trials.length - bad, bad);
  tried += trials.length;
}

function checkTrials(what: string, trials: readonly NamedTrial[]): void {
  const bad = printNamedViolations(trials, { withLogs });
  console.log(`${trials.length} ${what}: ${bad} with violations`);
  checks.add(trials.length - bad, bad);
  tried += trials.length;
}

function tryAllTamperings(bundle: string): Promise<NamedTrial[]> {
  const trials = listTamperings().map((tampering) => () => tryTampering(lab, tampering, bundle));
  return runSideBySide(trials, AT_ONCE);
}

function tryAllKills(kills: readonly Kill[], bundle: string): Promise<NamedTrial[]> {
  return runSideBySide(
    kills.map((kill) => () => tryKill(lab, kill, bundle)),
    AT_ONCE,
  );
}

/** Kills of one situation suffice to show a defect. */
function isTellingKill({ situation, when }: Kill): boolean {
  return situation === 'new' && when === 'after';
}

/** What a copy with a defect is caught by must be the defect: a copy without one is caught by nothing. */
async function checkCopy(): Promise<void> {
  const copy = await copyBundle(script, null);
  try {
    const [tampering] = listTamperings();
    const { violations } = await tryTampering(lab, tampering, copy.script);
    checks.same('a copy without a defect is caught by nothing', violations, []);
  } finally {
    await hosts.close(copy.script);
    await copy.remove();
  }
}

async function checkDefect(
  defect: Defect,
  tryBundle: (bundle: string) => Promise<readonly (Trial | NamedTrial)[]>,
): Promise<void> {
  const copy = await copyBundle(script, defect);
  try {
    const trials = await tryBundle(copy.script);
    const caught = trials.filter(({ violations }) => violations.length > 0);
    if (broken !== undefined) {
      for (const { violations, log } of caught)
        console.log(violations.join('; '), withLogs ? `\n${log}` : '');
    }
    checks.check(
      `${defect} is caught by ${caught.length} of ${trials.length} trials`,
      caught.length > 0,
      'it was not noticed',
    );
  } finally {
    await hosts.close(copy.script);
    await copy.remove();
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
