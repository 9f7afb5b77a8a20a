import type { PreparedDataset } from '../engine/prepare.ts';
import type { GateResult } from '../gates/gate.ts';
import { describeFailed } from '../gates/judge.ts';
import type { TrustSettings } from '../model/trust.ts';
import type { DatasetReport } from '../report/dataset-report.ts';
import { versionTitle } from '../version/build-version.ts';
import type { Found } from './found.ts';
import { planProposal } from './plan-proposal.ts';
import { describeProposal, mergedReason, planReason, proposalReason } from './proposal-text.ts';
import { proposeVersion } from './propose-version.ts';
import type { PublishOptions } from './publish-version.ts';
import { settleMain } from './settle-main.ts';

/** What became of a dataset that is offered in a pull request. */
interface OfferedDataset
  extends Pick<
    DatasetReport,
    'status' | 'reason' | 'tag' | 'commit' | 'isNewVersion' | 'previous' | 'pullRequest'
  > {
  /** The commit that held the version before; null when it was built. */
  readonly heldBy: string | null;
}

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
  const isHeld = failed.length > 0 && offer !== null;
  const isNewVersion = main !== null && !main.isAnnounced;
  // A version that is held has no tag; one that was merged before it is told all the same.
  const told = isHeld && !isNewVersion ? null : main;
  const reason = proposalReason(result, pageUrl);
  return {
    status: isHeld ? 'held' : 'unchanged',
    reason: isHeld ? `${describeFailed(failed)} ${reason}` : reason,
    tag: told?.tag ?? null,
    commit: told?.commit ?? null,
    isNewVersion,
    previous,
    pullRequest:
      offer === null
        ? null
        : {
            number: offer.number,
            url: pageUrl(offer.number),
            state: offer.step === 'closed' ? 'closed' : 'open',
          },
    heldBy,
  };
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
): Promise<Omit<OfferedDataset, 'heldBy' | 'pullRequest'>> {
  const held = { status: 'held', reason: describeFailed(failed), previous: found?.previous ?? null } as const;
  const settled =
    found === null ? null : await settleMain(found, { ...options, name, titleStart: versionTitle(name) });
  const main = settled?.main ?? null;
  if (main === null || main.isAnnounced) return { ...held, tag: null, commit: null, isNewVersion: false };
  const reason = `${held.reason} ${mergedReason(main)}`;
  return { ...held, reason, tag: main.tag, commit: main.commit, isNewVersion: true };
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
