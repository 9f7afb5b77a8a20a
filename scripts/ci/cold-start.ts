// Starts each bundle alone in an empty folder, as a runner that holds nothing else, and prints how long it takes to
// come to its first complaint about the missing inputs, beside the time Node itself takes to start.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Checks } from '../../test/support/checks.ts';

const DIST = path.resolve(import.meta.dirname, '../../dist');
const RUNS = 9;
const checks = new Checks();

for (const name of readdirSync(DIST)) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cold-start-'));
  try {
    cpSync(path.join(DIST, name), folder, { recursive: true });
    const { status, stdout, stderr } = start('index.js', folder);
    const isClear = status === 1 && /^::error::The inputs cannot be used\./m.test(stdout) && stderr === '';
    const bundle = medianMs(() => start('index.js', folder));
    const bare = medianMs(() => start('--eval=0', folder));
    const times = `${bundle.toFixed(0)} ms to start, ${bare.toFixed(0)} ms of them Node's own`;
    checks.check(`${name}: ${times}`, isClear, `exit ${status}\n${stdout}${stderr}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
checks.close();

function start(argument: string, cwd: string) {
  return spawnSync(process.execPath, [argument], { cwd, env: {}, encoding: 'utf8' });
}

function medianMs(run: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const startedAt = performance.now();
    run();
    return performance.now() - startedAt;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}
