import path from 'node:path';
import { RowCollector } from '../dataset/rows/collect-rows.ts';
import { TextRanker } from '../dataset/rows/rank.ts';
import { TextIndex } from '../dataset/rows/text-index.ts';
import type { ReadingPlan } from '../pipeline/plan-reading.ts';
import type { Corrections, Progress, ReadRows } from '../pipeline/ports.ts';
import { readPlan } from '../pipeline/read-plan.ts';
import type { DatasetTarget, RowEngine } from '../pipeline/settings.ts';
import { MOST_CONFLICT_IDS } from '../report/dataset-report.ts';
import { LimitedCollector } from '../spill/limited-collector.ts';
import { removeAbandoned, SpillFolder } from '../spill/spill-folder.ts';
import type { SpillStore } from '../spill/spill-store.ts';
import { memoryRows } from './memory-rows.ts';
import { createPreparer, type Prepare } from './preparer.ts';
import { spilledRows } from './spilled-rows.ts';
import { createTurns } from './turns.ts';

export interface RowEngineOptions {
  /** Bytes the process may take before rows go to disk. */
  readonly memoryLimit: number;
  /** Rows between two looks at the memory. */
  readonly rowsALook?: number;
  /** Folder below which rows are put. */
  readonly temp: string;
  /** Prepares rows that are in memory; by default in threads. */
  readonly prepare?: Prepare;
  /** Bundle of the thread that prepares rows on disk. */
  readonly workerFile?: string;
  readonly signal?: AbortSignal;
}

/**
 * Cleans, labels and deduplicates rows as they arrive. They are kept in memory up to a limit and past that on disk, which
 * makes no difference to what is published.
 */
export function createRowEngine(options: RowEngineOptions): RowEngine {
  return {
    async read(corrections, plans, progress) {
      const sweeping = removeAbandoned(options.temp);
      const reading = new Reading(options, progress);
      try {
        for (const plan of plans) await reading.read(corrections, plan);
        await sweeping;
        return reading.end();
      } catch (error) {
        reading.abandon();
        throw error;
      }
    },
  };
}

/** What has been read; datasets share the texts. */
class Reading {
  readonly #options: RowEngineOptions;
  readonly #progress: Progress;
  readonly #folder: SpillFolder;
  readonly #indexes = new Map<number, TextIndex>();
  readonly #rows = new Map<DatasetTarget, ReadRows>();
  #plans = 0;
  /** Bytes of the rows in memory, beside their texts. */
  #rowBytes = 0;
  readonly #turns: ReturnType<typeof createTurns>;
  /** Datasets on disk whose rows are still needed. */
  #onDisk = 0;

  constructor(options: RowEngineOptions, progress: Progress) {
    this.#options = options;
    this.#progress = progress;
    this.#folder = new SpillFolder(options.temp);
    this.#turns = createTurns(options.memoryLimit);
  }

  async read(corrections: Corrections, plan: ReadingPlan): Promise<void> {
    const { targets, datasets, seed } = plan;
    const index = this.#indexes.get(seed) ?? new TextIndex(new TextRanker(seed));
    this.#indexes.set(seed, index);
    const collector = new RowCollector(datasets, index, seed, await loadPii(plan));
    const limited = this.#limit(collector, plan);
    try {
      await readPlan(corrections, plan, { collector: limited, progress: this.#progress });
      limited.store?.close();
    } catch (error) {
      limited.store?.abandon();
      throw error;
    }
    if (limited.store === null) {
      this.#rowBytes += collector.bytes;
      for (const [number, rows] of collector.finish().entries()) {
        const { prepare = createPreparer({ signal: this.#options.signal }) } = this.#options;
        this.#rows.set(targets[number], memoryRows(datasets[number].shape, rows, prepare));
      }
      return;
    }
    for (const [number, target] of targets.entries()) {
      this.#onDisk++;
      this.#rows.set(target, this.#spilled(number, plan, { collector, store: limited.store }));
    }
  }

  end(): ReadonlyMap<DatasetTarget, ReadRows> {
    for (const index of this.#indexes.values()) index.close();
    return this.#rows;
  }

  abandon(): void {
    this.#folder.close();
  }

  #limit(collector: RowCollector, { targets, datasets, ordered }: ReadingPlan): LimitedCollector {
    const names = targets.map(({ definition }) => definition.name).join(' and ');
    return new LimitedCollector(collector, datasets, {
      rowsALook: this.#options.rowsALook ?? ROWS_A_LOOK,
      limit: this.#options.memoryLimit,
      bytesElsewhere: () => {
        const texts = [...this.#indexes.values()].reduce((sum, { bytes }) => sum + bytes, 0);
        return this.#rowBytes + texts;
      },
      mustStay: ordered,
      folder: () => this.#folder.open(),
      name: `plan${this.#plans++}`,
      events: {
        onSpill: (rows) => this.#progress.spilling(names, rows, this.#folder.freeBytes()),
        onStay: () => this.#progress.exceedingMemory(names),
      },
    });
  }

  #spilled(
    number: number,
    { targets, datasets }: ReadingPlan,
    { collector, store }: { collector: RowCollector; store: SpillStore },
  ): ReadRows {
    const { shape, layout, annotators } = datasets[number];
    const { signal, workerFile = WORKER_FILE } = this.#options;
    const source = {
      shape,
      annotators,
      isAnnotated: layout.annotator !== null,
      isTimed: layout.time !== null,
      folder: this.#folder.open(),
      ...store.rowsOf(number),
      shares: targets[number].fractions,
      mostConflictIds: MOST_CONFLICT_IDS,
    };
    const onClose = () => {
      if (--this.#onDisk === 0) this.#folder.close();
    };
    return spilledRows({ source, read: collector.counts()[number] }, store.dropped[number].files, {
      workerFile,
      signal,
      turns: this.#turns,
      onClose,
    });
  }
}

const ROWS_A_LOOK = 4096;
const WORKER_FILE = path.join(import.meta.dirname, 'spill-worker', 'index.js');

/** Loads what finds personal data: few datasets have it looked for, and the numbering plans of the world are large. */
async function loadPii({ datasets }: ReadingPlan) {
  if (datasets.every(({ pii }) => pii === null)) return null;
  const { openPiiReader } = await import('../dataset/pii/pii-reader.ts');
  return openPiiReader;
}
