import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** The last commit of 1.0.0; a clone without the whole history does not have it. */
const RELEASE = '681d0f5985e6cd1cf92f5fd21eed2c126d270821';

/**
 * Takes the root action's bundle of 1.0.0 from the history.
 *
 * @param folder where it is put
 * @returns the folder that holds its `dist/`
 * @throws Error when git does not have that commit
 */
export async function extractReleased(folder: string): Promise<string> {
  const run = promisify(execFile);
  const root = path.join(folder, '1.0.0');
  const archive = path.join(folder, '1.0.0.tar');
  await mkdir(root, { recursive: true });
  await run('git', ['archive', `--output=${archive}`, RELEASE, 'dist/prepare-dataset'], { cwd: ROOT });
  await run('tar', ['-xf', archive, '-C', root]);
  return root;
}
