import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BUNDLE = 'dist/prepare-dataset';
/** The last commit of 1.0.0; a clone without the whole history does not have it. */
const RELEASE = '681d0f5985e6cd1cf92f5fd21eed2c126d270821';

/** Takes the root action's bundle of 1.0.0 from the history; see {@link extractBundle}. */
export function extractReleased(folder: string): Promise<string> {
  return extractBundle(folder, { name: '1.0.0', commit: RELEASE, paths: [BUNDLE] });
}

/**
 * Takes the root action's bundle of a commit from the history.
 *
 * @param folder where it is put, in a folder of this name
 * @param options.paths what is taken: the bundle, and by default the presets it reads
 * @returns the folder that holds its `dist/`
 * @throws Error when git does not have that commit
 */
export async function extractBundle(
  folder: string,
  { name, commit, paths = [BUNDLE, 'presets'] }: { name: string; commit: string; paths?: readonly string[] },
): Promise<string> {
  const run = promisify(execFile);
  const root = path.join(folder, name);
  const archive = path.join(folder, `${name}.tar`);
  await mkdir(root, { recursive: true });
  await run('git', ['archive', `--output=${archive}`, commit, ...paths], { cwd: ROOT });
  await run('tar', ['-xf', archive, '-C', root]);
  return root;
}
