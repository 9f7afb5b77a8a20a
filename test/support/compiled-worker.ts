import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * Compiles `src/` as it is now, so that a thread runs what is written and not the committed bundle, and loads as fast. The
 * files are removed after the tests of the file.
 *
 * @param module path of the thread's module below `src/`, such as `spark/engine-worker`
 * @returns path of the module that a thread is started with
 */
export async function compiledWorker(module: string): Promise<string> {
  const outDir = path.join(ROOT, 'build', `test-${process.pid}-${path.basename(module)}`);
  afterAll(() => rm(outDir, { recursive: true, force: true }));
  const tsc = path.join(ROOT, 'node_modules', '.bin', 'tsc');
  await promisify(execFile)(tsc, ['--project', 'tsconfig.build.json', '--outDir', outDir], { cwd: ROOT });
  return path.join(outDir, `${module}.js`);
}
