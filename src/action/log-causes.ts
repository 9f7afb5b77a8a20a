import { debug } from '@actions/core';
import { causesOf } from '../http/causes.ts';

/**
 * Tells an error and its causes in the debug log, by their names and codes alone: their messages and stacks may quote
 * data.
 */
export function logCauses(error: unknown): void {
  for (const { name, code } of causesOf(error)) {
    debug(`caused by ${code === undefined ? name : `${name} ${code}`}`);
  }
}
