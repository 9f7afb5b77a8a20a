import type { CollectedDataset } from '../engine/rows/dataset-collector.ts';
import type { Selection, StatementOrigin } from '../model/selection.ts';
import {
  type Cutting,
  countedRows,
  hasRanges,
  idRange,
  type SampleBound,
  sampleEnd,
} from '../postgres/cut-queries.ts';
import { correctedIds, idsOfSeveralTexts } from '../postgres/id-queries.ts';

/** A dataset as Spark reads it: separately, even if it shares its source. */
export interface SparkRead extends Pick<CollectedDataset, 'shape' | 'layout' | 'isIdItem'> {
  readonly corrections: Selection;
  readonly confirmed: Selection | null;
  readonly seed: number;
  readonly correctRatio: number;
  readonly fractions: CollectedDataset['shares'];
}

/** How many rows of a dataset there are, and in which parts they are read. */
export interface MeasuredRead {
  readonly read: SparkRead;
  /** Rows of the corrections. */
  readonly rows: number;
  readonly corrections: Cutting;
  /** Null if nothing is sampled. */
  readonly confirmed: {
    /** Rows from which the sample is taken. */
    readonly rows: number;
    readonly cutting: Cutting;
    readonly bound: SampleBound | null;
  } | null;
}

/** Runs a SELECT on the snapshot and returns its rows, each value as text. */
export type Ask = (
  sql: string,
  columnCount: number,
  origin?: StatementOrigin,
) => Promise<readonly (readonly (string | null)[])[]>;

/** What is read at once in this process, as far as it describes what Spark reads. */
interface SharedReading {
  readonly datasets: readonly (CollectedDataset & {
    readonly target: { readonly settings: { readonly correctRatio: number } };
  })[];
  readonly corrections: Selection;
  readonly confirmed: Selection | null;
  readonly seed: number;
}

/** // A part of fewer rows costs more for its connection than it saves. */
const ROWS_A_PART = 250_000;
const MOST_PARTS = 1000;

/** What Spark reads of datasets that are read together here: the same fields, so that the same rows are sampled. */
export function sparkReads({ datasets, corrections, confirmed, seed }: SharedReading): SparkRead[] {
  return datasets.map(({ target, shape, layout, isIdItem, shares }) => {
    const members = layout.member === null ? null : [layout.member];
    return {
      shape,
      layout,
      isIdItem,
      corrections: { ...corrections, members },
      confirmed: confirmed === null ? null : { ...confirmed, members },
      seed,
      correctRatio: target.settings.correctRatio,
      fractions: shares,
    };
  });
}

/**
 * Queries how many rows there are and where the sample of the confirmed rows ends.
 *
 * @param rowsAPart rows in each part
 */
export async function measureRead(
  read: SparkRead,
  ask: Ask,
  { rowsAPart = ROWS_A_PART } = {},
): Promise<MeasuredRead> {
  const { rows, cutting: corrections } = await measure(read.corrections, ask, rowsAPart);
  const limit = Math.floor(read.correctRatio * rows);
  if (read.confirmed === null || limit === 0) return { read, rows, corrections, confirmed: null };
  const { rows: pool, cutting } = await measure(read.confirmed, ask, rowsAPart);
  const [[rank, below, equal]] = await ask(
    sampleEnd(read.confirmed, { seed: read.seed, limit }),
    3,
    read.confirmed.origin,
  );
  const left = limit - Number(below);
  const bound = rank === null ? null : { rank, tied: Number(equal) > left ? left : null };
  return { read, rows, corrections, confirmed: { rows: pool, cutting, bound } };
}

/**
 * Queries whether rows must be compared by their ids, which Spark does not do.
 *
 * @returns the problems, a sentence each; none if Spark gives the rows that this process would give
 */
export async function idProblems({ read, confirmed }: MeasuredRead, ask: Ask): Promise<string[]> {
  const { shape, layout, isIdItem, corrections, seed } = read;
  if (!isIdItem) return [];
  const { id, texts } = layout;
  const count = async (sql: string, { origin }: Selection) => Number((await ask(sql, 1, origin))[0][0]);
  const repeated = await count(idsOfSeveralTexts({ selection: corrections, id, texts }, null), corrections);
  const problems = [problemOf(repeated, 'ids of corrections that have several texts', ONCE)];
  if (read.confirmed !== null && confirmed !== null) {
    const sample = { selection: read.confirmed, seed, bound: confirmed.bound };
    const corrected = await count(correctedIds({ selection: corrections, id }, sample), read.confirmed);
    const several = await count(
      idsOfSeveralTexts({ selection: read.confirmed, id, texts }, sample),
      read.confirmed,
    );
    problems.push(
      problemOf(several, 'ids of confirmed rows that have several texts', ONCE),
      problemOf(corrected, 'confirmed rows with the id of a correction', 'Remove them from that SELECT'),
    );
  }
  return problems.flatMap((problem) => (problem === null ? [] : [`Dataset ${shape.name}. ${problem}`]));
}

const ONCE = 'Give each id once, for example with DISTINCT ON';

function problemOf(count: number, what: string, advice: string): string | null {
  if (count === 0) return null;
  return `spark-command does not compare rows by their ids. There are ${what}: ${count}. ${advice}, or remove spark-command.`;
}

async function measure(selection: Selection, ask: Ask, rowsAPart: number) {
  const [[count, type]] = await ask(countedRows(selection), 2, selection.origin);
  const rows = Number(count);
  const parts = Math.min(MOST_PARTS, Math.max(1, Math.ceil(rows / rowsAPart)));
  return { rows, cutting: await cut(selection, ask, { parts, type }) };
}

async function cut(
  selection: Selection,
  ask: Ask,
  { parts, type }: { parts: number; type: string | null },
): Promise<Cutting> {
  if (parts === 1 || !hasRanges(type)) return { by: 'hash', parts };
  const [[low, high]] = await ask(idRange(selection), 2, selection.origin);
  if (low === null || high === null) return { by: 'hash', parts };
  return { by: 'range', low: BigInt(low), high: BigInt(high), parts };
}
