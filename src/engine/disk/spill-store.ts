import type { RowSource } from '../../model/rows.ts';
import type { DecidedLabels } from '../rows/decided-label.ts';
import type { DropReason } from '../rows/dropped-rows.ts';
import type { Rank } from '../rows/group-ranks.ts';
import { keptId } from '../rows/row-ids.ts';
import type { BegunRow, RowSpill, SpilledRow } from '../rows/row-spill.ts';
import { DroppedRuns } from './dropped-runs.ts';
import { ItemRecords } from './item-records.ts';
import type { SpilledSource } from './partition-reader.ts';
import { Partitions } from './partitions.ts';
import { type RecordPart, writeRow } from './row-record.ts';

/** A dataset whose rows go to disk. */
interface SpilledDataset {
  readonly part: RecordPart;
  /** Datasets with the same number have the same text in a row. */
  readonly identity: number;
  /** Decisions about its rows; null if ids decide nothing. */
  readonly labels: DecidedLabels | null;
}

const NO_ID = new Uint8Array();

/** Writes the rows of datasets to disk, a text once for all datasets that have it, and the ids of dropped ones. */
export class SpillStore implements RowSpill {
  /** The ids of the rows that each dataset dropped. */
  readonly dropped: readonly DroppedRuns[];
  readonly #texts: readonly TextGroup[];
  /** By dataset its group, and its position there. */
  readonly #places: readonly { readonly group: TextGroup; readonly position: number }[];
  readonly #name: string;
  readonly #datasets: readonly SpilledDataset[];
  /** Null where ids decide nothing for any dataset. */
  readonly #items: ItemRecords | null;
  #rows = 0;
  #serial = 0;
  #hash: Rank | null = null;
  #source: RowSource = 'corrections';
  #id: Uint8Array = NO_ID;

  /**
   * @param folder where the files go
   * @param name which they begin with
   */
  constructor(folder: string, name: string, datasets: readonly SpilledDataset[]) {
    this.#name = name;
    this.#datasets = datasets;
    this.#items = datasets.some(({ labels }) => labels !== null)
      ? new ItemRecords(folder, `${name}-items`)
      : null;
    const groups = new Map<number, TextGroup>();
    this.#places = datasets.map(({ part, identity }) => {
      const group = groups.get(identity) ?? new TextGroup(folder, `${name}-texts${identity}`);
      groups.set(identity, group);
      return { group, position: group.addPart(part) };
    });
    this.#texts = [...groups.values()];
    this.dropped = datasets.map((_, dataset) => new DroppedRuns(folder, `${name}-dropped${dataset}`));
  }

  /** Where the rows of a dataset are. */
  rowsOf(dataset: number): Pick<SpilledSource, 'files' | 'parts' | 'position' | 'name' | 'items'> {
    const { group, position } = this.#places[dataset];
    const items =
      this.#items === null || this.#datasets[dataset].labels === null
        ? null
        : { files: this.#items.name, dataset, rows: this.#rows };
    return {
      files: group.name,
      parts: group.parts,
      position,
      name: `${this.#name}-dataset${dataset}`,
      items,
    };
  }

  /** Bytes on disk so far. */
  get size(): number {
    return this.#texts.reduce((sum, { size }) => sum + size, this.#items?.size ?? 0);
  }

  begin(source: RowSource, { id, serial, hash }: BegunRow): void {
    this.#source = source;
    this.#id = id === null ? NO_ID : keptId(id);
    this.#serial = serial;
    this.#hash = hash;
    if (serial >= this.#rows) this.#rows = serial + 1;
  }

  keep(dataset: number, row: SpilledRow): void {
    const { group, position } = this.#places[dataset];
    group.set(position, row);
    this.#addItem(dataset, row);
  }

  drop(dataset: number, reason: DropReason): void {
    if (this.#source === 'corrections') this.#addItem(dataset, null);
    this.dropped[dataset].add({ source: this.#source, id: this.#id, reason });
  }

  end(): void {
    for (const group of this.#texts) group.write(this.#source, this.#id, this.#serial);
  }

  /** Closes the files, which are not needed any more. */
  abandon(): void {
    for (const group of this.#texts) group.abandon();
    this.#items?.abandon();
  }

  /** Writes what is in memory. @throws SpillError */
  close(): void {
    for (const group of this.#texts) group.close();
    this.#items?.close();
    for (const dropped of this.dropped) dropped.flush();
  }

  /** @param row null for a row that cannot be used */
  #addItem(dataset: number, row: SpilledRow | null): void {
    const { labels } = this.#datasets[dataset];
    if (this.#items === null || labels === null || this.#hash === null) return;
    this.#items.add(this.#hash, { dataset, serial: this.#serial, source: this.#source, row, labels });
  }
}

/** Datasets that have the same text in a row. */
class TextGroup {
  readonly name: string;
  readonly parts: RecordPart[] = [];
  readonly #partitions: Partitions;
  readonly #rows: (SpilledRow | null)[] = [];
  /** Upper half of the rank of the current row; -1 if no dataset can use it. */
  #rank = -1;

  constructor(folder: string, name: string) {
    this.name = name;
    this.#partitions = new Partitions(folder, name);
  }

  get size(): number {
    return this.#partitions.size;
  }

  /** @returns its position */
  addPart(part: RecordPart): number {
    this.#rows.push(null);
    return this.parts.push(part) - 1;
  }

  set(position: number, row: SpilledRow): void {
    this.#rows[position] = row;
    this.#rank = row.rankHigh;
  }

  write(source: RowSource, id: Uint8Array, serial: number): void {
    if (this.#rank === -1) return;
    writeRow(this.#partitions.of(this.#rank), this.parts, { source, id, serial, rows: this.#rows });
    this.#rows.fill(null);
    this.#rank = -1;
  }

  close(): void {
    this.#partitions.close();
  }

  abandon(): void {
    this.#partitions.abandon();
  }
}
