import { statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from './usage-error.ts';

/**
 * Finds the file that declares the datasets, and the folder that it may read SQL files from: the current one, or that of
 * a file elsewhere.
 *
 * @param given path as the person wrote it
 * @returns variables and inputs as the action's steps have them
 * @throws UsageError when there is no such file
 */
export function fileEnvironment(given: string): NodeJS.ProcessEnv {
  const file = path.resolve(given);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new UsageError(`There is no file ${JSON.stringify(given)} in ${process.cwd()}. Check the path.`);
  }
  if (stats.isDirectory()) throw new UsageError(`${JSON.stringify(given)} is a folder. Name a file in it.`);
  const below = path.relative(process.cwd(), file);
  const isBelow = !path.isAbsolute(below) && below.split(path.sep)[0] !== '..';
  return isBelow
    ? { GITHUB_WORKSPACE: process.cwd(), INPUT_CONFIG: below }
    : { GITHUB_WORKSPACE: path.dirname(file), INPUT_CONFIG: path.basename(file) };
}

/** Returns the path of a folder as the person wrote it. @throws UsageError if there is no such folder */
export function existingFolder(given: string): string {
  if (statSync(given, { throwIfNoEntry: false })?.isDirectory()) return given;
  throw new UsageError(`There is no folder ${JSON.stringify(given)} in ${process.cwd()}. Check the path.`);
}

/** Returns flags as the inputs of a step. */
export function inputEnvironment(flags: ReadonlyMap<string, string | true>): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Array.from(flags, ([name, value]) => [`INPUT_${name.toUpperCase()}`, String(value)]),
  );
}

/** Returns the variables of the process without inputs of a step, which are not meant for a command. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('INPUT_')));
}
