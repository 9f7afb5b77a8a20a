import type { DatasetReport } from '../report/dataset-report.ts';
import { describeDataset } from '../report/describe-dataset.ts';
import type { RunReport } from '../report/run-report.ts';
import { ALERT_TITLE_LENGTH, type WandbAlert } from './wandb-mutations.ts';
import { EXIT_CODES, type WandbRunEnd } from './wandb-run.ts';

type Metrics = Record<string, string | number>;

const RUN_STATUSES = { success: 'success', failure: 'failed', cancelled: 'cancelled' } as const;

/**
 * Returns a run in W&B's terms. The metrics of the old service keep their names and values; what did not happen has no
 * metric. It contains no names and texts of the database.
 *
 * @param runUrl page of the workflow run, named in the alerts; null if there is none
 */
export function runEndOf(run: RunReport, runUrl: string | null): WandbRunEnd {
  return {
    metrics: metricsOf(run),
    alerts: alertsOf(run).map((alert) => {
      return runUrl === null ? alert : { ...alert, text: `${alert.text}\nWorkflow run: ${runUrl}` };
    }),
    exitCode: EXIT_CODES[run.outcome],
  };
}

/**
 * Returns the metrics of a run and of its datasets, in whose names a hyphen is an underscore. If two metrics have the
 * same name, that of the run wins, then that of the dataset with the shorter name: a metric of `x` can have the name of
 * one of a dataset `x-push`.
 */
function metricsOf(run: RunReport): Metrics {
  const longestFirst = run.datasets.toSorted((a, b) => b.name.length - a.name.length);
  const ofRun = runMetrics(run);
  return Object.assign(
    { ...ofRun },
    ...longestFirst.map((report) => datasetMetrics(report, run.startedAt)),
    ofRun,
  );
}

function runMetrics(run: RunReport): Metrics {
  const metrics: Metrics = { status: RUN_STATUSES[run.outcome], duration_seconds: run.durationMs / 1000 };
  const connection = connectionStatus(run);
  if (connection !== null) metrics.db_connection_status = connection;
  if (run.spacePause.state !== 'off') {
    metrics.hf_space_pause = run.spacePause.state === 'delivered' ? 'success' : 'failed';
  }
  for (const { name, durationMs } of run.stages) {
    metrics[`stage_${name.replace(/\W+/g, '_')}_seconds`] = durationMs / 1000;
  }
  return metrics;
}

/** Null if the database was not asked, or if the result is unknown. */
function connectionStatus({ datasets, failure }: RunReport): 'success' | 'failed' | null {
  if (datasets.length > 0) return 'success';
  return failure?.stage === 'database' ? 'failed' : null;
}

function datasetMetrics(report: DatasetReport, startedAt: Date): Metrics {
  const prefix = report.name.replaceAll('-', '_');
  const metrics = describeDataset('metrics', report, { startedAt });
  return Object.fromEntries(metrics.map(([name, value]) => [`${prefix}_${name}`, value]));
}

function alertsOf({ datasets, failure, spacePause }: RunReport): WandbAlert[] {
  const alerts = datasets.flatMap(datasetAlert);
  if (failure !== null) {
    const title = failure.stage === 'database' ? 'Database Connection Failed' : 'Dataset Preparation Failed';
    alerts.push({ title, text: failure.message, level: 'ERROR' });
  }
  if (spacePause.state === 'failed') {
    alerts.push({ title: 'Space Not Paused', text: spacePause.detail, level: 'WARN' });
  }
  return alerts;
}

function datasetAlert(report: DatasetReport): WandbAlert[] {
  const { name, repo, status, reason, isNewVersion } = report;
  const text = `${repo}: ${reason}`;
  if (status === 'failed') return [{ title: titleOf(name, 'Failed'), text, level: 'ERROR' }];
  if (status === 'held') return [{ title: titleOf(name, 'Held'), text, level: 'WARN' }];
  if (status === 'skipped') return [{ title: titleOf(name, 'Skipped'), text, level: 'WARN' }];
  if (report.status === 'awaiting-approval') {
    const level = report.isDoubtful ? 'WARN' : 'INFO';
    return [{ title: titleOf(name, 'Awaiting Approval'), text, level }];
  }
  return isNewVersion ? [{ title: titleOf(name, 'Updated'), text, level: 'INFO' }] : [];
}

/** Returns a title that W&B takes: a long name keeps both ends, because W&B drops an alert of the same title. */
function titleOf(name: string, what: string): string {
  const end = ` Dataset ${what}`;
  const room = ALERT_TITLE_LENGTH - end.length;
  const half = Math.floor((room - 1) / 2);
  const shown = name.length <= room ? name : `${name.slice(0, half)}…${name.slice(-half)}`;
  return `${shown[0].toUpperCase()}${shown.slice(1)}${end}`;
}
