import { GITHUB_ACTIONS } from '../action/github-actions.ts';
import { readInputs } from '../action/read-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { PAUSE_SPACE } from '../action/space-inputs.ts';
import { runPauseSpace } from '../runs/pause-space.ts';
import { openSpaceIn } from '../wire/hub.ts';

await runAction(GITHUB_ACTIONS, (signal) =>
  runPauseSpace(readInputs(GITHUB_ACTIONS, PAUSE_SPACE), { openSpace: openSpaceIn(GITHUB_ACTIONS) }, signal),
);
