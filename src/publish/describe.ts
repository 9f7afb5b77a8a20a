import { describeFailed } from '../gates/judge.ts';
import type { DatasetRepository } from '../model/repository.ts';
import type { DryRunEnding } from '../report/dataset-report.ts';
import type { Decision } from './decide.ts';
import type { MergedVersion, ObservedMain } from './observe.ts';
import { foreignReason, planReason } from './proposal-text.ts';
import { offerStatus } from './publication.ts';
import { brokenSince } from './publication-text.ts';

/** What a real run would do. */
type Described = Pick<DryRunEnding, 'tag' | 'reason' | 'would'>;

/**
 * Describes what a real run would do.
 *
 * @throws Error if it could not create the repo
 */
export async function describeDecision(
  decision: Decision,
  options: { readonly repo: DatasetRepository; readonly visibility: 'private' | 'public' },
): Promise<Described> {
  const { plan, failed } = decision;
  const done = await describePlan(decision, options);
  // The version on main is finished or repaired first, however old it is.
  if (failed.length === 0 || plan.step === 'finish' || plan.step === 'repair') return done;
  const why = describeFailed(failed);
  if (decision.route !== 'offer') return { ...done, would: 'held', reason: why };
  return { ...done, reason: `${why} ${done.reason}`.trim() };
}

async function describePlan(
  decision: Decision,
  { repo, visibility }: { readonly repo: DatasetRepository; readonly visibility: 'private' | 'public' },
): Promise<Described> {
  const { plan, route, main, observed } = decision;
  const previous = observed.found?.previous ?? null;
  switch (plan.step) {
    case 'held':
      return { would: 'held', tag: null, reason: '' };
    case 'create': {
      const isOffered = route === 'offer';
      const how = isOffered ? 'offered in a pull request' : 'published';
      const note = await noteOnCreation(repo);
      const reason = `A ${visibility} repo would be created, and the first version ${how} in it.${note}`;
      return { would: isOffered ? 'awaiting-approval' : 'published', tag: null, reason };
    }
    case 'unchanged':
    case 'too-old':
    case 'finish': {
      const { tag, isTagged } = plan.kept;
      if (isMergedNow(main))
        return { would: 'published', tag: isTagged ? tag : null, reason: mergedPlan(main) };
      return isTagged
        ? { would: 'unchanged', tag, reason: `Nothing would change: ${tag} holds this data.` }
        : {
            would: 'unchanged',
            tag: null,
            reason: `The data has not changed, and its missing tag ${tag} would be set.`,
          };
    }
    case 'publish': {
      const reason =
        previous === null
          ? 'The first version would be published.'
          : `A new version would be published, after ${previous.versionTag}.`;
      return { would: 'published', tag: null, reason };
    }
    case 'repair': {
      const why = brokenSince(previous?.versionTag ?? '', plan.broken);
      return { would: 'published', tag: null, reason: `It would be published again: ${why}.` };
    }
    default: {
      const offer = planReason(plan, (number) => repo.pullRequests.pageUrl(number));
      const isBroken = observed.isSame && previous !== null && main !== null && 'broken' in main;
      const why = isBroken
        ? `It would be offered again: ${brokenSince(previous.versionTag, main.broken)}. `
        : '';
      const left = main !== null && 'foreign' in main ? `${foreignReason(main.foreign)} ` : '';
      const merged = isMergedNow(main) ? `${mergedPlan(main)} ` : '';
      const would = offerStatus(decision, { isClosed: plan.step === 'offer-closed' });
      return { would, tag: null, reason: `${merged}${left}${why}${offer}` };
    }
  }
}

/** True for a version that a person has merged and no run has announced. */
function isMergedNow(main: ObservedMain | null): main is MergedVersion {
  return main !== null && 'kept' in main && main.merged !== null;
}

function mergedPlan({ kept: { tag }, merged }: MergedVersion): string {
  return `Version ${tag} of the merged pull request #${merged} would be announced.`;
}

/**
 * Returns the note about a repo that would be created.
 *
 * @throws Error if the token may not create it
 */
async function noteOnCreation(repo: DatasetRepository): Promise<string> {
  const { verdict, reason } = await repo.creation();
  switch (verdict) {
    case 'refused':
      throw new Error(
        `datasets/${repo.name} does not exist, and creating it would fail: ${reason}. Correct the repo's name, or pass as hf-token a token that may write to its owner's repos.`,
      );
    case 'reads-only':
      return ' The token of this dry run may only read; to publish, use a token with write access.';
    case 'unknown':
      return ' It is unknown whether the token may create it.';
    default:
      return '';
  }
}
