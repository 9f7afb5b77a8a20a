import { type CollectedRows, RowCollector } from '../dataset/collect-rows.ts';
import type { LabelSchema } from '../dataset/label-schema.ts';
import type { CorrectionsDatabase, Progress } from './ports.ts';

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
      const reviewed = await corrections.reviewed(schema, (message, className) => {
        collector.add('reviewed', message, className);
      });
      progress.readRows(schema.name, 'reviewed', reviewed);
      const sampleSize = Math.floor(correctRatio * reviewed);
      if (sampleSize > 0) {
        const sampled = await corrections.sample(schema, sampleSize, (message, className) => {
          collector.add('pool', message, className);
        });
        progress.readRows(schema.name, 'pool', sampled);
      }
      collected.push(collector.finish());
    }
    return collected;
  });
}
