import { redactRun } from '../report/redact.ts';
import type { RunReport } from '../report/run-report.ts';

/** A shorter name, such as `data`, stands for itself wherever it stands alone in a sentence. */
const SHORTEST_NAME = 6;

/**
 * A run without the names of repos in what errors and servers worded.
 *
 * @param given names besides those of the run's datasets, of any form
 */
export function withoutRepoNames(run: RunReport, given: readonly string[]): RunReport {
  const datasets = new Set(run.datasets.map(({ name }) => name));
  const names = [...given, ...run.datasets.map(({ repo }) => repo)].filter((name) => name !== '');
  return redactRun(
    run,
    names.flatMap((name) => formsOf(name, datasets)),
  );
}

/** The ways in which a repo may be named: whole, quoted, in an address, or by one of its parts. */
function formsOf(name: string, datasets: ReadonlySet<string>): string[] {
  const parts = name.split('/');
  const quoted = [name, ...parts].map((part) => JSON.stringify(part));
  if (parts.length === 1) return quoted;
  const last = parts[parts.length - 1];
  const standsAlone = last.length >= SHORTEST_NAME && !datasets.has(last);
  return [...quoted, name, encodeURIComponent(name), ...(standsAlone ? [last] : [])];
}
