import { type CollectedRows, RowCollector } from '../dataset/collect-rows.ts';
import type { LabelSchema } from '../dataset/label-schema.ts';
import { TextRanker } from '../dataset/rank.ts';
import type { RowSource } from '../dataset/rows.ts';
import { TextIndex } from '../dataset/text-index.ts';
import type { CorrectionsDatabase, Progress, RowHandler } from './ports.ts';

/** Rows between two looks at the clock. */
const ROWS_A_LINE = 10_000;

/**
 * Reads every label's reviewed corrections and its sample of correct rows from one snapshot, cleaned, labelled
 * and deduplicated as they arrive. The samples come last, because the database ranks its pool before it sends a
 * row: in that time another label's rows, which are all there, can be worked on.
 *
 * @param options.correctRatio correct rows sampled per reviewed correction
 * @param options.whileWaiting takes the rows of a label while the database ranks the next label's pool; it may not throw
 * @returns the rows of each label, in the order of `schemas`
 */
export function readCorrections(
  database: CorrectionsDatabase,
  schemas: readonly LabelSchema[],
  options: {
    correctRatio: number;
    seed: number;
    progress: Progress;
    whileWaiting: (label: number, rows: CollectedRows) => void;
  },
): Promise<CollectedRows[]> {
  const { correctRatio, seed, progress, whileWaiting } = options;
  return database.withSnapshot(async (corrections) => {
    const index = new TextIndex(new TextRanker(seed));
    const labels = schemas.map((schema) => {
      const collector = new RowCollector({ classNames: schema.classNames, index });
      const collect = (source: RowSource): RowHandler => {
        let rows = 0;
        return (message, className) => {
          collector.add(source, message, className);
          if (++rows % ROWS_A_LINE === 0) progress.readingRows(schema.name, source, rows);
        };
      };
      return { schema, collector, collect, sampleSize: 0 };
    });
    for (const label of labels) {
      const reviewed = await corrections.reviewed(label.schema, label.collect('reviewed'));
      progress.readRows(label.schema.name, 'reviewed', reviewed);
      label.sampleSize = Math.floor(correctRatio * reviewed);
    }
    const collected: CollectedRows[] = [];
    for (const { schema, collector, collect, sampleSize } of labels) {
      const sampling = sampleSize > 0 ? corrections.sample(schema, sampleSize, collect('pool')) : null;
      const rowsBefore = collected.at(-1);
      if (rowsBefore !== undefined) setImmediate(whileWaiting, collected.length - 1, rowsBefore);
      if (sampling !== null) progress.readRows(schema.name, 'pool', await sampling);
      collected.push(collector.finish());
    }
    return collected;
  });
}
