import { describeFailed } from '../gates/judge.ts';
import type { DatasetReport } from '../report/dataset-report.ts';
import type { DatasetVersion } from '../version/build-version.ts';
import type { Offer } from './attempt.ts';
import type { Decision } from './decide.ts';
import type { KeptVersion } from './kept-version.ts';
import type { MergedVersion } from './observe.ts';
import { mergedReason, offerReason } from './proposal-text.ts';
import { publishedReason, unchangedReason } from './publication-text.ts';

/** What a publish came to. */
export interface Publication
  extends Pick<
    DatasetReport,
    'status' | 'reason' | 'tag' | 'commit' | 'isNewVersion' | 'previous' | 'gates' | 'pullRequest'
  > {
  /** The commit that holds the version from before this run; null when one was built, or none is there. */
  readonly keptAt: string | null;
}

type Common = Pick<Publication, 'previous' | 'gates' | 'pullRequest' | 'keptAt'>;

function commonOf({ observed, gates }: Decision): Common {
  return { previous: observed.found?.previous ?? null, gates, pullRequest: null, keptAt: null };
}

export function published(decision: Decision, { tag }: DatasetVersion, commit: string): Publication {
  const common = commonOf(decision);
  const { plan } = decision;
  const repaired = plan.step === 'repair' ? plan.broken : [];
  const reason = publishedReason(tag, { previous: common.previous, repaired });
  return { ...common, status: 'published', reason, tag, commit, isNewVersion: true };
}

/** What `main` holds already. */
export function kept(
  decision: Decision,
  { tag, commit, isTagged, isAnnounced }: KeptVersion,
  main: MergedVersion | null,
): Publication {
  const reason =
    decision.route === 'offer' && main !== null && !isAnnounced
      ? mergedReason(main)
      : unchangedReason(tag, { isTagged, isAnnounced });
  return {
    ...commonOf(decision),
    status: 'unchanged',
    reason,
    tag,
    commit,
    isNewVersion: !isAnnounced,
    keptAt: commit,
  };
}

/** What gates hold. A version that a person has merged before is announced all the same. */
export function held(decision: Decision, main: MergedVersion | null): Publication {
  const reason = describeFailed(decision.failed);
  const common = { ...commonOf(decision), status: 'held' as const };
  if (main === null || main.kept.isAnnounced)
    return { ...common, reason, tag: null, commit: null, isNewVersion: false };
  const { tag, commit } = main.kept;
  return { ...common, reason: `${reason} ${mergedReason(main)}`, tag, commit, isNewVersion: true };
}

/**
 * What is offered in a pull request. Until a person merges it, `main` has not changed; what gates hold stays held.
 *
 * @param pageUrl address of a pull request's page
 */
export function offered(decision: Decision, offer: Offer, pageUrl: (number: number) => string): Publication {
  const { failed, holding, main, observed } = decision;
  const { previous } = commonOf(decision);
  const { number, step } = offer;
  const isBuilt = step !== 'waiting' && step !== 'closed';
  const common = {
    ...commonOf(decision),
    pullRequest: {
      number,
      url: pageUrl(number),
      state: step === 'closed' ? ('closed' as const) : ('open' as const),
    },
    keptAt: isBuilt ? null : offer.commit,
  };
  // Of the content that main names only the age failed: that is not what the pull request is for.
  if (observed.isSame && failed.length > 0) return { ...held(decision, null), ...common };
  const onMain = main !== null && 'kept' in main ? main.kept : null;
  const isNewVersion = onMain !== null && !onMain.isAnnounced;
  const isHeld = holding.length > 0;
  // A version that is held has no tag; one that was merged before it is announced all the same.
  const shown = isHeld && !isNewVersion ? null : onMain;
  const reason = offerReason({ main, previous, offer }, pageUrl);
  return {
    ...common,
    status: isHeld ? 'held' : 'unchanged',
    reason: isHeld ? `${describeFailed(holding)} ${reason}` : reason,
    tag: shown?.tag ?? null,
    commit: shown?.commit ?? null,
    isNewVersion,
  };
}
