import { viewHub } from './check-hub.ts';
import { checkOffer, checkOfferEnd, viewOffers } from './check-offer.ts';
import { checkEnd, checkRun, type Observed } from './check-run.ts';
import { REPO } from './publish-lab.ts';
import type { Stage } from './stage.ts';

/** What a run comes to, and how one sees that it did. */
export interface End {
  /** Whether a run that nothing disturbs fails. */
  readonly isFailure: boolean;
  /** What is wrong after a run, also one with a fault, as the servers of the stage are now. */
  checkRun(stage: Stage, observed: Observed, budgetMs: number): string[] | Promise<string[]>;
  /** What else is wrong after the last run, which nothing disturbed. */
  checkEnd(stage: Stage, observed: Observed): string[] | Promise<string[]>;
}

/** The reviews are published, once. */
export const PUBLISHED: End = {
  isFailure: false,
  checkRun: (_, observed, budgetMs) => checkRun(observed, budgetMs),
  checkEnd: (_, observed) => checkEnd(observed),
};

/** The reviews wait in one pull request. */
export const OFFERED: End = endOfReview({ isHeld: false });

/** A gate holds the reviews. */
export const HELD: End = endOfReview({ isHeld: true });

/** The same beside what a stranger offered and a person merged: it is never tagged, nor told of as a version. */
export function leavingForeign(end: End): End {
  return {
    ...end,
    checkRun: async (stage, observed, budgetMs) => [
      ...(await end.checkRun(stage, observed, budgetMs)),
      ...(await checkForeign(stage, observed)),
    ],
  };
}

async function checkForeign({ hub }: Stage, { run }: Observed): Promise<string[]> {
  const { currentTags } = await viewHub(hub, 'other');
  const foreign = hub.repo(REPO).discussions[0].mergeCommit;
  return [
    ...currentTags.map((tag) => `what a stranger offered has the tag ${tag}`),
    ...(String(run.outputs.versions).includes(String(foreign)) ? ["a stranger's version is told of"] : []),
  ];
}

function endOfReview(review: { readonly isHeld: boolean }): End {
  return {
    isFailure: review.isHeld,
    checkRun: async (stage, observed) => checkOffer(observed, await viewOffers(stage), review),
    checkEnd: async (stage, observed) => checkOfferEnd(observed, await viewOffers(stage), review),
  };
}
