import { GITHUB_ACTIONS } from '../action/github-actions.ts';
import { PRUNE_VERSIONS } from '../action/prune-inputs.ts';
import { readInputs } from '../action/read-inputs.ts';
import { runAction } from '../action/run-action.ts';
import { type PruneClients, runPruneVersions } from '../runs/prune-versions.ts';
import { openDatasetRepo, openHistoryIn, openModelIn } from '../wire/repos.ts';

const clients: PruneClients = {
  openRepo: (name, inputs, signal) => openDatasetRepo(GITHUB_ACTIONS, name, inputs, { signal }),
  openHistory: openHistoryIn(GITHUB_ACTIONS),
  openModel: openModelIn(GITHUB_ACTIONS),
};

await runAction(GITHUB_ACTIONS, (signal) =>
  runPruneVersions(readInputs(GITHUB_ACTIONS, PRUNE_VERSIONS), clients, signal),
);
