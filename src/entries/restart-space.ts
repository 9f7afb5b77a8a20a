import { readInputs } from '../action/read-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { RESTART_SPACE } from '../action/space-inputs.ts';
import { runRestartSpace } from '../runs/restart-space.ts';
import { openSpace } from '../wire/hub.ts';

await runAction((signal) => runRestartSpace(readInputs(RESTART_SPACE), { openSpace }, signal));
