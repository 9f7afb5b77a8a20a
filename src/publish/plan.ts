import type { GateResult } from '../gates/gate.ts';
import type { TrustSettings } from '../model/trust.ts';
import type { ObservedProposals, Proposal } from './find-proposals.ts';
import type { Found } from './found.ts';
import type { KeptVersion } from './kept-version.ts';
import type { ObservedMain } from './observe.ts';

/** Where a version goes: to `main`, into a pull request, or nowhere because a gate holds it. */
export type Route = 'publish' | 'offer' | 'hold';

/**
 * Returns where a version goes. With `on-gate`, the version on `main` may have been merged from a pull request, so an
 * incomplete one is not repaired on `main` either.
 *
 * @param judged.holding the gates that hold it
 */
export function routeOf(
  { publish, onGate }: Pick<TrustSettings, 'publish' | 'onGate'>,
  { holding, isSame }: { readonly holding: readonly GateResult[]; readonly isSame: boolean },
): Route {
  if (holding.length > 0) return onGate === 'pull-request' ? 'offer' : 'hold';
  return publish === 'pull-request' || (onGate === 'pull-request' && isSame) ? 'offer' : 'publish';
}

/** The facts that a plan is made of. */
export interface Facts {
  readonly route: Route;
  /** The gates that failed. */
  readonly failed: readonly GateResult[];
  /** What the repo holds, null if it does not exist. */
  readonly found: Found | null;
  /** True if the metadata of `main` name the content that would be published. */
  readonly isSame: boolean;
  /** The version on `main`; null if there is none, or if it was not read. */
  readonly main: ObservedMain | null;
  /** Null unless the version goes into a pull request. */
  readonly proposals: ObservedProposals | null;
}

/** What happens to a pull request. */
export type OfferPlan =
  | {
      readonly step: 'offer-open';
      /** The one before it: open, but in conflict with `main`, so that it is replaced, or closed with other data. */
      readonly before: Proposal | null;
    }
  /** The open one is updated to the version. */
  | { readonly step: 'offer-update'; readonly proposal: Proposal }
  | {
      /** `offer-changed` and `offer-closed`: a person did this to the version, and only a person may undo it. */
      readonly step: 'offer-wait' | 'offer-changed' | 'offer-closed';
      readonly proposal: Proposal;
    };

/** What a run writes for a version. */
export type WritingPlan = (
  | { readonly step: 'publish' }
  /** `main` should hold it, but these files of it cannot be loaded. */
  | { readonly step: 'repair'; readonly broken: readonly string[] }
  | OfferPlan
) & {
  /** What `main` holds; the plan is valid only for that. */
  readonly parent: Found;
};

/** What a run does with a version. A complete version on `main` is tagged before that, unless it is tagged. */
export type Plan =
  /** Gates hold it. */
  | { readonly step: 'held' }
  /** `main` holds it, and a gate finds it too old. */
  | { readonly step: 'too-old'; readonly kept: KeptVersion }
  | { readonly step: 'unchanged'; readonly kept: KeptVersion }
  /** `main` holds it, but it is not tagged, or no run has announced it. */
  | { readonly step: 'finish'; readonly kept: KeptVersion }
  /** The repo has to be created first. */
  | { readonly step: 'create' }
  | WritingPlan;

/** Plans what happens to a version, from the observed facts only. */
export function planVersion({ route, failed, found, isSame, main, proposals }: Facts): Plan {
  if (route === 'hold') return { step: 'held' };
  if (found === null) return { step: 'create' };
  if (isSame && main !== null && 'kept' in main) {
    const { kept } = main;
    if (!kept.isTagged || !kept.isAnnounced) return { step: 'finish', kept };
    return { step: failed.length > 0 ? 'too-old' : 'unchanged', kept };
  }
  if (proposals !== null) return { ...planOffer(proposals), parent: found };
  const isBroken = main !== null && 'broken' in main;
  return isBroken
    ? { step: 'repair', broken: main.broken, parent: found }
    : { step: 'publish', parent: found };
}

function planOffer({ open, openIs, closed }: ObservedProposals): OfferPlan {
  if (open === null) {
    const isTurnedDown = closed?.holdsSame === true;
    return isTurnedDown ? { step: 'offer-closed', proposal: closed } : { step: 'offer-open', before: closed };
  }
  if (openIs === 'changed') return { step: 'offer-changed', proposal: open };
  if (openIs === 'conflicting') return { step: 'offer-open', before: open };
  return { step: open.holdsSame ? 'offer-wait' : 'offer-update', proposal: open };
}
