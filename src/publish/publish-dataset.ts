import type { Preparation } from '../engine/engine.ts';
import type { PreparedDataset } from '../engine/prepare.ts';
import type { EarlierRows } from '../engine/row-index/row-index.ts';
import type { GateResult } from '../gates/gate.ts';
import { failedOf, judgeDataset, judgePublished } from '../gates/judge.ts';
import type { DatasetSettings } from '../model/definition.ts';
import { hubFeatures } from '../model/features.ts';
import { type DataFile, fileOf } from '../model/file.ts';
import type { OutputFolder } from '../model/output-folder.ts';
import type { Progress } from '../model/progress.ts';
import type { DatasetRepository } from '../model/repository.ts';
import type { DatasetTarget } from '../model/target.ts';
import type { TrustSettings } from '../model/trust.ts';
import {
  type AwaitingEnding,
  type DatasetFacts,
  type DryRunEnding,
  type HeldEnding,
  NO_VERSION,
  type PublishedEnding,
  type UnchangedEnding,
} from '../report/dataset-report.ts';
import { buildVersion, type DatasetVersion, type VersionFile } from '../version/build-version.ts';
import { CARD_PATH, holdsSame, METADATA_PATH, type PreviousVersion } from '../version/metadata.ts';
import { type CurrentRules, haveSameRanks, splitsSinceOf } from '../version/split-changes.ts';
import type { PublishOptions } from './attempt.ts';
import { decide } from './decide.ts';
import { describeDecision } from './describe.ts';
import type { EarlierIndexes } from './earlier-index.ts';
import { checkVisibility, type EarlyFound, type Found, lookUpAfter, requireState } from './found.ts';
import type { JudgedRepo, ListOwned } from './observe.ts';
import { routeOf } from './plan.ts';
import { describeProposal } from './proposal-text.ts';
import { publishVersion } from './publish-version.ts';

/** A repo, and what it held while the database was read, null if it did not exist. */
export interface OpenedRepo {
  readonly repo: DatasetRepository;
  readonly found: Promise<EarlyFound | null>;
}

/** How a dataset is published. */
export interface PublishSettings extends Pick<DatasetTarget, 'trust'> {
  /** Those of the dataset. */
  readonly parameters: DatasetSettings;
  readonly dryRun: boolean;
  /** Base URL of the Hub. */
  readonly endpoint: string;
  /** Rows of each class in the order of their ids. */
  readonly classRows: readonly number[];
  /** The rules that decide the split of a row. */
  readonly splits: CurrentRules;
  /** Repos of all datasets of the run. */
  readonly usedRepos: readonly string[];
  readonly listOwned: ListOwned;
  readonly indexes: EarlierIndexes;
  /**
   * Tag of the version whose row index gave the splits of texts; null if texts cannot be in another split, or if
   * nothing is known.
   */
  readonly ledgerTag: string | null;
  /** Page of this run; null if there is none. */
  readonly runUrl: string | null;
}

export interface PublishPorts {
  readonly outputFolder: Pick<OutputFolder, 'write'> | null;
  readonly progress: Pick<Progress, 'builtVersion' | 'retryingCommit'>;
  readonly now: () => Date;
  /** Aborted when the run is cancelled. */
  readonly signal?: AbortSignal;
}

type Facts = Pick<DatasetFacts, 'previous' | 'gates' | 'changes'>;
type Outcome = (PublishedEnding | UnchangedEnding | AwaitingEnding | HeldEnding | DryRunEnding) & Facts;

/**
 * Publishes a prepared dataset as its gates and its repo require, or describes what a real run would do. The output
 * folder is filled before the commit, so that a full disk cannot hide a published version.
 */
export async function publishDataset(
  prepared: Pick<Preparation, 'dataset' | 'dataFiles' | 'rowIndex'>,
  { repo, found }: OpenedRepo,
  settings: PublishSettings,
  ports: PublishPorts,
): Promise<Outcome> {
  const { outputFolder } = ports;
  const built: Built = { version: null };
  const options = optionsOf(prepared, repo, { ...settings, built }, ports);
  const early = await found;
  if (settings.dryRun) {
    const outcome = await preview(options, await lookUpAfter(repo, early));
    return { ...outcome, changes: built.version?.changes ?? null };
  }
  if (isLikelyBuilt(options, early)) await prepared.dataFiles();
  const { keptAt, ...outcome } = await publishVersion(options, await lookUpAfter(repo, early));
  if (keptAt !== null && outputFolder !== null) {
    const files = await publishedFiles(repo, keptAt, await prepared.dataFiles());
    await outputFolder.write(options.name, files);
  }
  return { ...outcome, changes: outcome.changes ?? built.version?.changes ?? null };
}

/** The version that was built last. */
interface Built {
  version: DatasetVersion | null;
}

/**
 * Returns whether the data files will be needed. They are written before the repo is read, so that little time passes
 * between that and the commit, in which the repo may become public or get another commit.
 */
function isLikelyBuilt(options: PublishOptions, early: EarlyFound | null): boolean {
  const previous = early?.previous ?? null;
  if (previous !== null && holdsSame(previous, options)) return false;
  const facts = { found: early, isSame: false, strayTags: [], similarRepo: null };
  return routeOf(options.trust, { holding: failedOf(options.judge(facts)), isSame: false }) !== 'hold';
}

/** Finds out what a real run would do, and writes the version to the output folder. */
async function preview(
  options: PublishOptions,
  found: Found | null,
): Promise<DryRunEnding & Omit<Facts, 'changes'>> {
  const { repo, visibility, build } = options;
  const previous = found?.previous ?? null;
  if (found !== null) checkVisibility(repo, found.state, visibility);
  await build(previous, null);
  const decision = await decide(options, found);
  const described = await describeDecision(decision, options);
  const { gates } = decision;
  return { status: 'dry-run', ...NO_VERSION, ...described, previous, gates };
}

function optionsOf(
  { dataset, dataFiles, rowIndex }: Pick<Preparation, 'dataset' | 'dataFiles' | 'rowIndex'>,
  repo: DatasetRepository,
  settings: PublishSettings & { readonly built: Built },
  { outputFolder, progress, now, signal }: PublishPorts,
): PublishOptions {
  const { shape, contentSha256 } = dataset;
  const { name } = shape;
  const { endpoint, parameters, splits, trust, usedRepos, listOwned, runUrl, built } = settings;
  return {
    repo,
    name,
    contentSha256,
    features: JSON.stringify(hubFeatures(shape)),
    classNames: shape.classNames,
    dataFiles,
    trust,
    usedRepos,
    listOwned,
    visibility: parameters.private ? 'private' : 'public',
    judge: (observed) => judgeVersion(dataset, observed, { ...settings, now: now() }),
    async build(previous, existingCard) {
      const version = buildVersion({
        dataset,
        dataFiles: await dataFiles(),
        rowIndex: await rowIndex(await earlierOf(repo, previous, settings)),
        repo: repo.name,
        endpoint,
        parameters,
        splits,
        maxShrinkage: trust.maxShrinkage,
        previous,
        existingCard,
        now: now(),
      });
      await outputFolder?.write(name, version.files);
      built.version = version;
      const bytes = version.files.reduce((sum, { size }) => sum + size, 0);
      progress.builtVersion(name, version.tag, bytes);
      return version;
    },
    describe: (tag, { changes, ...about }) =>
      describeProposal(dataset, {
        ...about,
        tag,
        changes: built.version?.tag === tag ? built.version.changes : changes,
        runUrl,
      }),
    onRetry: (reason) => progress.retryingCommit(name, reason),
    signal,
  };
}

/**
 * Returns the index of the previous version, with which the rows are compared, if there is one.
 *
 * @throws Error if the rows were kept in the splits of another version than the previous one
 */
async function earlierOf(
  { name }: DatasetRepository,
  previous: PreviousVersion | null,
  { indexes, ledgerTag, splits }: PublishSettings,
): Promise<EarlierRows | null> {
  if (ledgerTag !== null && ledgerTag !== previous?.versionTag)
    throw new Error(
      `datasets/${name} got another version while this run prepared one after ${ledgerTag}, so a text could move to another split. Run the workflow again.`,
    );
  if (previous === null || !haveSameRanks(previous.splitRules, splits)) return null;
  const content = await indexes.of(previous);
  if (typeof content === 'string') return null;
  return { content, isContinued: splitsSinceOf(previous, splits, NO_TAG) !== NO_TAG };
}

/** Placeholder for the tag of a version that does not exist yet. */
const NO_TAG = '';

/**
 * Returns the files of the version that the repo holds: its own card and metadata, and the data files, which are the
 * same.
 */
async function publishedFiles(
  repo: DatasetRepository,
  commit: string,
  dataFiles: readonly DataFile[],
): Promise<VersionFile[]> {
  const state = await requireState(repo, commit);
  const texts = await Promise.all(
    [CARD_PATH, METADATA_PATH].map(async (path) =>
      fileOf(path, Buffer.from(await repo.readText(path, state))),
    ),
  );
  return [...dataFiles, ...texts];
}

/**
 * Judges a dataset by its gates as it would be published in place of what a repo holds. For content that `main` holds
 * already, a person or an earlier run has decided, so only its age is judged.
 */
function judgeVersion(
  { shape, counts, numSamples, classGroups, nearDuplicates, splitSizes, movedRows }: PreparedDataset,
  { found, isSame, strayTags, similarRepo }: JudgedRepo,
  how: {
    readonly classRows: readonly number[];
    readonly trust: TrustSettings;
    readonly splits: CurrentRules;
    readonly now: Date;
  },
): GateResult[] {
  const { classRows, trust, splits, now } = how;
  const previous = found?.previous ?? null;
  const facts = {
    shape,
    counts,
    numSamples,
    classRows,
    classGroups,
    previous,
    splits,
    movedRows,
    strayTags,
    now,
  };
  if (isSame) return judgePublished({ ...facts, similarRepo: null }, trust);
  const near = nearDuplicates === null ? null : { ...nearDuplicates, testRows: splitSizes.test };
  return judgeDataset({ ...facts, similarRepo, nearDuplicates: near }, trust);
}
