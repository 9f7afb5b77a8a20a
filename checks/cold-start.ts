// Starts each bundle with nothing but the presets beside it, as on a runner that holds nothing else: it must come to its
// complaint about the missing inputs, or words, and say nothing else. What a start costs is counted by cost.ts.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Checks } from '../test/support/checks.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const checks = new Checks();

for (const name of readdirSync(path.join(ROOT, 'dist'))) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cold-start-'));
  try {
    const bundle = path.join('dist', name);
    for (const part of [bundle, 'presets']) {
      cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
    }
    const options = { cwd: path.join(folder, bundle), env: {}, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['index.js'], options);
    const isClear =
      name === 'command'
        ? status === 2 && stdout === '' && stderr.startsWith('Choose a subcommand: prepare-dataset check|')
        : status === 1 && /^::error::The inputs cannot be used\./m.test(stdout) && stderr === '';
    checks.check(`${name} starts by itself`, isClear, `exit ${status}\n${stdout}${stderr}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
checks.close();
