// Starts each bundle alone in an empty folder, as a runner that holds nothing else: it must come to its complaint about
// the missing inputs, and say nothing else. What a start costs is counted by cost.ts.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Checks } from '../test/support/checks.ts';

const DIST = path.resolve(import.meta.dirname, '../dist');
const checks = new Checks();

for (const name of readdirSync(DIST)) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cold-start-'));
  try {
    cpSync(path.join(DIST, name), folder, { recursive: true });
    const options = { cwd: folder, env: {}, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['index.js'], options);
    const isClear = status === 1 && /^::error::The inputs cannot be used\./m.test(stdout) && stderr === '';
    checks.check(`${name} starts by itself`, isClear, `exit ${status}\n${stdout}${stderr}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
checks.close();
