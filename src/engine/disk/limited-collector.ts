import { hasOnlyClass, isGrouped } from '../../model/shape.ts';
import type { RowCollector } from '../rows/collect-rows.ts';
import type { CollectedDataset } from '../rows/dataset-collector.ts';
import { DecidedLabels } from '../rows/decided-label.ts';
import { SpillStore } from './spill-store.ts';

/**
 * Memory of a process with its rows in memory: the process itself
 * and, for each collected byte, the memory to split, compare and write it.
 */
const PROCESS_BYTES = 120e6;
const PEAK_FACTOR = 1.7;

/** Bytes of a process that has rows in memory. @param rowBytes theirs */
export function processBytes(rowBytes: number): number {
  return PROCESS_BYTES + PEAK_FACTOR * rowBytes;
}

/** Moves the rows of a collector to disk before the process exceeds its memory limit. */
export class LimitedCollector {
  /** Where the rows are on disk; null while they are in memory. */
  store: SpillStore | null = null;
  readonly #collector: RowCollector;
  readonly #datasets: readonly CollectedDataset[];
  readonly #options: LimitOptions;
  #rows = 0;

  constructor(collector: RowCollector, datasets: readonly CollectedDataset[], options: LimitOptions) {
    this.#collector = collector;
    this.#datasets = datasets;
    this.#options = options;
  }

  fetched(...[dataset]: Parameters<RowCollector['fetched']>) {
    return this.#collector.fetched(dataset);
  }

  limitConfirmed(...limit: Parameters<RowCollector['limitConfirmed']>): void {
    this.#collector.limitConfirmed(...limit);
  }

  add(...row: Parameters<RowCollector['add']>): void {
    this.#collector.add(...row);
    if (++this.#rows % this.#options.rowsALook === 0) this.#look();
  }

  addTo(...row: Parameters<RowCollector['addTo']>): void {
    this.#collector.addTo(...row);
    if (++this.#rows % this.#options.rowsALook === 0) this.#look();
  }

  #look(): void {
    if (this.store !== null) return;
    const { limit, bytesElsewhere } = this.#options;
    if (processBytes(this.#collector.bytes + bytesElsewhere()) > limit) this.#spill();
  }

  #spill(): void {
    const { folder, name, isOrdered, onSpill } = this.#options;
    onSpill(this.#rows);
    const { identities } = this.#collector;
    this.store = new SpillStore(
      folder(),
      name,
      this.#datasets.map(({ shape, layout, isIdItem }, dataset) => ({
        identity: identities[dataset],
        part: {
          hasOnlyClass: hasOnlyClass(shape),
          isGrouped: isGrouped(shape, layout),
          isNoted: layout.annotator !== null || layout.time !== null,
          hasSerial: isIdItem || isOrdered,
          confidences: layout.confidence === undefined ? 0 : shape.classNames.length,
        },
        labels: isIdItem ? new DecidedLabels(shape) : null,
      })),
    );
    this.#collector.spillTo(this.store);
  }
}

interface LimitOptions {
  /** Number of rows between two checks of the memory. */
  readonly rowsALook: number;
  /** Bytes the process may take. */
  readonly limit: number;
  /** Bytes of all texts, and of rows that were collected before. */
  readonly bytesElsewhere: () => number;
  /** True for rows that are split in the order in which they are read. */
  readonly isOrdered: boolean;
  /** Makes the folder that files go to, whose names begin with {@link name}. */
  readonly folder: () => string;
  readonly name: string;
  /** Called once the rows are kept on disk from then on. @param rows so far */
  readonly onSpill: (rows: number) => void;
}
