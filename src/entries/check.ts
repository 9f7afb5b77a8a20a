import { CHECK } from '../action/check-inputs.ts';
import { GITHUB_ACTIONS } from '../action/github-actions.ts';
import { readInputs } from '../action/read-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { runCheck } from '../runs/check.ts';

await runAction(GITHUB_ACTIONS, () => runCheck(readInputs(GITHUB_ACTIONS, CHECK)), { summarizes: true });
