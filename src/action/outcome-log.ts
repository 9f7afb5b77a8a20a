import type { Surroundings } from '../model/surroundings.ts';
import type { DatasetReport } from '../report/dataset-report.ts';
import { describeDataset } from '../report/describe-dataset.ts';
import { writeLog } from '../report/write-log.ts';
import { joinLines, plainLine } from '../text/line.ts';
import { logText } from './log-text.ts';

/**
 * Logs the status of each dataset as the last lines of the log, one line each. In a dry run, a full report of each
 * comes first.
 */
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
 * Logs where a dataset of a dry run is read from, what happened to its rows, and what would be published. No line holds
 * a text of a row or SQL.
 */
function logPreview(info: Surroundings['info'], report: DatasetReport): void {
  info('');
  for (const line of writeLog(describeDataset('log', report), logText)) info(line);
}
