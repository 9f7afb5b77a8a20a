import type { RunPlace } from '../report/run-report.ts';

/** Returns where a run is on GitHub as settings of a run on W&B; none outside GitHub. */
export function placeConfig(place: RunPlace | null): Record<string, string> {
  if (place === null) return {};
  const { repository, workflow, runId, url } = place;
  return {
    github_repository: repository,
    github_workflow: workflow,
    github_run_id: runId,
    github_run_url: url,
  };
}
