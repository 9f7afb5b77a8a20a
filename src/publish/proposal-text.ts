import type { PreparedDataset } from '../engine/prepare.ts';
import type { GateResult } from '../gates/gate.ts';
import { SPLIT_NAMES } from '../model/rows.ts';
import { piiSection } from '../pii/pii-words.ts';
import { GATE_VERDICTS } from '../report/gate-text.ts';
import { escapeMarkdown, formatCount, markdownTable } from '../text/markdown.ts';
import { changeSince, type NamedChanges, signedCount } from '../version/change.ts';
import type { PreviousVersion } from '../version/metadata.ts';
import type { Offer } from './attempt.ts';
import type { MergedVersion, ObservedMain } from './observe.ts';
import type { ForeignVersion } from './origin.ts';
import type { OfferPlan } from './plan.ts';
import { brokenSince, nameFiles } from './publication-text.ts';

/** What a person is asked to approve. */
interface Approval {
  readonly tag: string;
  readonly previous: PreviousVersion | null;
  readonly gates: readonly GateResult[];
  /** Those that hold it. */
  readonly holding: readonly GateResult[];
  /** How its rows differ from those of the version before; null where that was not counted. */
  readonly changes: NamedChanges | null;
  /** Page of the run that offers it; null when there is none. */
  readonly runUrl: string | null;
}

/** Describes in Markdown the version that a person is asked to approve. */
export function describeProposal(
  dataset: Pick<PreparedDataset, 'shape' | 'numSamples' | 'splitSizes' | 'classBalance' | 'counts'>,
  { tag, previous, gates, holding, changes, runUrl }: Approval,
): string {
  const { shape, numSamples, splitSizes: splits, classBalance, counts } = dataset;
  const { name, classNames } = shape;
  const sizes = SPLIT_NAMES.map((split) => `${split} ${formatCount(splits[split])}`).join(', ');
  const before = previous?.numSamples ?? null;
  const change =
    before === null ? '' : `, ${signedCount(numSamples - before)} since \`${previous?.versionTag}\``;
  const doubt = 'It does not pass every gate: approve it only if that is as it should be.';
  return [
    `Version \`${tag}\` of the dataset \`${name}\`: ${formatCount(numSamples)} rows (${sizes})${change}.`,
    ...(holding.length === 0 ? [] : [doubt]),
    ...gateSection(gates),
    '### Change since the last version',
    changeSince(previous, { numSamples, splits, classNames, classBalance }, changes),
    ...(counts.pii === undefined ? [] : ['### Personal data', ...piiSection(counts.pii)]),
    ...(runUrl === null ? [] : [`The summary of [the run](${runUrl}) shows it in full.`]),
    `Merge this pull request to approve the version: the next run verifies that \`main\` holds what was offered here, tags it \`${tag}\` and announces it. Until then a run that finds other data updates this pull request. Close it to turn the version down. If you change data or metadata here, the version is not tagged.`,
  ].join('\n\n');
}

function gateSection(gates: readonly GateResult[]): string[] {
  if (gates.length === 0) return [];
  const rows = gates.map(({ gate, measured, limit, verdict }) =>
    [gate, measured, limit, GATE_VERDICTS[verdict]].map(escapeMarkdown),
  );
  return ['### Checks', markdownTable(['Gate', 'Measured', 'Limit', 'Verdict'], rows)];
}

/** Says in sentences what became of a version that is offered. */
export function offerReason(
  { main, previous, offer }: { main: ObservedMain | null; previous: PreviousVersion | null; offer: Offer },
  pageUrl: (number: number) => string,
): string {
  return [...mainReasons(main, previous), ...offerReasons(offer, pageUrl)].join(' ');
}

/** Says of what `main` holds what a person should know. */
function mainReasons(main: ObservedMain | null, previous: PreviousVersion | null): string[] {
  if (main === null) return [];
  if ('foreign' in main) return [foreignReason(main.foreign)];
  if ('kept' in main) return main.kept.isAnnounced ? [] : [mergedReason(main)];
  if (previous === null || main.broken.length === 0) return [];
  return [`${upperFirst(brokenSince(previous.versionTag, main.broken))}.`];
}

/** Says of a version on `main` that is left alone why it is, and what to do. */
export function foreignReason({ tag, why, number }: ForeignVersion): string {
  const what = {
    another: `main holds version ${tag} of another dataset`,
    changed: `Pull request #${number} was merged, but main does not hold version ${tag} as it was offered there`,
    unknown: `main holds version ${tag}, which this action did not offer`,
  }[why];
  return `${upperFirst(what)}: it was left alone, neither tagged nor announced.`;
}

/** Says that a version was found on `main` that no run had announced. */
export function mergedReason({ kept: { tag }, merged }: MergedVersion): string {
  return merged === null
    ? `Version ${tag} is on main, which no run had told of; it was verified and tagged.`
    : `Pull request #${merged} was merged; version ${tag} was verified and tagged.`;
}

function offerReasons(
  { step, number, tag, changed, before, foreign }: Offer,
  pageUrl: (number: number) => string,
): string[] {
  const at = `pull request #${number} (${pageUrl(number)})`;
  const next = 'Merge it, and the next run tags and announces it.';
  const files = nameFiles(changed);
  const about = {
    opened: `Version ${tag} waits for approval in ${at}. ${next}`,
    updated: `Version ${tag} waits for approval in ${at}, which was brought up to it. ${next}`,
    waiting: `Version ${tag} with this very data waits for approval in ${at}. ${next}`,
    changed: `Somebody changed ${files} in ${at}, which is not version ${tag} any more; nothing was written. Undo that change, or close it, and the next run opens another.`,
    closed: `This very data was turned down: ${at} was closed. Reopen it to approve version ${tag} all the same; other data opens another.`,
  }[step];
  return [
    about,
    ...(step === 'updated' && changed.length > 0
      ? [`Changes that others had made to it were replaced: ${files}.`]
      : []),
    ...(before === null ? [] : [beforeReason(before)]),
    ...foreign.map(
      (other) => `Pull request #${other} has the title of a version but is none, and was left alone.`,
    ),
  ];
}

function beforeReason({ number, why }: NonNullable<Offer['before']>): string {
  return why === 'closed'
    ? `Pull request #${number}, with other data, was closed before.`
    : `It takes the place of pull request #${number}, which was in conflict with main.`;
}

/** Says what a run that may write would do with a pull request. */
export function planReason(plan: OfferPlan, pageUrl: (number: number) => string): string {
  if (plan.step === 'offer-open') {
    const replaced = plan.before?.status === 'open' ? `, in place of #${plan.before.number}` : '';
    return `A pull request would be opened with a new version${replaced}.`;
  }
  const { number, found, broken } = plan.proposal;
  const at = `pull request #${number} (${pageUrl(number)})`;
  const { versionTag: tag } = found.previous;
  return {
    'offer-update': `Version ${tag} in ${at} would be replaced by a new one.`,
    'offer-wait': `Nothing would change: ${tag} with this very data waits for approval in ${at}.`,
    'offer-changed': `Nothing would change: somebody changed ${nameFiles(broken)} in ${at}.`,
    'offer-closed': `Nothing would change: ${at} with this very data was closed.`,
  }[plan.step];
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
