import { readInputs } from '../action/read-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { PAUSE_SPACE } from '../action/space-inputs.ts';
import { runPauseSpace } from '../runs/pause-space.ts';
import { openSpace } from '../wire/hub.ts';

await runAction((signal) => runPauseSpace(readInputs(PAUSE_SPACE), { openSpace }, signal));
