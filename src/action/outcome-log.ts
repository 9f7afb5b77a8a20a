import type { Surroundings } from '../model/surroundings.ts';
import type { DatasetReport } from '../report/dataset-report.ts';
import { describeDataset } from '../report/describe-dataset.ts';
import { writeLog } from '../report/write-log.ts';
import { joinLines, plainLine } from '../text/line.ts';
import { logText } from './log-text.ts';

/** Reports in the last lines of the log what became of each dataset, a line each; of a dry run each in full before. */
export function logOutcomes(
  { info }: Surroundings,
  datasets: readonly DatasetReport[],
  { dryRun }: { dryRun: boolean },
): void {
  if (datasets.length === 0) return;
  if (dryRun) for (const report of datasets) logPreview(info, report);
  info('');
  for (const report of datasets) {
    info(plainLine(joinLines(describeDataset('outcome', report), ' '), logText));
  }
}

/**
 * Reports what a dataset of a dry run is read from, what became of its rows, and what would be published. No line of it
 * holds a text of a row or a line of SQL.
 */
function logPreview(info: Surroundings['info'], report: DatasetReport): void {
  info('');
  for (const line of writeLog(describeDataset('log', report), logText)) info(line);
}
