// Publishes by the bundle once for each request × fault, then again without the fault, and checks after each run that
// readers see whole versions, that no tag moves and that the run told the truth. The same with one file of a commit
// damaged on its way or afterwards, and with a run of two datasets killed at each of its requests. Then proves that it
// would notice: a bundle with a defect must fail. With --broken <defect> only that is tried, with --bundles <folder>
// the bundles of another folder than dist, with --only pairs|tampering|kills that part, with --scenario <name> the pairs
// of one or, given again, of several; --log prints the logs of violations.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Checks } from '../test/support/checks.ts';
import { PublishLab } from '../test/support/publish-lab/publish-lab.ts';
import { BundleHosts } from '../test/support/warm-bundle/bundle-hosts.ts';
import {
  changeOf,
  copyBundles,
  DEFECT_NAMES,
  type Defect,
  type FoundBy,
} from './fault-matrix/broken-bundle.ts';
import { type Kill, listKills, type NamedTrial, tryKill } from './fault-matrix/kills.ts';
import { isTelling, isWaiting, type Pair, pairUp } from './fault-matrix/pairs.ts';
import { printNamedViolations, reportTrials } from './fault-matrix/report.ts';
import { type PublishRequest, recordRequests } from './fault-matrix/requests.ts';
import { listTamperings, tryTampering } from './fault-matrix/tampering.ts';
import { type Trial, tryFault } from './fault-matrix/try-fault.ts';
import { runSideBySide } from './side-by-side.ts';

const FEWEST_PAIRS = 2200;
const AT_ONCE = 6;

const { values } = parseArgs({
  options: {
    bundles: { type: 'string', default: path.resolve(import.meta.dirname, '../dist') },
    broken: { type: 'string' },
    only: { type: 'string' },
    scenario: { type: 'string', multiple: true },
    log: { type: 'boolean', default: false },
  },
});
const bundles = path.resolve(values.bundles);
const { broken } = values;
if (broken !== undefined && !DEFECT_NAMES.some((name) => name === broken))
  throw new Error(`--broken takes ${DEFECT_NAMES.join(' or ')}`);
const withLogs = values.log;
const checks = new Checks();
const startedAt = performance.now();

const isAsked = (part: FoundBy) => broken === undefined && [undefined, part].includes(values.only as FoundBy);
let tried = 0;

const hosts = new BundleHosts();
const lab = await PublishLab.start({
  script: path.join(bundles, 'prepare-dataset', 'index.js'),
  hosts,
});
try {
  const requests = await recordRequests(lab);
  const pairs = pairUp(requests);
  const ofScenario = pairs.filter(({ request }) => values.scenario?.includes(request.scenario.name));
  if (values.scenario !== undefined && ofScenario.length === 0)
    throw new Error(`no scenario is called ${values.scenario.join(' or ')}`);
  if (isAsked('pairs')) await checkHosts(requests);
  await (values.scenario === undefined ? checkAll(pairs) : checkPairs(ofScenario));
} finally {
  await lab.close();
}
console.log(`Took ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`);
checks.close();

async function checkAll(pairs: readonly Pair[]): Promise<void> {
  const kills = await listKills(lab);
  if (isAsked('pairs')) await checkPairs(pairs);
  if (isAsked('tampering')) checkTrials('damages to one file', await tryAllTamperings(bundles));
  if (isAsked('kills')) checkTrials('kills of a run with two datasets', await tryAllKills(kills, bundles));
  if (broken === undefined && values.only === undefined)
    checks.check('enough pairs', tried >= FEWEST_PAIRS, `${tried} of ${FEWEST_PAIRS}`);
  const telling: Record<FoundBy, (folder: string, defect: Defect) => Promise<(Trial | NamedTrial)[]>> = {
    pairs: (folder, defect) =>
      tryPairs(
        pairs.filter((pair) => isTelling(pair, changeOf(defect))),
        folder,
      ),
    tampering: tryAllTamperings,
    kills: (folder) => tryAllKills(kills.filter(isTellingKill), folder),
  };
  await checkCopy();
  for (const defect of DEFECT_NAMES) {
    const { foundBy } = changeOf(defect);
    const isTried = broken === undefined ? isAsked(foundBy) : broken === defect;
    if (isTried) await checkDefect(defect, telling[foundBy]);
  }
}

/** What one process runs many times must do as in a process of its own. */
async function checkHosts(requests: readonly PublishRequest[]): Promise<void> {
  const own = await recordRequests(lab, { hosts: undefined });
  const [asked, expected] = [requests, own].map((each) =>
    each
      .map(({ scenario, peer, method, path, skip }) => `${scenario.name}: ${peer} ${method} ${path} ${skip}`)
      .sort(),
  );
  checks.same('a run asks the same as in a process of its own', asked, expected);
}

async function checkPairs(pairs: readonly Pair[]): Promise<void> {
  const trials = await tryPairs(pairs, bundles);
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

function tryAllTamperings(folder: string): Promise<NamedTrial[]> {
  const trials = listTamperings().map((tampering) => () => tryTampering(lab, tampering, folder));
  return runSideBySide(trials, AT_ONCE);
}

function tryAllKills(kills: readonly Kill[], folder: string): Promise<NamedTrial[]> {
  return runSideBySide(
    kills.map((kill) => () => tryKill(lab, kill, folder)),
    AT_ONCE,
  );
}

/** Kills of one situation suffice to show a defect. */
function isTellingKill({ situation, when }: Kill): boolean {
  return situation === 'new' && when === 'after';
}

/** What a copy with a defect is caught by must be the defect: a copy without one is caught by nothing. */
async function checkCopy(): Promise<void> {
  const copy = await copyBundles(bundles, null);
  try {
    const [tampering] = listTamperings();
    const { violations } = await tryTampering(lab, tampering, copy.bundles);
    checks.same('a copy without a defect is caught by nothing', violations, []);
  } finally {
    await hosts.close(copy.bundles);
    await copy.remove();
  }
}

async function checkDefect(
  defect: Defect,
  tryAll: (folder: string, defect: Defect) => Promise<readonly (Trial | NamedTrial)[]>,
): Promise<void> {
  const copy = await copyBundles(bundles, defect);
  try {
    const trials = await tryAll(copy.bundles, defect);
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
    await hosts.close(copy.bundles);
    await copy.remove();
  }
}

/** Tries pairs, with those that wait beside those that work. */
async function tryPairs(pairs: readonly Pair[], folder: string): Promise<Trial[]> {
  const { waiting = [], working = [] } = Object.groupBy(pairs, (pair) =>
    isWaiting(pair) ? 'waiting' : 'working',
  );
  const groups = [waiting, working].map((group) =>
    runSideBySide(
      group.map((pair) => () => tryFault(lab, pair, folder)),
      AT_ONCE,
    ),
  );
  return (await Promise.all(groups)).flat();
}
