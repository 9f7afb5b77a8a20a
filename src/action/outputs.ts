import type { Surroundings } from '../model/surroundings.ts';
import { type DatasetReport, realStatus } from '../report/dataset-report.ts';

/**
 * Sets the outputs of the root action. They hold no name of a repo: a repo name may come from a secret, and the runner
 * drops a job output with a masked value.
 *
 * @param named datasets that have outputs of their own, and whether the run prepares them; one without a report failed
 * with the whole run
 * @param dryRun true to report the status that a real run would have as well
 */
export function setOutputs(
  { output }: Surroundings,
  reports: readonly DatasetReport[],
  { named, dryRun }: { named: ReadonlyMap<string, boolean>; dryRun: boolean },
): void {
  for (const [name, isAsked] of named) {
    const report = reports.find((candidate) => candidate.name === name);
    output(`${name}-tag`, report?.tag ?? '');
    output(`${name}-status`, report?.status ?? (isAsked ? 'failed' : ''));
  }
  const updated = reports.filter(({ isNewVersion }) => isNewVersion).map(({ name }) => name);
  output('updated', JSON.stringify(updated));
  output(
    'versions',
    JSON.stringify(
      Object.fromEntries(reports.map((report) => [report.name, describeVersion(report, dryRun)])),
    ),
  );
}

function describeVersion(report: DatasetReport, dryRun: boolean) {
  const { tag, commit, status, contents, pullRequest, previous } = report;
  // While other data waits in a pull request, the tag is the one of the data on main.
  const rows = pullRequest !== null && tag !== null ? previous : contents;
  return {
    tag,
    commit,
    status,
    ...(dryRun ? { would: realStatus(report) } : {}),
    num_samples: rows?.numSamples ?? null,
    splits: rows?.splits ?? null,
    pull_request: pullRequest?.number ?? null,
  };
}
