import type { GateResult } from '../gates/gate.ts';
import { escapeInLine } from '../text/markdown.ts';
import type { RunReport } from './run-report.ts';

/** Puts `***` in the place of every secret, also as it is escaped in Markdown, the longest first, as a runner does in its log. */
export function redact(text: string, secrets: readonly string[]): string {
  const forms = new Set(secrets.flatMap((secret) => (secret === '' ? [] : [secret, escapeInLine(secret)])));
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((redacted, secret) => redacted.replaceAll(secret, '***'), text);
}

/** A run without secrets in the texts that errors, gates and servers worded; outside the log no runner masks them. */
export function redactRun(run: RunReport, secrets: readonly string[]): RunReport {
  const { failure, spacePause } = run;
  const redactGate = (result: GateResult) => ({ ...result, measured: redact(result.measured, secrets) });
  return {
    ...run,
    datasets: run.datasets.map((report) => ({
      ...report,
      reason: redact(report.reason, secrets),
      gates: report.gates.map(redactGate),
      unjudged: report.unjudged.map((each) => ({ ...each, text: redact(each.text, secrets) })),
    })),
    failure: failure === null ? null : { ...failure, message: redact(failure.message, secrets) },
    spacePause: { ...spacePause, detail: redact(spacePause.detail, secrets) },
  };
}

/** A shorter name, such as `data`, is also a word of a sentence. */
const SHORTEST_NAME = 6;

/**
 * Returns a run without the names of repos in what errors and servers worded, for a reader who may not know them.
 *
 * @param given names besides those of the run's datasets, of any form
 */
export function redactRepoNames(run: RunReport, given: readonly string[]): RunReport {
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
