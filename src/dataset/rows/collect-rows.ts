import type { PiiReader } from '../pii/pii-reader.ts';
import type { RowSource } from '../rows.ts';
import type { PiiSettings } from '../trust.ts';
import { type CollectedDataset, type CollectedRows, DatasetCollector } from './dataset-collector.ts';
import { RowIds } from './row-ids.ts';
import { type Fields, SharedIdentity } from './shared-identity.ts';
import type { TextIndex } from './text-index.ts';

/** Takes rows as they are read and cleans, labels and deduplicates them one by one, for several datasets at once. */
export class RowCollector {
  readonly #datasets: readonly DatasetCollector[];
  readonly #identities: readonly SharedIdentity[];
  readonly #ids = new RowIds();
  readonly #idField: number;

  /**
   * @param datasets what each dataset is, and where its fields stand in a row; they share the id
   * @param index where the texts are kept
   * @param seed of the ranks of groups
   * @param openPii opens what looks for personal data; needed where a dataset has some looked for
   */
  constructor(
    datasets: readonly CollectedDataset[],
    index: TextIndex,
    seed: number,
    openPii: ((settings: PiiSettings) => PiiReader) | null = null,
  ) {
    const identities = new Map<string, SharedIdentity>();
    this.#datasets = datasets.map((dataset) => {
      const { shape, layout, pii } = dataset;
      const open = () => (pii === null ? null : openPii!(pii));
      const key = JSON.stringify([layout.texts, shape.texts.map(({ type }) => type), shape.task, pii]);
      const identity = identities.get(key) ?? new SharedIdentity(shape, layout.texts, { index, pii: open() });
      identities.set(key, identity);
      return new DatasetCollector(dataset, { identity, index, ids: this.#ids, seed, keptPii: open() });
    });
    this.#identities = [...identities.values()];
    this.#idField = datasets[0].layout.id;
  }

  /** Rows of a dataset so far. */
  fetched(dataset: number): Readonly<Record<RowSource, number>> {
    return this.#datasets[dataset].fetched;
  }

  /** Has the collector take no more than so many rows of the pool for a dataset; the others do not count as read. */
  limitPool(dataset: number, rows: number): void {
    this.#datasets[dataset].poolLimit = rows;
  }

  /** Takes one row, whose fields are copied if it is kept; all reviewed rows come before the first one of the pool. */
  add(source: RowSource, row: Fields): void {
    const serial = this.#begin(source, row);
    for (let dataset = 0; dataset < this.#datasets.length; dataset++)
      this.#datasets[dataset].add(source, row, serial);
  }

  /** Takes one row for one dataset only. */
  addTo(dataset: number, source: RowSource, row: Fields): void {
    this.#datasets[dataset].add(source, row, this.#begin(source, row));
  }

  /** Makes ready for the next row. @returns its serial number */
  #begin(source: RowSource, row: Fields): number {
    for (let index = 0; index < this.#identities.length; index++) this.#identities[index].forget();
    return this.#ids.add(source, row[this.#idField]);
  }

  /** The rows of each dataset that are left and the counts; the collector takes no rows afterwards. */
  finish(): CollectedRows[] {
    return this.#datasets.map((dataset) => dataset.finish());
  }
}
