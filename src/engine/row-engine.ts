import type { Corrections } from '../model/corrections.ts';
import type { Progress } from '../model/progress.ts';
import type { DatasetTarget } from '../model/target.ts';
import type { DiskJobSource } from './disk/disk-job.ts';
import { mergedRuns } from './disk/dropped-runs.ts';
import { LimitedCollector, processBytes } from './disk/limited-collector.ts';
import type { SpilledSource } from './disk/partition-reader.ts';
import { removeAbandoned, SpillFolder } from './disk/spill-folder.ts';
import type { SpillStore } from './disk/spill-store.ts';
import { MOST_CONFLICT_IDS, type ReadingPlan, type ReadRows, type RowEngine } from './engine.ts';
import { EarlySketches } from './near-duplicates/early-sketches.ts';
import { createPreparer, type Prepare, WORKER_FILE } from './preparer.ts';
import { readPlan } from './read-plan.ts';
import { type LoadedReaders, RowCollector } from './rows/collect-rows.ts';
import type { CollectedDataset, CollectedRows } from './rows/dataset-collector.ts';
import { droppedLines } from './rows/dropped-rows.ts';
import { TextRanker } from './rows/rank.ts';
import { TextIndex } from './rows/text-index.ts';
import { blocksIn, createTurns } from './turns.ts';
import { memoryRows, threadRows } from './usable-rows.ts';

interface RowEngineOptions {
  /** Bytes the process may take before rows go to disk. */
  readonly memoryLimit: number;
  /** Number of rows between two checks of the memory. */
  readonly rowsALook?: number;
  /** Folder below which rows are put. */
  readonly temp: string;
  /** Prepares rows that are in memory; by default in threads. */
  readonly prepare?: Prepare;
  /** Bundle of the threads that prepare rows. */
  readonly workerFile?: string;
  readonly signal?: AbortSignal;
}

/**
 * Cleans, labels and deduplicates rows as they arrive. Up to a limit
 * they are in memory, then on disk. The published dataset is the same.
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

/** The rows read so far; datasets share the texts. */
class Reading {
  readonly #options: RowEngineOptions;
  readonly #progress: Progress;
  readonly #folder: SpillFolder;
  readonly #indexes = new Map<number, TextIndex>();
  readonly #sketches = new Map<number, EarlySketches>();
  readonly #inMemory: (Pick<CollectedDataset, 'shape' | 'layout'> & {
    readonly target: DatasetTarget;
    readonly rows: CollectedRows;
  })[] = [];
  readonly #onDisk: { target: DatasetTarget; job: DiskJobSource; droppedFiles: readonly string[] }[] = [];
  #plans = 0;
  /** Bytes of the rows in memory, beside their texts. */
  #rowBytes = 0;

  constructor(options: RowEngineOptions, progress: Progress) {
    this.#options = options;
    this.#progress = progress;
    this.#folder = new SpillFolder(options.temp);
  }

  async read(corrections: Corrections, plan: ReadingPlan): Promise<void> {
    const { datasets, seed } = plan;
    const index = this.#indexes.get(seed) ?? new TextIndex(new TextRanker(seed));
    this.#indexes.set(seed, index);
    const collector = new RowCollector(datasets, index, seed, await loadReaders(plan));
    const limited = this.#limit(collector, plan);
    try {
      const early = datasets.some(({ target }) => target.trust.nearDuplicates !== 'none')
        ? this.#earlySketches(seed, index)
        : undefined;
      await readPlan(corrections, plan, { collector: limited, progress: this.#progress, early });
      limited.store?.close();
    } catch (error) {
      limited.store?.abandon();
      throw error;
    }
    if (limited.store === null) {
      this.#rowBytes += collector.bytes;
      for (const [number, rows] of collector.finish().entries()) {
        this.#inMemory.push({ ...datasets[number], rows });
      }
      return;
    }
    for (const [number, read] of collector.counts().entries()) {
      const job = { kind: 'disk', source: this.#sourceOf(number, plan, limited.store), read } as const;
      this.#onDisk.push({
        target: datasets[number].target,
        job,
        droppedFiles: limited.store.dropped[number].files,
      });
    }
  }

  #earlySketches(seed: number, index: TextIndex): EarlySketches {
    const early = this.#sketches.get(seed) ?? new EarlySketches(index);
    this.#sketches.set(seed, early);
    return early;
  }

  end(): ReadonlyMap<DatasetTarget, ReadRows> {
    const memoryLeft = this.#options.memoryLimit - processBytes(this.#rowBytes + this.#textBytes());
    for (const index of this.#indexes.values()) index.close();
    const share = memoryLeft / (this.#inMemory.length + this.#onDisk.length);
    return new Map([...this.#memoryRows(share), ...this.#spilledRows(share)]);
  }

  abandon(): void {
    this.#folder.close();
  }

  #limit(collector: RowCollector, { datasets, ordered }: ReadingPlan): LimitedCollector {
    const names = datasets.map(({ target }) => target.name).join(' and ');
    return new LimitedCollector(collector, datasets, {
      rowsALook: this.#options.rowsALook ?? ROWS_A_LOOK,
      limit: this.#options.memoryLimit,
      bytesElsewhere: () => this.#rowBytes + this.#textBytes(),
      isOrdered: ordered,
      folder: () => this.#folder.open(),
      name: `plan${this.#plans++}`,
      onSpill: (rows) => this.#progress.spilling(names, rows, this.#folder.freeBytes()),
    });
  }

  #textBytes(): number {
    return [...this.#indexes.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  #sourceOf(number: number, { datasets, ordered }: ReadingPlan, store: SpillStore): SpilledSource {
    const { shape, layout, annotators, shares } = datasets[number];
    return {
      shape,
      annotators,
      isAnnotated: layout.annotator !== null,
      isTimed: layout.time !== null,
      folder: this.#folder.open(),
      ...store.rowsOf(number),
      shares,
      isOrdered: ordered,
      mostConflictIds: MOST_CONFLICT_IDS,
    };
  }

  /** @param bytes each dataset may take beside the memory of all rows */
  #memoryRows(bytes: number): [DatasetTarget, ReadRows][] {
    const { signal, workerFile, prepare = createPreparer({ workerFile, signal }) } = this.#options;
    const searchBlocks = blocksIn(bytes);
    return this.#inMemory.map(({ target, shape, layout, rows }) => {
      const isGrouped = layout.group !== null;
      const prepareAll: Prepare = (of, collected, how) =>
        prepare(of, collected, { ...how, searchBlocks, isGrouped });
      return [target, memoryRows(shape, rows, prepareAll)];
    });
  }

  /** @param bytes each dataset may take beside the memory of all rows */
  #spilledRows(bytes: number): [DatasetTarget, ReadRows][] {
    if (this.#onDisk.length === 0) return [];
    const { signal, workerFile = WORKER_FILE } = this.#options;
    const turns = createTurns(this.#onDisk.length * bytes, this.#onDisk.length);
    return this.#onDisk.map(({ target, job, droppedFiles }) => [
      target,
      threadRows(job.source.shape.name, job, {
        workerFile,
        signal,
        turns,
        droppedFiles,
        linesOf: (files) => droppedLines(mergedRuns(files)),
        onClose: this.#folder.keep(),
      }),
    ]);
  }
}

const ROWS_A_LOOK = 4096;

/** Loads the modules that few datasets need: the numbering plans of phone numbers, and the HTML parser. */
async function loadReaders({ datasets }: ReadingPlan): Promise<LoadedReaders> {
  const needsPii = datasets.some(({ pii }) => pii !== null);
  const needsHtml = datasets.some(({ shape }) => shape.clean.includes('html'));
  return {
    openPii: needsPii ? (await import('../pii/pii-reader.ts')).openPiiReader : null,
    textOfHtml: needsHtml ? (await import('./rows/clean-html.ts')).textOfHtml : null,
  };
}
