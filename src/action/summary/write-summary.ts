import { info, summary } from '@actions/core';

/** Writes the job summary; a runner that gives no place for one gets it in the log's stead of a failure. */
export async function writeSummary(markdown: string): Promise<void> {
  try {
    await summary.addRaw(markdown).write();
  } catch {
    info('The job summary could not be written: GITHUB_STEP_SUMMARY names no writable file.');
  }
}
