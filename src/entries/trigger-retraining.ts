import { readInputs } from '../action/read-inputs.ts';
import { TRIGGER_RETRAINING } from '../action/retraining-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { openMarks } from '../clients/marks.ts';
import { createStarter } from '../clients/starter.ts';
import { runTriggerRetraining } from '../runs/trigger-retraining.ts';

await runAction((signal) =>
  runTriggerRetraining(readInputs(TRIGGER_RETRAINING), { openMarks, createStarter }, signal),
);
