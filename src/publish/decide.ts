import type { GateResult } from '../gates/gate.ts';
import { failedOf } from '../gates/judge.ts';
import type { TrustSettings } from '../model/trust.ts';
import type { Candidate } from './candidate.ts';
import { type ObservedProposals, observeProposals } from './find-proposals.ts';
import type { Found } from './found.ts';
import {
  type JudgedRepo,
  type ListOwned,
  type ObservedMain,
  type ObservedRepo,
  observeMerged,
  observeRepo,
  observeSame,
} from './observe.ts';
import { type Plan, planVersion, type Route, routeOf } from './plan.ts';

export interface DecideOptions extends Candidate {
  readonly trust: TrustSettings;
  /** Repos of all datasets of the run. */
  readonly usedRepos: readonly string[];
  readonly listOwned: ListOwned;
  /** Judges the dataset as it would be published in place of what the repo holds. */
  readonly judge: (observed: JudgedRepo) => readonly GateResult[];
}

/** The decision about a version, with all that was observed and judged for it. Valid for one commit of `main` only. */
export interface Decision {
  readonly observed: ObservedRepo;
  readonly gates: readonly GateResult[];
  readonly failed: readonly GateResult[];
  /**
   * The gates that hold the version. For content that `main` holds already only its age can fail, which no pull request
   * changes.
   */
  readonly holding: readonly GateResult[];
  readonly route: Route;
  readonly main: ObservedMain | null;
  readonly proposals: ObservedProposals | null;
  readonly plan: Plan;
}

/**
 * Observes a repo, judges the version that would replace what is found, and plans what happens to it. Writes nothing.
 *
 * @param created the decision before this run created the repo, which is valid until somebody else commits a version;
 * null for a repo that existed
 */
export async function decide(
  options: DecideOptions,
  found: Found | null,
  created: Decision | null = null,
): Promise<Decision> {
  const isAsCreated = created !== null && found?.previous === null;
  const observed = isAsCreated ? { ...created.observed, found } : await observeRepo(options, found, options);
  const gates = isAsCreated ? created.gates : options.judge(observed);
  const { isSame } = observed;
  const failed = failedOf(gates);
  const holding = isSame ? [] : failed;
  const route = routeOf(options.trust, { holding, isSame });
  const main = await observeMain(options, observed, route);
  const isKept = isSame && main !== null && 'kept' in main;
  const proposals =
    route === 'offer' && found !== null && !isKept ? await observeProposals(found, options) : null;
  const plan = planVersion({ route, failed, found, isSame, main, proposals });
  return { observed, gates, failed, holding, route, main, proposals, plan };
}

/** Reads the version on `main` if it may be the one that would be published, or may have been merged. */
async function observeMain(
  options: DecideOptions,
  observed: ObservedRepo,
  route: Route,
): Promise<ObservedMain | null> {
  if (route === 'offer' || (route === 'hold' && options.trust.publish === 'pull-request'))
    return observeMerged(options, observed);
  const { found, isSame } = observed;
  const previous = found?.previous ?? null;
  return isSame && found !== null && previous !== null ? observeSame(options, { ...found, previous }) : null;
}
