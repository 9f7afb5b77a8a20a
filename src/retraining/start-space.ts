import type { WaitLimits } from '../http/poll.ts';
import { restartSpace } from '../hub/restart-space.ts';
import type { Space } from '../hub/space.ts';
import type { NewVersion } from './new-version.ts';
import { type StartedRetraining, started } from './outcome.ts';
import type { SpaceTarget } from './targets.ts';

/** Restarts a Space that trains on the new version, and waits for the stage asked for. */
export async function startSpace(
  space: Space,
  target: SpaceTarget,
  version: NewVersion,
  options: WaitLimits & { onStage: (stage: string) => void },
): Promise<StartedRetraining> {
  const { factoryReboot, waitFor, passRevision } = target;
  const variables: Record<string, string> = passRevision ? { DATASET_REVISION: version.tag } : {};
  const { stage, problem, isUnsettled } = await restartSpace(space, {
    ...options,
    factoryReboot,
    waitFor,
    variables,
  });
  return started({ url: space.pageUrl, stage, problem, mayStillRun: problem === null || isUnsettled });
}
