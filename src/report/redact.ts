import type { GateResult } from '../gates/gate.ts';
import type { RunReport } from './run-report.ts';

/** Puts `***` in the place of every secret, the longest first, as a runner does in its log. */
export function redact(text: string, secrets: readonly string[]): string {
  const longestFirst = secrets.filter((secret) => secret !== '').sort((a, b) => b.length - a.length);
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
