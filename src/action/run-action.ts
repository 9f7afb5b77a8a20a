import { debug, setFailed } from '@actions/core';

/**
 * Runs an action to its end: the one place that fails the job. An error is told once, in its own words; its stack
 * and the messages of its causes, which may quote data, are never printed, only the causes' names and codes, and
 * those in the debug log.
 *
 * @param main resolves to false when the job must fail and why has been told already
 */
export async function runAction(main: () => Promise<boolean>): Promise<void> {
  try {
    if (!(await main())) process.exitCode = 1;
  } catch (error) {
    setFailed(error instanceof Error ? error.message : String(error));
    for (const cause of causesOf(error)) debug(`caused by ${cause}`);
  }
}

function* causesOf(error: unknown): Generator<string> {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    yield 'code' in cause ? `${cause.name} ${cause.code}` : cause.name;
  }
}
