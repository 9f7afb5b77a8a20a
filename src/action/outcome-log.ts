import { info } from '@actions/core';
import { SPLIT_NAMES } from '../model/rows.ts';
import type { DatasetContents, DatasetReport, DatasetStatus } from '../report/dataset-report.ts';
import { heldSentence } from '../report/gate-text.ts';
import { formatCount } from '../text/markdown.ts';
import { signedCount } from '../version/change.ts';
import { logText } from './log-text.ts';
import { logPreview } from './preview-log.ts';

/** Tells in the last lines of the log what became of each dataset, a line each; a dry run tells each in full before. */
export function logOutcomes(datasets: readonly DatasetReport[], { dryRun }: { dryRun: boolean }): void {
  if (datasets.length === 0) return;
  if (dryRun) datasets.forEach(logPreview);
  info('');
  for (const report of datasets) info(outcomeOf(report));
}

/** Why a dataset failed or was skipped has been told by an annotation, and what a dry run found by its preview. */
const ENDINGS: Readonly<Partial<Record<DatasetStatus, string>>> = {
  skipped: 'Skipped, see its warning above.',
  failed: 'Failed, see its error above.',
  'dry-run': 'Not published, this was a dry run.',
};

function outcomeOf(report: DatasetReport): string {
  const { name, status, reason, contents, previous } = report;
  const held = heldSentence(report);
  const ending = held === null ? ENDINGS[status] : `${held}, see its error above.`;
  const size = contents === null ? '' : ` ${sizeOf(contents, status === 'unchanged' ? null : previous)}`;
  return `${logText(name)}: ${ending ?? logText(reason)}${size}`;
}

function sizeOf(contents: DatasetContents, previous: DatasetReport['previous']): string {
  const before = previous?.numSamples ?? null;
  const grown =
    before === null ? '' : `, ${signedCount(contents.numSamples - before)} since ${previous?.versionTag}`;
  const splits = SPLIT_NAMES.map((split) => `${split} ${formatCount(contents.splits[split])}`);
  return `${formatCount(contents.numSamples)} rows${grown} (${splits.join(', ')}).`;
}
