import { causesOf } from '../http/causes.ts';
import type { Surroundings } from '../model/surroundings.ts';

/**
 * Logs an error and its causes for debugging, by their names and codes only: their messages and stacks may quote data.
 */
export function logCauses({ debug }: Surroundings, error: unknown): void {
  for (const { name, code } of causesOf(error)) {
    debug(`caused by ${code === undefined ? name : `${name} ${code}`}`);
  }
}
