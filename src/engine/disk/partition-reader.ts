import type { RowSource, SplitShares } from '../../model/rows.ts';
import { type DatasetShape, hasOnlyClass } from '../../model/shape.ts';
import type { AnnotatorRule } from '../../model/trust.ts';
import type { AnnotatorAgreement } from '../rows/agreement.ts';
import { Arbiter } from '../rows/arbiter.ts';
import { ConfidenceColumn } from '../rows/confidence.ts';
import { NEVER, type Notes, UNNAMED } from '../rows/correction-notes.ts';
import { CountedRows } from '../rows/counted-rows.ts';
import { DecidedLabels } from '../rows/decided-label.ts';
import { Deduplicator, type Settling } from '../rows/deduplicate.ts';
import { DroppedRows } from '../rows/dropped-rows.ts';
import { FnvRanker } from '../rows/fnv-ranker.ts';
import { IdentityFolder } from '../rows/fold.ts';
import { keptOrder } from '../rows/kept-order.ts';
import { needsArbiter, storeRows } from '../rows/memory-keeper.ts';
import type { LeftRows } from '../rows/row-counts.ts';
import { RowIds } from '../rows/row-ids.ts';
import type { SpilledRow } from '../rows/row-spill.ts';
import type { StoredRows } from '../rows/stored-rows.ts';
import { TextIndex } from '../rows/text-index.ts';
import { type TextMemory, TextStore } from '../rows/text-store.ts';
import { ValueUnpacker } from '../rows/values.ts';
import { VERDICTS, type Verdict, type Verdicts } from '../rows/verdicts.ts';
import { rowsByRank } from '../split/split-stable.ts';
import { forEachRecord } from './record-file.ts';
import { type RecordPart, RowReader } from './row-record.ts';

/** Deduplicated rows, and the location of their ids. */
interface IdentifiedRows {
  readonly shape: DatasetShape;
  readonly rows: StoredRows;
  readonly idOf: (row: number) => Uint8Array;
  readonly sourceOf: (row: number) => RowSource;
}

/** The remaining rows of a partition; valid until the next partition is read. */
interface ReadPartition extends IdentifiedRows {
  readonly left: LeftRows;
  readonly dropped: DroppedRows;
  /** Serial number of the first row of a row's text that counts, where records hold serial numbers. */
  readonly arrivalOf: (row: number) => number;
}

/** Deduplicates the rows of one partition after the other, in memory that is used again. */
export class PartitionReader {
  readonly #source: SpilledSource;
  readonly #reader: RowReader;
  readonly #rank = { high: 0, low: 0, rank: () => undefined };
  readonly #texts = new TextIndex(this.#rank);
  /** Texts that are different already. */
  readonly #stored = new TextStore();
  readonly #values: TextIndex | null;
  readonly #folder: IdentityFolder | null;
  readonly #ids = new RowIds();
  readonly #sources: RowSource[] = [];
  /** Codes of origins by serial number. */
  readonly #origins: number[] = [];
  /** By serial number; null where rows have none. */
  readonly #confidences: ConfidenceColumn | null;
  /** Numbers of texts by serial number, and serial numbers in all partitions of their first rows, by number. */
  readonly #numbers: number[] = [];
  readonly #arrivals: number[] = [];
  readonly #notes = { annotators: [] as number[], times: [] as number[] };
  readonly #labels: DecidedLabels;
  /** Null if ids decide nothing. */
  readonly #verdicts: Verdicts | null;
  readonly #arbiter: Arbiter | null;

  /** @param verdicts whether rows count, by their ids; null if ids decide nothing */
  constructor(source: SpilledSource, verdicts: Verdicts | null) {
    this.#source = source;
    this.#verdicts = verdicts;
    this.#reader = new RowReader(source.parts, source.position);
    this.#folder = IdentityFolder.open(source.shape);
    this.#values = hasOnlyClass(source.shape) ? null : new TextIndex(new FnvRanker());
    this.#labels = new DecidedLabels(source.shape);
    this.#arbiter = createArbiter(source, this.#labels);
    const { confidences } = source.parts[source.position];
    this.#confidences = confidences === 0 ? null : new ConfidenceColumn(confidences);
  }

  /** Reads a partition by the ranks of texts, and deduplicates its rows. */
  read(file: string): ReadPartition {
    this.#begin();
    const { parts, position, shares, isOrdered } = this.#source;
    const { isGrouped, isNoted } = parts[position];
    const ids = this.#folder === null ? null : this.#ids;
    const dropped = new DroppedRows(this.#ids);
    const deduplicator = new Deduplicator(this.#texts, { groups: isGrouped ? shares : null, ids });
    const counted = new CountedRows(deduplicator, dropped);
    const verdicts: Verdict[] = [];
    this.#forEach(file, this.#reader, (serial) => {
      const { source, row } = this.#reader;
      this.#origins[serial] = row.origin;
      this.#confidences?.set(serial, row.confidence);
      if (isNoted) {
        this.#notes.annotators[serial] = row.annotator;
        this.#notes.times[serial] = row.time;
      }
      const folded = this.#folder === null ? row.text : this.#folder.fold(row.text);
      const number = this.#texts.numberOf(folded);
      const form = folded === row.text ? number : this.#texts.numberOf(row.text);
      const group = isGrouped ? { high: row.groupHigh, low: row.groupLow } : undefined;
      verdicts[serial] = this.#verdicts?.at(this.#reader.serial) ?? VERDICTS.counts;
      const values = { number, value: this.#valueOf(row), serial, rank: group, form };
      const texts = deduplicator.length;
      counted.add(source, values, verdicts[serial]);
      if (!isOrdered) return;
      this.#numbers[serial] = number;
      if (deduplicator.length > texts) this.#arrivals[number] = this.#reader.serial;
    });
    const { columns, serials, ...counts } = counted.finish(this.#settling(), (serial) => verdicts[serial]);
    const origins = new Uint8Array(serials.length);
    for (let row = 0; row < origins.length; row++) origins[row] = this.#origins[serials[row]];
    const confidences = this.#confidences?.of(serials) ?? null;
    return {
      ...this.#identified({ ...columns, origins, confidences }, this.#texts.memory, (row) => serials[row]),
      left: { ...counts, conflictingIds: 0, rows: serials.length },
      dropped,
      arrivalOf: (row) => this.#arrivals[this.#numbers[serials[row]]],
    };
  }

  /** Reads a partition by the ranks of groups, whose rows have been deduplicated. */
  readGroups(file: string): IdentifiedRows {
    this.#begin();
    const { parts, position } = this.#source;
    const reader = new RowReader([{ ...parts[position], isGrouped: true }], 0);
    const texts = this.#stored;
    texts.clear();
    const values: number[] = [];
    const groups = { high: [] as number[], low: [] as number[] };
    const ranks = { high: [] as number[], low: [] as number[] };
    const origins: number[] = [];
    this.#forEach(file, reader, (serial) => {
      const { row } = reader;
      texts.add(row.text);
      values[serial] = this.#valueOf(row);
      origins[serial] = row.origin;
      this.#confidences?.set(serial, row.confidence);
      groups.high[serial] = row.groupHigh;
      groups.low[serial] = row.groupLow;
      ranks.high[serial] = row.rankHigh;
      ranks.low[serial] = row.rankLow;
    });
    const numbers = Uint32Array.from(values, (_, serial) => serial);
    const columns = {
      numbers,
      values: Uint32Array.from(values),
      origins: Uint8Array.from(origins),
      confidences: this.#confidences?.of(numbers) ?? null,
      ...rankColumns(groups),
      textRanks: rankColumns(ranks),
    };
    return this.#identified(columns, texts.memory, (row) => row);
  }

  agreement(): AnnotatorAgreement | null {
    return this.#arbiter?.agreement() ?? null;
  }

  #begin(): void {
    this.#texts.clear();
    this.#values?.clear();
    this.#ids.clear();
    this.#sources.length = 0;
  }

  #forEach(file: string, reader: RowReader, visit: (serial: number) => void): void {
    forEachRecord(file, (records) => {
      if (!reader.read(records)) return;
      this.#rank.high = reader.row.rankHigh;
      this.#rank.low = reader.row.rankLow;
      this.#sources.push(reader.source);
      visit(this.#ids.add(reader.source, reader.id));
    });
  }

  /** Number of the values of a row. */
  #valueOf(row: SpilledRow): number {
    return this.#values === null ? row.classId : this.#values.numberOf(row.values!);
  }

  #identified(
    columns: Parameters<typeof storeRows>[1],
    memory: TextMemory,
    serialOf: (row: number) => number,
  ): IdentifiedRows {
    const { shape } = this.#source;
    return {
      shape,
      rows: storeRows(shape, columns, { memory, valueMemory: this.#values?.memory ?? null }),
      idOf: (row) => this.#ids.bytesOf(serialOf(row)),
      sourceOf: (row) => this.#sources[serialOf(row)],
    };
  }

  /** How the rows of the current partition are settled. */
  #settling(): Settling {
    const { annotators, times } = this.#notes;
    const { annotators: rule, isAnnotated, isTimed } = this.#source;
    const notes: Notes = {
      annotatorOf: (serial) => (isAnnotated ? annotators[serial] : UNNAMED),
      timeOf: (serial) => (isTimed ? times[serial] : NEVER),
    };
    const memory = this.#values?.memory ?? null;
    const hasMore = this.#labels.hasMore && memory !== null;
    return {
      arbiting: this.#arbiter === null ? null : { arbiter: this.#arbiter, notes },
      labelOf: this.#labels.of(memory),
      order: hasMore ? keptOrder(this.#ids, rule === 'latest' ? notes : null, memory) : null,
    };
  }
}

function rankColumns({ high, low }: { readonly high: readonly number[]; readonly low: readonly number[] }) {
  return { rankHigh: Uint32Array.from(high), rankLow: Uint32Array.from(low) };
}

/** Decides on corrections of the same text, or the same id; null where those that disagree are left out. */
export function createArbiter(
  { annotators: rule, isAnnotated, isTimed }: SpilledSource,
  { compared }: DecidedLabels,
): Arbiter | null {
  const layout = { annotator: isAnnotated ? 0 : null, time: isTimed ? {} : null };
  return needsArbiter(rule, layout) ? new Arbiter({ rule, ...compared }) : null;
}

/** A row in its place; valid until the next. */
export interface SortedRow {
  /** Its number in its partition. */
  readonly number: number;
  readonly source: RowSource;
  readonly id: Uint8Array;
  readonly row: SpilledRow;
  /** Rank of its group, or its text. */
  readonly rank: { readonly high: number; readonly low: number };
}

/** Rows in the order of their ranks, and of their texts where ranks are the same. */
export function* sortedRows({ shape, rows, idOf, sourceOf }: IdentifiedRows): Generator<SortedRow> {
  const { classIds, valueNumbers, valueMemory, rankHigh, rankLow, textRanks, origins } = rows;
  const unpacker = valueMemory === null ? null : new ValueUnpacker(shape, valueMemory);
  for (const number of rowsByRank(rows)) {
    const value = valueNumbers?.[number] ?? 0;
    const rank = { high: rankHigh[number], low: rankLow[number] };
    const row: SpilledRow = {
      text: rows.textAt(number),
      rankHigh: textRanks.rankHigh[number],
      rankLow: textRanks.rankLow[number],
      classId: classIds[number] ?? 0,
      values: unpacker === null ? null : unpacker.bytesAt(value),
      groupHigh: rank.high,
      groupLow: rank.low,
      origin: origins[number],
      annotator: 0,
      time: 0,
      confidence: rows.confidenceAt(number),
    };
    yield {
      number,
      source: sourceOf(number),
      id: idOf(number),
      row,
      rank,
    };
  }
}

/** Rows of a dataset on disk, as they were read. */
export interface SpilledSource {
  readonly shape: DatasetShape;
  readonly annotators: AnnotatorRule;
  readonly isAnnotated: boolean;
  readonly isTimed: boolean;
  /** Folder of all files, and what the names of those with the rows begin with. */
  readonly folder: string;
  readonly files: string;
  /** What their records hold, and the dataset's position among it. */
  readonly parts: readonly RecordPart[];
  readonly position: number;
  /** What the names of the dataset's own files begin with. */
  readonly name: string;
  /** Where the ids of rows are, the dataset's number there, and how many rows there are; null if ids decide nothing. */
  readonly items: { readonly files: string; readonly dataset: number; readonly rows: number } | null;
  readonly shares: Pick<SplitShares, 'testBelow' | 'evalBelow'>;
  /** True for rows that are split in the order in which they were read. */
  readonly isOrdered: boolean;
  /** Most ids of conflicting rows that are kept. */
  readonly mostConflictIds: number;
}
