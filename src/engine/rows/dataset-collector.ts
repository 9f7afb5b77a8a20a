import type { RowSource, SplitShares } from '../../model/rows.ts';
import type { DatasetShape, RowLayout } from '../../model/shape.ts';
import type { AnnotatorRule, PiiSettings } from '../../model/trust.ts';
import { PiiGuard } from '../../pii/pii-guard.ts';
import type { PiiReader } from '../../pii/pii-reader.ts';
import { MALFORMED } from './class-sets.ts';
import { ConfidenceReader } from './confidence.ts';
import { ConfirmedPopulation } from './confirmed-population.ts';
import { CorrectionNotes } from './correction-notes.ts';
import type { DroppedRows, DropReason } from './dropped-rows.ts';
import type { TextProblem } from './identity.ts';
import { type KeeperParts, MemoryKeeper } from './memory-keeper.ts';
import { countPredictions, type PredictionCounter } from './prediction-counter.ts';
import {
  foldedOf,
  futureOf,
  type ReadCounts,
  type RowCounts,
  rowCounts,
  withoutZeros,
} from './row-counts.ts';
import type { KeptIds, RowIds } from './row-ids.ts';
import type { RowItems } from './row-items.ts';
import type { RowKeeper } from './row-keeper.ts';
import type { RowSpill } from './row-spill.ts';
import type { Fields, SharedIdentity } from './shared-identity.ts';
import { SpillKeeper } from './spill-keeper.ts';
import { SplitKeys } from './split-keys.ts';
import type { StoredRows } from './stored-rows.ts';
import type { TextIndex } from './text-index.ts';
import { createValueReader } from './values.ts';

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
  /** True when the rows of an id are one item, of which one is published; else ids decide nothing. */
  readonly isIdItem: boolean;
  /** Which correction counts of several of the same text. */
  readonly annotators: AnnotatorRule;
  /** What personal data is looked for; null for none. */
  readonly pii: PiiSettings | null;
  /** The ranks at which test and eval end. */
  readonly shares: Pick<SplitShares, 'testBelow' | 'evalBelow'>;
}

const REASONS: Readonly<Record<TextProblem, DropReason>> = {
  nullMessage: 'no-text',
  invalidUtf8: 'invalid-utf8',
  empty: 'empty',
  malformed: 'malformed',
  noAnswer: 'no-answer',
  sameAnswers: 'same-answers',
  toolCalls: 'tool-calls',
  notText: 'not-text',
};

/** Reads the rows of one dataset: keeps the usable ones, and counts the others. */
export class DatasetCollector {
  readonly fetched = { corrections: 0, confirmed: 0 };
  readonly #population: ConfirmedPopulation;
  readonly #parts: KeeperParts;
  readonly #memory: MemoryKeeper;
  #keeper: RowKeeper;
  /** Null if corrections have no prediction. */
  readonly #predictions: PredictionCounter | null;
  readonly #problems = {
    nullMessage: 0,
    invalidUtf8: 0,
    empty: 0,
    pii: 0,
    unknownClass: 0,
    malformed: 0,
    noAnswer: 0,
    sameAnswers: 0,
    toolCalls: 0,
    notText: 0,
  };
  readonly #pii: PiiGuard | null;
  /** Number of rows that cleaning changed; null with the built-in cleaning rules, or without cleaning. */
  #changed: number | null;
  /** Number of rows that are kept without their unknown class; null if such rows are dropped. */
  #shortened: number | null;
  #folded = 0;

  constructor(
    { shape, layout, isIdItem, annotators, pii, shares }: CollectedDataset,
    {
      identity,
      index,
      ids,
      items,
      seed,
      keptPii,
    }: {
      identity: SharedIdentity;
      index: TextIndex;
      ids: RowIds;
      /** Null where ids decide nothing for any dataset. */
      items: RowItems | null;
      seed: number;
      keptPii: PiiReader | null;
    },
  ) {
    this.#pii =
      pii === null ? null : new PiiGuard(pii, { texts: identity.pii!, kept: keptPii! }, shape, layout.values);
    this.#changed = typeof shape.clean === 'string' ? null : 0;
    this.#shortened = shape.unknownClasses === 'drop-class' ? 0 : null;
    const isNoted = layout.annotator !== null || layout.time !== null;
    const notes = isNoted ? new CorrectionNotes(layout) : null;
    const values = createValueReader(shape, layout.values);
    const keys = SplitKeys.open(shape, layout, seed);
    const confidence = ConfidenceReader.open(shape, layout);
    const own = { shape, layout, annotators, shares, identity, values, notes, keys, confidence };
    this.#parts = { ...own, index, ids, items: isIdItem ? items : null };
    this.#memory = new MemoryKeeper(this.#parts);
    this.#keeper = this.#memory;
    this.#predictions = countPredictions(shape, layout);
    this.#population = new ConfirmedPopulation(seed);
  }

  /**
   * Limits the number of confirmed rows.
   *
   * @param isRanked true when they come by ascending rank of their ids
   */
  limitConfirmed(rows: number, isRanked: boolean): void {
    this.#population.begin(rows, isRanked);
  }

  /** Bytes of memory its rows take, beside those of their texts and ids. */
  get bytes(): number {
    return this.#memory.bytes;
  }

  /** @param serial the row's serial number, see `RowIds` */
  add(source: RowSource, row: Fields, serial: number): void {
    const { layout, notes, identity } = this.#parts;
    if (layout.member !== null && row[layout.member] === null) return;
    if (source === 'confirmed') {
      if (this.fetched.confirmed === this.#population.limit) return;
      if (++this.fetched.confirmed === this.#population.limit) this.#population.takeLast(row[layout.id]);
    } else this.fetched.corrections++;
    const keeper = this.#keeper;
    if (notes !== null && source === 'corrections') keeper.note(row, serial);
    if (this.#predictions !== null && source === 'corrections')
      keeper.setOrigin(serial, this.#predictions.add(row));
    const problem = identity.problemOf(row);
    if (problem !== null) {
      this.#problems[problem]++;
      keeper.drop(REASONS[problem], serial);
      return;
    }
    const published = this.#pii === null ? row : this.#pii.read(row);
    if (this.#pii?.isRejected) {
      this.#pii.count();
      this.#problems.pii++;
      keeper.drop('pii', serial);
      return;
    }
    const value = keeper.valueOf(published);
    if (value < 0) {
      this.#problems[value === MALFORMED ? 'malformed' : 'unknownClass']++;
      keeper.drop(value === MALFORMED ? 'malformed' : 'unknown-class', serial);
      return;
    }
    this.#pii?.count();
    if (this.#changed !== null && identity.isChanged) this.#changed++;
    if (this.#shortened !== null && this.#parts.values.isShortened) this.#shortened++;
    if (identity.isFolded) this.#folded++;
    const { confidence } = this.#parts;
    if (confidence !== null) keeper.setConfidence(serial, confidence.read(row));
    keeper.keep(source, row, value, serial);
  }

  finish(): CollectedRows {
    const { rows, left, agreement, ids } = this.#memory.finish();
    return { rows, counts: rowCounts(this.counts(), left, agreement), ids, dropped: this.#memory.dropped };
  }

  /** Counts of the rows before they are deduplicated. */
  counts(): ReadCounts {
    const { layout, values, notes, confidence } = this.#parts;
    return {
      fetched: this.fetched,
      problems: withoutZeros(this.#problems),
      unknownClassNames: values.unknownClasses(),
      isCompared: layout.annotator !== null,
      newestCorrection: notes?.newest() ?? null,
      ...futureOf(notes?.future() ?? 0),
      ...(this.#shortened === null ? {} : { shortenedRows: this.#shortened }),
      ...(this.#changed === null ? {} : { changedByCleaning: this.#changed }),
      ...foldedOf(this.#folded),
      ...(values.spans === null ? {} : { spans: structuredClone(values.spans) }),
      ...(this.#pii === null ? {} : { pii: this.#pii.counts() }),
      ...(this.#predictions === null ? {} : { predictions: this.#predictions.counts() }),
      ...(confidence === null ? {} : { confidence: confidence.counts() }),
      ...this.#population.counts(this.fetched.confirmed),
    };
  }

  /** Hands over the rows of a source so far. @param dataset its number there */
  spillSoFar(source: RowSource, dataset: number, spill: RowSpill): void {
    this.#memory.spill(source, dataset, spill);
  }

  /** Keeps rows elsewhere from now on. @param dataset its number there */
  spillFromNowOn(dataset: number, spill: RowSpill): void {
    this.#keeper = new SpillKeeper(this.#parts, dataset, spill);
    this.#memory.close();
  }
}
