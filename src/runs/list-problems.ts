import { describeFailure } from '../action/failure.ts';
import { writeSummary } from '../action/summary/write-summary.ts';
import { writeFailure } from '../report/write-failure.ts';

/** Checks inputs, of which the job summary lists what is wrong. @throws what the check throws */
export async function orListed<T>(check: () => T): Promise<T> {
  try {
    return check();
  } catch (error) {
    await writeSummary(`${writeFailure(describeFailure(error))}\n`);
    throw error;
  }
}
