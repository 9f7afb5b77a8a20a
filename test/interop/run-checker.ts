import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Checks } from '../support/checks.ts';

/** Runs one of the Python scripts beside this file and adds the checks it counts to ours. */
export async function runChecker(
  checks: Checks,
  python: string,
  script: string,
  ...args: readonly string[]
): Promise<void> {
  const child = spawn(python, [path.join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of child.stdout) printed += chunk;
  const count = /(\d+) passed, (\d+) failed\s*$/.exec(printed);
  for (const line of printed.split('\n'))
    if (/^FAIL/.test(line)) console.log(`${script} ${args.at(-1)}: ${line}`);
  if (count === null) {
    checks.check(`${script} ran to its end`, false, printed.slice(-300));
    return;
  }
  checks.add(Number(count[1]), Number(count[2]));
}
