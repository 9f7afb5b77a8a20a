import { describeFailure } from '../action/failure.ts';
import { renderFailure } from '../action/summary/failure-section.ts';
import { writeSummary } from '../action/summary/write-summary.ts';

/** Checks inputs, of which the job summary lists what is wrong. @throws what the check throws */
export async function orListed<T>(check: () => T): Promise<T> {
  try {
    return check();
  } catch (error) {
    await writeSummary(`${renderFailure(describeFailure(error))}\n`);
    throw error;
  }
}
