import type { RowSource } from '../rows.ts';
import type { DatasetShape, RowLayout } from '../shape.ts';
import { MALFORMED } from './class-sets.ts';
import { Deduplicator } from './deduplicate.ts';
import { IdentityReader, type TextProblem } from './identity.ts';
import type { UnknownClass } from './label.ts';
import { TextRanker } from './rank.ts';
import { StoredRows } from './stored-rows.ts';
import type { TextIndex } from './text-index.ts';
import { release, type TextMemory } from './text-store.ts';
import { ValueUnpacker } from './value-unpacker.ts';
import { createValueReader, type ValueReader } from './values.ts';

/** How many rows were read, how many each stage left, and why the others were dropped. */
export interface RowCounts {
  readonly fetched: Readonly<Record<RowSource, number>>;
  /** Rows left after each stage. */
  readonly stages: {
    readonly fetched: number;
    readonly cleaned: number;
    readonly labelled: number;
    readonly deduplicated: number;
  };
  readonly dropped: {
    readonly nullMessage: number;
    readonly invalidUtf8: number;
    /** Without text once cleaned. */
    readonly empty: number;
    readonly unknownClass: number;
    /** With messages or a score that are none. */
    readonly malformed: number;
    readonly duplicate: number;
    /** All rows of texts whose values disagree. */
    readonly conflicting: number;
  };
  readonly unknownClassNames: readonly UnknownClass[];
  readonly conflictingTexts: number;
}

export interface CollectedRows {
  readonly rows: StoredRows;
  readonly counts: RowCounts;
}

/** A dataset whose rows are collected. */
export interface CollectedDataset {
  readonly shape: DatasetShape;
  readonly layout: RowLayout;
}

/** A row as it was read: UTF-8 bytes of its fields, null for NULL. */
export type Fields = readonly (Uint8Array | null)[];

/** Takes rows as they are read and cleans, labels and deduplicates them one by one, for several datasets at once. */
export class RowCollector {
  readonly #datasets: readonly DatasetCollector[];
  readonly #identities: readonly SharedIdentity[];

  /**
   * @param datasets what each dataset is, and where its fields stand in a row
   * @param index where the texts are kept
   * @param seed of the ranks of groups
   */
  constructor(datasets: readonly CollectedDataset[], index: TextIndex, seed: number) {
    const identities = new Map<string, SharedIdentity>();
    this.#datasets = datasets.map((dataset) => {
      const { shape, layout } = dataset;
      const key = JSON.stringify([layout.texts, shape.texts.map(({ type }) => type), shape.task]);
      const identity = identities.get(key) ?? new SharedIdentity(dataset, index);
      identities.set(key, identity);
      return new DatasetCollector(dataset, { identity, index, seed });
    });
    this.#identities = [...identities.values()];
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
    this.#forget();
    for (let dataset = 0; dataset < this.#datasets.length; dataset++)
      this.#datasets[dataset].add(source, row);
  }

  /** Takes one row for one dataset only. */
  addTo(dataset: number, source: RowSource, row: Fields): void {
    this.#forget();
    this.#datasets[dataset].add(source, row);
  }

  /** Makes ready for the next row. */
  #forget(): void {
    for (let index = 0; index < this.#identities.length; index++) this.#identities[index].forget();
  }

  /** The rows of each dataset that are left and the counts; the collector takes no rows afterwards. */
  finish(): CollectedRows[] {
    return this.#datasets.map((dataset) => dataset.finish());
  }
}

/** The identity of a row, made once for all datasets that have it. */
class SharedIdentity {
  readonly #reader: IdentityReader;
  readonly #index: TextIndex;
  #identity: Uint8Array | TextProblem | undefined;
  #number: number | undefined;

  constructor({ shape, layout }: CollectedDataset, index: TextIndex) {
    this.#reader = new IdentityReader(shape, layout.texts);
    this.#index = index;
  }

  /** Makes ready for the next row. */
  forget(): void {
    this.#identity = undefined;
    this.#number = undefined;
  }

  /** Why the row has no identity, null when it has one. */
  problemOf(row: Fields): TextProblem | null {
    this.#identity ??= this.#reader.read(row);
    return typeof this.#identity === 'string' ? this.#identity : null;
  }

  /** Number of the identity of a row that has one. */
  numberOf(): number {
    this.#number ??= this.#index.numberOf(this.#identity as Uint8Array);
    return this.#number;
  }
}

/** What is collected of one dataset. */
class DatasetCollector {
  readonly fetched = { reviewed: 0, pool: 0 };
  poolLimit = Number.POSITIVE_INFINITY;
  readonly #shape: DatasetShape;
  readonly #layout: RowLayout;
  readonly #identity: SharedIdentity;
  readonly #index: TextIndex;
  readonly #values: ValueReader;
  readonly #deduplicator: Deduplicator;
  readonly #ranker: TextRanker;
  readonly #dropped = { nullMessage: 0, invalidUtf8: 0, empty: 0, unknownClass: 0, malformed: 0 };

  constructor(
    { shape, layout }: CollectedDataset,
    { identity, index, seed }: { identity: SharedIdentity; index: TextIndex; seed: number },
  ) {
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
    const value = this.#values.numberOf(row);
    if (value < 0) {
      this.#dropped[value === MALFORMED ? 'malformed' : 'unknownClass']++;
      return;
    }
    const number = this.#identity.numberOf();
    if (group === null) this.#deduplicator.add(source, number, value);
    else this.#deduplicator.add(source, number, value, this.#rankOf(row[group], number));
  }

  finish(): CollectedRows {
    const { duplicateRows, conflictingTexts, conflictingRows, ...left } = this.#deduplicator.finish();
    const { nullMessage, invalidUtf8, empty, unknownClass, malformed } = this.#dropped;
    const fetched = this.fetched.reviewed + this.fetched.pool;
    const cleaned = fetched - nullMessage - invalidUtf8 - empty;
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
