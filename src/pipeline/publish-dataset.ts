import type { GateResult } from '../dataset/gates/gate.ts';
import { describeFailed, failedOf, judgeDataset } from '../dataset/gates/judge.ts';
import type { PreparedDataset } from '../dataset/prepare.ts';
import { buildVersion, type VersionFile } from '../dataset/version/build-version.ts';
import { hubFeatures } from '../dataset/version/features.ts';
import { fileOf } from '../dataset/version/file-id.ts';
import {
  CARD_PATH,
  holdsSame,
  METADATA_PATH,
  type PreviousVersion,
  type VersionContent,
} from '../dataset/version/metadata.ts';
import type { DataFile } from '../dataset/version/parquet.ts';
import type { DatasetReport } from '../report/dataset-report.ts';
import { checkVisibility, type Found, lookUp } from './found.ts';
import { findKept } from './kept-version.ts';
import type { DatasetRepository, Preparation } from './ports.ts';
import { type Publication, publishVersion } from './publish-version.ts';
import type { DatasetTarget, PipelinePorts, PipelineSettings } from './settings.ts';

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
  };

type Outcome = Pick<
  DatasetReport,
  'status' | 'reason' | 'tag' | 'commit' | 'isNewVersion' | 'previous' | 'gates'
>;

/**
 * Publishes a prepared dataset unless a gate holds it, or finds out what a real run would do. The output folder is filled before the
 * commit, so that a full disk cannot hide a version that was published.
 */
export async function publishDataset(
  { dataset, dataFiles }: Preparation,
  { repo, found }: OpenedRepo,
  settings: PublishSettings,
  ports: PipelinePorts,
): Promise<Outcome> {
  const { name } = dataset.shape;
  const writeOut = async (files: readonly VersionFile[]) => ports.outputFolder?.write(name, files);
  const build = async (previous: PreviousVersion | null, existingCard: string | null) => {
    const { endpoint, parameters } = settings;
    const version = buildVersion({
      dataset,
      dataFiles: await dataFiles(),
      repo: repo.name,
      endpoint,
      parameters,
      previous,
      existingCard,
      now: ports.now(),
    });
    await writeOut(version.files);
    const bytes = version.files.flatMap(({ chunks }) => chunks).reduce((sum, chunk) => sum + chunk.length, 0);
    ports.progress.builtVersion(name, version.tag, bytes);
    return version;
  };

  const known = await found;
  const gates = judge(dataset, known, settings, ports.now());
  const failed = failedOf(gates);
  if (failed.length > 0 && !settings.dryRun) {
    return { ...heldOutcome(failed), previous: known?.previous ?? null, gates };
  }
  if (settings.dryRun) {
    const current = await lookUp(repo);
    if (current !== null) checkVisibility(repo, current.state, settings.visibility);
    await build(current?.previous ?? null, null);
    const outcome = await dryRunOutcome(repo, current, {
      ...contentOf(dataset),
      dataFiles,
      visibility: settings.visibility,
    });
    const reason = failed.length > 0 ? `It would be held. ${describeFailed(failed)}` : outcome.reason;
    return { ...outcome, reason, gates };
  }
  const publication = await publishVersion({
    repo,
    found,
    ...contentOf(dataset),
    visibility: settings.visibility,
    dataFiles,
    build,
    signal: ports.signal,
    onRetry: (reason) => ports.progress.retryingCommit(name, reason),
  });
  if (publication.status === 'unchanged' && ports.outputFolder !== null) {
    await writeOut(await publishedFiles(repo, publication.commit, await dataFiles()));
  }
  return { ...publishedOutcome(publication), gates };
}

/** What the gates say; of a version that is on the Hub already a person or an earlier run has decided. */
function judge(
  { shape, counts, numSamples, contentSha256, nearDuplicates, splitSizes }: PreparedDataset,
  found: Found | null,
  { classRows, trust }: PublishSettings,
  now: Date,
): GateResult[] {
  const previous = found?.previous ?? null;
  if (previous !== null && holdsSame(previous, contentOf({ shape, contentSha256 }))) return [];
  const facts = { shape, counts, numSamples, classRows, previous, similarRepo: null, now };
  return judgeDataset({ ...facts, nearDuplicates: { ...nearDuplicates, testRows: splitSizes.test } }, trust);
}

function heldOutcome(failed: readonly GateResult[]): Omit<Outcome, 'previous' | 'gates'> {
  const reason = describeFailed(failed);
  return { status: 'held', reason, tag: null, commit: null, isNewVersion: false };
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
function contentOf({
  contentSha256,
  shape,
}: Pick<PreparedDataset, 'contentSha256' | 'shape'>): VersionContent {
  return { contentSha256, features: JSON.stringify(hubFeatures(shape)) };
}

async function dryRunOutcome(
  repo: DatasetRepository,
  found: Found | null,
  {
    dataFiles,
    visibility,
    ...content
  }: VersionContent & Pick<PublishSettings, 'visibility'> & { dataFiles: () => Promise<readonly DataFile[]> },
): Promise<Omit<Outcome, 'gates'>> {
  const previous = found?.previous ?? null;
  const outcome = { status: 'dry-run', tag: null, commit: null, isNewVersion: false, previous } as const;
  if (found === null) {
    const reason = `A ${visibility} repo would be created, and the first version published in it.`;
    return { ...outcome, reason };
  }
  if (previous === null) return { ...outcome, reason: 'The first version would be published.' };
  const tag = previous.versionTag;
  if (!holdsSame(previous, content))
    return { ...outcome, reason: `A new version would be published, after ${tag}.` };
  const kept = await findKept(repo, { ...found, previous }, dataFiles);
  if ('broken' in kept)
    return {
      ...outcome,
      reason: `It would be published anew: ${brokenSince(tag, kept.broken)}.`,
    };
  const reason = kept.kept.isTagged
    ? `Nothing would change, ${tag} holds this very data.`
    : `The data has not changed, and its missing tag ${tag} would be set.`;
  return { ...outcome, tag: kept.kept.isTagged ? tag : null, reason };
}

function publishedOutcome({
  status,
  tag,
  commit,
  previous,
  tagRestored,
  isNew,
  repaired,
}: Publication): Omit<Outcome, 'gates'> {
  return {
    status,
    reason: reasonOf({ status, tag, previous, tagRestored, isNew, repaired }),
    tag,
    commit,
    previous,
    isNewVersion: isNew,
  };
}

function reasonOf(publication: Omit<Publication, 'commit'>): string {
  const { status, tag, previous, tagRestored, isNew, repaired } = publication;
  if (status === 'published') {
    return repaired.length > 0 && previous !== null
      ? `Version ${tag} was published, of the same data: ${brokenSince(previous.versionTag, repaired)}.`
      : `Version ${tag} was published.`;
  }
  if (tagRestored)
    return `The data has not changed. Its tag ${tag} was missing, as after an interrupted run, and has been set.`;
  return isNew
    ? `The data has not changed since ${tag}, which no run has told of yet, as after an interrupted one.`
    : `The data has not changed since ${tag}.`;
}

const NAMED_FILES = 5;

function brokenSince(tag: string, broken: readonly string[]): string {
  const named = broken.slice(0, NAMED_FILES).join(', ');
  const more = broken.length > NAMED_FILES ? ` and ${broken.length - NAMED_FILES} more` : '';
  return `what the repo holds of ${tag} cannot be loaded as it was published (${named}${more})`;
}
