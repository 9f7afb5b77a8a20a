import { CARD_PATH } from '../dataset/card.ts';
import { METADATA_PATH, type PreviousVersion } from '../dataset/metadata.ts';
import type { DataFile } from '../dataset/parquet.ts';
import { buildVersion, type VersionFile } from '../dataset/version.ts';
import type { LabelReport } from './label-report.ts';
import type { DatasetRepository, Preparation } from './ports.ts';
import { type Found, type Publication, publishVersion } from './publish-version.ts';
import type { PipelinePorts, PipelineSettings } from './settings.ts';

/** A repo, and what it holds. */
export interface OpenedRepo {
  readonly repo: DatasetRepository;
  readonly found: Promise<Found>;
}

type Outcome = Pick<LabelReport, 'status' | 'reason' | 'tag' | 'commit' | 'isNewVersion' | 'previous'>;

/**
 * Publishes a prepared dataset, or finds out what a real run would do. The output folder is filled before the
 * commit, so that a full disk cannot hide a version that was published.
 */
export async function publishDataset(
  { dataset, dataFiles }: Preparation,
  { repo, found }: OpenedRepo,
  settings: PipelineSettings,
  ports: PipelinePorts,
): Promise<Outcome> {
  const label = dataset.schema.name;
  const writeOut = async (files: readonly VersionFile[]) => ports.outputFolder?.write(label, files);
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
    ports.progress.builtVersion(label, version.tag, bytes);
    return version;
  };

  if (settings.dryRun) {
    const { previous } = await found;
    await build(previous, null);
    return dryRunOutcome(previous, previous?.contentSha256 === dataset.contentSha256);
  }
  const publication = await publishVersion({
    repo,
    found,
    contentSha256: dataset.contentSha256,
    visibility: settings.visibility,
    build,
    signal: ports.signal,
    onRetry: (reason) => ports.progress.retryingCommit(label, reason),
  });
  if (publication.status === 'unchanged' && ports.outputFolder !== null) {
    await writeOut(await publishedFiles(repo, publication.commit, await dataFiles()));
  }
  return publishedOutcome(publication);
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
    [CARD_PATH, METADATA_PATH].map(async (path) => ({
      path,
      chunks: [Buffer.from(await repo.readText(path, state))],
    })),
  );
  return [...dataFiles, ...texts];
}

function dryRunOutcome(previous: PreviousVersion | null, isSame: boolean): Outcome {
  const reason = isSame
    ? `Dry run: nothing would change, ${previous?.versionTag} holds this very data.`
    : 'Dry run: a new version would be published.';
  const tag = isSame ? (previous?.versionTag ?? null) : null;
  return { status: 'dry-run', reason, tag, commit: null, isNewVersion: false, previous };
}

function publishedOutcome({ status, tag, commit, previous, tagRestored }: Publication): Outcome {
  const reason =
    status === 'published'
      ? `Version ${tag} was published.`
      : tagRestored
        ? `The data has not changed. Its tag ${tag} was missing, as after an interrupted run, and has been set.`
        : `The data has not changed since ${tag}.`;
  return { status, reason, tag, commit, previous, isNewVersion: status === 'published' || tagRestored };
}
