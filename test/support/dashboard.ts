import { type DatasetHistory, parseVersion } from '../../src/dashboard/published-version.ts';
import type { RunOutcome, WorkflowRun } from '../../src/dashboard/run.ts';
import { hubFeatures } from '../../src/model/features.ts';
import type { Task } from '../../src/model/tasks.ts';
import { type DatasetMetadata, versionTagOf } from '../../src/version/metadata.ts';
import { metadata } from './metadata.ts';
import { ordinaryTask } from './tasks.ts';

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 3, 6, 2, 15, 0);

/** Metadata of a dataset that grows and whose label mix moves, oldest first. */
export function growingVersions(
  label: string,
  classNames: readonly string[],
  count: number,
): DatasetMetadata[] {
  return Array.from({ length: count }, (_, version) => {
    const instant = new Date(FIRST_DAY + version * 3.7 * DAY_MS);
    const balance = classNames.map((name, position) => {
      const drift = 1 + (version / count) * (position % 2 === 0 ? -0.35 : 0.6);
      const steady = (420 / (position + 1) + version * 14) * drift;
      const rows = Math.max(0, Math.round(steady + noise(version * 7 + position) * 20));
      const [evalRows, testRows] = [Math.round(rows * 0.1), Math.round(rows * 0.1)];
      return [name, { train: rows - evalRows - testRows, eval: evalRows, test: testRows }] as const;
    });
    const sum = (split: 'train' | 'eval' | 'test') =>
      balance.reduce((rows, [, each]) => rows + each[split], 0);
    const splits = { train: sum('train'), eval: sum('eval'), test: sum('test') };
    const rows = splits.train + splits.eval + splits.test;
    const fetched = { reviewed: Math.round(rows * 0.72), pool: Math.round(rows * 0.36) };
    const { quality, parameters } = metadata();
    return metadata({
      dataset_name: `owner/${label}`,
      label_column: label,
      version_tag: versionTagOf(instant),
      created_at: instant.toISOString(),
      num_samples: rows,
      splits,
      content_sha256: version.toString(16).padStart(2, '0').repeat(32),
      label_map: Object.fromEntries(classNames.map((name, position) => [name, position])),
      source: { reviewed_rows: fetched.reviewed, pool_rows: fetched.pool },
      quality: {
        ...quality,
        fetched,
        stages: {
          fetched: fetched.reviewed + fetched.pool,
          cleaned: rows,
          labelled: rows,
          deduplicated: rows,
        },
        class_balance: Object.fromEntries(balance),
      },
      parameters: { ...parameters, correct_ratio: version < count - 1 ? 0.5 : 0.75, min_dataset_len: 1000 },
    });
  });
}

/** Metadata of a growing dataset of a task, as a version of it has them. */
export function taskVersions(task: Task, count: number, classNames?: readonly string[]): DatasetMetadata[] {
  const { shape } = ordinaryTask(task);
  const names = classNames ?? shape.classNames;
  const hasClasses = shape.classNames.length > 0;
  return growingVersions(task, hasClasses ? names : ['all rows'], count).map((version) => {
    const classBalance = hasClasses ? version.quality.class_balance : {};
    const rows = task === 'multi-label-classification' ? 0.7 : 1;
    return {
      ...version,
      // Rows of several classes are fewer than the classes they have.
      num_samples: Math.round(version.num_samples * rows),
      label_map: hasClasses ? version.label_map : {},
      quality: { ...version.quality, class_balance: classBalance },
      features: hubFeatures({ ...shape, classNames: hasClasses ? names : [] }),
    };
  });
}

/** The same versions, which record how their rows changed since the version before. */
export function withChanges(versions: readonly DatasetMetadata[]): DatasetMetadata[] {
  return versions.map((version, index) => {
    if (index === 0) return version;
    const { version_tag, num_samples } = versions[index - 1];
    const names = Object.keys(version.label_map);
    const classes = names.map((from, id) => ({
      from,
      to: names[(id + 1) % names.length],
      rows: 1 + (id % 9),
    }));
    const relabelled = classes.reduce((sum, { rows }) => sum + rows, 0);
    const changes = { added: 90 + index, removed: 7, relabelled, classes };
    return { ...version, earlier_versions: [{ version_tag, num_samples }], changes };
  });
}

/** The history the dashboard makes of metadata. */
export function historyOf(name: string, versions: readonly DatasetMetadata[]): DatasetHistory {
  return {
    name,
    repo: `owner/${name}`,
    pageUrl: `https://hub.example/datasets/owner/${name}`,
    lastStatus: null,
    waitsIn: null,
    versions: versions.flatMap((version) => parseVersion(version.version_tag, JSON.stringify(version)) ?? []),
    versionsLeftOut: 0,
    missing: null,
  };
}

/** Runs with every outcome, newest first; the newest tell their steps. */
export function someRuns(count: number): WorkflowRun[] {
  return Array.from({ length: count }, (_, index) => {
    const run = count - index;
    const outcome = outcomeOf(run);
    const steps: [string, number][] = [
      ['Set up job', 2000 + noise(run) * 900],
      ['Run sambodhan/prepare-dataset@v1', 95_000 + run * 520 + noise(run * 3) * 30_000],
      ['Restart the Spaces', 30_000 + noise(run * 5) * 12_000],
      ['Complete job', 900],
    ];
    const told = new Map(outcome === 'failure' ? steps.slice(0, 2) : steps);
    return {
      number: run,
      url: `https://github.com/owner/app/actions/runs/${9_000_000 + run}`,
      event: run % 9 === 0 ? 'workflow_dispatch' : 'schedule',
      startedAt: new Date(FIRST_DAY + run * 1.14 * DAY_MS),
      outcome,
      durationMs:
        outcome === 'running' ? null : Math.round([...told.values()].reduce((sum, ms) => sum + ms, 6000)),
      stepMs: index < 60 && outcome !== 'running' ? told : null,
    };
  });
}

function outcomeOf(run: number): RunOutcome {
  if (run === 200) return 'running';
  if (run % 17 === 3 || (run > 60 && run < 66)) return 'failure';
  if (run % 41 === 0) return 'cancelled';
  return run % 67 === 0 ? 'skipped' : 'success';
}

/** A number from -1 to 1 that is always the same. */
function noise(seed: number): number {
  return Math.sin(seed * 12.9898) * Math.cos(seed * 4.1414);
}
