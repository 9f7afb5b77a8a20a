import type { RowSource } from '../../model/rows.ts';
import type { DropReason } from '../rows/dropped-rows.ts';
import { keptId } from '../rows/row-ids.ts';
import type { RowSpill, SpilledRow } from '../rows/row-spill.ts';
import { DroppedRuns } from './dropped-runs.ts';
import type { SpilledSource } from './partition-reader.ts';
import { Partitions } from './partitions.ts';
import { type RecordPart, writeRow } from './row-record.ts';

/** A dataset whose rows go to disk. */
interface SpilledDataset {
  readonly part: RecordPart;
  /** Datasets with the same number have the same text in a row. */
  readonly identity: number;
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
  #source: RowSource = 'corrections';
  #id: Uint8Array = NO_ID;

  /**
   * @param folder where the files go
   * @param name which they begin with
   */
  constructor(folder: string, name: string, datasets: readonly SpilledDataset[]) {
    this.#name = name;
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
  rowsOf(dataset: number): Pick<SpilledSource, 'files' | 'parts' | 'position' | 'name'> {
    const { group, position } = this.#places[dataset];
    return { files: group.name, parts: group.parts, position, name: `${this.#name}-dataset${dataset}` };
  }

  /** Bytes on disk so far. */
  get size(): number {
    return this.#texts.reduce((sum, { size }) => sum + size, 0);
  }

  begin(source: RowSource, id: Uint8Array | null): void {
    this.#source = source;
    this.#id = id === null ? NO_ID : keptId(id);
  }

  keep(dataset: number, row: SpilledRow): void {
    const { group, position } = this.#places[dataset];
    group.set(position, row);
  }

  drop(dataset: number, reason: DropReason): void {
    this.dropped[dataset].add({ source: this.#source, id: this.#id, reason });
  }

  end(): void {
    for (const group of this.#texts) group.write(this.#source, this.#id);
  }

  /** Closes the files, which are not needed any more. */
  abandon(): void {
    for (const group of this.#texts) group.abandon();
  }

  /** Writes what is in memory. @throws SpillError */
  close(): void {
    for (const group of this.#texts) group.close();
    for (const dropped of this.dropped) dropped.flush();
  }
}

/** Datasets that have the same text in a row. */
class TextGroup {
  readonly name: string;
  readonly parts: RecordPart[] = [];
  readonly #partitions: Partitions;
  readonly #rows: (SpilledRow | null)[] = [];
  /** Upper half of the rank of the row in hand; -1 when it is of no use to any dataset. */
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

  write(source: RowSource, id: Uint8Array): void {
    if (this.#rank === -1) return;
    writeRow(this.#partitions.of(this.#rank), this.parts, { source, id, rows: this.#rows });
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
