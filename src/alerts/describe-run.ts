import { describeFailed, failedOf } from '../gates/judge.ts';
import { SPLIT_NAMES } from '../model/rows.ts';
import { hasSeveralClasses } from '../model/tasks.ts';
import { correctionAgeDays, describeAge } from '../report/correction-age.ts';
import type { DatasetContents, DatasetReport, DatasetStatus } from '../report/dataset-report.ts';
import { findingSentences } from '../report/findings.ts';
import { shortReason } from '../report/gate-text.ts';
import { rowStages } from '../report/row-stages.ts';
import type { RunFailure, RunPlace, RunReport } from '../report/run-report.ts';
import { formatCount, oneLine } from '../text/markdown.ts';
import { tellPredictions } from '../version/prediction-words.ts';
import type { Block, Message } from './message.ts';

/** A longer reason is cut: whoever wants all of it finds it in the run's log. */
const LONGEST_REASON = 2000;
/** Datasets that a title names each. */
const MOST_IN_TITLE = 4;
/** Classes with a line of their own; of more, those with the most rows. */
const MOST_CLASSES = 40;

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
      ...run.datasets.flatMap((report) => datasetBlocks(report, run.startedAt, endpoint)),
      ...spaceBlocks(run),
    ],
  };
}

/** Tells how a run ended and why, for an issue: no dataset is named, because no runner masks a secret name there. */
export function describeOutcome(run: RunReport, place: RunPlace): Message {
  const rows = run.datasets.map((report) => [oneLine(report.name), report.status, reasonOf(report)]);
  const table: Block = { kind: 'table', header: ['Dataset', 'Status', 'Why'], rows };
  const failed = run.datasets.flatMap((report) => failedGates(report, `${report.name}, `));
  return {
    title: titleOf(run),
    blocks: [
      ...outcomeBlocks(run, place),
      ...(rows.length === 0 ? [] : [table]),
      ...(failed.length === 0 ? [] : [{ kind: 'list', items: failed } as const]),
    ],
  };
}

/** What became of each dataset, of many how many came to what, or why there was none, as one line. */
function titleOf({ outcome, failure, datasets }: RunReport): string {
  const parts = datasets.length > MOST_IN_TITLE ? countStatuses(datasets) : datasets.map(endingOf);
  if (failure !== null) parts.unshift(FAILURES[failure.stage]);
  if (outcome === 'cancelled') parts.unshift('cancelled');
  return `Prepare dataset: ${parts.join(', ') || outcome}`;
}

function endingOf({ name, status, tag }: DatasetReport): string {
  const version = tag !== null && status !== 'failed' ? ` ${tag}` : '';
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

function datasetBlocks(report: DatasetReport, now: Date, endpoint: string): Block[] {
  const { name, status, repo, tag, counts, contents, pullRequest } = report;
  const failed = failedGates(report);
  const blocks: Block[] = [
    { kind: 'heading', text: oneLine(`${name}: ${status}`) },
    { kind: 'paragraph', text: reasonOf(report) },
    ...(failed.length === 0 ? [] : [{ kind: 'list', items: failed } as const]),
  ];
  if (pullRequest !== null) {
    blocks.push({ kind: 'link', text: `Pull request ${pullRequest.number}`, url: pullRequest.url });
  }
  if (tag !== null && /^[\w.-]+\/[\w.-]+$/.test(repo)) {
    const url = `${endpoint}/datasets/${repo}/tree/${encodeURIComponent(tag)}`;
    blocks.push({ kind: 'link', text: `${repo} ${tag}`, url });
  }
  if (counts !== null) {
    const { reviewed, pool } = counts.fetched;
    const left = rowStages({ ...report, contents: null }).map(
      ({ name: stage, rows }) => `${formatCount(rows)} ${stage.toLowerCase()}`,
    );
    const of = `${formatCount(reviewed)} corrections, ${formatCount(pool)} confirmed`;
    blocks.push({ kind: 'paragraph', text: `Rows: ${left.join(', ')}. Read were ${of}.` });
  }
  blocks.push(...reviewBlocks(report, now));
  const findings = findingSentences(report).join(' ');
  if (findings !== '') blocks.push({ kind: 'paragraph', text: findings });
  return contents === null ? blocks : [...blocks, ...classBlocks(report, contents)];
}

/** Where the model was wrong, what waits for review, and how old the newest correction is. */
function reviewBlocks(report: DatasetReport, now: Date): Block[] {
  const { shape, counts, previous, pending } = report;
  const told = tellPredictions(shape, counts?.predictions, previous, oneLine);
  const age = correctionAgeDays(report, now);
  const sentences = [
    ...(told?.sentences ?? []),
    ...(pending === null ? [] : [`Corrections that wait for review: ${formatCount(pending)}.`]),
    ...(age === null ? [] : [`The newest correction is ${describeAge(age)} old.`]),
  ];
  return [
    ...(sentences.length === 0 ? [] : [{ kind: 'paragraph', text: sentences.join(' ') } as const]),
    ...(told === null || told.table === null ? [] : [{ kind: 'table', ...told.table } as const]),
  ];
}

function classBlocks({ shape, classRows }: DatasetReport, contents: DatasetContents): Block[] {
  const { classBalance, splits, numSamples } = contents;
  const ids = shape.classNames.map((_, id) => id);
  const largest = new Set(ids.toSorted((a, b) => classRows[b] - classRows[a]).slice(0, MOST_CLASSES));
  const classes = ids
    .filter((id) => largest.has(id))
    .map((id) => {
      const name = shape.classNames[id];
      return [oneLine(name), ...SPLIT_NAMES.map((split) => classBalance[name][split]), classRows[id]];
    });
  const all = ['All rows', ...SPLIT_NAMES.map((split) => splits[split]), numSamples];
  const header = [ids.length === 0 ? '' : 'Class', ...SPLIT_NAMES, 'Total'];
  const notes = [
    ids.length > MOST_CLASSES ? `${ids.length - MOST_CLASSES} more classes have fewer rows.` : '',
    hasSeveralClasses(shape.task) ? 'A row may have several classes, or none.' : '',
  ].filter((note) => note !== '');
  return [
    { kind: 'table', header, rows: [...classes, all] },
    ...notes.map((text): Block => ({ kind: 'paragraph', text })),
  ];
}

function spaceBlocks({ spacePause: { channel, state, detail } }: RunReport): Block[] {
  return state === 'off' ? [] : [{ kind: 'paragraph', text: cut(oneLine(`${channel}: ${detail || state}`)) }];
}

function reasonOf(report: DatasetReport): string {
  return cut(oneLine(shortReason(report)));
}

/** What each gate that failed measured, its limit and how to go on. */
function failedGates({ gates }: DatasetReport, before = ''): string[] {
  return failedOf(gates).map((result) => cut(oneLine(`${before}${describeFailed([result])}`)));
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
