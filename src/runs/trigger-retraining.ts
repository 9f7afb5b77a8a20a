import type { HubValues } from '../action/hub-inputs.ts';
import type { InputReading } from '../action/read-inputs.ts';
import {
  type RetrainingInputs,
  retrainingInputs,
  type TRIGGER_RETRAINING,
} from '../action/retraining-inputs.ts';
import { renderRetrainingSummary } from '../action/summary/retraining-summary.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { NewVersion } from '../retraining/new-version.ts';
import type { StartedRetraining } from '../retraining/outcome.ts';
import { dryRunReport, type Marks, type RetrainingReport, retrain } from '../retraining/retrain.ts';
import type { RetrainingTarget } from '../retraining/targets.ts';
import { orListed } from './list-problems.ts';

/** Clients of `trigger-retraining`. */
interface RetrainingClients {
  /** Opens the record of which versions of a dataset repo were triggered. */
  openMarks(repo: string, inputs: HubValues, signal: AbortSignal): Marks;
  /** Returns the starter of targets, which also finds targets that do not exist. */
  createStarter(
    inputs: RetrainingInputs,
    signal: AbortSignal,
  ): {
    missing(target: RetrainingTarget): Promise<string | null>;
    start(target: RetrainingTarget, version: NewVersion): Promise<StartedRetraining>;
  };
}

/**
 * Starts the targets of each dataset with a new version, all at the same time.
 *
 * @returns false if one of them failed, which was reported
 * @throws InputError
 */
export async function runTriggerRetraining(
  reading: InputReading<typeof TRIGGER_RETRAINING>,
  clients: RetrainingClients,
  signal: AbortSignal,
): Promise<boolean> {
  const { surroundings } = reading;
  const { info, notice, output, summary } = surroundings;
  output('triggered', '[]');
  output('results', '[]');
  const inputs = await orListed(surroundings, () => retrainingInputs(reading));
  for (const { version, targets } of inputs.versions) {
    if (targets.length === 0) notice(`targets has no target for ${version.name} ${version.tag}.`);
  }
  const reports = await Promise.all(triggersOf(inputs, clients, signal));
  for (const report of reports) annotateRetraining(surroundings, report);
  if (reports.length === 0) info('No dataset with a target has a new version, so nothing is triggered.');
  const triggered = reports.filter(({ result }) => result === 'triggered').map(({ name }) => name);
  output('triggered', JSON.stringify([...new Set(triggered)]));
  output(
    'results',
    JSON.stringify(
      reports.map(({ name: label, kind, result, stage, id, url }) => {
        return { label, kind, result, stage, id, url };
      }),
    ),
  );
  await summary(renderRetrainingSummary(reports, inputs.hubEndpoint));
  return reports.every(({ result }) => result !== 'failed');
}

function triggersOf(
  inputs: RetrainingInputs,
  { openMarks, createStarter }: RetrainingClients,
  signal: AbortSignal,
): Promise<RetrainingReport>[] {
  const { force, dryRun, repository } = inputs;
  const starter = createStarter(inputs, signal);
  const entries = inputs.versions
    .filter(({ targets }) => targets.length > 0)
    .map(({ version, targets }) => ({
      version,
      targets,
      marks: openMarks(version.repo, inputs, signal),
    }));
  return entries.flatMap(({ version, targets, marks }) =>
    targets.map(async (target) => {
      if (dryRun) return dryRunReport({ target, version, repository });
      const missing = () => starter.missing(target);
      const start = () => starter.start(target, version);
      return retrain({ target, version, repository, marks, force, missing, start, signal });
    }),
  );
}

function annotateRetraining(
  { error, info, notice }: Surroundings,
  { name, version, description, result, stage, reason, url }: RetrainingReport,
): void {
  const what = `${name} ${version}: ${description}`;
  if (result === 'failed') error(reason ?? '', { title: `${name}: ${description} failed` });
  else if (result === 'already-triggered') notice(reason ?? '', { title: `${name}: not triggered again` });
  else if (result === 'dry-run') info(`Dry run: ${what} would be triggered.`);
  else info(`${what} was triggered${stage === '' ? '' : `: ${stage}`}.${url === null ? '' : ` ${url}`}`);
}
