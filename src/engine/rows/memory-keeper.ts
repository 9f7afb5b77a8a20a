import type { RowSource, SplitShares } from '../../model/rows.ts';
import type { DatasetShape, RowLayout } from '../../model/shape.ts';
import type { AnnotatorRule } from '../../model/trust.ts';
import type { AnnotatorAgreement } from './agreement.ts';
import { Arbiter } from './arbiter.ts';
import { ConfidenceColumn, type ConfidenceReader } from './confidence.ts';
import type { CorrectionNotes, Notes } from './correction-notes.ts';
import { CountedRows } from './counted-rows.ts';
import { DecidedLabels } from './decided-label.ts';
import { type DeduplicatedRows, Deduplicator, type Settling } from './deduplicate.ts';
import { DroppedRows, type DropReason } from './dropped-rows.ts';
import { judgeItems } from './judge-items.ts';
import { keptOrder } from './kept-order.ts';
import type { LeftRows } from './row-counts.ts';
import { KeptIds, type RowIds } from './row-ids.ts';
import type { RowItems } from './row-items.ts';
import type { RowKeeper } from './row-keeper.ts';
import { RowList } from './row-list.ts';
import { originCode } from './row-origin.ts';
import type { RowSpill, SpilledRow } from './row-spill.ts';
import type { Fields, SharedIdentity } from './shared-identity.ts';
import type { SplitKeys } from './split-keys.ts';
import { type RowColumns, StoredRows } from './stored-rows.ts';
import type { TextIndex } from './text-index.ts';
import { release, type TextMemory, TextReader } from './text-store.ts';
import type { ValueReader } from './values.ts';
import { ValueUnpacker } from './values.ts';

const CONFIRMED = originCode('confirmed');

/** Deduplicated rows by columns, the code of each one's origin, and its probabilities. */
type LeftColumns = DeduplicatedRows['columns'] & Pick<RowColumns, 'origins' | 'confidences'>;

/** What a dataset's rows are kept with. */
export interface KeeperParts {
  readonly shape: DatasetShape;
  readonly layout: RowLayout;
  readonly annotators: AnnotatorRule;
  readonly shares: Pick<SplitShares, 'testBelow' | 'evalBelow'>;
  readonly identity: SharedIdentity;
  readonly index: TextIndex;
  readonly ids: RowIds;
  /** Numbers of the rows' ids; null if ids decide nothing. */
  readonly items: RowItems | null;
  readonly values: ValueReader;
  /** Null if corrections have neither an annotator nor a time. */
  readonly notes: CorrectionNotes | null;
  /** Null where all texts of a row decide its split. */
  readonly keys: SplitKeys | null;
  /** Null where rows have no probabilities. */
  readonly confidence: ConfidenceReader | null;
}

/** Rows that are kept in memory, deduplicated. */
interface MemoryRows {
  readonly rows: StoredRows;
  readonly left: LeftRows;
  readonly agreement: AnnotatorAgreement | null;
  /** Ids of {@link rows}; these may go to another thread, and the ids stay. */
  readonly ids: KeptIds;
}

/** The verdicts if ids decide nothing. */
const NOTHING_BY_ID = { correctedRows: 0, conflictingIds: 0, repeatedIds: 0 };

/** Keeps a dataset's rows in memory, each text once. */
export class MemoryKeeper implements RowKeeper {
  readonly dropped: DroppedRows;
  readonly #parts: KeeperParts;
  readonly #deduplicator: Deduplicator;
  /** Codes of the origins of corrections by their serial numbers; 0 where nothing was set. */
  #origins = new Uint8Array();
  /** By serial number; null where rows have none. */
  readonly #confidences: ConfidenceColumn | null;
  readonly #labels: DecidedLabels;
  /** Rows that are deduplicated when all of an id have been read; null if ids decide nothing. */
  readonly #list: RowList | null;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
    this.dropped = new DroppedRows(parts.ids);
    const groups = parts.keys === null ? null : parts.shares;
    const { hasForms } = parts.identity;
    this.#deduplicator = new Deduplicator(parts.index, { groups, ids: hasForms ? parts.ids : null });
    this.#list = parts.items === null ? null : new RowList({ isGrouped: groups !== null, hasForms });
    this.#labels = new DecidedLabels(parts.shape);
    this.#confidences = parts.confidence === null ? null : new ConfidenceColumn(parts.confidence.classes);
  }

  /** Bytes of memory they take, beside those of their texts and ids. */
  get bytes(): number {
    const rows =
      this.#deduplicator.bytes +
      (this.#list?.bytes ?? 0) +
      this.#origins.length +
      (this.#confidences?.bytes ?? 0);
    return rows + this.dropped.bytes + (this.#parts.notes?.bytes ?? 0);
  }

  setOrigin(serial: number, origin: number): void {
    if (serial >= this.#origins.length) {
      const larger = new Uint8Array(Math.max(1024, 2 * serial));
      larger.set(this.#origins);
      this.#origins = larger;
    }
    this.#origins[serial] = origin;
  }

  setConfidence(serial: number, confidence: Float32Array | null): void {
    this.#confidences!.set(serial, confidence);
  }

  note(row: Fields, serial: number): void {
    this.#parts.notes!.add(serial, row);
  }

  valueOf(row: Fields): number {
    const { values, identity } = this.#parts;
    return values.numberOf(row, identity);
  }

  keep(source: RowSource, row: Fields, value: number, serial: number): void {
    const { identity, keys } = this.#parts;
    const number = identity.numberOf();
    const rank = keys === null ? undefined : keys.rankOf(row, identity.folded);
    const rows = this.#list ?? this.#deduplicator;
    rows.add(source, number, value, serial, rank, identity.publishedNumberOf());
  }

  drop(reason: DropReason, serial: number): void {
    this.dropped.add(reason, serial);
  }

  finish(): MemoryRows {
    const settling = this.#settling();
    const { serials, columns, ...counts } = this.#deduplicate(settling);
    const origins = new Uint8Array(serials.length);
    for (let row = 0; row < origins.length; row++) origins[row] = this.#originOf(serials[row]);
    const { numbers } = columns;
    const confidences = this.#confidences?.of(serials) ?? null;
    this.#confidences?.close();
    return {
      rows: this.#store({ ...columns, origins, confidences }),
      left: { ...counts, rows: numbers.length },
      agreement: settling.arbiting?.arbiter.agreement() ?? null,
      ids: new KeptIds(this.#parts.ids, serials),
    };
  }

  /** Hands over the rows of a source so far, which are to be kept elsewhere. @param dataset its number there */
  spill(source: RowSource, dataset: number, spill: RowSpill): void {
    const { ids, index, items, notes, values } = this.#parts;
    const texts = new TextReader(index.memory);
    const packed = values.memory === null ? null : new TextReader(values.memory);
    const begin = (serial: number) =>
      spill.begin(source, { id: ids.bytesOf(serial), serial, hash: items?.hashOf(serial) ?? null });
    this.#forEach(source, (serial, number, value, group, form) => {
      const { high, low } = index.rankOf(number);
      const row: SpilledRow = {
        text: texts.at(form),
        rankHigh: high,
        rankLow: low,
        classId: packed === null ? value : 0,
        values: packed === null ? null : packed.at(value),
        groupHigh: group.high,
        groupLow: group.low,
        origin: this.#originOf(serial),
        annotator: source === 'confirmed' || notes === null ? 0 : notes.annotatorOf(serial),
        time: source === 'confirmed' || notes === null ? 0 : notes.timeOf(serial),
        confidence: this.#confidences?.at(serial) ?? null,
      };
      begin(serial);
      spill.keep(dataset, row);
      spill.end();
    });
    this.dropped.forEach((row, serial) => {
      if (row.source !== source) return;
      begin(serial);
      spill.drop(dataset, row.reason);
      spill.end();
    });
  }

  /** Frees the memory of the rows, which were handed over. */
  close(): void {
    this.#deduplicator.close();
    this.#list?.close();
    this.#confidences?.close();
  }

  #forEach(source: RowSource, visit: Parameters<Deduplicator['forEach']>[1]): void {
    const { index } = this.#parts;
    const list = this.#list;
    if (list === null) {
      this.#deduplicator.forEach(source, visit);
      return;
    }
    for (let row = 0; row < list.length; row++) {
      if (list.sourceOf(row) !== source) continue;
      const number = list.numberOf(row);
      const rank = list.rankOf(row) ?? index.rankOf(number);
      visit(list.serialOf(row), number, list.valueOf(row), rank, list.formOf(row));
    }
  }

  /** The rows that are left: those that count by their ids, deduplicated. */
  #deduplicate(settling: Settling) {
    const { items, index, ids, notes } = this.#parts;
    const list = this.#list;
    if (items === null || list === null)
      return { ...this.#deduplicator.finish(this.dropped, settling), ...NOTHING_BY_ID };
    const droppedCorrections: number[] = [];
    this.dropped.forEach(({ source }, serial) => {
      if (source === 'corrections') droppedCorrections.push(serial);
    });
    const textOf = (number: number) => index.rankOf(number);
    const { labelOf } = settling;
    const verdicts = judgeItems(
      { items, list, droppedCorrections, textOf, labelOf, notes },
      this.#arbiting()?.arbiter ?? null,
    );
    const counted = new CountedRows(this.#deduplicator, this.dropped);
    for (let row = 0; row < list.length; row++) {
      const serial = list.serialOf(row);
      const values = {
        number: list.numberOf(row),
        value: list.valueOf(row),
        serial,
        rank: list.rankOf(row),
        form: list.formOf(row),
      };
      counted.add(ids.sourceOf(serial), values, verdicts.at(serial));
    }
    list.close();
    const { conflictingIds } = verdicts;
    const left = counted.finish(settling, (serial) => verdicts.at(serial));
    return { ...left, conflictingIds, repeatedIds: left.repeatedIds + conflictingIds };
  }

  #settling(): Settling {
    const { annotators, ids, notes, values } = this.#parts;
    const times = annotators === 'latest' ? notes : null;
    const hasMore = this.#labels.hasMore && values.memory !== null;
    return {
      arbiting: this.#arbiting(),
      labelOf: this.#labels.of(values.memory),
      order: hasMore ? keptOrder(ids, times, values.memory) : null,
    };
  }

  #arbiting(): { arbiter: Arbiter; notes: Notes } | null {
    const { annotators: rule, layout, notes } = this.#parts;
    if (notes === null || !needsArbiter(rule, layout)) return null;
    return { arbiter: new Arbiter({ rule, ...this.#labels.compared }), notes };
  }

  #originOf(serial: number): number {
    return this.#parts.ids.sourceOf(serial) === 'confirmed' ? CONFIRMED : (this.#origins[serial] ?? 0);
  }

  #store(left: LeftColumns): StoredRows {
    const { shape, index, values } = this.#parts;
    return storeRows(shape, left, { memory: index.memory, valueMemory: values.memory });
  }
}

/**
 * True if an arbiter decides on texts with several corrections.
 * Else conflicting texts are left out, and annotators do not matter.
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
  { values, ...columns }: LeftColumns,
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
