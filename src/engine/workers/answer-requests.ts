import { parentPort } from 'node:worker_threads';
import type { PrepareOptions } from '../prepare.ts';

/** What a thread is asked for, in this order; each once. */
export type ThreadRequest = { readonly prepare: PrepareOptions } | 'write';

/** Answers the requests of the main thread. An error ends the thread, which the main thread is told as an event. */
export function answerRequests(answers: {
  readonly prepare: (how: PrepareOptions) => object;
  readonly write: () => object | Promise<object>;
}): void {
  parentPort?.on('message', async (request: ThreadRequest) => {
    parentPort?.postMessage(request === 'write' ? await answers.write() : answers.prepare(request.prepare));
  });
}
