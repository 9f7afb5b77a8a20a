import { type DatasetVersion, versionTitle } from '../version/build-version.ts';
import type { PreviousVersion } from '../version/metadata.ts';
import { checkVisibility, type Found, requireFound } from './found.ts';
import { type LeavePlan, type OpenPlan, planProposal, type UpdatePlan } from './plan-proposal.ts';
import { buildOn, openRepo, type PublishOptions } from './publish-version.ts';
import { type MainVersion, type SettledMain, settleMain } from './settle-main.ts';
import { replace, tellUpdate } from './tell-pull-request.ts';
import {
  cardToKeep,
  commitOf,
  findConflict,
  isLastTry,
  isMetadataOf,
  requireWhole,
  waitToTryAgain,
} from './version-commit.ts';

interface ProposeOptions extends PublishOptions {
  /** Name of the dataset. */
  readonly name: string;
  /** Tells a person in Markdown what the version is that waits for their approval. */
  readonly describe: (tag: string, previous: PreviousVersion | null) => string;
}

/** The pull request in which a version is offered. */
export interface Offer {
  /** What this run did or found: `changed` and `closed` by a person. */
  readonly step: 'opened' | 'updated' | LeavePlan['step'];
  readonly number: number;
  readonly tag: string;
  /** Its head. */
  readonly commit: string;
  /** Files that somebody else had changed in it. */
  readonly changed: readonly string[];
  /** The pull request before it. */
  readonly before: { readonly number: number; readonly why: 'closed' | 'replaced' } | null;
  /** Numbers of pull requests that have its title and are none of a version. */
  readonly foreign: readonly number[];
}

/** What a proposal came to: the data is offered, or `main` holds it already. */
export type ProposalResult = SettledMain & {
  /** The version whose metadata `main` holds. */
  readonly previous: PreviousVersion | null;
} & ({ readonly offer: Offer } | { readonly offer: null; readonly main: MainVersion });

interface Sent {
  readonly version: DatasetVersion;
  readonly step: 'opened' | 'updated';
}

/**
 * Offers a version in a pull request, and tags what a person has merged into `main`. There is one pull request at most:
 * it is opened, or brought up to the version on top of what a person wrote in its card. Stopped anywhere, it leaves
 * `main` as it is and the next run able to finish.
 */
export async function proposeVersion(options: ProposeOptions): Promise<ProposalResult> {
  const ours = { ...options, titleStart: versionTitle(options.name) };
  const { first, ...opened } = await openRepo(options);
  let { found } = opened;
  const sent: Sent[] = [];
  let failure: Error | null = null;
  for (let attempt = 0; ; attempt++) {
    const settled = await settleMain(found, ours);
    const result = { ...settled, previous: found.previous };
    const { isSame, main } = settled;
    if (isSame && main !== null) return { ...result, main, offer: null };
    checkVisibility(options.repo, found.state, options.visibility);
    const plan = await planProposal(found, ours);
    if (plan.step !== 'open' && plan.step !== 'update') {
      const step = sent.find(({ version }) => isMetadataOf(version, plan.proposal.found.metadata))?.step;
      return { ...result, offer: await leave(plan, found, { options, step }) };
    }
    if (failure !== null && isLastTry(options, attempt)) throw failure;
    for (const pullRequest of plan.surplus)
      await replace(options.repo, pullRequest, 'Another pull request offers this dataset.');
    const run = { options, first, sent, broken: settled.broken };
    const offer = plan.step === 'open' ? await open(plan, found, run) : await update(plan, found, run);
    if (!('error' in offer)) return { ...result, offer };
    failure = offer.error;
    await waitToTryAgain(options, attempt, failure);
    found = await requireFound(options.repo);
  }
}

/** Leaves a pull request as it is; one that waits is told to people as what it holds, if a run before was stopped there. */
async function leave(
  { step, proposal, foreign }: LeavePlan,
  main: Found,
  { options, step: own }: { options: ProposeOptions; step: Sent['step'] | undefined },
): Promise<Offer> {
  const { number, broken: changed, found } = proposal;
  const { versionTag: tag } = found.previous;
  if (step === 'waiting') await tell(proposal, tag, main, options);
  return { step: own ?? step, number, tag, commit: found.state.commit, changed, before: null, foreign };
}

type Run = { options: ProposeOptions; first: DatasetVersion | null; sent: Sent[]; broken: readonly string[] };

async function open(
  { before, foreign }: OpenPlan,
  main: Found,
  { options, first, sent, broken }: Run,
): Promise<Offer | { error: Error }> {
  const { repo, visibility, describe } = options;
  const isReplaced = before?.status === 'open';
  const own = await cardToKeep(repo, main, broken);
  const card = own ?? (isReplaced ? await cardToKeep(repo, before.found) : null);
  const version = await buildOn(options, { previous: main.previous, card, first });
  const conflict = await findConflict(repo, main, { visibility });
  if (conflict !== null) return conflict;
  if (isReplaced)
    await replace(
      repo,
      before,
      'It cannot be merged any more: `main` has changed since. Another takes its place.',
    );
  sent.push({ version, step: 'opened' });
  const description = describe(version.tag, main.previous);
  const made = await repo.pullRequests.open({ ...commitOf(repo, version, main.state), description });
  if (made.outcome !== 'made') return made;
  await requireWhole(repo, version, { commit: made.commit, visibility });
  const { number, commit } = made;
  const why = isReplaced ? 'replaced' : 'closed';
  return {
    step: 'opened',
    number,
    tag: version.tag,
    commit,
    changed: [],
    before: before === null ? null : { number: before.number, why },
    foreign,
  };
}

async function update(
  { proposal, foreign }: UpdatePlan,
  main: Found,
  { options, sent, broken }: Run,
): Promise<Offer | { error: Error }> {
  const { repo, visibility } = options;
  const { number, found, broken: changed } = proposal;
  // Git merges what has changed in the card of main with what a person wrote into this one.
  const card = (await cardToKeep(repo, found, changed)) ?? (await cardToKeep(repo, main, broken));
  const version = await options.build(main.previous, card);
  const revision = `refs/pr/${number}`;
  const conflict = await findConflict(repo, found, { visibility, revision });
  if (conflict !== null) return conflict;
  sent.push({ version, step: 'updated' });
  const description = options.describe(version.tag, main.previous);
  const made = await repo.pullRequests.update(number, {
    ...commitOf(repo, version, found.state),
    description,
  });
  if (made.outcome !== 'made') return made;
  await requireWhole(repo, version, { commit: made.commit, visibility });
  await tell(proposal, version.tag, main, options);
  const { commit } = made;
  return { step: 'updated', number, tag: version.tag, commit, changed, before: null, foreign };
}

function tell(
  proposal: UpdatePlan['proposal'],
  tag: string,
  { previous }: Found,
  { repo, name, describe }: ProposeOptions,
): Promise<void> {
  return tellUpdate(repo, proposal, { name, tag, description: describe(tag, previous) });
}
