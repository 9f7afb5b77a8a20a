import type { ReadRows, UsableRows } from './engine.ts';
import { PreparingThread } from './thread.ts';
import type { Turns } from './turns.ts';

export interface ThreadOptions {
  /** Bundle of the thread. */
  readonly workerFile: string;
  readonly signal: AbortSignal | undefined;
  /** Bounds how many threads prepare at once. */
  readonly turns: Turns;
  /** Called when the rows are not needed any more. */
  readonly onClose: () => void;
}

/** Rows of a dataset that a thread of their own settles, prepares and writes. */
export class ThreadRows implements ReadRows {
  readonly #start: () => PreparingThread;
  readonly #usable: (thread: PreparingThread) => Promise<UsableRows>;
  readonly #onClose: () => void;
  #thread: PreparingThread | undefined;
  #isClosed = false;

  /**
   * @param name of the dataset
   * @param job what the thread is started with
   * @param usable asks it for the rows that are of use
   */
  constructor(
    name: string,
    job: object,
    { workerFile, signal, onClose }: ThreadOptions,
    usable: (thread: PreparingThread) => Promise<UsableRows>,
  ) {
    this.#start = () => new PreparingThread(workerFile, job, { name, signal });
    this.#usable = usable;
    this.#onClose = onClose;
  }

  settle(): Promise<UsableRows> {
    this.#thread = this.#start();
    return this.#usable(this.#thread);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#thread?.close();
    this.#onClose();
  }
}
