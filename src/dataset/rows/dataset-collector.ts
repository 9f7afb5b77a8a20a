import { PiiGuard } from '../pii/pii-guard.ts';
import type { PiiReader } from '../pii/pii-reader.ts';
import type { RowSource } from '../rows.ts';
import type { DatasetShape, RowLayout } from '../shape.ts';
import type { AnnotatorRule, PiiSettings } from '../trust.ts';
import { Arbiter } from './arbiter.ts';
import { MALFORMED } from './class-sets.ts';
import { CorrectionNotes } from './correction-notes.ts';
import { decidedLabel } from './decided-label.ts';
import { type DeduplicatedRows, Deduplicator } from './deduplicate.ts';
import { DroppedRows, type DropReason } from './dropped-rows.ts';
import type { TextProblem } from './identity.ts';
import { countPredictions, type PredictionCounter } from './prediction-counter.ts';
import { TextRanker } from './rank.ts';
import type { RowCounts } from './row-counts.ts';
import { KeptIds, type RowIds } from './row-ids.ts';
import type { Fields, SharedIdentity } from './shared-identity.ts';
import { StoredRows } from './stored-rows.ts';
import type { TextIndex } from './text-index.ts';
import { release, type TextMemory } from './text-store.ts';
import { ValueUnpacker } from './value-unpacker.ts';
import { createValueReader, type ValueReader } from './values.ts';

export interface CollectedRows {
  readonly rows: StoredRows;
  readonly counts: RowCounts;
  /** Ids of {@link rows}; these may go to another thread, and the ids stay. */
  readonly ids: KeptIds;
  readonly dropped: DroppedRows;
}

/** A dataset whose rows are collected. */
export interface CollectedDataset {
  readonly shape: DatasetShape;
  readonly layout: RowLayout;
  /** Which correction counts of several of the same text. */
  readonly annotators: AnnotatorRule;
  /** What personal data is looked for; null for none. */
  readonly pii: PiiSettings | null;
}

const REASONS: Readonly<Record<TextProblem, DropReason>> = {
  nullMessage: 'no-text',
  invalidUtf8: 'invalid-utf8',
  empty: 'empty',
  malformed: 'malformed',
};

/** What is collected of one dataset. */
export class DatasetCollector {
  readonly fetched = { reviewed: 0, pool: 0 };
  poolLimit = Number.POSITIVE_INFINITY;
  readonly #shape: DatasetShape;
  readonly #layout: RowLayout;
  readonly #identity: SharedIdentity;
  readonly #index: TextIndex;
  readonly #values: ValueReader;
  readonly #deduplicator: Deduplicator;
  readonly #ranker: TextRanker;
  readonly #ids: RowIds;
  readonly #annotators: AnnotatorRule;
  /** Null where corrections tell neither who made them nor when. */
  readonly #notes: CorrectionNotes | null;
  /** Null where corrections do not tell what the model had said. */
  readonly #predictions: PredictionCounter | null;
  readonly #problems = { nullMessage: 0, invalidUtf8: 0, empty: 0, pii: 0, unknownClass: 0, malformed: 0 };
  readonly #dropped: DroppedRows;
  readonly #pii: PiiGuard | null;

  constructor(
    { shape, layout, annotators, pii }: CollectedDataset,
    {
      identity,
      index,
      ids,
      seed,
      keptPii,
    }: { identity: SharedIdentity; index: TextIndex; ids: RowIds; seed: number; keptPii: PiiReader | null },
  ) {
    this.#pii =
      pii === null ? null : new PiiGuard(pii, { texts: identity.pii!, kept: keptPii! }, shape, layout.values);
    this.#shape = shape;
    this.#layout = layout;
    this.#annotators = annotators;
    this.#ids = ids;
    this.#dropped = new DroppedRows(ids);
    const isNoted = layout.annotator !== null || layout.time !== null;
    this.#notes = isNoted ? new CorrectionNotes(layout) : null;
    this.#predictions = countPredictions(shape, layout);
    this.#identity = identity;
    this.#index = index;
    this.#values = createValueReader(shape, layout.values);
    this.#deduplicator = new Deduplicator(index, { isGrouped: layout.group !== null });
    this.#ranker = new TextRanker(seed);
  }

  /** @param serial the row's serial number, see `RowIds` */
  add(source: RowSource, row: Fields, serial: number): void {
    const { member, group } = this.#layout;
    if (member !== null && row[member] === null) return;
    if (source === 'pool' && this.fetched.pool === this.poolLimit) return;
    this.fetched[source]++;
    if (this.#notes !== null && source === 'reviewed') this.#notes.add(serial, row);
    if (this.#predictions !== null && source === 'reviewed') this.#predictions.add(row);
    const problem = this.#identity.problemOf(row);
    if (problem !== null) {
      this.#problems[problem]++;
      this.#dropped.add(REASONS[problem], serial);
      return;
    }
    const published = this.#pii === null ? row : this.#pii.read(row);
    if (this.#pii?.isRejected) {
      this.#pii.count();
      this.#problems.pii++;
      this.#dropped.add('pii', serial);
      return;
    }
    const value = this.#values.numberOf(published);
    if (value < 0) {
      this.#problems[value === MALFORMED ? 'malformed' : 'unknownClass']++;
      this.#dropped.add(value === MALFORMED ? 'malformed' : 'unknown-class', serial);
      return;
    }
    this.#pii?.count();
    const number = this.#identity.numberOf();
    if (group === null) this.#deduplicator.add(source, number, value, serial);
    else this.#deduplicator.add(source, number, value, serial, this.#rankOf(row[group], number));
  }

  finish(): CollectedRows {
    const arbiter = this.#arbiter();
    const { serials, duplicateRows, outvotedRows, conflictingTexts, conflictingRows, ...left } =
      this.#deduplicator.finish(this.#dropped, arbiter);
    const { nullMessage, invalidUtf8, empty, pii, unknownClass, malformed } = this.#problems;
    const fetched = this.fetched.reviewed + this.fetched.pool;
    const cleaned = fetched - nullMessage - invalidUtf8 - empty - pii;
    return {
      rows: this.#store(left),
      counts: {
        fetched: this.fetched,
        stages: {
          fetched,
          cleaned,
          labelled: cleaned - unknownClass - malformed,
          deduplicated: left.numbers.length,
        },
        dropped: {
          ...this.#problems,
          duplicate: duplicateRows,
          outvoted: outvotedRows,
          conflicting: conflictingRows,
        },
        unknownClassNames: this.#values.unknownClasses(),
        conflictingTexts,
        agreement: this.#layout.annotator === null ? null : (arbiter?.agreement() ?? null),
        newestCorrection: this.#notes?.newest() ?? null,
        ...(this.#pii === null ? {} : { pii: this.#pii.counts() }),
        ...(this.#predictions === null ? {} : { predictions: this.#predictions.counts() }),
      },
      ids: new KeptIds(this.#ids, serials),
      dropped: this.#dropped,
    };
  }

  /** Who decides on texts with several corrections; null where those that disagree are left out, and nobody asks whose they are. */
  #arbiter(): Arbiter | null {
    if (this.#notes === null) return null;
    if (this.#annotators === 'unanimous' && this.#layout.annotator === null) return null;
    const label = decidedLabel(this.#shape, this.#values.memory);
    return new Arbiter({ rule: this.#annotators, notes: this.#notes, ...label });
  }

  /** Rank of a group; a row without a group is one of its own. */
  #rankOf(group: Uint8Array | null, number: number): { high: number; low: number } {
    if (group === null) return this.#index.rankOf(number);
    this.#ranker.rank(group);
    return this.#ranker;
  }

  #store({ values, ...columns }: Pick<DeduplicatedRows, 'numbers' | 'values' | 'rankHigh' | 'rankLow'>) {
    const { memory: valueMemory } = this.#values;
    const { memory } = this.#index;
    if (valueMemory === null) {
      const classIds = Uint16Array.from(values);
      release(values);
      return new StoredRows({ ...columns, memory, classIds, valueNumbers: null, valueMemory });
    }
    const hasClass = this.#shape.values[0]?.type === 'class';
    const classIds = hasClass ? classIdsOf(this.#shape, valueMemory, values) : new Uint16Array();
    return new StoredRows({ ...columns, memory, classIds, valueNumbers: values, valueMemory });
  }
}

function classIdsOf(shape: DatasetShape, memory: TextMemory, values: Uint32Array) {
  const unpacker = new ValueUnpacker(shape, memory);
  const classIds = new Uint16Array(values.length);
  for (let row = 0; row < values.length; row++) classIds[row] = unpacker.firstClassId(values[row]);
  return classIds;
}
