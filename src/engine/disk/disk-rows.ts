import path from 'node:path';
import type { SplitName } from '../../model/rows.ts';
import { type DatasetShape, hasOnlyClass } from '../../model/shape.ts';
import type { Bits } from '../near-duplicates/bits.ts';
import type { OrderedRow, OrderedRows, RowGroup } from '../ordered-rows.ts';
import type { NamedRow } from '../rows/dropped-rows.ts';
import type { SpilledRow } from '../rows/row-spill.ts';
import { StoredRows } from '../rows/stored-rows.ts';
import { TextStore } from '../rows/text-store.ts';
import { ValueUnpacker } from '../rows/values.ts';
import { AppendFile } from './append-file.ts';
import { forEachRecord, RecordFile } from './record-file.ts';
import { type RecordPart, RowReader, writeRow } from './row-record.ts';

const BUFFER_BYTES = 1 << 20;
/** Rows that have been settled are not asked for their serial numbers. */
const NO_SERIAL = 0;

/** Writes the rows of a dataset to files, one a split, in the order of their ranks. */
export class OrderedFiles {
  readonly sizes: Record<SplitName, number> = { train: 0, eval: 0, test: 0 };
  /** Number of different ranks: rows with the same one stay in one split. */
  ranks = 0;
  readonly #files: Readonly<Record<SplitName, AppendFile>>;
  readonly #parts: readonly RecordPart[];
  #high = -1;
  #low = -1;

  /** @param name which its files begin with */
  constructor(folder: string, name: string, part: Pick<RecordPart, 'hasOnlyClass' | 'confidences'>) {
    const open = (split: SplitName) => new AppendFile(fileOf(folder, name, split), BUFFER_BYTES);
    this.#files = { train: open('train'), eval: open('eval'), test: open('test') };
    this.#parts = [partOf(part)];
  }

  /** Appends a row. Its rank must be above the ranks of all earlier rows. @param rank of its group, or its text */
  append(
    split: SplitName,
    { source, id, row }: NamedRow & { readonly row: SpilledRow },
    rank: { high: number; low: number },
  ): void {
    if (rank.high !== this.#high || rank.low !== this.#low) this.ranks++;
    this.#high = rank.high;
    this.#low = rank.low;
    this.sizes[split]++;
    writeRow(this.#files[split], this.#parts, { source, id, serial: NO_SERIAL, rows: [row] });
  }

  close(): void {
    for (const file of Object.values(this.#files)) file.close();
  }
}

/** Where the rows of a dataset are on disk, as `OrderedFiles` wrote them. */
interface DiskSource {
  readonly shape: DatasetShape;
  readonly folder: string;
  /** Classes of which rows have a probability; default 0. */
  readonly confidences?: number;
  /** What the names of the dataset's files begin with. */
  readonly name: string;
}

/** Rows on disk, read from there as often as they are asked for; they are named by their sources and ids. */
export class DiskRows implements OrderedRows<NamedRow> {
  readonly shape: DatasetShape;
  readonly sizes: Readonly<Record<SplitName, number>>;
  readonly ranks: number;
  readonly #source: DiskSource;
  readonly #reader: RowReader;
  #maker: GroupMaker | undefined;

  constructor(
    source: DiskSource,
    { sizes, ranks }: { readonly sizes: Readonly<Record<SplitName, number>>; readonly ranks: number },
  ) {
    this.shape = source.shape;
    this.sizes = sizes;
    this.ranks = ranks;
    this.#source = source;
    this.#reader = new RowReader(
      [partOf({ hasOnlyClass: hasOnlyClass(source.shape), confidences: source.confidences ?? 0 })],
      0,
    );
  }

  /** @throws SpillError */
  forEach(split: SplitName, visit: (row: OrderedRow<NamedRow>, place: number) => void): void {
    const reader = this.#reader;
    const row = new DiskRow(reader);
    let place = 0;
    forEachRecord(this.#fileOf(split), (records) => {
      reader.read(records);
      visit(row, place++);
    });
  }

  /** @throws SpillError */
  *groups(split: SplitName, sizes: readonly number[], leftOut: Bits | null): Generator<RowGroup> {
    const records = new RecordFile(this.#fileOf(split));
    this.#maker ??= new GroupMaker(this.shape);
    const maker = this.#maker;
    let place = 0;
    try {
      for (const size of sizes) {
        maker.begin();
        for (let rows = 0; rows < size; ) {
          if (!records.next())
            throw new Error(`${split} of ${this.shape.name} has fewer rows than were counted.`);
          if (leftOut?.has(place++)) continue;
          this.#reader.read(records);
          maker.add(this.#reader.row);
          rows++;
        }
        yield maker.group;
      }
    } finally {
      records.close();
    }
  }

  #fileOf(split: SplitName): string {
    return fileOf(this.#source.folder, this.#source.name, split);
  }
}

/** The row that was read last. */
class DiskRow implements OrderedRow<NamedRow> {
  readonly #reader: RowReader;

  constructor(reader: RowReader) {
    this.#reader = reader;
  }

  /** A copy, which stays when the next row is read. */
  get name(): NamedRow {
    return { source: this.#reader.source, id: this.#reader.id.slice() };
  }

  get text(): Uint8Array {
    return this.#reader.row.text;
  }

  get byteLength(): number {
    return this.#reader.row.text.length;
  }

  copyText(target: Uint8Array, position: number): void {
    target.set(this.#reader.row.text, position);
  }

  /** Returns false. Sketches are not stored on disk, because reading one takes as long as making it. */
  copySketch(): boolean {
    return false;
  }

  copyConfidence(target: Float32Array): boolean {
    const { confidence } = this.#reader.row;
    if (confidence === null) return false;
    target.set(confidence);
    return true;
  }

  get rankHigh(): number {
    return this.#reader.row.rankHigh;
  }

  get rankLow(): number {
    return this.#reader.row.rankLow;
  }

  get origin(): number {
    return this.#reader.row.origin;
  }

  get classId(): number {
    return this.#reader.row.classId;
  }

  get values(): Uint8Array | null {
    return this.#reader.row.values;
  }
}

const NO_RANKS = new Uint32Array();
const NO_ORIGINS = new Uint8Array();

/** Puts rows together to be written, one group after the other in the same memory. */
class GroupMaker {
  readonly #shape: DatasetShape;
  readonly #texts = new TextStore();
  readonly #values: TextStore | null;
  #classIds: number[] = [];

  constructor(shape: DatasetShape) {
    this.#shape = shape;
    this.#values = hasOnlyClass(shape) ? null : new TextStore();
  }

  /** Makes ready for the next group; the last one must not be used any more. */
  begin(): void {
    this.#texts.clear();
    this.#values?.clear();
    this.#classIds = [];
  }

  add({ text, classId, values }: SpilledRow): void {
    this.#texts.add(text);
    if (this.#values === null) this.#classIds.push(classId);
    else this.#values.add(values!);
  }

  get group(): RowGroup {
    const { length } = this.#texts;
    const numbers = Uint32Array.from({ length }, (_, row) => row);
    const valueMemory = this.#values?.memory ?? null;
    return {
      rows: new StoredRows({
        memory: this.#texts.memory,
        numbers,
        classIds: Uint16Array.from(this.#classIds),
        valueNumbers: valueMemory === null ? null : numbers,
        valueMemory,
        rankHigh: NO_RANKS,
        rankLow: NO_RANKS,
        textRanks: null,
        origins: NO_ORIGINS,
        confidences: null,
      }),
      group: numbers,
      values: valueMemory === null ? null : new ValueUnpacker(this.#shape, valueMemory),
    };
  }
}

function fileOf(folder: string, name: string, split: SplitName): string {
  return path.join(folder, `${name}-${split}`);
}

/** Layout of the records. Ordered rows no longer need notes, groups and serial numbers. */
function partOf(part: Pick<RecordPart, 'hasOnlyClass' | 'confidences'>): RecordPart {
  return { ...part, isGrouped: false, isNoted: false, hasSerial: false };
}
