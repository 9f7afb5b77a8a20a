// Fails when a row costs more than it did: blocks of code run and bytes of memory asked for, stage by stage, which are
// the same from run to run where time is not, the size of the bundles, and what is loaded and run at the start.
// A change that is meant is accepted by `node checks/cost.ts --update`, which writes cost/baseline.json.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Checks } from '../test/support/checks.ts';
import { startCosts } from './cost/start.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const BASELINE = path.join(import.meta.dirname, 'cost', 'baseline.json');
/** Largest growth that is let pass, as a share. */
const TOLERANCE = 0.05;
/** Nothing is optimized away, and a new space too large to be collected keeps every byte in sight. */
const FLAGS = [
  '--disable-warning=ExperimentalWarning',
  '--no-opt',
  '--no-maglev',
  '--no-sparkplug',
  '--min-semi-space-size=1024',
  '--max-semi-space-size=1024',
];

const costs = { ...rowCosts('steps'), ...rowCosts('bytes'), ...bundleSizes(), ...startCosts() };
if (process.argv.includes('--update')) writeFileSync(BASELINE, `${JSON.stringify(costs, null, 2)}\n`);
const baseline: Record<string, number> = JSON.parse(readFileSync(BASELINE, 'utf8'));
const checks = new Checks();
for (const [name, cost] of Object.entries(costs)) {
  const accepted = baseline[name] ?? 0;
  const change = `${(100 * (cost / accepted - 1)).toFixed(1)} %`;
  const advice = `more than ${accepted} by over ${100 * TOLERANCE} %; if that is meant, run this with --update`;
  checks.check(`${name}: ${cost} (${change})`, cost <= accepted * (1 + TOLERANCE), advice);
}
checks.close();

function rowCosts(kind: 'steps' | 'bytes'): Record<string, number> {
  const script = path.join(import.meta.dirname, 'cost', 'measure.ts');
  const output = execFileSync(process.execPath, [...FLAGS, script, kind], { encoding: 'utf8' });
  const stages: [string, number][] = Object.entries(JSON.parse(output));
  return Object.fromEntries(
    stages.map(([stage, cost]) => [`${stage}: ${kind} a row`, Math.round(cost * 10) / 10]),
  );
}

function bundleSizes(): Record<string, number> {
  const dist = path.join(ROOT, 'dist');
  return Object.fromEntries(
    readdirSync(dist).map((name) => [
      `${name}: bytes to load at the start`,
      statSync(path.join(dist, name, 'index.js')).size,
    ]),
  );
}
