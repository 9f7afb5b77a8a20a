import { GITHUB_ACTIONS } from '../action/github-actions.ts';
import { PROMOTE_MODEL } from '../action/promote-inputs.ts';
import { readInputs } from '../action/read-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { runPromoteModel } from '../runs/promote-model.ts';
import { trackComparison } from '../wire/comparison-tracking.ts';
import { openSpaceIn } from '../wire/hub.ts';
import { openLargeDatasetRepoIn, openModelIn, readModelCardIn } from '../wire/repos.ts';

await runAction(GITHUB_ACTIONS, (signal) =>
  runPromoteModel(
    readInputs(GITHUB_ACTIONS, PROMOTE_MODEL),
    {
      openRepo: openLargeDatasetRepoIn(GITHUB_ACTIONS),
      openModel: openModelIn(GITHUB_ACTIONS),
      openSpace: openSpaceIn(GITHUB_ACTIONS),
      readModelCard: readModelCardIn(GITHUB_ACTIONS),
      track: trackComparison,
    },
    signal,
  ),
);
