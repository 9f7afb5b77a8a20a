import { code, givenLink, joinLines, type Line, link, ownWords, piece, strong, words } from '../text/line.ts';
import { formatCount, oneLine } from '../text/markdown.ts';
import { signedCount } from '../version/change.ts';
import { correctionAgeDays, describeAge } from './correction-age.ts';
import { type DatasetReport, replacedVersion } from './dataset-report.ts';
import type { Delivery } from './delivery.ts';
import { describeByFact, describeDataset } from './describe-dataset.ts';
import { type Block, paragraph, type ReportDocument, table } from './document.ts';
import type { SummaryContext } from './fact.ts';
import { shortReason } from './gate-text.ts';
import { pageOf } from './hub-page.ts';
import type { RunReport } from './run-report.ts';
import { STATUS_ICONS } from './status-icons.ts';

const DELIVERY_ICONS: Readonly<Record<Delivery['state'], string>> = {
  delivered: '✅',
  failed: '⚠️',
  off: '➖',
};

/** Datasets whose previews, or of whose new versions it can be shown unfolded where the model was wrong. */
const MOST_OPEN = 3;

/** A run, and what became of the rest of it. */
export interface SummaryFacts {
  readonly run: RunReport;
  readonly deliveries: readonly Delivery[];
  readonly dryRun: boolean;
  /** Base URL of the Hub, for links. */
  readonly endpoint: string;
}

/**
 * Describes a run for the job summary: a line for each dataset, or why there is none, what holds datasets, where the model
 * was wrong in what was published, what became of the rest of the run, and each dataset in full, to be unfolded.
 */
export function describeSummary({ run, deliveries, dryRun, endpoint }: SummaryFacts): ReportDocument {
  const { datasets, outcome, failure } = run;
  const isOpen = dryRun && datasets.length <= MOST_OPEN;
  const published = datasets.filter(({ status }) => status === 'published');
  const inHead: readonly DatasetReport[] = published.length <= MOST_OPEN ? published : [];
  const described = datasets.map((report) => {
    return [report, { endpoint, dryRun, isInHead: inHead.includes(report) }] satisfies [
      DatasetReport,
      SummaryContext,
    ];
  });
  const blocks: (Block | readonly Block[])[] = [
    dryRun ? { kind: 'note', line: ownWords('Dry run: nothing was written to the Hub.') } : [],
    outcome === 'cancelled'
      ? { kind: 'warning', line: 'The run was cancelled. The next run finishes the job.' }
      : [],
    failure === null ? [] : { kind: 'failure', text: failure.message },
    overview(run, endpoint),
    describeByFact('attention', described),
    deliveryTable(deliveries),
    paragraph(timing(run)),
    described.flatMap(([report, context]) => datasetDetails(report, { ...context, isOpen })),
  ];
  return { title: `Datasets from reviewed corrections${dryRun ? ' (dry run)' : ''}`, blocks: blocks.flat() };
}

/**
 * Describes one dataset in full, to be unfolded.
 *
 * @param context.isOpen true to show it unfolded
 */
export function datasetDetails(
  report: DatasetReport,
  { isOpen, ...context }: SummaryContext & { readonly isOpen: boolean },
): Block[] {
  const blocks = describeDataset('summary', report, context);
  const summary = words`${STATUS_ICONS[report.status]} ${strong(report.name)} in full`;
  return blocks.length === 0 ? [] : [{ kind: 'details', summary, isOpen, blocks }];
}

function overview({ datasets, startedAt }: RunReport, endpoint: string): Block[] {
  const ages = datasets.map((report) => correctionAgeDays(report, startedAt));
  const hasAge = ages.some((age) => age !== null);
  const hasPending = datasets.some(({ pending }) => pending !== null);
  const rows = datasets.map((report, index) => {
    const age = ages[index];
    const { name, repo, status, contents, pending } = report;
    const page = pageOf(repo, endpoint);
    return [
      page === null ? name : link(name, page),
      `${STATUS_ICONS[status]} ${status}`,
      contents === null ? '' : words`${contents.numSamples}${ownWords(growth(report))}`,
      ...(hasPending ? [pending === null ? '' : formatCount(pending)] : []),
      ...(hasAge ? [age === null ? '' : describeAge(age)] : []),
      linkedReason(report, page),
    ];
  });
  const waiting = hasPending ? ['To review'] : [];
  const aged = hasAge ? ['Newest correction'] : [];
  return table(['Dataset', 'Status', 'Rows', ...waiting, ...aged, 'Why'], rows);
}

/** Returns why a dataset ended as it did, with links to its version and to the pull request it waits in. */
function linkedReason(report: DatasetReport, page: string | null): Line {
  const { tag, pullRequest } = report;
  const reason = oneLine(shortReason(report));
  const toVersion =
    tag === null || page === null ? [] : [[tag, link(code(tag), `${page}/tree/${tag}`)] as const];
  if (pullRequest === null) return withLinks(reason, toVersion);
  const { number, url } = pullRequest;
  const toPullRequest = givenLink(`#${number}`, url);
  const named = `#${number} (${url})`;
  return reason.includes(named)
    ? withLinks(reason, [...toVersion, [named, toPullRequest]])
    : words`${withLinks(reason, toVersion)} Pull request ${toPullRequest}.`;
}

/** Puts each link in the place of the first occurrence of its text. */
function withLinks(text: string, links: readonly (readonly [name: string, link: Line])[]): Line {
  const found = links
    .map(([name, line]) => ({ at: text.indexOf(name), length: name.length, line }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at);
  const starts = [0, ...found.map(({ at, length }) => at + length)];
  const parts = starts.flatMap((start, index) => {
    const next = found.at(index);
    return next === undefined ? [piece(text.slice(start))] : [piece(text.slice(start, next.at)), next.line];
  });
  return joinLines(parts, '');
}

/** Returns how many more rows there are than in the version before. */
function growth(report: DatasetReport): string {
  const { contents } = report;
  const before = replacedVersion(report)?.numSamples ?? null;
  if (contents === null || before === null) return '';
  return ` (${signedCount(contents.numSamples - before)})`;
}

/** Describes what became of the rest of the run; what nobody asked for is left out. */
function deliveryTable(deliveries: readonly Delivery[]): Block[] {
  const rows = deliveries
    .filter(({ state, detail }) => state !== 'off' || detail !== '')
    .map(({ channel, state, detail }) => [channel, `${DELIVERY_ICONS[state]} ${state}`, detail]);
  return table(['Besides', 'State', 'Details'], rows);
}

function timing({ durationMs, stages }: RunReport): Line {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const parts = stages.map((stage) => `${stage.name.toLowerCase()} ${seconds(stage.durationMs)}`);
  return ownWords(`Took ${seconds(durationMs)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`);
}
