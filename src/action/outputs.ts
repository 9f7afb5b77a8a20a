import { BUILT_IN_LABELS } from '../dataset/label-schema.ts';
import type { LabelReport } from '../pipeline/label-report.ts';
import { writeOutput } from './write-output.ts';

/**
 * Sets the outputs of the root action. They hold no repo name: the runner drops a job output with a masked value,
 * and a repo name may come from a secret.
 *
 * @param asked labels that were asked for; one without a report has failed with the whole run
 */
export function setOutputs(reports: readonly LabelReport[], asked: ReadonlySet<string>): void {
  for (const { name } of BUILT_IN_LABELS) {
    const report = reports.find(({ label }) => label === name);
    writeOutput(`${name}-tag`, report?.tag ?? '');
    writeOutput(`${name}-status`, report?.status ?? (asked.has(name) ? 'failed' : ''));
  }
  writeOutput(
    'updated',
    JSON.stringify(reports.filter((report) => report.isNewVersion).map(({ label }) => label)),
  );
  writeOutput(
    'versions',
    JSON.stringify(Object.fromEntries(reports.map((report) => [report.label, version(report)]))),
  );
}

function version({ tag, commit, status, dataset }: LabelReport) {
  return { tag, commit, status, num_samples: dataset?.numSamples ?? null, splits: dataset?.splits ?? null };
}
