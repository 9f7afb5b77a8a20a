import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DataFile } from '../model/file.ts';
import type { JobRequest, RowsJob } from './job.ts';
import type { PrepareOptions } from './prepare.ts';
import type { ComparedRows, RowIndex } from './row-index/row-index.ts';

/** Prepares and writes the rows of a dataset in a thread. See {@link RowsJob}. */
export interface Preparing<Settled, Prepared> {
  settle(): Promise<Settled>;
  prepare(how: PrepareOptions): Promise<Prepared>;
  /** Writes the data files, once. */
  write(): Promise<readonly DataFile[]>;
  /** Writes the row index. @param earlier index of the version before; null for none */
  index(earlier: ComparedRows | null): Promise<RowIndex>;
  /** Frees its memory. */
  close(): Promise<void>;
}

/** Prepares a dataset in this thread. */
export class PreparingHere<Settled, Prepared> implements Preparing<Settled, Prepared> {
  readonly #job: RowsJob<Settled, Prepared>;

  constructor(job: RowsJob<Settled, Prepared>) {
    this.#job = job;
  }

  async settle(): Promise<Settled> {
    return this.#job.settle();
  }

  async prepare(how: PrepareOptions): Promise<Prepared> {
    return this.#job.prepare(how);
  }

  async write(): Promise<readonly DataFile[]> {
    return this.#job.write();
  }

  index(earlier: ComparedRows | null): Promise<RowIndex> {
    return this.#job.index(earlier);
  }

  async close(): Promise<void> {}
}

/** What a thread is started with: names its kind of rows, and where they are. */
export interface ThreadJob {
  readonly kind: string;
}

/**
 * A page of texts is garbage as soon as it is written, and these limits have it collected soon: at the peak of a run
 * of 1 M rows 377 MB instead of 560. A thread's own objects, those of one row group, take less than a tenth.
 */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1536 };

/** A thread that prepares a dataset: it is given no secret, and ended when the run is cancelled. */
export class PreparingThread<Settled, Prepared> implements Preparing<Settled, Prepared> {
  readonly #worker: Worker;
  readonly #name: string;
  readonly #signal: AbortSignal | undefined;
  /** Rejects with what the thread threw, or once it has ended. */
  readonly #ended: Promise<never>;

  /**
   * @param file the thread's bundle
   * @param job what it is started with
   * @param options.name of the dataset
   * @param options.transfer memory that is handed over to it
   */
  constructor(
    file: string,
    job: ThreadJob,
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

  /** @throws what the thread threw, or the reason of the signal */
  settle(): Promise<Settled> {
    return this.#ask<Settled>('settle');
  }

  /** @throws what the thread threw, or the reason of the signal */
  prepare(how: PrepareOptions): Promise<Prepared> {
    return this.#ask<Prepared>({ prepare: how });
  }

  /** @throws what the thread threw, or the reason of the signal */
  write(): Promise<readonly DataFile[]> {
    return this.#ask<readonly DataFile[]>('write');
  }

  /** @throws what the thread threw, or the reason of the signal */
  index(earlier: ComparedRows | null): Promise<RowIndex> {
    return this.#ask<RowIndex>({ index: earlier });
  }

  async close(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#abort);
    await this.#worker.terminate();
  }

  async #ask<T>(request: JobRequest): Promise<T> {
    this.#worker.postMessage(request);
    const [message] = await Promise.race([once(this.#worker, 'message'), this.#ended]);
    return message;
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
