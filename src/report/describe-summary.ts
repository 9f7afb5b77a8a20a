import { code, givenLink, joinLines, type Line, link, ownWords, piece, strong, words } from '../text/line.ts';
import { formatCount, oneLine } from '../text/markdown.ts';
import { signedCount } from '../version/change.ts';
import { type DatasetReport, type DatasetStatus, replacedVersion } from './dataset-report.ts';
import type { Delivery } from './delivery.ts';
import { describeByFact, describeDataset } from './describe-dataset.ts';
import { type Block, heading, list, paragraph, table } from './document.ts';
import type { SummaryContext } from './fact.ts';
import { ageSentence } from './facts/waiting.ts';
import { shortReason } from './gate-text.ts';
import { pageOf } from './hub-page.ts';
import type { RunReport } from './run-report.ts';
import { STATUS_ICONS } from './status-icons.ts';
import { describeVerdict, verdictIcon } from './verdict.ts';
import { warningsOf } from './warnings.ts';

/** Datasets whose previews are unfolded, or of whose new versions the head shows where the model was wrong. */
const MOST_OPEN = 3;
/** Warnings that are listed; the log has all. */
const MOST_WARNINGS = 20;

/** A run, and what happened to the rest of it. */
export interface SummaryFacts {
  readonly run: RunReport;
  readonly deliveries: readonly Delivery[];
  readonly dryRun: boolean;
  /** Base URL of the Hub, for links. */
  readonly endpoint: string;
  /** Address of the page that lists the runs of the workflow; null when it is not known. */
  readonly runsUrl: string | null;
}

/** The job summary before it is written. */
interface Summary {
  /** The verdict, what needs a person, and the table. */
  readonly head: readonly Block[];
  /** Each dataset in full, to be unfolded. */
  readonly sections: readonly Block[];
}

/**
 * Describes a run for the job summary: the verdict in one line, what needs a person, a row for each dataset, where the
 * model was wrong in what was published, the rest of the run, and each dataset in full.
 */
export function describeSummary({ run, deliveries, dryRun, endpoint, runsUrl }: SummaryFacts): Summary {
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
  const warnings = warningsOf(datasets, deliveries);
  const verdict = describeVerdict({ run, dryRun, warnings: warnings.length });
  const head: (Block | readonly Block[])[] = [
    heading(words`${verdictIcon(run)} ${ownWords(`Datasets: ${verdict}`)}`, 2),
    dryRun ? { kind: 'note', line: ownWords('This was a dry run: nothing was written to the Hub.') } : [],
    outcome === 'cancelled'
      ? { kind: 'warning', line: 'The run was cancelled. The next run finishes what this run began.' }
      : [],
    failure === null ? [] : { kind: 'failure', text: failure.message },
    describeByFact('attention', described),
    warningBlocks(warnings),
    overview(run, endpoint),
    describeByFact('head', described),
    list(deliveryItems(deliveries)),
    paragraph(timing(run, runsUrl)),
  ];
  return {
    head: head.flat(),
    sections: described.flatMap(([report, context]) => datasetDetails(report, { ...context, isOpen })),
  };
}

function warningBlocks(warnings: readonly (readonly [title: string, text: string])[]): Block[] {
  if (warnings.length === 0) return [];
  const items = warnings.slice(0, MOST_WARNINGS).map(([title, text]) => words`${strong(title)}: ${text}`);
  const more = warnings.length - items.length;
  return [
    heading(words`⚠️ Warnings`),
    ...list(items),
    ...(more === 0 ? [] : [paragraph(words`${more} more warnings are in the log.`)]),
  ];
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

/** Statuses that the reason of a dataset does not name. */
const NAMED_STATUSES: readonly DatasetStatus[] = ['failed', 'skipped'];

/** The table of the datasets: link and reason are first, and few columns follow, because a telephone is narrow. */
function overview({ datasets, startedAt }: RunReport, endpoint: string): Block[] {
  const hasPending = datasets.some(({ pending }) => pending !== null);
  const rows = datasets.map((report) => {
    const { name, repo, status, contents, pending } = report;
    const page = pageOf(repo, endpoint);
    const title = strong(page === null ? name : link(name, page));
    const named = NAMED_STATUSES.includes(status) ? words`${title} ${ownWords(status)}` : title;
    const sentences = [linkedReason(report, page), ...ageSentence(report, startedAt)];
    return [
      words`${STATUS_ICONS[status]} ${named}: ${joinLines(sentences, ' ')}`,
      contents === null ? '' : ownWords(`${formatCount(contents.numSamples)}${growth(report)}`),
      ...(hasPending ? [pending === null ? '' : pending] : []),
    ];
  });
  return table(['Dataset', 'Rows', ...(hasPending ? ['To review'] : [])], rows);
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

/** Returns how many more rows there are than in the version before, in brackets; empty where that is not known. */
function growth(report: DatasetReport): string {
  const { contents } = report;
  const before = replacedVersion(report)?.numSamples ?? null;
  return contents === null || before === null ? '' : ` (${signedCount(contents.numSamples - before)})`;
}

/** Describes what else the run did; what nobody asked for is left out, and what failed is a warning. */
function deliveryItems(deliveries: readonly Delivery[]): Line[] {
  return deliveries
    .filter(({ state, detail }) => state === 'delivered' || (state === 'off' && detail !== ''))
    .map(
      ({ channel, state, detail }) =>
        words`${state === 'off' ? '➖' : '✅'} ${strong(channel)}: ${detail === '' ? state : detail}`,
    );
}

function timing({ durationMs, stages }: RunReport, runsUrl: string | null): Line {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const parts = stages.map((stage) => `${stage.name.toLowerCase()} ${seconds(stage.durationMs)}`);
  const took = ownWords(
    `The run took ${seconds(durationMs)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`,
  );
  return runsUrl === null ? took : words`${took} ${givenLink('Earlier runs', runsUrl)}`;
}
