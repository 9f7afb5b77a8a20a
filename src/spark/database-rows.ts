import { SOURCE_NAMES } from '../engine/rows/dropped-rows.ts';
import { IdentityReader } from '../engine/rows/identity.ts';
import { ClassLabeller, UNKNOWN_CLASS } from '../engine/rows/label.ts';
import { TextRanker } from '../engine/rows/rank.ts';
import { shownId } from '../engine/rows/row-ids.ts';
import type { Corrections, RowHandler } from '../model/corrections.ts';
import type { RowSource } from '../model/rows.ts';
import type { Selection } from '../model/selection.ts';
import { classCounts } from '../postgres/cut-queries.ts';
import type { MeasuredRead } from './measure-reads.ts';
import { planDataset } from './plan.ts';

/** What the database holds of the rows that Spark reads, in the same snapshot. */
export interface DatabaseRows {
  readonly fetched: Readonly<Record<RowSource, number>>;
  /** Rows of each class as read, of which copies and conflicts can only take away; null if they were not counted. */
  readonly classRows: readonly (number | null)[];
  readonly probes: Probes;
}

/** Usable rows that were read here too, by the ranks of their texts. */
export interface Probes {
  /** True if they are all rows. */
  readonly isComplete: boolean;
  readonly high: readonly number[];
  readonly low: readonly number[];
  readonly classIds: readonly number[];
  /** Name of the source and id of each, as in the list of dropped rows. */
  readonly keys: readonly string[];
}

/** Rows of a dataset up to which all are read here too. */
const MOST_COMPLETE = 100_000;
/** Rows of each source that are read of a larger dataset: a sample that PostgreSQL sorts in memory. */
const SAMPLE = 5000;

/** Returns the key of a row in the list of dropped rows. */
export function probeKey(source: string, id: string): string {
  return `${source} ${id}`;
}

/** Reads from the snapshot the rows with which the work of Spark is compared. */
export async function readDatabaseRows(
  measured: MeasuredRead,
  corrections: Pick<Corrections, 'ask' | 'sample'>,
): Promise<DatabaseRows> {
  const { read, confirmed } = measured;
  const { shape, layout, seed } = read;
  const counted = await countClasses(measured, corrections);
  const { fetched } = counted;
  const labeller = new ClassLabeller(shape.classNames, shape);
  const identity = new IdentityReader(shape, layout);
  const ranker = new TextRanker(seed);
  const probes = {
    high: [] as number[],
    low: [] as number[],
    classIds: [] as number[],
    keys: [] as string[],
  };
  const add =
    (source: RowSource): RowHandler =>
    (row) => {
      const text = identity.read(row);
      const label = row[layout.values[0]];
      const classId = label === null ? UNKNOWN_CLASS : labeller.find(label);
      if (typeof text === 'string' || classId === UNKNOWN_CLASS) return;
      ranker.rank(text);
      probes.high.push(ranker.high);
      probes.low.push(ranker.low);
      probes.classIds.push(classId);
      const id = row[layout.id];
      probes.keys.push(probeKey(SOURCE_NAMES[source], id === null ? '' : shownId(id)));
    };
  const isComplete = measured.rows + (confirmed?.rows ?? 0) <= MOST_COMPLETE;
  const take = (selection: Selection, source: RowSource) => {
    const limit = isComplete ? fetched[source] : Math.min(SAMPLE, fetched[source]);
    return corrections.sample(selection, { seed, ordered: false, limit }, add(source));
  };
  await take(read.corrections, 'corrections');
  if (read.confirmed !== null && confirmed !== null) await take(read.confirmed, 'confirmed');
  return { ...counted, probes: { isComplete, ...probes } };
}

/** Counts the rows that Spark reads by their labels. */
async function countClasses(
  measured: MeasuredRead,
  corrections: Pick<Corrections, 'ask'>,
): Promise<Pick<DatabaseRows, 'fetched' | 'classRows'>> {
  const { read } = measured;
  const planned = planDataset(measured);
  const labeller = new ClassLabeller(read.shape.classNames, read.shape);
  const classRows = read.shape.classNames.map(() => 0);
  const fetched = { corrections: 0, confirmed: 0 };
  let isWhole = true;
  for (const source of ['corrections', 'confirmed'] as const) {
    const origin = source === 'confirmed' ? read.confirmed?.origin : read.corrections.origin;
    for (const { sql } of planned[source]) {
      const labels = await corrections.ask(classCounts(sql, planned.label.field), 3, origin);
      const all = Number(labels[0]?.[2] ?? 0);
      fetched[source] += all;
      let counted = 0;
      for (const [label, rows] of labels) {
        counted += Number(rows);
        const id = label === null ? UNKNOWN_CLASS : labeller.find(Buffer.from(label));
        if (id !== UNKNOWN_CLASS) classRows[id] += Number(rows);
      }
      isWhole &&= counted === all;
    }
  }
  return { fetched, classRows: isWhole ? classRows : classRows.map(() => null) };
}
