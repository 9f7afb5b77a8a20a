import { GITHUB_ACTIONS } from '../action/github-actions.ts';
import { readInputs } from '../action/read-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { RESTART_SPACE } from '../action/space-inputs.ts';
import { runRestartSpace } from '../runs/restart-space.ts';
import { openSpaceIn } from '../wire/hub.ts';

await runAction(GITHUB_ACTIONS, (signal) =>
  runRestartSpace(
    readInputs(GITHUB_ACTIONS, RESTART_SPACE),
    { openSpace: openSpaceIn(GITHUB_ACTIONS) },
    signal,
  ),
);
