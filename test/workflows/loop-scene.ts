import { BundleScene } from '../support/bundle-scene.ts';
import { ISSUER_KEY } from '../support/local-github/routes/identity.ts';
import { type LocalGitHub, startLocalGitHub } from '../support/local-github/server.ts';
import { type Trigger, WorkflowCheckout, type WorkflowRun } from './act.ts';

const REPOSITORY = 'sambodhan/app';
const WRITER = 'hf_workflow_writer';
export const READER = 'hf_workflow_reader';
export const DATASETS = ['sambodhan/department-grievances', 'sambodhan/urgency-grievances'] as const;

/** A checkout with the example workflows, and the database, Hub and GitHub they run against. */
export class LoopScene {
  readonly data: BundleScene;
  readonly #github: LocalGitHub;
  readonly #checkout: WorkflowCheckout;

  private constructor(data: BundleScene, github: LocalGitHub, checkout: WorkflowCheckout) {
    this.data = data;
    this.#github = github;
    this.#checkout = checkout;
  }

  static async start(): Promise<LoopScene> {
    const [data, github, checkout] = await Promise.all([
      BundleScene.start(),
      startLocalGitHub(),
      WorkflowCheckout.create(),
    ]);
    data.hub.addToken({ token: WRITER, user: 'sambodhan', role: 'write' });
    data.hub.addToken({ token: READER, user: 'sambodhan', role: 'read' });
    return new LoopScene(data, github, checkout);
  }

  /** Runs an example with the secrets its comments ask for, and what a test wants otherwise. */
  async run(workflow: string, trigger: Trigger): Promise<WorkflowRun> {
    const { hub, database } = this.data;
    hub.clearRequests();
    const secrets = {
      POSTGRES_URL: database.url({ params: { sslmode: 'disable' } }),
      HF_TOKEN: WRITER,
      GITHUB_TOKEN: 'ghs_unused',
      ...trigger.secrets,
    };
    const environment = { HF_ENDPOINT: hub.url, MIN_DATASET_LEN: '10', ...trigger.environment };
    return this.#checkout.run(workflow, { ...trigger, secrets, environment });
  }

  /** Lets the Hub trust the workflows of the repository with these repos, such as `spaces/owner/name`. */
  trustWorkflows(resources: readonly string[]): Readonly<Record<string, string>> {
    for (const resource of resources) {
      this.data.hub.trustPublisher({ repository: REPOSITORY, resource }, ISSUER_KEY);
    }
    return this.#github.identityEnvironment(REPOSITORY);
  }

  /** Merges a pull request as a person does. @returns the status of the answer */
  async merge(repo: string, number: number): Promise<number> {
    const response = await fetch(`${this.data.hub.url}/api/datasets/${repo}/discussions/${number}/merge`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${WRITER}`, 'Content-Type': 'application/json' },
      body: '{}',
    });
    return response.status;
  }

  /** Requests that changed something, in their order, as `<what> <repo or Space>`. */
  changes(): string[] {
    const told = /^POST \/api\/(?:datasets|spaces)\/([^/]+\/[^/]+)\/(commit|tag|pause|restart|variables)\b/;
    return this.data.hub.requests.flatMap(({ method, path, status }) => {
      const match = told.exec(`${method} ${path}`);
      return match === null || status !== 200 ? [] : [`${match[2]} ${match[1].split('/')[1]}`];
    });
  }

  async close(): Promise<void> {
    await Promise.all([this.data.close(), this.#github.close(), this.#checkout.remove()]);
  }
}
