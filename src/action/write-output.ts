import { setOutput, warning } from '@actions/core';
import { isMasked } from './mask-secrets.ts';

/** Outputs that were warned about. */
const warned = new Set<string>();

/**
 * Sets an output of the step, and warns once of one that no other job will get: the runner drops a job output that holds a
 * masked value.
 *
 * @throws Error that says so when the runner's file for outputs cannot be written
 */
export function writeOutput(name: string, value: string): void {
  try {
    setOutput(name, value);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : '';
    throw new Error(
      `The output ${name} could not be set: GITHUB_OUTPUT names no file that can be written${code}. Check the runner's disk.`,
      { cause },
    );
  }
  if (warned.has(name) || !isMasked(value)) return;
  warned.add(name);
  warning(
    `The output ${name} contains a value of a secret, which the runner masks. GitHub drops it as a job output, so other jobs get an empty text. Choose a secret that is no part of a dataset's name or of a word, or rename the dataset.`,
    { title: `${name}: masked` },
  );
}
