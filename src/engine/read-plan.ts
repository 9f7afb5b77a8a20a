import type { Corrections, RowHandler } from '../model/corrections.ts';
import type { Progress } from '../model/progress.ts';
import type { RowSource } from '../model/rows.ts';
import type { Selection } from '../model/selection.ts';
import type { ReadingPlan } from './engine.ts';
import type { EarlySketches } from './near-duplicates/early-sketches.ts';

/** Number of rows between two checks of the clock. */
const ROWS_A_LINE = 10_000;

/** Takes the rows of several datasets, numbered as in the plan. */
interface PlanCollector {
  /** Rows of a dataset so far. */
  fetched(dataset: number): Readonly<Record<RowSource, number>>;
  /**
   * Limits the confirmed rows of a dataset. Further rows do not count as read.
   *
   * @param isRanked true when they come by ascending rank of their ids
   */
  limitConfirmed(dataset: number, rows: number, isRanked: boolean): void;
  /** Takes one row; all corrections come before the first confirmed row. */
  add(source: RowSource, row: Parameters<RowHandler>[0]): void;
  /** Takes one row for one dataset only. */
  addTo(dataset: number, source: RowSource, row: Parameters<RowHandler>[0]): void;
}

/**
 * Reads the corrections of a plan's datasets, and then the sample of confirmed rows that goes with them.
 *
 * @param options.early makes sketches while the database puts the sample together; by default nothing is done meanwhile
 */
export async function readPlan(
  corrections: Corrections,
  plan: ReadingPlan,
  {
    collector,
    progress,
    early,
  }: { collector: PlanCollector; progress: Progress; early?: Pick<EarlySketches, 'begin' | 'end'> },
): Promise<void> {
  const { datasets, seed, ordered, confirmed } = plan;
  const names = datasets.map(({ target }) => target.name);
  const collect = (source: RowSource): RowHandler => {
    let rows = 0;
    return (row) => {
      collector.add(source, row);
      if (++rows % ROWS_A_LINE === 0) progress.readingRows(names.join(' and '), source, rows);
    };
  };
  const reportRead = (source: RowSource) => {
    for (const [dataset, name] of names.entries()) {
      progress.readRows(name, source, collector.fetched(dataset)[source]);
    }
  };

  await corrections.all(plan.corrections, { ordered }, collect('corrections'));
  reportRead('corrections');
  const sizes = datasets.map(({ target }, dataset) =>
    Math.floor(target.settings.correctRatio * collector.fetched(dataset).corrections),
  );
  const largest = Math.max(...sizes);
  if (confirmed === null || largest === 0) return;
  for (const [dataset, size] of sizes.entries()) collector.limitConfirmed(dataset, size, !ordered);
  const limit = sharedSampleSize(datasets, sizes);
  const isShort = () => sizes.some((size, dataset) => collector.fetched(dataset).confirmed < size);
  const take = collect('confirmed');
  let rows = 0;
  early?.begin();
  const sampling = corrections.sample(confirmed, { seed, ordered, limit }, (row) => {
    early?.end();
    // The largest dataset takes no more rows than its size, so that none is complete before.
    if (rows++ < largest || isShort()) take(row);
  });
  const sampled = await sampling.finally(() => early?.end());
  if (sampled === limit) await readRest(corrections, plan, { collector, sizes });
  reportRead('confirmed');
}

/**
 * Returns how many confirmed rows are sampled for all datasets at once. A row whose value is NULL for one dataset is another
 * one's only, and a dataset that lacks a single row has all confirmed rows scanned, hashed and sorted again. So some more rows are
 * read than the datasets need.
 */
function sharedSampleSize(datasets: ReadingPlan['datasets'], sizes: readonly number[]): number {
  const members = datasets.map(({ layout }) => layout.member);
  const isEachRowOfAll = members.every((member) => member === members[0]);
  if (isEachRowOfAll) return Math.max(...sizes);
  return Math.max(
    ...sizes.map((size, dataset) => (members[dataset] === null || size === 0 ? size : withMargin(size))),
  );
}

/** Returns a number of rows that holds `size` rows of a dataset if at most about 3 % of them are another one's only. */
function withMargin(size: number): number {
  return size + Math.floor(size / 32) + 32;
}

/** Reads what a dataset's sample still lacks because some of the rows that were read for all are not its own. */
async function readRest(
  corrections: Corrections,
  { datasets, confirmed, seed, ordered }: ReadingPlan,
  { collector, sizes }: { collector: PlanCollector; sizes: readonly number[] },
): Promise<void> {
  for (const [dataset, { layout }] of datasets.entries()) {
    const offset = collector.fetched(dataset).confirmed;
    const limit = sizes[dataset] - offset;
    if (limit === 0 || layout.member === null) continue;
    const own: Selection = { ...confirmed!, members: [layout.member] };
    await corrections.sample(own, { seed, ordered, limit, offset }, (row) =>
      collector.addTo(dataset, 'confirmed', row),
    );
  }
}
