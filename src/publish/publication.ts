import { describeFailed } from '../gates/judge.ts';
import {
  type AwaitingEnding,
  type DatasetFacts,
  type HeldEnding,
  NO_VERSION,
  type PublishedEnding,
  type UnchangedEnding,
} from '../report/dataset-report.ts';
import type { DatasetVersion } from '../version/build-version.ts';
import type { Offer } from './attempt.ts';
import type { Decision } from './decide.ts';
import type { KeptVersion } from './kept-version.ts';
import type { MergedVersion } from './observe.ts';
import { foreignReason, mergedReason, offerReason } from './proposal-text.ts';
import { publishedReason, unchangedReason } from './publication-text.ts';

/** The result of a publish. */
export type Publication = (PublishedEnding | UnchangedEnding | AwaitingEnding | HeldEnding) & Common;

interface Common extends Pick<DatasetFacts, 'previous' | 'gates' | 'changes'> {
  /** The commit that holds the version from before this run; null when one was built, or none is there. */
  readonly keptAt: string | null;
}

function commonOf({ observed, gates }: Decision): Common {
  return { previous: observed.found?.previous ?? null, gates, changes: null, keptAt: null };
}

/** Returns the ending of a version that this run published. */
export function published(decision: Decision, { tag }: DatasetVersion, commit: string): Publication {
  const common = commonOf(decision);
  const { plan } = decision;
  const repaired = plan.step === 'repair' ? plan.broken : [];
  const reason = publishedReason(tag, { previous: common.previous, repaired });
  return { ...common, status: 'published', reason, tag, commit, isNewVersion: true, pullRequest: null };
}

/**
 * Returns the ending of data that `main` holds already. A version that a person has merged is announced as published.
 */
export function kept(
  decision: Decision,
  { tag, commit, isTagged, isAnnounced }: KeptVersion,
  main: MergedVersion | null,
): Publication {
  const common = { ...commonOf(decision), tag, commit, pullRequest: null, keptAt: commit };
  if (main !== null && main.merged !== null)
    return { ...common, status: 'published', reason: mergedReason(main), isNewVersion: true };
  const reason = unchangedReason(tag, { isTagged, isAnnounced });
  return { ...common, status: 'unchanged', reason, isNewVersion: !isAnnounced };
}

/** Returns the ending of a version that gates hold. A version that a person merged before is still announced. */
export function held(decision: Decision, main: MergedVersion | null): HeldEnding & Common {
  const left =
    decision.main !== null && 'foreign' in decision.main ? ` ${foreignReason(decision.main.foreign)}` : '';
  const reason = `${describeFailed(decision.failed)}${left}`;
  const common = { ...commonOf(decision), status: 'held', pullRequest: null } as const;
  if (main === null || main.kept.isAnnounced) return { ...common, ...NO_VERSION, reason };
  return { ...common, ...mergedVersion(main.kept), reason: `${reason} ${mergedReason(main)}` };
}

/**
 * Returns the ending of a version that is offered in a pull request, or that a person rejected there. `main` does not
 * change until a person merges it.
 *
 * @param pageUrl address of a pull request's page
 */
export function offered(decision: Decision, offer: Offer, pageUrl: (number: number) => string): Publication {
  const { holding, main } = decision;
  const { previous } = commonOf(decision);
  const { number, step } = offer;
  const isBuilt = step !== 'waiting' && step !== 'closed';
  const keptAt = isBuilt ? null : offer.commit;
  const isClosed = step === 'closed';
  const pullRequest = { number, url: pageUrl(number), state: isClosed ? 'closed' : 'open' } as const;
  // For content that main names, only the age failed: the pull request is not about that.
  if (isTooOld(decision)) return { ...held(decision, null), pullRequest, keptAt };
  const onMain = main !== null && 'kept' in main ? main.kept : null;
  const reason = `${describeFailed(holding)} ${offerReason({ main, previous, offer }, pageUrl)}`.trim();
  const common = { ...commonOf(decision), changes: offer.changes, reason, keptAt, pullRequest };
  const status = offerStatus(decision, { isClosed });
  if (status === 'published') return { ...common, status, ...mergedVersion(onMain!) };
  const isNew = onMain !== null && !onMain.isAnnounced;
  if (status === 'held')
    return { ...common, status, ...(isNew ? mergedVersion(onMain) : NO_VERSION), pullRequest };
  const isForeign = main !== null && 'foreign' in main;
  const isDoubtful = holding.length > 0 || isForeign || step === 'changed';
  if (onMain === null) return { ...common, status, ...NO_VERSION, pullRequest, isDoubtful };
  const { tag, commit } = onMain;
  return { ...common, status, tag, commit, isNewVersion: isNew, isDoubtful };
}

/** Returns the status of a version that is offered in a pull request, or that a person rejected there. */
export function offerStatus(
  decision: Decision,
  { isClosed }: { readonly isClosed: boolean },
): 'published' | 'awaiting-approval' | 'unchanged' | 'held' {
  const { main, holding } = decision;
  if (isTooOld(decision) || (isClosed && holding.length > 0)) return 'held';
  if (main !== null && 'kept' in main && main.merged !== null) return 'published';
  return isClosed ? 'unchanged' : 'awaiting-approval';
}

/** True if the content that `main` names would be offered, and is too old as well. */
function isTooOld({ observed, failed }: Decision): boolean {
  return observed.isSame && failed.length > 0;
}

/** Returns a version that a person has merged and no run has announced. */
function mergedVersion({ tag, commit }: KeptVersion) {
  return { tag, commit, isNewVersion: true } as const;
}
