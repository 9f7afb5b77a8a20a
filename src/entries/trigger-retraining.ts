import { readInputs } from '../action/read-inputs.ts';
import { TRIGGER_RETRAINING } from '../action/retraining-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { runTriggerRetraining } from '../runs/trigger-retraining.ts';
import { openMarks } from '../wire/repos.ts';
import { createStarter } from '../wire/starter.ts';

await runAction((signal) =>
  runTriggerRetraining(readInputs(TRIGGER_RETRAINING), { openMarks, createStarter }, signal),
);
