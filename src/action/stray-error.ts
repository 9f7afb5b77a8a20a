import { basename } from 'node:path';
import { causesOf } from '../http/causes.ts';

/**
 * An error of which no part of a run heard, or a run that came to nothing. It has a name and a place only: its message
 * may quote a row.
 */
export class StrayError extends Error {
  constructor(what: string, cause?: unknown) {
    super(
      `${what}. Run the workflow again; if it happens again, it is a defect of the action: report it with this line.`,
      { cause },
    );
    this.name = 'StrayError';
  }
}

/**
 * Watches for errors that nobody awaits: rejected promises, what is thrown in an event, and a run
 * that waits for something that can never happen. Without it Node ends the process at once, and nothing is reported.
 *
 * @param onError called with the first of them
 * @returns a function that ends the watch, once the run has come to its end
 */
export function watchForStrayErrors(onError: (error: StrayError) => void): () => void {
  let isFirst = true;
  const report = (error: StrayError) => {
    process.exitCode = 1;
    if (isFirst) onError(error);
    isFirst = false;
  };
  const onStray = (error: unknown) => {
    report(
      new StrayError(`The run was stopped by an error that no part of it handled (${nameOf(error)})`, error),
    );
  };
  const onEnd = () =>
    report(new StrayError('The run stopped before its end: nothing was left that it could wait for'));
  process.on('uncaughtException', onStray).on('unhandledRejection', onStray).on('beforeExit', onEnd);
  return () => {
    process.off('beforeExit', onEnd);
    // What a stray error leaves behind may fail later, and Node would print it whole.
    if (isFirst) process.off('uncaughtException', onStray).off('unhandledRejection', onStray);
  };
}

/** Rejects with the stray error that aborts a signal, and with nothing else. */
export function strayErrorOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const look = () => {
      if (signal.reason instanceof StrayError) reject(signal.reason);
    };
    signal.addEventListener('abort', look, { once: true });
    look();
  });
}

/** Kind of an error, and the place in the bundle where it was made. */
function nameOf(error: unknown): string {
  const [{ name, code } = {}] = causesOf(error);
  const place = /\(?([^\s()]+:\d+:\d+)\)?$/m.exec(error instanceof Error ? (error.stack ?? '') : '')?.[1];
  return [name ?? typeof error, code, place === undefined ? undefined : `at ${basename(place)}`]
    .filter((part) => part !== undefined)
    .join(' ');
}
