import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Checks } from '../support/checks.ts';

/** A Python, and a folder of packages it has before its own. */
export interface PythonWith {
  readonly command: string;
  readonly packages: string;
}

/**
 * Runs a Python script and adds the checks it counts to ours.
 *
 * @param script name of one beside this file, or a whole path
 */
export async function runChecker(
  checks: Checks,
  python: string | PythonWith,
  script: string,
  ...args: readonly string[]
): Promise<void> {
  const { command, packages } = typeof python === 'string' ? { command: python, packages: '' } : python;
  const child = spawn(command, [path.resolve(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: packages === '' ? process.env : { ...process.env, PYTHONPATH: packages },
  });
  let printed = '';
  for await (const chunk of child.stdout) printed += chunk;
  const count = /(\d+) passed, (\d+) failed\s*$/.exec(printed);
  for (const line of printed.split('\n'))
    if (/^FAIL/.test(line)) console.log(`${path.basename(script)} ${args.at(-1)}: ${line}`);
  if (count === null) {
    checks.check(`${path.basename(script)} ran to its end`, false, printed.slice(-300));
    return;
  }
  checks.add(Number(count[1]), Number(count[2]));
}
