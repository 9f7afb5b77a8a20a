import { causesOf } from '../http/causes.ts';
import type { Surroundings } from '../model/surroundings.ts';

/**
 * Tells an error and its causes in the debug log, by their names and codes alone: their messages and stacks may quote
 * data.
 */
export function logCauses({ debug }: Surroundings, error: unknown): void {
  for (const { name, code } of causesOf(error)) {
    debug(`caused by ${code === undefined ? name : `${name} ${code}`}`);
  }
}
