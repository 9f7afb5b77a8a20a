import { error, info } from '@actions/core';
import { maskSecrets } from '../action/mask-secrets.ts';
import { runAction } from '../action/run-action.ts';
import {
  givenHubToken,
  type RestartInputs,
  readRestartInputs,
  subActionSources,
} from '../action/space-inputs.ts';
import { renderSpaceSummary } from '../action/summary/space-summary.ts';
import { writeSummary } from '../action/summary/write-summary.ts';
import { writeOutput } from '../action/write-output.ts';
import { openHub } from '../clients/hub.ts';
import { type RestartResult, restartSpace } from '../hub/restart-space.ts';
import { Space } from '../hub/space.ts';

await runAction(async (signal) => {
  const sources = subActionSources('restart-space');
  maskSecrets(givenHubToken(sources));
  writeOutput('stage', '');
  writeOutput('stages', '[]');
  const inputs = readRestartInputs(sources);
  if (inputs.dryRun) {
    const wait = inputs.waitFor === null ? '' : ` and waited for until ${inputs.waitFor}`;
    for (const name of inputs.spaces) info(`Dry run: the Space ${name} would be restarted${wait}.`);
    return true;
  }
  const hub = openHub(inputs, { signal });
  const spaces = inputs.spaces.map((name) => new Space(name, hub));
  const results = await Promise.all(spaces.map((space) => restart(space, inputs, signal)));
  writeOutput('stage', results[0].stage);
  writeOutput('stages', JSON.stringify(results.map(({ stage }) => stage)));
  await writeSummary(renderSpaceSummary(results));
  for (const { name, problem } of results) {
    if (problem !== null) error(problem, { title: `${name}: not restarted` });
  }
  return results.every(({ problem }) => problem === null);
});

async function restart(
  space: Space,
  { factoryReboot, waitFor, timeoutMinutes }: RestartInputs,
  signal: AbortSignal,
) {
  const startedAt = performance.now();
  const { name, pageUrl } = space;
  let result: RestartResult;
  try {
    result = await restartSpace(space, {
      factoryReboot,
      waitFor,
      timeoutMs: timeoutMinutes * 60_000,
      signal,
      onStage: (stage) => info(`The Space ${name} is ${stage}.`),
    });
  } catch (cause) {
    result = {
      stage: '',
      problem: cause instanceof Error ? cause.message : String(cause),
      isUnsettled: false,
    };
  }
  return { ...result, name, pageUrl, durationMs: performance.now() - startedAt };
}
