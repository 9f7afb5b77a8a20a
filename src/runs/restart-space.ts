import { type InputReading, usableValues } from '../action/read-inputs.ts';
import type { RESTART_SPACE, RestartInputs } from '../action/space-inputs.ts';
import { renderSpaceSummary, type SpaceReport } from '../action/summary/space-summary.ts';
import { restartSpace } from '../hub/restart-space.ts';
import type { Space } from '../hub/space.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { SpaceClients } from './pause-space.ts';

/**
 * Restarts Spaces in parallel, and waits for the requested stage.
 *
 * @returns false if one of them was not restarted, which was reported
 * @throws InputError
 */
export async function runRestartSpace(
  reading: InputReading<typeof RESTART_SPACE>,
  { openSpace }: SpaceClients,
  signal: AbortSignal,
): Promise<boolean> {
  const { error, info, output, summary } = reading.surroundings;
  output('stage', '');
  output('stages', '[]');
  const inputs = usableValues(reading);
  const { spaceId: names, waitFor } = inputs;
  if (inputs.dryRun) {
    const wait = waitFor === null ? '' : ` and waited for until ${waitFor}`;
    for (const name of names) info(`Dry run: the Space ${name} would be restarted${wait}.`);
    return true;
  }
  const spaces = names.map((name) => openSpace(name, inputs, signal));
  const reports = await Promise.all(spaces.map((space) => restart(space, inputs, { info, signal })));
  output('stage', reports[0].stage);
  output('stages', JSON.stringify(reports.map(({ stage }) => stage)));
  await summary(renderSpaceSummary(reports));
  for (const { name, problem } of reports) {
    if (problem !== null) error(problem, { title: `${name}: not restarted` });
  }
  return reports.every(({ problem }) => problem === null);
}

async function restart(
  space: Space,
  { factoryReboot, waitFor, timeoutMinutes }: RestartInputs,
  { info, signal }: Pick<Surroundings, 'info'> & { signal: AbortSignal },
): Promise<SpaceReport> {
  const startedAt = performance.now();
  const { name, pageUrl } = space;
  const report = (stage: string, problem: string | null): SpaceReport => {
    return { name, pageUrl, stage, problem, durationMs: performance.now() - startedAt };
  };
  try {
    const { stage, problem } = await restartSpace(space, {
      factoryReboot,
      waitFor,
      timeoutMs: timeoutMinutes * 60_000,
      signal,
      onStage: (seen) => info(`The Space ${name} is ${seen}.`),
    });
    return report(stage, problem);
  } catch (cause) {
    return report('', cause instanceof Error ? cause.message : String(cause));
  }
}
