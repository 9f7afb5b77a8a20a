import { setOutput } from '@actions/core';

/** Sets an output of the step. @throws Error that says so when the runner's file for outputs cannot be written */
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
}
