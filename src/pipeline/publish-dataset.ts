import type { Preparation } from '../engine/engine.ts';
import type { PreparedDataset } from '../engine/prepare.ts';
import type { GateResult } from '../gates/gate.ts';
import { describeFailed, failedOf } from '../gates/judge.ts';
import { hubFeatures } from '../model/features.ts';
import type { DataFile } from '../model/file.ts';
import { fileOf } from '../model/file.ts';
import type { DatasetRepository } from '../model/repository.ts';
import type { DatasetTarget } from '../model/target.ts';
import {
  type DatasetFacts,
  type DryRunEnding,
  type HeldEnding,
  NO_VERSION,
  type PublishedEnding,
  type UnchangedEnding,
} from '../report/dataset-report.ts';
import { buildVersion, type VersionFile } from '../version/build-version.ts';
import {
  CARD_PATH,
  holdsSame,
  METADATA_PATH,
  type PreviousVersion,
  type VersionContent,
} from '../version/metadata.ts';
import type { CurrentRules } from '../version/split-changes.ts';
import { checkVisibility, type Found, lookUp } from './found.ts';
import { judgeVersion } from './judge-version.ts';
import { previewDataset } from './preview-dataset.ts';
import { holdDataset, isOffered, previewProposal, proposeDataset } from './propose-dataset.ts';
import { reasonOf } from './publication-text.ts';
import { type Publication, type PublishOptions, publishVersion } from './publish-version.ts';
import type { PipelinePorts, PipelineSettings } from './settings.ts';

/** A repo, and what it holds, null when there is none. */
export interface OpenedRepo {
  readonly repo: DatasetRepository;
  readonly found: Promise<Found | null>;
}

/** How a dataset is published. */
export type PublishSettings = Pick<DatasetTarget, 'parameters' | 'visibility' | 'trust'> &
  Pick<PipelineSettings, 'dryRun' | 'endpoint'> & {
    /** Rows of each class in the order of their ids. */
    readonly classRows: readonly number[];
    /** What decides in which split a row is. */
    readonly splits: CurrentRules;
    /** Repos of all datasets of the run. */
    readonly usedRepos: readonly string[];
  };

type Outcome = (PublishedEnding | UnchangedEnding | HeldEnding | DryRunEnding) &
  Pick<DatasetFacts, 'previous' | 'gates'>;

/**
 * Publishes a prepared dataset unless a gate holds it, or finds out what a real run would do. The output folder is filled
 * before the commit, so that a full disk cannot hide a version that was published.
 */
export async function publishDataset(
  { dataset, dataFiles }: Pick<Preparation, 'dataset' | 'dataFiles'>,
  { repo, found }: OpenedRepo,
  settings: PublishSettings,
  ports: PipelinePorts,
): Promise<Outcome> {
  const { name } = dataset.shape;
  const writeOut = async (files: readonly VersionFile[]) => ports.outputFolder?.write(name, files);
  const build = async (previous: PreviousVersion | null, existingCard: string | null) => {
    const { endpoint, parameters, splits, trust } = settings;
    const version = buildVersion({
      dataset,
      dataFiles: await dataFiles(),
      repo: repo.name,
      endpoint,
      parameters,
      splits,
      maxShrinkage: trust.maxShrinkage,
      previous,
      existingCard,
      now: ports.now(),
    });
    await writeOut(version.files);
    const bytes = version.files.reduce((sum, { size }) => sum + size, 0);
    ports.progress.builtVersion(name, version.tag, bytes);
    return version;
  };

  const known = await found;
  const candidate = { repo, ...contentOf(dataset), dataFiles };
  const isOnMain = known?.previous != null && holdsSame(known.previous, candidate);
  const where = { repo, found: known, isOnMain };
  const gates = await judgeVersion(dataset, where, { ...settings, now: ports.now() });
  const failed = failedOf(gates);
  // Of what main holds already only its age can fail, which no pull request mends.
  const holding = isOnMain ? [] : failed;
  const offered = isOffered(settings.trust, { failed: holding, isOnMain });
  if (holding.length > 0 && !offered && !settings.dryRun) {
    const held =
      settings.trust.publish === 'pull-request'
        ? await holdDataset(dataset, { ...candidate, found: known }, holding)
        : { ...heldOutcome(holding), previous: known?.previous ?? null };
    return { ...held, gates };
  }
  const preview = async (current: Found | null): Promise<DryRunEnding & Pick<Outcome, 'previous'>> => {
    const dry = { status: 'dry-run', ...NO_VERSION, previous: current?.previous ?? null } as const;
    const why = `It would be held. ${describeFailed(failed)}`;
    if (holding.length > 0 && !offered) return { ...dry, would: 'held', reason: why };
    const { would, tag, reason, isToFinish } = await previewDataset(repo, current, {
      ...candidate,
      visibility: settings.visibility,
      offer: offered ? (here) => previewProposal(dataset, { ...candidate, found: here }) : null,
    });
    // Of what main holds a version that has yet to be finished is finished first.
    const isHeld = failed.length > 0 && !(isOnMain && (would !== 'unchanged' || isToFinish));
    if (!isHeld) return { ...dry, would, tag, reason };
    return { ...dry, would: 'held', tag, reason: offered ? `${why} ${reason}` : why };
  };
  if (settings.dryRun) {
    const current = await lookUp(repo);
    if (current !== null) checkVisibility(repo, current.state, settings.visibility);
    await build(current?.previous ?? null, null);
    return { ...(await preview(current)), gates };
  }
  const options: PublishOptions = {
    ...candidate,
    found,
    visibility: settings.visibility,
    build,
    signal: ports.signal,
    onRetry: (reason) => ports.progress.retryingCommit(name, reason),
  };
  const { heldBy, ...outcome } = offered
    ? await proposeDataset(dataset, options, holding)
    : publishedOutcome(await publishVersion(options));
  if (heldBy !== null && ports.outputFolder !== null) {
    await writeOut(await publishedFiles(repo, heldBy, await dataFiles()));
  }
  // A version that this run had to finish is told first.
  const isHeld = isOnMain && failed.length > 0 && outcome.status === 'unchanged' && !outcome.isNewVersion;
  if (!isHeld) return { ...outcome, gates };
  return { ...outcome, ...heldOutcome(failed), pullRequest: outcome.pullRequest, gates };
}

function heldOutcome(failed: readonly GateResult[]): HeldEnding {
  return { status: 'held', reason: describeFailed(failed), ...NO_VERSION };
}

/** The files of the version the repo holds: its own card and metadata, and the data files, which are the same. */
async function publishedFiles(
  repo: DatasetRepository,
  commit: string,
  dataFiles: readonly DataFile[],
): Promise<VersionFile[]> {
  const state = await repo.state(commit);
  if (state === null) throw new Error(`datasets/${repo.name} was deleted meanwhile. Run the workflow again.`);
  const texts = await Promise.all(
    [CARD_PATH, METADATA_PATH].map(async (path) =>
      fileOf(path, Buffer.from(await repo.readText(path, state))),
    ),
  );
  return [...dataFiles, ...texts];
}

/** What tells a version from another. */
function contentOf({ contentSha256, shape }: PreparedDataset): VersionContent {
  return { contentSha256, features: JSON.stringify(hubFeatures(shape)) };
}

function publishedOutcome({
  status,
  tag,
  commit,
  previous,
  tagRestored,
  isNew,
  repaired,
}: Publication): (PublishedEnding | UnchangedEnding) & Pick<Outcome, 'previous'> & { heldBy: string | null } {
  const reason = reasonOf({ status, tag, previous, tagRestored, isNew, repaired });
  const version = { reason, tag, commit, previous, pullRequest: null };
  return status === 'published'
    ? { status, ...version, isNewVersion: true, heldBy: null }
    : { status, ...version, isNewVersion: isNew, heldBy: commit };
}
