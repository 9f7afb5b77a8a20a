import { describeFailed } from '../gates/judge.ts';
import {
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
import { mergedReason, offerReason } from './proposal-text.ts';
import { publishedReason, unchangedReason } from './publication-text.ts';

/** What a publish came to. */
export type Publication = (PublishedEnding | UnchangedEnding | HeldEnding) & Common;

interface Common extends Pick<DatasetFacts, 'previous' | 'gates'> {
  /** The commit that holds the version from before this run; null when one was built, or none is there. */
  readonly keptAt: string | null;
}

function commonOf({ observed, gates }: Decision): Common {
  return { previous: observed.found?.previous ?? null, gates, keptAt: null };
}

/** Returns the ending of a version that this run published. */
export function published(decision: Decision, { tag }: DatasetVersion, commit: string): Publication {
  const common = commonOf(decision);
  const { plan } = decision;
  const repaired = plan.step === 'repair' ? plan.broken : [];
  const reason = publishedReason(tag, { previous: common.previous, repaired });
  return { ...common, status: 'published', reason, tag, commit, isNewVersion: true, pullRequest: null };
}

/** Returns the ending of data that `main` holds already. */
export function kept(
  decision: Decision,
  { tag, commit, isTagged, isAnnounced }: KeptVersion,
  main: MergedVersion | null,
): Publication {
  const reason =
    decision.route === 'offer' && main !== null && !isAnnounced
      ? mergedReason(main)
      : unchangedReason(tag, { isTagged, isAnnounced });
  const version = { tag, commit, isNewVersion: !isAnnounced, pullRequest: null };
  return { ...commonOf(decision), status: 'unchanged', reason, ...version, keptAt: commit };
}

/** Returns the ending of a version that gates hold. One that a person has merged before is announced all the same. */
export function held(decision: Decision, main: MergedVersion | null): HeldEnding & Common {
  const reason = describeFailed(decision.failed);
  const common = { ...commonOf(decision), status: 'held', pullRequest: null } as const;
  if (main === null || main.kept.isAnnounced) return { ...common, ...NO_VERSION, reason };
  return { ...common, ...mergedVersion(main.kept), reason: `${reason} ${mergedReason(main)}` };
}

/**
 * Returns the ending of a version that is offered in a pull request. Until a person merges it, `main` has not changed; what
 * gates hold stays held.
 *
 * @param pageUrl address of a pull request's page
 */
export function offered(decision: Decision, offer: Offer, pageUrl: (number: number) => string): Publication {
  const { failed, holding, main, observed } = decision;
  const { previous } = commonOf(decision);
  const { number, step } = offer;
  const isBuilt = step !== 'waiting' && step !== 'closed';
  const keptAt = isBuilt ? null : offer.commit;
  const pullRequest = {
    number,
    url: pageUrl(number),
    state: step === 'closed' ? 'closed' : 'open',
  } as const;
  // Of the content that main names only the age failed: that is not what the pull request is for.
  if (observed.isSame && failed.length > 0) return { ...held(decision, null), pullRequest, keptAt };
  const onMain = main !== null && 'kept' in main ? main.kept : null;
  const common = { ...commonOf(decision), keptAt };
  const reason = offerReason({ main, previous, offer }, pageUrl);
  if (holding.length > 0) {
    const version = onMain === null || onMain.isAnnounced ? NO_VERSION : mergedVersion(onMain);
    return {
      ...common,
      status: 'held',
      reason: `${describeFailed(holding)} ${reason}`,
      ...version,
      pullRequest,
    };
  }
  const version =
    onMain === null
      ? NO_VERSION
      : { tag: onMain.tag, commit: onMain.commit, isNewVersion: !onMain.isAnnounced };
  return { ...common, status: 'unchanged', reason, ...version, pullRequest };
}

/** Returns a version that a person has merged and no run has announced. */
function mergedVersion({ tag, commit }: KeptVersion) {
  return { tag, commit, isNewVersion: true } as const;
}
