import type { PreparedDataset } from '../engine/prepare.ts';
import type { GateResult } from '../gates/gate.ts';
import { describeFailed } from '../gates/judge.ts';
import type { TrustSettings } from '../model/trust.ts';
import { type HeldEnding, NO_VERSION, type UnchangedEnding } from '../report/dataset-report.ts';
import { versionTitle } from '../version/build-version.ts';
import type { PreviousVersion } from '../version/metadata.ts';
import type { Found } from './found.ts';
import { planProposal } from './plan-proposal.ts';
import { describeProposal, mergedReason, planReason, proposalReason } from './proposal-text.ts';
import { proposeVersion } from './propose-version.ts';
import type { PublishOptions } from './publish-version.ts';
import { type MainVersion, settleMain } from './settle-main.ts';

/** What became of a dataset that is offered in a pull request. */
type OfferedDataset = (UnchangedEnding | HeldEnding) & {
  readonly previous: PreviousVersion | null;
  /** The commit that held the version before; null when it was built. */
  readonly heldBy: string | null;
};

/**
 * Whether a version is offered in a pull request. With `on-gate`, what `main` holds may have been merged from one: what
 * is not whole of it is not put right on `main` either.
 */
export function isOffered(
  { publish, onGate }: Pick<TrustSettings, 'publish' | 'onGate'>,
  { failed, isOnMain }: { failed: readonly GateResult[]; isOnMain: boolean },
): boolean {
  if (failed.length > 0) return onGate === 'pull-request';
  return publish === 'pull-request' || (onGate === 'pull-request' && isOnMain);
}

/**
 * Offers a dataset in a pull request. Until a person merges it, `main` has not changed; what gates hold stays held.
 *
 * @param failed the gates that hold it
 */
export async function proposeDataset(
  dataset: PreparedDataset,
  options: PublishOptions,
  failed: readonly GateResult[],
): Promise<OfferedDataset> {
  const { pullRequests } = options.repo;
  const pageUrl = (number: number) => pullRequests.pageUrl(number);
  const result = await proposeVersion({
    ...options,
    name: dataset.shape.name,
    describe: (tag, previous) => describeProposal(dataset, { tag, previous, failed }),
  });
  const { main, previous, offer } = result;
  // What is not that version any more is of no use to whoever reads the output folder.
  if (offer?.step === 'changed') await options.build(previous, null);
  const isBuilt = offer !== null && offer.step !== 'waiting' && offer.step !== 'closed';
  const heldBy = isBuilt ? null : ((offer ?? main)?.commit ?? null);
  const reason = proposalReason(result, pageUrl);
  if (result.offer === null) {
    const { tag, commit, isAnnounced } = result.main;
    const version = { tag, commit, isNewVersion: !isAnnounced, pullRequest: null };
    return { status: 'unchanged', reason, ...version, previous, heldBy };
  }
  const { number, step } = result.offer;
  const pullRequest = {
    number,
    url: pageUrl(number),
    state: step === 'closed' ? 'closed' : 'open',
  } as const;
  if (failed.length > 0) {
    const held = { status: 'held', reason: `${describeFailed(failed)} ${reason}` } as const;
    return { ...held, ...mergedVersion(main), previous, pullRequest, heldBy };
  }
  const version =
    main === null
      ? { ...NO_VERSION, pullRequest }
      : { tag: main.tag, commit: main.commit, isNewVersion: !main.isAnnounced, pullRequest };
  return { status: 'unchanged', reason, ...version, previous, heldBy };
}

/** Returns the version beside one that is held: none, but for one that was merged before and that no run has announced. */
function mergedVersion(main: MainVersion | null) {
  return main === null || main.isAnnounced
    ? NO_VERSION
    : ({ tag: main.tag, commit: main.commit, isNewVersion: true } as const);
}

/** Holds a dataset that is not even offered, and tells the version that a person has merged before it. */
export async function holdDataset(
  { shape: { name } }: PreparedDataset,
  {
    found,
    ...options
  }: Pick<PublishOptions, 'repo' | 'contentSha256' | 'features' | 'dataFiles'> & {
    found: Found | null;
  },
  failed: readonly GateResult[],
): Promise<HeldEnding & Pick<OfferedDataset, 'previous'>> {
  const reason = describeFailed(failed);
  const previous = found?.previous ?? null;
  const settled =
    found === null ? null : await settleMain(found, { ...options, name, titleStart: versionTitle(name) });
  const main = settled?.main ?? null;
  return {
    status: 'held',
    reason: main === null || main.isAnnounced ? reason : `${reason} ${mergedReason(main)}`,
    ...mergedVersion(main),
    pullRequest: null,
    previous,
  };
}

/** Says what a run would do that may write. */
export async function previewProposal(
  dataset: PreparedDataset,
  {
    found,
    ...options
  }: Pick<PublishOptions, 'repo' | 'contentSha256' | 'features' | 'dataFiles'> & {
    found: Found;
  },
): Promise<string> {
  const { pullRequests } = options.repo;
  const plan = await planProposal(found, { ...options, titleStart: versionTitle(dataset.shape.name) });
  return planReason(plan, (number) => pullRequests.pageUrl(number));
}
