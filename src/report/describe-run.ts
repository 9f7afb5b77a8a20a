import { oneLine } from '../text/markdown.ts';
import { cut } from './cut.ts';
import type { DatasetReport, DatasetStatus } from './dataset-report.ts';
import { describeDataset } from './describe-dataset.ts';
import { type Block, list, paragraph, type ReportDocument, table } from './document.ts';
import { reasonOf } from './facts/ending.ts';
import type { RunPlace, RunReport } from './run-report.ts';
import { FAILURES } from './verdict.ts';

/** Datasets that a title names each. */
const MOST_IN_TITLE = 4;

/**
 * Describes a run in full, for a mail. Names from the database stay out of it, except for the classes of a dataset, and so
 * does every text.
 *
 * @param endpoint base URL of the Hub, for the links
 */
export function describeRun(run: RunReport, place: RunPlace, endpoint: string): ReportDocument {
  const context = { endpoint, startedAt: run.startedAt };
  return {
    title: titleOf(run),
    blocks: [
      ...outcomeBlocks(run, place),
      ...run.datasets.flatMap((report) => describeDataset('mail', report, context)),
      ...spaceBlocks(run),
    ],
  };
}

/** Describes how a run ended and why, for an issue: no repo is named, because no runner masks a secret name there. */
export function describeOutcome(run: RunReport, place: RunPlace): ReportDocument {
  const rows = run.datasets.map((report) => [report.name, report.status, reasonOf(report)]);
  return {
    title: titleOf(run),
    blocks: [
      ...outcomeBlocks(run, place),
      ...table(['Dataset', 'Status', 'Why'], rows),
      ...list(run.datasets.flatMap((report) => describeDataset('issue', report))),
    ],
  };
}

/** What happened to each dataset, of many how many came to what, or why there was none, as one line. */
function titleOf({ outcome, failure, datasets }: RunReport): string {
  const parts = datasets.length > MOST_IN_TITLE ? countStatuses(datasets) : datasets.map(endingOf);
  if (failure !== null) parts.unshift(FAILURES[failure.stage]);
  if (outcome === 'cancelled') parts.unshift('cancelled');
  return `Prepare dataset: ${parts.join(', ') || outcome}`;
}

function endingOf({ name, status, tag }: DatasetReport): string {
  const version = tag === null ? '' : ` ${tag}`;
  return oneLine(`${name} ${status}${version}`);
}

function countStatuses(datasets: readonly DatasetReport[]): string[] {
  const counts = new Map<DatasetStatus, number>();
  for (const { status } of datasets) counts.set(status, (counts.get(status) ?? 0) + 1);
  return Array.from(counts, ([status, count]) => `${count} ${status}`);
}

function outcomeBlocks(run: RunReport, place: RunPlace): Block[] {
  const started = `${run.startedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const seconds = (run.durationMs / 1000).toFixed(1);
  const where =
    place.repository === ''
      ? ''
      : ` by the workflow “${oneLine(place.workflow)}” of ${oneLine(place.repository)}`;
  const summary = `The preparation${where} ${ENDINGS[run.outcome]}. It started at ${started} and took ${seconds} s.`;
  return [
    paragraph(summary),
    ...(place.url === '' ? [] : [{ kind: 'link', line: `Run ${place.runId}`, url: place.url } as const]),
    ...(run.failure === null ? [] : linesOf(run.failure.message)),
  ];
}

const ENDINGS: Readonly<Record<RunReport['outcome'], string>> = {
  success: 'succeeded',
  failure: 'failed',
  cancelled: 'was cancelled',
};

function spaceBlocks({ spacePause: { channel, state, detail } }: RunReport): Block[] {
  return state === 'off' ? [] : [paragraph(cut(oneLine(`${channel}: ${detail || state}`)))];
}

/** Lines as paragraphs, and those after a dash as a list. */
function linesOf(text: string): Block[] {
  const lines = cut(text)
    .split(/\r?\n/)
    .map(oneLine)
    .filter((line) => line !== '');
  const isItem = (line: string) => line.startsWith('- ');
  const items = lines.filter(isItem).map((line) => line.slice(2));
  return [...lines.filter((line) => !isItem(line)).map(paragraph), ...list(items)];
}
