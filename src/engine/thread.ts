import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DataFile } from '../model/file.ts';
import type { PrepareOptions } from './prepare.ts';
import type { ThreadRequest } from './workers/answer-requests.ts';

/**
 * A page of texts is garbage as soon as it is written, and these limits have it collected soon: at the peak of a run
 * of 1 M rows 377 MB instead of 560. A thread's own objects, those of one row group, take less than a tenth.
 */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1536 };

/** A thread that prepares a dataset: it is given no secret, and ended when the run is cancelled. */
export class PreparingThread {
  readonly #worker: Worker;
  readonly #name: string;
  readonly #signal: AbortSignal | undefined;
  /** Rejects with what the thread threw, or once it has ended. */
  readonly #ended: Promise<never>;
  #files: Promise<readonly DataFile[]> | undefined;

  /**
   * @param file the thread's bundle
   * @param job what it is started with
   * @param options.name of the dataset
   * @param options.transfer memory that is handed over to it
   */
  constructor(
    file: string,
    job: object,
    options: { name: string; transfer?: readonly ArrayBuffer[]; signal: AbortSignal | undefined },
  ) {
    const { name, transfer = [], signal } = options;
    this.#name = name;
    this.#signal = signal;
    this.#worker = new Worker(file, {
      workerData: job,
      transferList: [...transfer],
      resourceLimits: LIMITS,
      env: {},
    });
    this.#ended = this.#end();
    this.#ended.catch(() => undefined);
    signal?.addEventListener('abort', this.#abort);
  }

  /** Has the dataset split. @throws what the thread threw, or the reason of the signal */
  prepare<T>(how: PrepareOptions): Promise<T> {
    return this.#ask<T>({ prepare: how });
  }

  /** The data files, written when they are first asked for. @throws what the thread threw, or the reason of the signal */
  dataFiles(): Promise<readonly DataFile[]> {
    this.#files ??= this.#ask<readonly DataFile[]>('write');
    return this.#files;
  }

  /** The thread's next message. @throws what the thread threw, or the reason of the signal */
  async answer<T>(): Promise<T> {
    const [message] = await Promise.race([once(this.#worker, 'message'), this.#ended]);
    return message;
  }

  async close(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#abort);
    await this.#worker.terminate();
  }

  #ask<T>(request: ThreadRequest): Promise<T> {
    this.#worker.postMessage(request);
    return this.answer<T>();
  }

  async #end(): Promise<never> {
    const [code] = await once(this.#worker, 'exit');
    this.#signal?.throwIfAborted();
    throw new Error(`The thread that prepares ${this.#name} ended early, with ${code}.`);
  }

  readonly #abort = () => {
    void this.#worker.terminate();
  };
}
