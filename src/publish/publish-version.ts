import type { DatasetRepository } from '../model/repository.ts';
import type { DatasetVersion } from '../version/build-version.ts';
import { METADATA_PATH } from '../version/metadata.ts';
import {
  buildAndLook,
  buildOn,
  type FailedTry,
  type PublishOptions,
  type Sent,
  type SoFar,
} from './attempt.ts';
import { type Decision, decide } from './decide.ts';
import { checkVisibility, type Found, requireFound } from './found.ts';
import type { KeptVersion } from './kept-version.ts';
import { closeMerged, offerVersion } from './offer.ts';
import { markOffered } from './own-commits.ts';
import type { WritingPlan } from './plan.ts';
import { held, kept, type Publication, published } from './publication.ts';
import {
  cardToKeep,
  commitOf,
  isLastTry,
  isMetadataOf,
  metadataOf,
  requireWhole,
  waitToTryAgain,
} from './version-commit.ts';

/**
 * Handles a version as its gates and its repo require: publishes it in one commit and tags it, offers it in a pull
 * request, finishes what an earlier run began, or changes nothing. After a commit with an unknown result, reads whether
 * it was made. After another writer's commit, the version is judged, planned and built anew on top of it. If it is
 * stopped anywhere, the previous version stays readable and the next run can finish.
 *
 * @param found what the repo holds, read right before; null if it does not exist
 */
export async function publishVersion(options: PublishOptions, found: Found | null): Promise<Publication> {
  const { repo, visibility } = options;
  const sent: Sent[] = [];
  let first: DatasetVersion | null = null;
  let created: Decision | null = null;
  let failure: Error | null = null;
  let current = found;
  for (let attempt = 0; ; ) {
    const own = current === null ? null : await confirm(options, sent, current);
    if (own !== null) return own;
    const decision = await decide(options, current, created);
    const { plan, main } = decision;
    const merged = main !== null && 'kept' in main ? main : null;
    if (merged !== null) await requireTag(repo, merged.kept);
    switch (plan.step) {
      case 'held':
        return held(decision, merged);
      case 'too-old':
        return { ...held(decision, null), keptAt: plan.kept.commit };
      case 'finish':
        if (merged?.merged != null) await closeMerged(options, current!);
        return kept(decision, plan.kept, merged);
      case 'unchanged':
        return kept(decision, plan.kept, merged);
      case 'create':
        // Nothing is created on the Hub for a version that cannot be built.
        first = await options.build(null, null);
        await repo.create(visibility);
        created = decision;
        current = await requireFound(repo);
        continue;
    }
    checkVisibility(repo, plan.parent.state, visibility);
    if (failure !== null && isLastTry(options, attempt) && isCommitting(plan)) throw failure;
    const soFar = { first, sent };
    const result = await (plan.step === 'publish' || plan.step === 'repair'
      ? commitVersion(options, { decision, plan }, soFar)
      : offerVersion(options, { decision, plan }, soFar));
    if (!('error' in result)) return result;
    failure = result.error;
    await waitToTryAgain(options, attempt++, failure);
    current = await requireFound(repo);
  }
}

/** True when a plan makes a commit, on `main` or in a pull request. */
function isCommitting({ step }: WritingPlan): boolean {
  return step === 'publish' || step === 'repair' || step === 'offer-open' || step === 'offer-update';
}

/** Tags a version that is on `main`, unless it is tagged. */
async function requireTag(repo: DatasetRepository, { tag, commit, isTagged }: KeptVersion): Promise<void> {
  if (!isTagged) await repo.tag(tag, commit, `Dataset version ${tag}`);
}

/** Commits the version on top of what `main` holds, and tags it. */
async function commitVersion(
  options: PublishOptions,
  { decision, plan }: { decision: Decision; plan: WritingPlan & { step: 'publish' | 'repair' } },
  { first, sent }: SoFar,
): Promise<Publication | FailedTry> {
  const { repo } = options;
  const { parent } = plan;
  const { previous } = parent;
  const card = await cardToKeep(repo, parent, plan.step === 'repair' ? plan.broken : []);
  // The repo was read right before, but reading its content has taken time since.
  const version =
    plan.step === 'publish'
      ? await buildOn(options, { previous, card }, first)
      : await buildAndLook(options, { parent, previous, card }, { first });
  if ('error' in version) return version;
  sent.push({ version, step: 'published', decision });
  // The next run may look for who made what is on main.
  if (options.trust.onGate === 'pull-request')
    await markOffered(repo, parent, { tag: version.tag, metadata: metadataOf(version), number: null });
  const isNewRepo = first !== null;
  const made = await repo.commit(commitOf(repo, version, parent.state, { isNewRepo }));
  return made.outcome === 'made' ? finish(options, { version, decision }, made.commit) : made;
}

/** Finishes a version that this run committed without a confirmation; null if `main` holds none. */
async function confirm(
  options: PublishOptions,
  sent: readonly Sent[],
  { metadata, state }: Found,
): Promise<Publication | null> {
  const own = sent.find(({ step, version }) => step === 'published' && isMetadataOf(version, metadata));
  if (own === undefined) return null;
  const commit = await options.repo.lastCommitOf(METADATA_PATH, state.commit);
  return finish(options, own, commit ?? state.commit);
}

async function finish(
  { repo, visibility }: PublishOptions,
  { version, decision }: Pick<Sent, 'version' | 'decision'>,
  commit: string,
): Promise<Publication> {
  await requireWhole(repo, version, { commit, visibility });
  await repo.tag(version.tag, commit, version.title);
  return published(decision, version, commit);
}
