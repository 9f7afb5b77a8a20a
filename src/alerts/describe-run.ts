import { formatCount, oneLine } from '../dataset/markdown.ts';
import { SPLIT_NAMES } from '../dataset/rows.ts';
import type { DatasetContents, DatasetReport } from '../report/dataset-report.ts';
import type { RunFailure, RunPlace, RunReport } from '../report/run-report.ts';
import type { Block, Message } from './message.ts';

/** A longer reason is cut: whoever wants all of it finds it in the run's log. */
const LONGEST_REASON = 2000;

const FAILURES: Readonly<Record<RunFailure['stage'], string>> = {
  inputs: 'the inputs cannot be used',
  database: 'the database could not be read',
  preparation: 'the preparation failed',
};

/**
 * Tells a run in full, for a summary mail. Names from the database stay out of it but for the classes of a dataset,
 * and so does every text.
 *
 * @param endpoint base URL of the Hub, for the links
 */
export function describeRun(run: RunReport, place: RunPlace, endpoint: string): Message {
  return {
    title: titleOf(run),
    blocks: [
      ...outcomeBlocks(run, place),
      ...run.datasets.flatMap((report) => datasetBlocks(report, endpoint)),
      ...spaceBlocks(run),
    ],
  };
}

/** Tells how a run ended and why, for an issue: no dataset is named, because no runner masks a secret name there. */
export function describeOutcome(run: RunReport, place: RunPlace): Message {
  const rows = run.datasets.map((report) => [oneLine(report.name), report.status, reasonOf(report)]);
  const table: Block = { kind: 'table', header: ['Dataset', 'Status', 'Why'], rows };
  return {
    title: titleOf(run),
    blocks: [...outcomeBlocks(run, place), ...(rows.length === 0 ? [] : [table])],
  };
}

/** What became of each dataset, or why there was none, as one line. */
function titleOf({ outcome, failure, datasets }: RunReport): string {
  const parts = datasets.map(({ name, status, tag }) => {
    const version = tag !== null && status !== 'failed' ? ` ${tag}` : '';
    return oneLine(`${name} ${status}${version}`);
  });
  if (failure !== null) parts.unshift(FAILURES[failure.stage]);
  if (outcome === 'cancelled') parts.unshift('cancelled');
  return `Prepare dataset: ${parts.join(', ') || outcome}`;
}

function outcomeBlocks(run: RunReport, place: RunPlace): Block[] {
  const started = `${run.startedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const seconds = (run.durationMs / 1000).toFixed(1);
  const summary = `The preparation by the workflow “${oneLine(place.workflow)}” of ${oneLine(place.repository)} ${ENDINGS[run.outcome]}. It started at ${started} and took ${seconds} s.`;
  return [
    { kind: 'paragraph', text: summary },
    { kind: 'link', text: `Run ${place.runId}`, url: place.url },
    ...(run.failure === null ? [] : linesOf(run.failure.message)),
  ];
}

const ENDINGS: Readonly<Record<RunReport['outcome'], string>> = {
  success: 'succeeded',
  failure: 'failed',
  cancelled: 'was cancelled',
};

function datasetBlocks(report: DatasetReport, endpoint: string): Block[] {
  const { name, status, repo, tag, counts, contents } = report;
  const blocks: Block[] = [
    { kind: 'heading', text: oneLine(`${name}: ${status}`) },
    { kind: 'paragraph', text: reasonOf(report) },
  ];
  if (tag !== null && /^[\w.-]+\/[\w.-]+$/.test(repo)) {
    const url = `${endpoint}/datasets/${repo}/tree/${encodeURIComponent(tag)}`;
    blocks.push({ kind: 'link', text: `${repo} ${tag}`, url });
  }
  if (counts !== null) {
    const { fetched, stages } = counts;
    const rows = `Rows: ${formatCount(stages.fetched)} fetched (${formatCount(fetched.reviewed)} reviewed, ${formatCount(fetched.pool)} sampled), ${formatCount(stages.cleaned)} cleaned, ${formatCount(stages.labelled)} labelled, ${formatCount(stages.deduplicated)} deduplicated.`;
    blocks.push({ kind: 'paragraph', text: rows });
  }
  if (contents !== null) blocks.push(classTable(contents));
  return blocks;
}

function classTable({ classBalance, splits, numSamples }: DatasetContents): Block {
  const classes = Object.entries(classBalance).map(([name, sizes]) => {
    const counts = SPLIT_NAMES.map((split) => sizes[split]);
    return [oneLine(name), ...counts, counts.reduce((sum, count) => sum + count, 0)];
  });
  const all = ['All', ...SPLIT_NAMES.map((split) => splits[split]), numSamples];
  return { kind: 'table', header: ['Class', ...SPLIT_NAMES, 'Total'], rows: [...classes, all] };
}

function spaceBlocks({ spacePause: { channel, state, detail } }: RunReport): Block[] {
  return state === 'off' ? [] : [{ kind: 'paragraph', text: cut(oneLine(`${channel}: ${detail || state}`)) }];
}

function reasonOf({ reason }: DatasetReport): string {
  return cut(oneLine(reason));
}

/** Lines as paragraphs, and those after a dash as a list. */
function linesOf(text: string): Block[] {
  const lines = cut(text)
    .split(/\r?\n/)
    .map(oneLine)
    .filter((line) => line !== '');
  const isItem = (line: string) => line.startsWith('- ');
  const items = lines.filter(isItem).map((line) => line.slice(2));
  const paragraphs = lines
    .filter((line) => !isItem(line))
    .map((line): Block => ({ kind: 'paragraph', text: line }));
  return items.length === 0 ? paragraphs : [...paragraphs, { kind: 'list', items }];
}

function cut(text: string): string {
  return text.length > LONGEST_REASON
    ? `${text.slice(0, LONGEST_REASON)} … (cut; the run's log has all of it)`
    : text;
}
