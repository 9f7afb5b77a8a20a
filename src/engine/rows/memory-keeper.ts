import type { RowSource } from '../../model/rows.ts';
import type { DatasetShape, RowLayout } from '../../model/shape.ts';
import type { AnnotatorRule } from '../../model/trust.ts';
import type { AnnotatorAgreement } from './agreement.ts';
import { Arbiter } from './arbiter.ts';
import type { CorrectionNotes } from './correction-notes.ts';
import { decidedLabel } from './decided-label.ts';
import { type DeduplicatedRows, Deduplicator } from './deduplicate.ts';
import { DroppedRows, type DropReason } from './dropped-rows.ts';
import type { LeftRows } from './row-counts.ts';
import { KeptIds, type RowIds } from './row-ids.ts';
import type { RowKeeper } from './row-keeper.ts';
import type { RowSpill, SpilledRow } from './row-spill.ts';
import type { Fields, SharedIdentity } from './shared-identity.ts';
import type { SplitKeys } from './split-keys.ts';
import { StoredRows } from './stored-rows.ts';
import type { TextIndex } from './text-index.ts';
import { release, type TextMemory, TextReader } from './text-store.ts';
import { ValueUnpacker } from './value-unpacker.ts';
import type { ValueReader } from './values.ts';

/** What a dataset's rows are kept with. */
export interface KeeperParts {
  readonly shape: DatasetShape;
  readonly layout: RowLayout;
  readonly annotators: AnnotatorRule;
  readonly identity: SharedIdentity;
  readonly index: TextIndex;
  readonly ids: RowIds;
  readonly values: ValueReader;
  /** Null where corrections tell neither who made them nor when. */
  readonly notes: CorrectionNotes | null;
  /** Null where all texts of a row decide its split. */
  readonly keys: SplitKeys | null;
}

/** Rows that are kept in memory, deduplicated. */
interface MemoryRows {
  readonly rows: StoredRows;
  readonly left: LeftRows;
  readonly agreement: AnnotatorAgreement | null;
  /** Ids of {@link rows}; these may go to another thread, and the ids stay. */
  readonly ids: KeptIds;
}

/** Keeps a dataset's rows in memory, each text once. */
export class MemoryKeeper implements RowKeeper {
  readonly dropped: DroppedRows;
  readonly #parts: KeeperParts;
  readonly #deduplicator: Deduplicator;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    this.dropped = new DroppedRows(parts.ids);
    this.#deduplicator = new Deduplicator(parts.index, {
      isGrouped: parts.keys !== null,
      ids: parts.identity.hasForms ? parts.ids : null,
    });
  }

  /** Bytes of memory they take, beside those of their texts and ids. */
  get bytes(): number {
    return this.#deduplicator.bytes + this.dropped.bytes + (this.#parts.notes?.bytes ?? 0);
  }

  note(row: Fields, serial: number): void {
    this.#parts.notes!.add(serial, row);
  }

  valueOf(row: Fields): number {
    const { values, identity } = this.#parts;
    return values.numberOf(row, identity.choice);
  }

  keep(source: RowSource, row: Fields, value: number, serial: number): void {
    const { identity, keys } = this.#parts;
    const number = identity.numberOf();
    const rank = keys === null ? undefined : keys.rankOf(row, identity.folded);
    this.#deduplicator.add(source, number, value, serial, rank, identity.publishedNumberOf());
  }

  drop(reason: DropReason, serial: number): void {
    this.dropped.add(reason, serial);
  }

  finish(): MemoryRows {
    const arbiter = this.#arbiter();
    const { numbers, values, rankHigh, rankLow, serials, ...counts } = this.#deduplicator.finish(
      this.dropped,
      arbiter,
    );
    return {
      rows: this.#store({ numbers, values, rankHigh, rankLow }),
      left: { ...counts, rows: numbers.length },
      agreement: arbiter?.agreement() ?? null,
      ids: new KeptIds(this.#parts.ids, serials),
    };
  }

  /** Hands over the rows of a source so far, which are to be kept elsewhere. @param dataset its number there */
  spill(source: RowSource, dataset: number, spill: RowSpill): void {
    const { ids, index, notes, values } = this.#parts;
    const texts = new TextReader(index.memory);
    const packed = values.memory === null ? null : new TextReader(values.memory);
    this.#deduplicator.forEach(source, (serial, number, value, group, form) => {
      const { high, low } = index.rankOf(number);
      const row: SpilledRow = {
        text: texts.at(form),
        rankHigh: high,
        rankLow: low,
        classId: packed === null ? value : 0,
        values: packed === null ? null : packed.at(value),
        groupHigh: group.high,
        groupLow: group.low,
        annotator: source === 'confirmed' || notes === null ? 0 : notes.annotatorOf(serial),
        time: source === 'confirmed' || notes === null ? 0 : notes.timeOf(serial),
      };
      spill.begin(source, ids.bytesOf(serial));
      spill.keep(dataset, row);
      spill.end();
    });
    this.dropped.forEach((row) => {
      if (row.source !== source) return;
      spill.begin(source, row.id);
      spill.drop(dataset, row.reason);
      spill.end();
    });
  }

  /** Frees the memory of the rows, which were handed over. */
  close(): void {
    this.#deduplicator.close();
  }

  #arbiter(): Arbiter | null {
    const { shape, annotators, layout, notes, values } = this.#parts;
    if (notes === null || !needsArbiter(annotators, layout)) return null;
    return new Arbiter({ rule: annotators, notes, ...decidedLabel(shape, values.memory) });
  }

  #store(left: Pick<DeduplicatedRows, 'numbers' | 'values' | 'rankHigh' | 'rankLow'>): StoredRows {
    const { shape, index, values } = this.#parts;
    return storeRows(shape, left, { memory: index.memory, valueMemory: values.memory });
  }
}

/**
 * True when somebody decides on texts with several corrections; else those that disagree are left out, and nobody asks
 * whose they are.
 */
export function needsArbiter(
  annotators: AnnotatorRule,
  { annotator, time }: { readonly annotator: number | null; readonly time: object | null },
): boolean {
  return annotator !== null || (time !== null && annotators !== 'unanimous');
}

/** Deduplicated rows as they are split and written. */
export function storeRows(
  shape: DatasetShape,
  { values, ...columns }: Pick<DeduplicatedRows, 'numbers' | 'values' | 'rankHigh' | 'rankLow'>,
  { memory, valueMemory }: { memory: TextMemory; valueMemory: TextMemory | null },
): StoredRows {
  if (valueMemory === null) {
    const classIds = Uint16Array.from(values);
    release(values);
    return new StoredRows({ ...columns, memory, classIds, valueNumbers: null, valueMemory });
  }
  const hasClass = shape.values[0]?.type === 'class';
  const classIds = hasClass ? classIdsOf(shape, valueMemory, values) : new Uint16Array();
  return new StoredRows({ ...columns, memory, classIds, valueNumbers: values, valueMemory });
}

function classIdsOf(shape: DatasetShape, memory: TextMemory, values: Uint32Array) {
  const unpacker = new ValueUnpacker(shape, memory);
  const classIds = new Uint16Array(values.length);
  for (let row = 0; row < values.length; row++) classIds[row] = unpacker.firstClassId(values[row]);
  return classIds;
}
