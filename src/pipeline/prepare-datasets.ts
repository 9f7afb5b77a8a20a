import pMap from 'p-map';
import { MOST_CONFLICT_IDS, type Preparation } from '../engine/engine.ts';
import { isTooFewRows } from '../engine/split/too-few-rows.ts';
import { sumClassRows } from '../model/rows.ts';
import type { DatasetTarget } from '../model/target.ts';
import { EarlierIndexes } from '../publish/earlier-index.ts';
import { lookAhead } from '../publish/found.ts';
import type { ListOwned } from '../publish/observe.ts';
import { listOwnedOnce } from '../publish/owned-datasets.ts';
import { type OpenedRepo, publishDataset } from '../publish/publish-dataset.ts';
import {
  type CountedRows,
  type DatasetFacts,
  type DatasetReport,
  NO_VERSION,
} from '../report/dataset-report.ts';
import { announcedMark } from '../version/marks.ts';
import { redactedRowsOf } from '../version/split-rules.ts';
import { type FewRows, foundIn, leaveOut } from './leave-out.ts';
import { type ReadDataset, readCorrections } from './read-corrections.ts';
import type { PipelinePorts, PipelineSettings } from './settings.ts';
import { changingSource, noConfirmedRows } from './source-warnings.ts';
import { earlierSplitOf, splitRulesOf } from './split-settings.ts';

/** Each large dataset needs a thread and files in memory. */
const DATASETS_AT_ONCE = 4;

/**
 * Prepares and publishes each dataset: read → clean → label → deduplicate → split → publish. The datasets share one
 * snapshot of the database and are published in parallel, a few at a time. If one fails, the others continue.
 *
 * @throws errors of the database; a dataset's own failure is in its report
 */
export async function prepareDatasets(
  settings: PipelineSettings,
  ports: PipelinePorts,
): Promise<DatasetReport[]> {
  const { targets } = settings;
  const { progress } = ports;
  const listOwned = listOwnedOnce();
  const repos = targets.map((target) => openAhead(target, listOwned, ports));
  const collected = await progress.stage('Read corrections', () => readCorrections(ports, targets));
  return progress.stage(settings.dryRun ? 'Prepare datasets' : 'Prepare and publish datasets', () =>
    pMap(
      targets,
      async (target, index) => {
        const opened = repos[index];
        const report = await prepareOne(collected.get(target)!, {
          opened,
          listOwned,
          settings,
          ports,
        });
        await announce(report, opened, ports);
        return report;
      },
      { concurrency: DATASETS_AT_ONCE },
    ),
  );
}

/**
 * Opens a repo and reads what it holds while the database is read. If the repo would be created, it also lists the
 * other repos of its owner. A failure is reported when the dataset is published.
 */
function openAhead(
  { repo: repoName, trust }: DatasetTarget,
  listOwned: ListOwned,
  { openRepo }: PipelinePorts,
): Promise<OpenedRepo> {
  const opened = (async () => {
    const repo = openRepo(repoName);
    const found = lookAhead(repo);
    found.then(
      (held) => void (held === null && trust.similarRepo !== 'allow' && listOwned(repo)),
      () => {},
    );
    return { repo, found };
  })();
  opened.catch(() => {});
  return opened;
}

async function prepareOne(
  { target, shape, reading, rows, pending, unjudged }: ReadDataset,
  run: {
    opened: Promise<OpenedRepo>;
    listOwned: ListOwned;
    settings: PipelineSettings;
    ports: PipelinePorts;
  },
): Promise<DatasetReport> {
  const { opened, listOwned, settings, ports } = run;
  const { name, repo, source, settings: parameters, fractions, trust } = target;
  const rules = splitRulesOf(target, reading, shape);
  const unread = {
    name,
    repo,
    shape,
    reading,
    counts: null,
    conflictIds: [],
    classRows: [],
    contents: null,
    gates: [],
    nearDuplicates: null,
    review: null,
    pending,
    unjudged,
    previous: null,
    sourceWarnings: changingSource(source),
    changes: null,
  };
  let read: typeof unread | (DatasetFacts & CountedRows) = unread;
  let preparation: Preparation | undefined;
  try {
    ports.signal?.throwIfAborted();
    const usable = await rows.settle();
    const { counts } = usable;
    const foldedRows = counts.folded ?? 0;
    const rulesNow = { rules, foldedRows, redactedRows: redactedRowsOf(counts.pii) };
    const unjudgedSplits = { ...rulesNow, areTextsKnown: true };
    const judgeFew = (left: Partial<FewRows>) =>
      leaveOut(
        target,
        { shape, usable, unjudged, splits: unjudgedSplits, now: ports.now(), ...left },
        opened,
      );
    const sourceWarnings = [...unread.sourceWarnings, ...noConfirmedRows(target, counts.fetched)];
    const writeRows = async (review: Preparation['review']) => {
      await ports.outputFolder?.writeDropped(name, usable.droppedLines());
      await ports.outputFolder?.writeReview(name, review === null ? null : review.lines());
    };
    const base = { ...unread, counts, conflictIds: usable.conflictIds(MOST_CONFLICT_IDS), sourceWarnings };
    read = base;
    if (usable.length < parameters.minDatasetLen) {
      await writeRows(null);
      return { ...base, ...(await judgeFew({})) };
    }
    const { splitMethod: method, randomState: seed } = parameters;
    const { nearDuplicates: search, dropNearDuplicates } = trust;
    const previous = (await foundIn(opened))?.previous ?? null;
    const earlierSplit = earlierSplitOf(previous, rules);
    const indexes = new EarlierIndexes(async () => (await opened).repo);
    const ledger = await indexes.ledgerFor(previous, rulesNow);
    const splits = { ...rulesNow, areTextsKnown: ledger.areTextsKnown };
    // The rows may be gone once they are prepared, so datasets that lost rows are judged before.
    const few = (previous?.numSamples ?? 0) > usable.length ? await judgeFew({}) : null;
    try {
      const how = {
        fractions,
        method,
        seed,
        nearDuplicates: search,
        dropNearDuplicates,
        review: ports.outputFolder !== null,
        listIds: ports.outputFolder !== null,
      };
      const known = ledger.content === undefined ? {} : { ledger: ledger.content };
      preparation = await usable.prepare({ ...how, ...earlierSplit, ...known });
    } catch (error) {
      if (!isTooFewRows(error)) throw error;
      const left = previous === null ? await judgeFew({}) : few;
      if (left?.status !== 'held') throw error;
      await writeRows(null);
      return { ...base, ...left };
    }
    const { dataset, nearDuplicates } = preparation;
    const review = preparation.review?.counts ?? null;
    read = { ...base, counts: dataset.counts };
    await writeRows(preparation.review);
    if (preparation.rowIds !== null)
      await ports.outputFolder?.writeRowIds(name, preparation.rowIds, {
        contentSha256: dataset.contentSha256,
        before: previous?.contentSha256 ?? null,
      });
    if (dataset.numSamples < parameters.minDatasetLen) {
      const reason = `Only ${dataset.numSamples} rows are left without near-duplicates, and min-dataset-len is ${parameters.minDatasetLen}.`;
      const left = {
        numSamples: dataset.numSamples,
        classRows: sumClassRows(shape, dataset.classBalance),
        reason,
      };
      return { ...base, nearDuplicates, review, ...(await judgeFew(left)) };
    }
    ports.progress.preparedRows(name, dataset.numSamples);
    const contents = {
      numSamples: dataset.numSamples,
      splits: dataset.splitSizes,
      classBalance: dataset.classBalance,
      missingClasses: dataset.missingClasses,
    };
    const classRows = sumClassRows(shape, dataset.classBalance);
    const { dryRun, endpoint, targets, runUrl } = settings;
    const usedRepos = targets.map((each) => each.repo);
    const known = { splits, indexes, ledgerTag: ledger.tag, runUrl };
    const settled = { parameters, trust, dryRun, endpoint, usedRepos, listOwned, ...known };
    const published = await publishDataset(preparation, await opened, { ...settled, classRows }, ports);
    return { ...read, classRows, contents, nearDuplicates, review, ...published };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { ...read, ...NO_VERSION, status: 'failed', reason: error.message, error };
  } finally {
    await preparation?.close();
    await rows.close();
  }
}

/**
 * Reports the result of a dataset as soon as it is known, and then marks a new version as announced. If a run is
 * stopped in between, or its mark fails, the next run announces the version again. That loses nothing, because what a
 * version triggers is started once.
 */
async function announce(
  report: DatasetReport,
  opened: Promise<OpenedRepo>,
  ports: PipelinePorts,
): Promise<void> {
  const { name, isNewVersion, tag, commit } = report;
  ports.report(report);
  if (!isNewVersion || tag === null || commit === null) return;
  try {
    const { repo } = await opened;
    await repo.tag(announcedMark(tag), commit, `${tag} was announced`);
  } catch (error) {
    ports.progress.notMarked(name, error instanceof Error ? error.message : String(error));
  }
}
