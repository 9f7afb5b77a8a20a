import type { RowSource } from '../../model/rows.ts';
import type { DatasetShape } from '../../model/shape.ts';
import type { SpilledRow } from '../rows/row-spill.ts';
import type { StoredRows } from '../rows/stored-rows.ts';
import { ValueUnpacker } from '../rows/value-unpacker.ts';
import { rowsByRank } from '../split/split-stable.ts';

/** Deduplicated rows, and where their ids are. */
export interface IdentifiedRows {
  readonly shape: DatasetShape;
  readonly rows: StoredRows;
  readonly idOf: (row: number) => Uint8Array;
  readonly sourceOf: (row: number) => RowSource;
}

/** A row in its place; valid until the next. */
interface SortedRow {
  readonly source: RowSource;
  readonly id: Uint8Array;
  readonly row: SpilledRow;
  /** Rank of its group, or its text. */
  readonly rank: { readonly high: number; readonly low: number };
}

/** Rows in the order of their ranks, and of their texts where ranks are the same. */
export function* sortedRows({ shape, rows, idOf, sourceOf }: IdentifiedRows): Generator<SortedRow> {
  const { classIds, valueNumbers, valueMemory, rankHigh, rankLow } = rows;
  const unpacker = valueMemory === null ? null : new ValueUnpacker(shape, valueMemory);
  for (const number of rowsByRank(rows)) {
    const value = valueNumbers?.[number] ?? 0;
    const rank = { high: rankHigh[number], low: rankLow[number] };
    const row: SpilledRow = {
      text: rows.textAt(number),
      rankHigh: rank.high,
      rankLow: rank.low,
      classId: classIds[number] ?? 0,
      values: unpacker === null ? null : unpacker.bytesAt(value),
      groupHigh: rank.high,
      groupLow: rank.low,
      annotator: 0,
      time: 0,
    };
    yield {
      source: sourceOf(number),
      id: idOf(number),
      row,
      rank,
    };
  }
}
