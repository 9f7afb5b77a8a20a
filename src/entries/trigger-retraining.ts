import { GITHUB_ACTIONS } from '../action/github-actions.ts';
import { readInputs } from '../action/read-inputs.ts';
import { TRIGGER_RETRAINING } from '../action/retraining-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { runTriggerRetraining } from '../runs/trigger-retraining.ts';
import { openMarksIn } from '../wire/repos.ts';
import { createStarter } from '../wire/starter.ts';

await runAction(GITHUB_ACTIONS, (signal) =>
  runTriggerRetraining(
    readInputs(GITHUB_ACTIONS, TRIGGER_RETRAINING),
    {
      openMarks: openMarksIn(GITHUB_ACTIONS),
      createStarter: (...given) => createStarter(GITHUB_ACTIONS, ...given),
    },
    signal,
  ),
);
