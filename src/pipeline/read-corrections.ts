import { type CollectedRows, RowCollector } from '../dataset/collect-rows.ts';
import type { LabelSchema } from '../dataset/label-schema.ts';
import { TextRanker } from '../dataset/rank.ts';
import type { RowSource } from '../dataset/rows.ts';
import { TextIndex } from '../dataset/text-index.ts';
import type { Corrections, CorrectionsDatabase, Progress, RowHandler } from './ports.ts';

/** Rows between two looks at the clock. */
const ROWS_A_LINE = 10_000;

/**
 * Reads every label's reviewed corrections and its sample of correct rows from one snapshot, cleaned, labelled and
 * deduplicated as they arrive. Labels whose rows stand in the same place are read together, so that a complaint is
 * ranked, sent and cleaned once for all of them.
 *
 * @param options.correctRatio correct rows sampled per reviewed correction
 * @param options.seed seed of the texts' ranks
 * @param options.together false reads each label by itself, for rows that come in an order of their own
 * @returns the rows of each label
 */
export function readCorrections(
  database: CorrectionsDatabase,
  schemas: readonly LabelSchema[],
  options: { correctRatio: number; seed: number; together: boolean; progress: Progress },
): Promise<ReadonlyMap<LabelSchema, CollectedRows>> {
  const { seed, together } = options;
  return database.withSnapshot(async (corrections) => {
    const index = new TextIndex(new TextRanker(seed));
    const rows = new Map<LabelSchema, CollectedRows>();
    for (const group of together ? groupBySelection(schemas) : schemas.map((schema) => [schema])) {
      const collected = await readGroup(corrections, group, { index, ...options });
      for (const [label, schema] of group.entries()) rows.set(schema, collected[label]);
    }
    index.close();
    return rows;
  });
}

function groupBySelection(schemas: readonly LabelSchema[]): LabelSchema[][] {
  const groups: LabelSchema[][] = [];
  for (const schema of schemas) {
    const { reviewed, pool } = schema;
    const group = groups.find(
      ([first]) => first.reviewed.selection === reviewed.selection && first.pool.selection === pool.selection,
    );
    if (group === undefined) groups.push([schema]);
    else group.push(schema);
  }
  return groups;
}

async function readGroup(
  corrections: Corrections,
  group: readonly LabelSchema[],
  { index, correctRatio, progress }: { index: TextIndex; correctRatio: number; progress: Progress },
): Promise<CollectedRows[]> {
  const collector = new RowCollector(group, index);
  const names = group.map(({ name }) => name).join(' and ');
  const collect = (source: RowSource): RowHandler => {
    let rows = 0;
    return (row) => {
      collector.add(source, row);
      if (++rows % ROWS_A_LINE === 0) progress.readingRows(names, source, rows);
    };
  };
  const tell = (source: RowSource) => {
    for (const [label, { name }] of group.entries()) {
      progress.readRows(name, source, collector.fetched(label)[source]);
    }
  };

  await corrections.reviewed(group, collect('reviewed'));
  tell('reviewed');
  const sizes = group.map((_, label) => Math.floor(correctRatio * collector.fetched(label).reviewed));
  const limit = Math.max(...sizes);
  if (limit > 0) {
    for (const [label, size] of sizes.entries()) collector.limitPool(label, size);
    const onRow = collect('pool');
    const sampled = await corrections.sample(group, { limit }, onRow);
    if (sampled === limit) await readRest(corrections, group, { collector, sizes, onRow });
    tell('pool');
  }
  return collector.finish();
}

/** Reads what a label's sample still lacks because some of the rows that were read for all labels are not its own. */
async function readRest(
  corrections: Corrections,
  group: readonly LabelSchema[],
  { collector, sizes, onRow }: { collector: RowCollector; sizes: readonly number[]; onRow: RowHandler },
): Promise<void> {
  for (const [label, schema] of group.entries()) {
    const offset = collector.fetched(label).pool;
    const limit = sizes[label] - offset;
    if (limit === 0) continue;
    const row = new Array<Uint8Array | null>(1 + group.length).fill(null);
    await corrections.sample([schema], { limit, offset }, ([message, className]) => {
      row[0] = message;
      row[1 + label] = className;
      onRow(row);
    });
  }
}
