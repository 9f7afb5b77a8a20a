import type { RowSource } from '../../model/rows.ts';
import type { PiiSettings } from '../../model/trust.ts';
import type { PiiReader } from '../../pii/pii-reader.ts';
import type { TextOfHtml } from './cleaner.ts';
import { type CollectedDataset, type CollectedRows, DatasetCollector } from './dataset-collector.ts';
import type { Rank } from './group-ranks.ts';
import { IdHasher } from './id-hasher.ts';
import type { ReadCounts } from './row-counts.ts';
import { RowIds } from './row-ids.ts';
import { RowItems } from './row-items.ts';
import type { RowSpill } from './row-spill.ts';
import { type Fields, SharedIdentity } from './shared-identity.ts';
import type { TextIndex } from './text-index.ts';

/** Large modules that read texts, loaded only if a dataset needs them. */
export interface LoadedReaders {
  /** Opens what looks for personal data. */
  readonly openPii?: ((settings: PiiSettings) => PiiReader) | null;
  readonly textOfHtml?: TextOfHtml | null;
}

/** Takes rows as they are read and cleans, labels and deduplicates them one by one, for several datasets at once. */
export class RowCollector {
  readonly #datasets: readonly DatasetCollector[];
  readonly #identities: readonly SharedIdentity[];
  readonly #ids = new RowIds();
  /** Null where ids decide nothing for any dataset. */
  readonly #items: RowItems | null;
  readonly #hasher = new IdHasher();
  /** Number of rows that were passed on and are no longer in {@link #ids}. */
  #serial = 0;
  readonly #index: TextIndex;
  /** By dataset the number of its identity. */
  readonly #identityOf: readonly number[];
  #spill: RowSpill | null = null;
  readonly #idField: number;

  /**
   * @param datasets the datasets, with the positions of their fields in a row; they share the id
   * @param index where the texts are kept
   * @param seed of the ranks of groups
   * @param loaded what only some datasets need
   */
  constructor(
    datasets: readonly CollectedDataset[],
    index: TextIndex,
    seed: number,
    { openPii = null, textOfHtml = null }: LoadedReaders = {},
  ) {
    this.#items = datasets.some(({ isIdItem }) => isIdItem) ? new RowItems() : null;
    const identities = new Map<string, SharedIdentity>();
    const used: SharedIdentity[] = [];
    this.#datasets = datasets.map((dataset) => {
      const { shape, layout, pii } = dataset;
      const open = () => (pii === null ? null : openPii!(pii));
      const key = JSON.stringify([
        layout.texts,
        shape.texts.map(({ type }) => type),
        shape.task,
        shape.clean,
        shape.isFolded,
        pii,
      ]);
      const identity =
        identities.get(key) ?? new SharedIdentity(shape, layout, { index, seed, pii: open(), textOfHtml });
      identities.set(key, identity);
      used.push(identity);
      const shared = { identity, index, ids: this.#ids, items: this.#items };
      return new DatasetCollector(dataset, { ...shared, seed, keptPii: open() });
    });
    this.#identities = [...identities.values()];
    this.#identityOf = used.map((identity) => this.#identities.indexOf(identity));
    this.#index = index;
    this.#idField = datasets[0].layout.id;
  }

  /** Rows of a dataset so far. */
  fetched(dataset: number): Readonly<Record<RowSource, number>> {
    return this.#datasets[dataset].fetched;
  }

  /**
   * Limits the confirmed rows of a dataset. Further rows do not count as read.
   *
   * @param isRanked true when they come by ascending rank of their ids
   */
  limitConfirmed(dataset: number, rows: number, isRanked: boolean): void {
    this.#datasets[dataset].limitConfirmed(rows, isRanked);
  }

  /** Takes one row, whose fields are copied if it is kept; all corrections come before the first confirmed row. */
  add(source: RowSource, row: Fields): void {
    const serial = this.#begin(source, row);
    for (let dataset = 0; dataset < this.#datasets.length; dataset++)
      this.#datasets[dataset].add(source, row, serial);
    this.#spill?.end();
  }

  /** Takes one row for one dataset only. */
  addTo(dataset: number, source: RowSource, row: Fields): void {
    this.#datasets[dataset].add(source, row, this.#begin(source, row));
    this.#spill?.end();
  }

  /** Bytes of memory the rows take, beside those of their texts. */
  get bytes(): number {
    let bytes = this.#ids.bytes + (this.#items?.bytes ?? 0);
    for (const dataset of this.#datasets) bytes += dataset.bytes;
    return bytes;
  }

  /** By dataset the number of its identity: datasets with the same one have the same text in a row. */
  get identities(): readonly number[] {
    return this.#identityOf;
  }

  /** Hands over the rows so far, and all that are yet to come; the texts are not needed any more. */
  spillTo(spill: RowSpill): void {
    for (const source of ['corrections', 'confirmed'] as const) {
      for (const [number, dataset] of this.#datasets.entries()) dataset.spillSoFar(source, number, spill);
    }
    for (const [number, dataset] of this.#datasets.entries()) dataset.spillFromNowOn(number, spill);
    this.#spill = spill;
    this.#index.empty();
    this.#serial = this.#ids.length;
    this.#ids.clear();
    this.#items?.clear();
  }

  /** Counts of each dataset's rows before they are deduplicated. */
  counts(): ReadCounts[] {
    return this.#datasets.map((dataset) => dataset.counts());
  }

  /** Prepares for the next row. @returns its serial number */
  #begin(source: RowSource, row: Fields): number {
    for (let index = 0; index < this.#identities.length; index++) this.#identities[index].forget();
    const id = row[this.#idField];
    if (this.#spill === null) {
      this.#items?.add(id);
      return this.#ids.add(source, id);
    }
    this.#spill.begin(source, { id, serial: this.#serial, hash: this.#hashOf(id) });
    return this.#serial++;
  }

  /** Hash of an id; null for NULL, and where ids decide nothing. */
  #hashOf(id: Uint8Array | null): Rank | null {
    if (id === null || this.#items === null) return null;
    this.#hasher.hash(id);
    return this.#hasher;
  }

  /** The rows of each dataset that are left and the counts; the collector takes no rows afterwards. */
  finish(): CollectedRows[] {
    return this.#datasets.map((dataset) => dataset.finish());
  }
}
