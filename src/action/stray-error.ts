import { basename } from 'node:path';
import { causesOf } from '../http/causes.ts';

/**
 * An error that no part of a run handled, or a run that never ended. It has only a name and a place: its message may
 * quote a row.
 */
export class StrayError extends Error {
  constructor(what: string, cause?: unknown) {
    super(
      `${what}. Run the workflow again. If it happens again, report this line as a defect of the action.`,
      { cause },
    );
    this.name = 'StrayError';
  }
}

/**
 * Watches for errors that no code awaits: rejected promises, errors thrown in events, and a run that waits for
 * something that can never happen. Otherwise Node would end the process at once, without any report.
 *
 * @param onError called with the first of them
 * @returns a function that ends the watch
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
    report(
      new StrayError('The run stopped before its end, because it waited for something that could not happen'),
    );
  process.on('uncaughtException', onStray).on('unhandledRejection', onStray).on('beforeExit', onEnd);
  return () => {
    process.off('beforeExit', onEnd);
    // After a stray error more errors may follow, and Node would print them in full.
    if (isFirst) process.off('uncaughtException', onStray).off('unhandledRejection', onStray);
  };
}

/** Rejects with the stray error that aborts a signal, and with no other reason. */
export function strayErrorOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const look = () => {
      if (signal.reason instanceof StrayError) reject(signal.reason);
    };
    signal.addEventListener('abort', look, { once: true });
    look();
  });
}

/** Returns the kind of an error, and the place in the bundle where it was created. */
function nameOf(error: unknown): string {
  const [{ name, code } = {}] = causesOf(error);
  const place = /\(?([^\s()]+:\d+:\d+)\)?$/m.exec(error instanceof Error ? (error.stack ?? '') : '')?.[1];
  return [name ?? typeof error, code, place === undefined ? undefined : `at ${basename(place)}`]
    .filter((part) => part !== undefined)
    .join(' ');
}
