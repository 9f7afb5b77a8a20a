import type { DatasetRepository, ListedPullRequest } from '../model/repository.ts';
import { versionTitle } from '../version/build-version.ts';
import type { PreviousVersion } from '../version/metadata.ts';
import { buildAndLook, type FailedTry, type Offer, type PublishOptions, type SoFar } from './attempt.ts';
import type { Decision } from './decide.ts';
import { findProposals, type Proposal, REPLACED } from './find-proposals.ts';
import type { Found } from './found.ts';
import { markOffered } from './own-commits.ts';
import type { OfferPlan, WritingPlan } from './plan.ts';
import { offered, type Publication } from './publication.ts';
import { cardToKeep, commitOf, isMetadataOf, metadataOf, requireWhole } from './version-commit.ts';

type MadeOffer = Omit<Offer, 'foreign'>;

const OFFERED_ELSEWHERE = 'Another pull request offers this dataset.';

/** The offered version, with what was observed and built for it. */
interface Offering<P> extends SoFar {
  readonly decision: Decision;
  readonly plan: P & Pick<WritingPlan, 'parent'>;
}

/**
 * Offers a version in a pull request as planned. There is at most one pull request: it is opened, or updated on top of
 * what a person wrote in its card. If it is stopped anywhere, `main` is unchanged and the next run can finish.
 */
export async function offerVersion(
  options: PublishOptions,
  { decision, plan }: { readonly decision: Decision; readonly plan: OfferPlan & Pick<WritingPlan, 'parent'> },
  soFar: SoFar,
): Promise<Publication | FailedTry> {
  const { repo, build } = options;
  const { surplus = [], foreign = [] } = decision.proposals ?? {};
  const offering = { ...soFar, decision };
  for (const pullRequest of surplus) await replace(repo, pullRequest, OFFERED_ELSEWHERE);
  let offer: MadeOffer | FailedTry;
  if (plan.step === 'offer-open') offer = await open(options, { ...offering, plan });
  else if (plan.step === 'offer-update') offer = await update(options, { ...offering, plan });
  else offer = await leave(options, { ...offering, plan });
  if ('error' in offer) return offer;
  // A file that is no longer part of the version would mislead readers of the output folder.
  if (offer.step === 'changed') await build(plan.parent.previous, null);
  return offered(decision, { ...offer, foreign }, (number) => repo.pullRequests.pageUrl(number));
}

/** Leaves a pull request unchanged. A waiting one gets the texts that an earlier run may not have written. */
async function leave(
  options: PublishOptions,
  { decision, plan, sent }: Offering<Exclude<OfferPlan, { step: 'offer-open' | 'offer-update' }>>,
): Promise<MadeOffer> {
  const { proposal, parent } = plan;
  const { number, broken: changed, found } = proposal;
  const { versionTag: tag } = found.previous;
  if (plan.step === 'offer-wait') {
    // Of a pull request that a run opened before it was stopped, only the first mark was set.
    if (found.metadata !== null)
      await markOffered(options.repo, parent, { tag, metadata: found.metadata, number });
    await bringUpToDate(options, proposal, { tag, previous: parent.previous, decision });
  }
  const own = sent.find(({ version }) => isMetadataOf(version, found.metadata))?.step;
  const step = plan.step === 'offer-wait' ? 'waiting' : plan.step === 'offer-changed' ? 'changed' : 'closed';
  return {
    step: own === undefined || own === 'published' ? step : own,
    number,
    tag,
    commit: found.state.commit,
    changed,
    before: null,
    changes: step === 'waiting' ? recordedChanges(proposal, parent.previous) : null,
  };
}

/** Returns how the rows of a proposal differ from those of a version; null where its metadata compare with another one. */
function recordedChanges(
  { found }: Pick<Proposal, 'found'>,
  previous: PreviousVersion | null,
): PreviousVersion['changes'] {
  const { changes, earlierVersions } = found.previous;
  return earlierVersions[0]?.tag === previous?.versionTag ? changes : null;
}

async function open(
  options: PublishOptions,
  { decision, plan, first, sent }: Offering<Extract<OfferPlan, { step: 'offer-open' }>>,
): Promise<MadeOffer | FailedTry> {
  const { repo, visibility } = options;
  const { before, parent } = plan;
  const { previous } = parent;
  const isReplaced = before?.status === 'open';
  const own = await cardToKeep(repo, parent, brokenOf(decision));
  const card = own ?? (isReplaced ? await cardToKeep(repo, before.found) : null);
  const version = await buildAndLook(options, { parent, previous, card }, { first });
  if ('error' in version) return version;
  if (isReplaced)
    await replace(
      repo,
      before,
      'It cannot be merged any more, because `main` has changed since. Another pull request replaces it.',
    );
  sent.push({ version, step: 'opened', decision });
  const marked = { tag: version.tag, metadata: metadataOf(version) };
  await markOffered(repo, parent, { ...marked, number: null });
  const description = options.describe(version.tag, { ...decision, previous, changes: null });
  const request = commitOf(repo, version, parent.state, { isNewRepo: first !== null });
  const made = await repo.pullRequests.open({ ...request, description });
  if (made.outcome !== 'made') return made;
  const { number, commit } = made;
  await markOffered(repo, parent, { ...marked, number });
  await requireWhole(repo, version, { commit, visibility });
  const other = await settleRace(options, parent, number);
  if (other !== null) return { outcome: 'conflict', error: other };
  const why = isReplaced ? 'replaced' : 'closed';
  return {
    step: 'opened',
    number,
    tag: version.tag,
    commit,
    changed: [],
    before: before === null ? null : { number: before.number, why },
    changes: null,
  };
}

async function update(
  options: PublishOptions,
  { decision, plan, sent }: Offering<Extract<OfferPlan, { step: 'offer-update' }>>,
): Promise<MadeOffer | FailedTry> {
  const { repo, visibility } = options;
  const { proposal, parent } = plan;
  const { previous } = parent;
  const { number, found, broken: changed } = proposal;
  // Git merges changes in the card of main with what a person wrote into this one.
  const card =
    (await cardToKeep(repo, found, changed)) ?? (await cardToKeep(repo, parent, brokenOf(decision)));
  const revision = `refs/pr/${number}`;
  const version = await buildAndLook(options, { parent: found, previous, card }, { first: null, revision });
  if ('error' in version) return version;
  sent.push({ version, step: 'updated', decision });
  const { tag } = version;
  await markOffered(repo, parent, { tag, metadata: metadataOf(version), number });
  const description = options.describe(tag, { ...decision, previous, changes: null });
  const made = await repo.pullRequests.update(number, {
    ...commitOf(repo, version, found.state),
    description,
  });
  if (made.outcome !== 'made') return made;
  const { commit } = made;
  await requireWhole(repo, version, { commit, visibility });
  await bringUpToDate(options, proposal, { tag, previous, decision });
  return { step: 'updated', number, tag, commit, changed, before: null, changes: null };
}

/**
 * Of the pull requests that parallel runs opened, keeps the newest.
 *
 * @returns a message if another run opened the newest; null if it is this run's
 */
async function settleRace(options: PublishOptions, main: Found, number: number): Promise<Error | null> {
  const { repo, name } = options;
  if (!(await hasOther(repo, versionTitle(name), number))) return null;
  const { open, surplus } = await findProposals(main, options);
  if (open !== null && open.number > number)
    return new Error(
      `Another run opened pull request #${open.number} of datasets/${repo.name} in the meantime.`,
    );
  for (const pullRequest of surplus) await replace(repo, pullRequest, OFFERED_ELSEWHERE);
  return null;
}

async function hasOther(
  { pullRequests }: DatasetRepository,
  titleStart: string,
  own: number,
): Promise<boolean> {
  for await (const { number, title } of pullRequests.list('open'))
    if (number !== own && title.startsWith(titleStart)) return true;
  return false;
}

/** Closes the pull requests that offer data that a person has merged from another one. */
export async function closeMerged(options: PublishOptions, main: Found): Promise<void> {
  const { open, surplus } = await findProposals(main, options);
  const isMerged = open?.namesSame && open.broken.length === 0;
  for (const pullRequest of isMerged ? [open, ...surplus] : surplus)
    await replace(options.repo, pullRequest, 'The main branch holds this data now.');
}

/** Returns the files that prevent the version on `main` from being loaded. */
function brokenOf({ main }: Decision): readonly string[] {
  return main !== null && 'broken' in main ? main.broken : [];
}

function bringUpToDate(
  { repo, name, describe }: PublishOptions,
  proposal: Proposal,
  { tag, previous, decision }: { tag: string; previous: PreviousVersion | null; decision: Decision },
): Promise<void> {
  const changes = recordedChanges(proposal, previous);
  const description = describe(tag, { ...decision, previous, changes });
  return describeUpdate(repo, proposal, { name, tag, description });
}

/**
 * Writes the new content into the texts of an updated pull request. The title is changed last, so that the next run
 * writes what this run could not.
 */
async function describeUpdate(
  { pullRequests }: DatasetRepository,
  { number, title }: ListedPullRequest,
  update: { name: string; tag: string; description: string },
): Promise<void> {
  const upToDate = versionTitle(update.name, update.tag);
  if (title.startsWith(upToDate)) return;
  await pullRequests.comment(number, update.description);
  await pullRequests.rename(number, upToDate);
}

/** Closes a replaced pull request. Its title is changed first, because the title shows that no person closed it. */
async function replace(
  { pullRequests }: DatasetRepository,
  { number, title }: ListedPullRequest,
  why: string,
): Promise<void> {
  if (!title.startsWith(REPLACED)) await pullRequests.rename(number, `${REPLACED}${title}`.slice(0, 200));
  await pullRequests.close(number, why);
}
