import { describeFailure } from '../action/failure.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { writeFailure } from '../report/write-failure.ts';

/** Checks inputs, and lists their problems in the job summary. @throws what the check throws */
export async function orListed<T>({ summary }: Surroundings, check: () => T): Promise<T> {
  try {
    return check();
  } catch (error) {
    await summary(`${writeFailure(describeFailure(error))}\n`);
    throw error;
  }
}
