import { readInputs } from '../action/read-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { RESTART_SPACE } from '../action/space-inputs.ts';
import { openSpace } from '../clients/space.ts';
import { runRestartSpace } from '../runs/restart-space.ts';

await runAction((signal) => runRestartSpace(readInputs(RESTART_SPACE), { openSpace }, signal));
