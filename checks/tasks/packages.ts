import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { PythonWith } from '../../test/interop/run-checker.ts';

/**
 * Installs the packages of a requirements file beside this one into a folder of their own, which comes before what
 * Python has: the large packages that two versions of `datasets` need alike are installed once.
 *
 * @throws Error when pip fails
 */
export async function installPackages(
  python: string,
  requirements: string,
  folder: string,
): Promise<PythonWith> {
  const packages = path.join(folder, path.basename(requirements, '.txt'));
  const file = path.join(import.meta.dirname, requirements);
  const options = ['--quiet', '--disable-pip-version-check', '--no-deps', '--no-compile'];
  const child = spawn(
    python,
    ['-m', 'pip', 'install', ...options, '--target', packages, '--requirement', file],
    { stdio: 'inherit' },
  );
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`pip could not install ${requirements} (${code}).`);
  return { command: python, packages };
}
