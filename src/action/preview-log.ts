import { info } from '@actions/core';
import type { DatasetReport } from '../report/dataset-report.ts';
import { describeDataset } from '../report/describe-dataset.ts';
import { writeLog } from '../report/write-log.ts';
import { logText } from './log-text.ts';

/**
 * Reports in the log what a dataset of a dry run is read from, what became of its rows, and what would be published. No
 * line of it holds a text of a row or a line of SQL.
 */
export function logPreview(report: DatasetReport): void {
  info('');
  for (const line of writeLog(describeDataset('log', report), logText)) info(line);
}
