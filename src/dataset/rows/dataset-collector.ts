import { PiiGuard } from '../pii/pii-guard.ts';
import type { PiiReader } from '../pii/pii-reader.ts';
import type { RowSource } from '../rows.ts';
import type { DatasetShape, RowLayout } from '../shape.ts';
import type { PiiSettings } from '../trust.ts';
import { MALFORMED } from './class-sets.ts';
import { Deduplicator } from './deduplicate.ts';
import { TextRanker } from './rank.ts';
import type { RowCounts } from './row-counts.ts';
import type { Fields, SharedIdentity } from './shared-identity.ts';
import { StoredRows } from './stored-rows.ts';
import type { TextIndex } from './text-index.ts';
import { release, type TextMemory } from './text-store.ts';
import { ValueUnpacker } from './value-unpacker.ts';
import { createValueReader, type ValueReader } from './values.ts';

export interface CollectedRows {
  readonly rows: StoredRows;
  readonly counts: RowCounts;
}

/** A dataset whose rows are collected. */
export interface CollectedDataset {
  readonly shape: DatasetShape;
  readonly layout: RowLayout;
  /** What personal data is looked for; null for none. */
  readonly pii: PiiSettings | null;
}

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
  readonly #dropped = { nullMessage: 0, invalidUtf8: 0, empty: 0, pii: 0, unknownClass: 0, malformed: 0 };
  readonly #pii: PiiGuard | null;

  constructor(
    { shape, layout, pii }: CollectedDataset,
    {
      identity,
      index,
      seed,
      keptPii,
    }: { identity: SharedIdentity; index: TextIndex; seed: number; keptPii: PiiReader | null },
  ) {
    this.#pii =
      pii === null ? null : new PiiGuard(pii, { texts: identity.pii!, kept: keptPii! }, shape, layout.values);
    this.#shape = shape;
    this.#layout = layout;
    this.#identity = identity;
    this.#index = index;
    this.#values = createValueReader(shape, layout.values);
    this.#deduplicator = new Deduplicator(index, { isGrouped: layout.group !== null });
    this.#ranker = new TextRanker(seed);
  }

  add(source: RowSource, row: Fields): void {
    const { member, group } = this.#layout;
    if (member !== null && row[member] === null) return;
    if (source === 'pool' && this.fetched.pool === this.poolLimit) return;
    this.fetched[source]++;
    const problem = this.#identity.problemOf(row);
    if (problem !== null) {
      this.#dropped[problem]++;
      return;
    }
    const published = this.#pii === null ? row : this.#pii.read(row);
    if (this.#pii?.isRejected) {
      this.#pii.count();
      this.#dropped.pii++;
      return;
    }
    const value = this.#values.numberOf(published);
    if (value < 0) {
      this.#dropped[value === MALFORMED ? 'malformed' : 'unknownClass']++;
      return;
    }
    this.#pii?.count();
    const number = this.#identity.numberOf();
    if (group === null) this.#deduplicator.add(source, number, value);
    else this.#deduplicator.add(source, number, value, this.#rankOf(row[group], number));
  }

  finish(): CollectedRows {
    const { duplicateRows, conflictingTexts, conflictingRows, ...left } = this.#deduplicator.finish();
    const { nullMessage, invalidUtf8, empty, pii, unknownClass, malformed } = this.#dropped;
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
        dropped: { ...this.#dropped, duplicate: duplicateRows, conflicting: conflictingRows },
        unknownClassNames: this.#values.unknownClasses(),
        conflictingTexts,
        ...(this.#pii === null ? {} : { pii: this.#pii.counts() }),
      },
    };
  }

  /** Rank of a group; a row without a group is one of its own. */
  #rankOf(group: Uint8Array | null, number: number): { high: number; low: number } {
    if (group === null) return this.#index.rankOf(number);
    this.#ranker.rank(group);
    return this.#ranker;
  }

  #store({
    values,
    ...columns
  }: Omit<ReturnType<Deduplicator['finish']>, 'duplicateRows' | 'conflictingTexts' | 'conflictingRows'>) {
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
