import { type LocalGitHub, startLocalGitHub } from './local-github/server.ts';
import { type LocalHub, type LocalHubOptions, startLocalHub } from './local-hub/server.ts';
import { type BundleRun, type RunOptions, runBundle } from './run-bundle.ts';

/** Tag of the new version of both labels. */
export const TAG = 'v20261123_010000';

/** A local Hub and a local GitHub that the bundle of `trigger-retraining` is run against. */
export class RetrainingScene {
  readonly hub: LocalHub;
  readonly github: LocalGitHub;

  private constructor(hub: LocalHub, github: LocalGitHub) {
    this.hub = hub;
    this.github = github;
  }

  static async start(options: LocalHubOptions = {}): Promise<RetrainingScene> {
    const [hub, github] = await Promise.all([startLocalHub(options), startLocalGitHub()]);
    hub.addToken({ token: 'hf_writer', user: 'owner', role: 'write', organizations: ['broke'] });
    hub.addToken({ token: 'hf_reader', user: 'owner', role: 'read' });
    hub.allowJobs('owner', ['SCHEDULING', 'RUNNING', 'COMPLETED']);
    const repositories = ['owner/app', 'owner/models'];
    github.addToken('ghs_all', { permissions: ['actions=write', 'contents=write'], repositories });
    github.addToken('ghs_none', { permissions: ['actions=read', 'contents=read'], repositories });
    return new RetrainingScene(hub, github);
  }

  /** Goes on with datasets that hold the new version, a paused Space and a repository with a workflow. */
  reset() {
    const { hub, github } = this;
    for (const name of ['owner/department', 'owner/urgency']) {
      const repo = hub.createRepo(name);
      repo.tags.set(TAG, { commit: repo.head.id, message: '' });
    }
    const space = hub.createSpace('owner/retrain', { stage: 'PAUSED' });
    const models = github.createRepository('owner/models');
    github.createRepository('owner/app');
    models.workflows.set('train.yml', {
      inputs: ['label', 'dataset', 'revision'],
      stages: [
        { status: 'queued', conclusion: null },
        { status: 'completed', conclusion: 'success' },
      ],
    });
    hub.clearRequests();
    hub.faults.clear();
    github.clearRequests();
    return { space, models };
  }

  /** Runs the bundle for a new version of department, unless told otherwise. */
  run(
    targets: string,
    inputs: Readonly<Record<string, string>> = {},
    environment: NodeJS.ProcessEnv = {},
    options: RunOptions = {},
  ): Promise<BundleRun> {
    const version = { tag: TAG, commit: 'c0ffee', status: 'published' };
    const given = {
      updated: '["department"]',
      versions: JSON.stringify({ department: version, urgency: version }),
      targets,
      'department-dataset': 'owner/department',
      'urgency-dataset': 'owner/urgency',
      'hf-token': 'hf_writer',
      'hub-endpoint': this.hub.url,
      'github-token': 'ghs_all',
    };
    const runner = { GITHUB_API_URL: this.github.url, GITHUB_REPOSITORY: 'owner/app' };
    return runBundle(
      { ...given, ...inputs },
      { ...options, folder: 'trigger-retraining', environment: { ...runner, ...environment } },
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.hub.close(), this.github.close()]);
  }
}
