import { type CollectedRows, RowCollector } from '../dataset/collect-rows.ts';
import type { LabelSchema } from '../dataset/label-schema.ts';
import type { RowSource } from '../dataset/rows.ts';
import type { CorrectionsDatabase, Progress, RowHandler } from './ports.ts';

/** Rows between two looks at the clock. */
const ROWS_A_LINE = 10_000;

/**
 * Reads every label's reviewed corrections and its sample of correct rows from one snapshot, cleaned, labelled
 * and deduplicated as they arrive.
 *
 * @param correctRatio correct rows sampled per reviewed correction
 * @returns the rows of each label, in the order of `schemas`
 */
export function readCorrections(
  database: CorrectionsDatabase,
  schemas: readonly LabelSchema[],
  options: { correctRatio: number; seed: number; progress: Progress },
): Promise<CollectedRows[]> {
  const { correctRatio, seed, progress } = options;
  return database.withSnapshot(async (corrections) => {
    const collected: CollectedRows[] = [];
    for (const schema of schemas) {
      const collector = new RowCollector({ classNames: schema.classNames, seed });
      const collect = (source: RowSource): RowHandler => {
        let rows = 0;
        return (message, className) => {
          collector.add(source, message, className);
          if (++rows % ROWS_A_LINE === 0) progress.readingRows(schema.name, source, rows);
        };
      };
      const reviewed = await corrections.reviewed(schema, collect('reviewed'));
      progress.readRows(schema.name, 'reviewed', reviewed);
      const sampleSize = Math.floor(correctRatio * reviewed);
      if (sampleSize > 0) {
        const sampled = await corrections.sample(schema, sampleSize, collect('pool'));
        progress.readRows(schema.name, 'pool', sampled);
      }
      collected.push(collector.finish());
    }
    return collected;
  });
}
