import type { CollectedRows } from '../dataset/collect-rows.ts';
import { announcedMark } from '../dataset/marks.ts';
import { lookUp } from './found.ts';
import type { LabelReport } from './label-report.ts';
import type { Preparation } from './ports.ts';
import { type OpenedRepo, publishDataset } from './publish-dataset.ts';
import { readCorrections } from './read-corrections.ts';
import type { LabelTarget, PipelinePorts, PipelineSettings } from './settings.ts';

/**
 * Prepares and publishes each label's dataset: read → clean → label → deduplicate → split → publish. The labels
 * share one snapshot of the database and are published side by side; a label that fails stops no other.
 *
 * @throws what the database throws; a label's own failure is in its report
 */
export async function prepareDatasets(
  settings: PipelineSettings,
  ports: PipelinePorts,
): Promise<LabelReport[]> {
  const { targets, parameters } = settings;
  const { progress } = ports;
  const repos = targets.map(({ repoName }) => openAhead(repoName, ports));
  const collected = await progress.stage('Read corrections', () =>
    readCorrections(
      ports.database,
      targets.map(({ schema }) => schema),
      {
        correctRatio: parameters.correct_ratio,
        seed: parameters.random_state,
        together: parameters.split_method === 'stable',
        progress,
      },
    ),
  );
  return progress.stage(settings.dryRun ? 'Prepare datasets' : 'Prepare and publish datasets', () =>
    Promise.all(
      targets.map(async (target, label) => {
        const opened = repos[label];
        const report = await prepareLabel(target, collected.get(target.schema)!, { opened, settings, ports });
        await announce(report, opened, ports);
        return report;
      }),
    ),
  );
}

/** Opens a repo and looks up what it holds, while the database is read; what fails is told when the label comes to it. */
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

async function prepareLabel(
  { schema, repoName }: LabelTarget,
  rows: CollectedRows,
  run: {
    opened: Promise<OpenedRepo>;
    settings: PipelineSettings;
    ports: PipelinePorts;
  },
): Promise<LabelReport> {
  const { opened, settings, ports } = run;
  const { min_dataset_len: leastRows } = settings.parameters;
  const base = {
    label: schema.name,
    repo: repoName,
    tag: null,
    commit: null,
    isNewVersion: false,
    counts: rows.counts,
    dataset: null,
    previous: null,
    error: null,
  };
  const usable = rows.texts.length;
  if (usable < leastRows) {
    const reason = `Only ${usable} usable rows, and min-dataset-len asks for ${leastRows}.`;
    return { ...base, status: 'skipped', reason };
  }
  let preparation: Preparation | undefined;
  try {
    ports.signal?.throwIfAborted();
    preparation = await ports.prepare(schema, rows, {
      fractions: settings.fractions,
      method: settings.parameters.split_method,
      seed: settings.parameters.random_state,
    });
    ports.progress.preparedRows(schema.name, usable);
    const { dataset } = preparation;
    const described = {
      numSamples: usable,
      splits: dataset.splitSizes,
      classBalance: dataset.classBalance,
      missingClasses: dataset.missingClasses,
    };
    const published = await publishDataset(preparation, await opened, settings, ports);
    return { ...base, dataset: described, ...published };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { ...base, status: 'failed', reason: error.message, error };
  } finally {
    await preparation?.close();
  }
}

/**
 * Tells what became of a label as soon as it is known, and then marks a new version as told. A run that is stopped in
 * between, or whose mark fails, has the next one tell of the version again, which loses nothing: what a version
 * triggers is started once.
 */
async function announce(
  report: LabelReport,
  opened: Promise<OpenedRepo>,
  ports: PipelinePorts,
): Promise<void> {
  const { label, isNewVersion, tag, commit } = report;
  ports.tell(report);
  if (!isNewVersion || tag === null || commit === null) return;
  try {
    const { repo } = await opened;
    await repo.tag(announcedMark(tag), commit, `${tag} was announced`);
  } catch (error) {
    ports.progress.notMarked(label, error instanceof Error ? error.message : String(error));
  }
}
