import pMap from 'p-map';
import type { UnjudgedRows } from '../dataset/definition.ts';
import { describeFailed, failedOf, judgeSource } from '../dataset/gates/judge.ts';
import { formatCount } from '../dataset/markdown.ts';
import type { DatasetShape } from '../dataset/shape.ts';
import { sumClassRows } from '../dataset/version/class-rows.ts';
import { announcedMark } from '../dataset/version/marks.ts';
import { type DatasetReport, MOST_CONFLICT_IDS } from '../report/dataset-report.ts';
import { lookUp } from './found.ts';
import type { Preparation, UsableRows } from './ports.ts';
import { type OpenedRepo, publishDataset } from './publish-dataset.ts';
import { type ReadDataset, readCorrections } from './read-corrections.ts';
import type { DatasetTarget, PipelinePorts, PipelineSettings } from './settings.ts';

/** Large datasets have a thread and files in memory each. */
const DATASETS_AT_ONCE = 4;

/**
 * Prepares and publishes each dataset: read → clean → label → deduplicate → split → publish. The datasets share one
 * snapshot of the database and are published side by side, a few at a time; one that fails stops no other.
 *
 * @throws what the database throws; a dataset's own failure is in its report
 */
export async function prepareDatasets(
  settings: PipelineSettings,
  ports: PipelinePorts,
): Promise<DatasetReport[]> {
  const { targets } = settings;
  const { progress } = ports;
  const repos = targets.map(({ definition }) => openAhead(definition.repo, ports));
  const collected = await progress.stage('Read corrections', () => readCorrections(ports, targets));
  return progress.stage(settings.dryRun ? 'Prepare datasets' : 'Prepare and publish datasets', () =>
    pMap(
      targets,
      async (target, index) => {
        const opened = repos[index];
        const report = await prepareOne(target, collected.get(target)!, { opened, settings, ports });
        await announce(report, opened, ports);
        return report;
      },
      { concurrency: DATASETS_AT_ONCE },
    ),
  );
}

/** Opens a repo and looks up what it holds, while the database is read; what fails is told when the dataset comes to it. */
function openAhead(name: string, { openRepo }: PipelinePorts): Promise<OpenedRepo> {
  const opened = (async () => {
    const repo = openRepo(name);
    const found = lookUp(repo);
    found.catch(() => {});
    return { repo, found };
  })();
  opened.catch(() => {});
  return opened;
}

async function prepareOne(
  target: DatasetTarget,
  { shape, reading, rows, pending, unjudged }: ReadDataset,
  run: {
    opened: Promise<OpenedRepo>;
    settings: PipelineSettings;
    ports: PipelinePorts;
  },
): Promise<DatasetReport> {
  const { opened, settings, ports } = run;
  const { definition, parameters, fractions, visibility, trust } = target;
  const { name, repo } = definition;
  const unread = {
    name,
    repo,
    tag: null,
    commit: null,
    isNewVersion: false,
    shape,
    reading,
    counts: null,
    conflictIds: [],
    classRows: [],
    contents: null,
    gates: [],
    nearDuplicates: null,
    pullRequest: null,
    pending,
    unjudged,
    previous: null,
    error: null,
  };
  let base: Omit<DatasetReport, 'status' | 'reason'> = unread;
  let preparation: Preparation | undefined;
  try {
    ports.signal?.throwIfAborted();
    const usable = await rows.settle();
    base = { ...base, counts: usable.counts, conflictIds: usable.conflictIds(MOST_CONFLICT_IDS) };
    if (usable.length < parameters.min_dataset_len) {
      await ports.outputFolder?.writeDropped(name, usable.droppedLines());
      return { ...base, ...(await leaveOut(target, { shape, usable, unjudged, opened, now: ports.now() })) };
    }
    const { split_method: method, random_state: seed } = parameters;
    const { dropNearDuplicates } = trust;
    preparation = await usable.prepare({ fractions, method, seed, dropNearDuplicates });
    const { dataset, nearDuplicates } = preparation;
    await ports.outputFolder?.writeDropped(name, usable.droppedLines());
    if (dataset.numSamples < parameters.min_dataset_len) {
      const reason = `Only ${dataset.numSamples} rows without near copies, and min-dataset-len asks for ${parameters.min_dataset_len}.`;
      return { ...base, nearDuplicates, status: 'skipped', reason };
    }
    ports.progress.preparedRows(name, dataset.numSamples);
    const contents = {
      numSamples: dataset.numSamples,
      splits: dataset.splitSizes,
      classBalance: dataset.classBalance,
      missingClasses: dataset.missingClasses,
    };
    const classRows = sumClassRows(shape, dataset.classBalance);
    const { dryRun, endpoint, targets } = settings;
    const usedRepos = targets.map((each) => each.definition.repo);
    const how = { parameters, visibility, trust, dryRun, endpoint, usedRepos };
    const published = await publishDataset(preparation, await opened, { ...how, classRows }, ports);
    return { ...base, classRows, contents, nearDuplicates, ...published };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { ...base, status: 'failed', reason: error.message, error };
  } finally {
    await preparation?.close();
    await rows.close();
  }
}

/** A dataset with too few rows is skipped, or held where they are so few that something else must be wrong. */
async function leaveOut(
  { parameters, trust }: DatasetTarget,
  {
    shape,
    usable,
    unjudged,
    opened,
    now,
  }: {
    shape: DatasetShape;
    usable: UsableRows;
    unjudged: readonly UnjudgedRows[];
    opened: Promise<OpenedRepo>;
    now: Date;
  },
): Promise<Pick<DatasetReport, 'classRows' | 'gates' | 'previous' | 'status' | 'reason'>> {
  const { length: numSamples, counts } = usable;
  const classRows = usable.classRows();
  // What fails here fails the run only where there are rows to publish.
  const found = await opened.then(({ found: repoFound }) => repoFound).catch(() => null);
  const previous = found?.previous ?? null;
  const facts = { shape, counts, numSamples, classRows, unjudged, previous, similarRepo: null, now };
  const gates = judgeSource(facts, trust);
  const failed = failedOf(gates);
  if (failed.length > 0)
    return { classRows, gates, previous, status: 'held', reason: describeFailed(failed) };
  const reason =
    counts.stages.fetched === 0
      ? 'No row was read: the SELECT of the corrections gives none.'
      : `Only ${formatCount(numSamples)} usable rows, and min-dataset-len asks for ${formatCount(parameters.min_dataset_len)}. Have more rows reviewed, or lower it.`;
  return { classRows, gates, previous, status: 'skipped', reason };
}

/**
 * Tells what became of a dataset as soon as it is known, and then marks a new version as told. A run that is stopped in
 * between, or whose mark fails, has the next one tell of the version again, which loses nothing: what a version
 * triggers is started once.
 */
async function announce(
  report: DatasetReport,
  opened: Promise<OpenedRepo>,
  ports: PipelinePorts,
): Promise<void> {
  const { name, isNewVersion, tag, commit } = report;
  ports.tell(report);
  if (!isNewVersion || tag === null || commit === null) return;
  try {
    const { repo } = await opened;
    await repo.tag(announcedMark(tag), commit, `${tag} was announced`);
  } catch (error) {
    ports.progress.notMarked(name, error instanceof Error ? error.message : String(error));
  }
}
