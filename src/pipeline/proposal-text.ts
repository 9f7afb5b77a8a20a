import type { PreparedDataset } from '../engine/prepare.ts';
import type { GateResult } from '../gates/gate.ts';
import { SPLIT_NAMES } from '../model/rows.ts';
import { escapeMarkdown, formatCount, markdownTable } from '../text/markdown.ts';
import { signedCount } from '../version/change.ts';
import type { PreviousVersion } from '../version/metadata.ts';
import type { LeavePlan, OpenPlan, UpdatePlan } from './plan-proposal.ts';
import type { Offer, ProposalResult } from './propose-version.ts';
import { brokenSince, nameFiles } from './publication-text.ts';

/**
 * Tells a person in Markdown what the version is that they are asked to approve.
 *
 * @param failed the gates that hold it
 */
export function describeProposal(
  { shape, numSamples, splitSizes }: Pick<PreparedDataset, 'shape' | 'numSamples' | 'splitSizes'>,
  { tag, previous, failed }: { tag: string; previous: PreviousVersion | null; failed: readonly GateResult[] },
): string {
  const splits = SPLIT_NAMES.map((split) => `${split} ${formatCount(splitSizes[split])}`).join(', ');
  const before = previous?.numSamples ?? null;
  const change =
    before === null ? '' : `, ${signedCount(numSamples - before)} since \`${previous?.versionTag}\``;
  const size = `Version \`${tag}\` of the dataset \`${shape.name}\`: ${formatCount(numSamples)} rows (${splits})${change}.`;
  const gates =
    failed.length === 0
      ? []
      : [
          'It is held by what follows: approve it only if that is as it should be.',
          markdownTable(
            ['Gate', 'Measured', 'Limit'],
            failed.map(({ gate, measured, limit }) => [gate, measured, limit].map(escapeMarkdown)),
          ),
        ];
  return [
    size,
    ...gates,
    `Merge it to approve the version: the next run verifies what \`main\` then holds, tags it \`${tag}\` and announces it. Until then a run that finds other data brings this pull request up to it. Close it to turn the version down.`,
  ].join('\n\n');
}

/** Says in sentences what a proposal came to. */
export function proposalReason(
  { main, previous, broken, offer }: ProposalResult,
  pageUrl: (number: number) => string,
): string {
  const merged = main === null || main.isAnnounced ? [] : [mergedReason(main)];
  const damage =
    previous === null || broken.length === 0
      ? []
      : [`${upperFirst(brokenSince(previous.versionTag, broken))}.`];
  if (offer === null) return merged[0] ?? `The data has not changed since ${main?.tag}.`;
  return [...merged, ...damage, ...offerReasons(offer, pageUrl)].join(' ');
}

/** Says that a version was found on `main` that no run had told of. */
export function mergedReason({ tag, merged }: { tag: string; merged: number | null }): string {
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

/** Says what a run would do that may write. */
export function planReason(
  plan: LeavePlan | UpdatePlan | OpenPlan,
  pageUrl: (number: number) => string,
): string {
  if (plan.step === 'open') {
    const replaced = plan.before?.status === 'open' ? `, in place of #${plan.before.number}` : '';
    return `A pull request would be opened with a new version${replaced}.`;
  }
  const { number, found, broken } = plan.proposal;
  const at = `pull request #${number} (${pageUrl(number)})`;
  const { versionTag: tag } = found.previous;
  return {
    update: `Version ${tag} in ${at} would be replaced by a new one.`,
    waiting: `Nothing would change: ${tag} with this very data waits for approval in ${at}.`,
    changed: `Nothing would change: somebody changed ${nameFiles(broken)} in ${at}.`,
    closed: `Nothing would change: ${at} with this very data was closed.`,
  }[plan.step];
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
