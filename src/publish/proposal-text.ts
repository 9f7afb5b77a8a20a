import type { PreparedDataset } from '../engine/prepare.ts';
import type { GateResult } from '../gates/gate.ts';
import { failedOf } from '../gates/judge.ts';
import { SPLIT_NAMES } from '../model/rows.ts';
import { piiSection } from '../pii/pii-words.ts';
import { list } from '../report/document.ts';
import { GATE_VERDICTS, VERDICT_ICONS } from '../report/gate-text.ts';
import { writeMarkdown } from '../report/write-markdown.ts';
import { ownWords, strong, words } from '../text/line.ts';
import { counted, formatCount } from '../text/markdown.ts';
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

/** Describes in Markdown the version that a person is asked to approve: what changes, the gates, and what to do. */
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
  const run = runUrl === null ? '' : ` [The run that offers it](${runUrl}) shows all details.`;
  const doubt = `✋ ${counted(holding.length, 'gate')} failed. Merge this pull request only if the data is right all the same.`;
  return [
    `Version \`${tag}\` of the dataset \`${name}\` waits for approval: ${formatCount(numSamples)} rows (${sizes})${change}.${run}`,
    ...(holding.length === 0 ? [] : [doubt]),
    '### Change since the last version',
    changeSince(previous, { numSamples, splits, classNames, classBalance }, changes),
    ...gateSection(gates),
    ...(counts.pii === undefined ? [] : ['### Personal data', ...piiSection(counts.pii)]),
    '### Decide',
    [
      `- **To approve the version, merge this pull request.** The next run checks that \`main\` holds what is offered here, sets the tag \`${tag}\` and announces the version.`,
      '- **To turn it down, close this pull request.** If the data changes, the next run opens another one.',
      '- Until then, a run that reads other data updates this pull request. If you change data or metadata here, the version is not tagged.',
    ].join('\n'),
  ].join('\n\n');
}

/** Lists what each gate found, those that failed first. A list is not cut on a telephone. */
function gateSection(gates: readonly GateResult[]): string[] {
  if (gates.length === 0) return [];
  const items = [...failedOf(gates), ...gates.filter(({ verdict }) => verdict !== 'failed')].map(
    ({ gate, measured, limit, verdict, advice }) =>
      words`${VERDICT_ICONS[verdict]} ${strong(gate)} ${ownWords(GATE_VERDICTS[verdict])}: ${measured}${verdict === 'not-judged' ? '' : `, and ${limit}`}.${advice === null ? '' : words` ${advice}`}`,
  );
  return ['### Gates', writeMarkdown(list(items))];
}

/** Returns in sentences what happened to a version that is offered. */
export function offerReason(
  { main, previous, offer }: { main: ObservedMain | null; previous: PreviousVersion | null; offer: Offer },
  pageUrl: (number: number) => string,
): string {
  return [...mainReasons(main, previous), ...offerReasons(offer, pageUrl)].join(' ');
}

/** Returns what a person should know of what `main` holds. */
function mainReasons(main: ObservedMain | null, previous: PreviousVersion | null): string[] {
  if (main === null) return [];
  if ('foreign' in main) return [foreignReason(main.foreign)];
  if ('kept' in main) return main.kept.isAnnounced ? [] : [mergedReason(main)];
  if (previous === null || main.broken.length === 0) return [];
  return [`${upperFirst(brokenSince(previous.versionTag, main.broken))}.`];
}

/** Returns why a version on `main` is left alone. */
export function foreignReason({ tag, why, number }: ForeignVersion): string {
  const what = {
    another: `main holds version ${tag} of another dataset`,
    changed: `Pull request #${number} was merged, but main does not hold version ${tag} as it was offered there`,
    unknown: `main holds version ${tag}, which this action did not offer`,
  }[why];
  return `${upperFirst(what)}. This version was left as it is: it was neither tagged nor announced.`;
}

/** Returns that a version was found on `main` that no run had announced. */
export function mergedReason({ kept: { tag }, merged }: MergedVersion): string {
  return merged === null
    ? `Version ${tag} is on main, and no run had announced it. It was verified and tagged.`
    : `Pull request #${merged} was merged. Version ${tag} was verified and tagged.`;
}

function offerReasons(
  { step, number, tag, changed, before, foreign }: Offer,
  pageUrl: (number: number) => string,
): string[] {
  const at = `pull request #${number} (${pageUrl(number)})`;
  const next = 'To approve it, merge the pull request. The next run tags and announces the version.';
  const files = nameFiles(changed);
  const about = {
    opened: `Version ${tag} waits for approval in ${at}. ${next}`,
    updated: `Version ${tag} waits for approval in ${at}, which was updated. ${next}`,
    waiting: `Version ${tag} with the same data waits for approval in ${at}. ${next}`,
    changed: `Somebody changed ${files} in ${at}, so it is no longer version ${tag}. Nothing was written. Undo that change, or close the pull request: the next run then opens another.`,
    closed: `The same data was turned down: ${at} was closed. To approve version ${tag} after all, reopen the pull request. If the data changes, the next run opens another one.`,
  }[step];
  return [
    about,
    ...(step === 'updated' && changed.length > 0
      ? [`Changes by others to these files of the pull request were replaced: ${files}.`]
      : []),
    ...(before === null ? [] : [beforeReason(before)]),
    ...foreign.map(
      (other) =>
        `Pull request #${other} has the title of a version but holds no version. It was left as it is.`,
    ),
  ];
}

function beforeReason({ number, why }: NonNullable<Offer['before']>): string {
  return why === 'closed'
    ? `Pull request #${number} with other data was closed earlier.`
    : `It replaces pull request #${number}, which was in conflict with main.`;
}

/** Returns what a real run would do with a pull request. */
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
    'offer-wait': `Nothing would change: ${tag} with the same data waits for approval in ${at}.`,
    'offer-changed': `Nothing would change: somebody changed ${nameFiles(broken)} in ${at}.`,
    'offer-closed': `Nothing would change: ${at} with the same data was closed.`,
  }[plan.step];
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
