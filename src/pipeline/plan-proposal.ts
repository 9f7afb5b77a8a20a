import { isSameCommit } from '../model/file.ts';
import { METADATA_PATH } from '../version/metadata.ts';
import { findProposals, type Proposal, type ProposalOptions, type Proposals } from './find-proposals.ts';
import type { Found } from './found.ts';

/** A pull request is left as it is: the version waits in it, or a person did to that version what is theirs to undo. */
export interface LeavePlan extends Pick<Proposals, 'surplus' | 'foreign'> {
  readonly step: 'waiting' | 'changed' | 'closed';
  readonly proposal: Proposal;
}

/** The pull request that is open is brought up to the version. */
export interface UpdatePlan extends Pick<Proposals, 'surplus' | 'foreign'> {
  readonly step: 'update';
  readonly proposal: Proposal;
}

/** A pull request is opened. */
export interface OpenPlan extends Pick<Proposals, 'surplus' | 'foreign'> {
  readonly step: 'open';
  /** The one before it: open, but in conflict with `main`, so that it is replaced, or closed with other data. */
  readonly before: Proposal | null;
}

/** Finds out what has to be done for a version to be offered in one pull request. Writes nothing. */
export async function planProposal(
  main: Found,
  options: ProposalOptions,
): Promise<LeavePlan | UpdatePlan | OpenPlan> {
  const { open, closed, ...others } = await findProposals(main, options);
  if (open === null) {
    if (closed?.holdsSame) return { ...others, step: 'closed', proposal: closed };
    return { ...others, step: 'open', before: closed };
  }
  if (open.tellsSame && open.broken.length > 0 && (await isChangedByOthers(open, options)))
    return { ...others, step: 'changed', proposal: open };
  if (!(await options.repo.pullRequests.isMergeable(open.number)))
    return { ...others, step: 'open', before: open };
  return { ...others, step: open.holdsSame ? 'waiting' : 'update', proposal: open };
}

/** False where the files were lost in the very commit that made the version. */
async function isChangedByOthers({ found }: Proposal, { repo }: ProposalOptions): Promise<boolean> {
  const made = await repo.lastCommitOf(METADATA_PATH, found.state.commit);
  return made !== null && !isSameCommit(made, found.state.commit);
}
