import type { DatasetReport } from '../../report/dataset-report.ts';
import { rowStages } from '../../report/row-stages.ts';
import { markdownTable } from '../../text/markdown.ts';

/** Rows left after each stage, with what was dropped on the way and why. */
export function stageTable(report: DatasetReport): string {
  const stages = rowStages(report);
  const rows = stages.map(({ name, rows: left, dropped, note }) => [name, left, dropped, note]);
  return markdownTable(['Stage', 'Rows', 'Dropped', 'Details'], rows);
}
