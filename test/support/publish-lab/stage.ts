import type { ChildProcess } from 'node:child_process';
import { issueMarker } from '../../../src/alerts/issue-text.ts';
import { ISSUE_LABEL } from '../../../src/alerts/repository-issues.ts';
import type { StoredRepository } from '../local-github/github-state.ts';
import { ISSUER_KEY } from '../local-github/routes/identity.ts';
import { startLocalGitHub } from '../local-github/server.ts';
import type { LocalHub } from '../local-hub/server.ts';
import { type LocalWandb, startLocalWandb } from '../local-wandb/server.ts';
import { PeerProxy } from '../peer-proxy.ts';
import { type ActionOptions, type Data, type PublishLab, REPO, type TimedRun } from './publish-lab.ts';
import type { PeerName, Scenario } from './scenarios.ts';

const REPOSITORY = 'owner/app';
const WORKFLOW = 'Datasets';
const JOB = 'prepare';
const GITHUB_TOKEN = 'ghs_stage_token';
const WANDB_KEY = 'stage_wandb_key';
const RUNNER = {
  GITHUB_REPOSITORY: REPOSITORY,
  GITHUB_RUN_ID: '1',
  GITHUB_WORKFLOW: WORKFLOW,
  GITHUB_JOB: JOB,
  GITHUB_EVENT_NAME: 'schedule',
};

/** What the runner gives a run in the scenario. */
type RunnersPart = Required<Pick<ActionOptions, 'inputs' | 'environment'>>;

/** Servers of its own for one scenario, each behind a proxy that makes faults. */
export class Stage {
  readonly scenario: Scenario;
  readonly hub: LocalHub;
  /** What the run is told to; null unless the scenario says so. */
  readonly told: { readonly wandb: LocalWandb; readonly repository: StoredRepository } | null;
  readonly #lab: PublishLab;
  readonly #proxies: ReadonlyMap<PeerName, PeerProxy>;
  readonly #options: RunnersPart;
  readonly #servers: readonly { close(): Promise<void> }[];
  #running: ChildProcess | undefined;

  private constructor(parts: {
    lab: PublishLab;
    scenario: Scenario;
    hub: LocalHub;
    told: Stage['told'];
    proxies: ReadonlyMap<PeerName, PeerProxy>;
    options: RunnersPart;
    servers: readonly { close(): Promise<void> }[];
  }) {
    this.#lab = parts.lab;
    this.scenario = parts.scenario;
    this.hub = parts.hub;
    this.told = parts.told;
    this.#proxies = parts.proxies;
    this.#options = parts.options;
    this.#servers = parts.servers;
  }

  static async open(lab: PublishLab, scenario: Scenario): Promise<Stage> {
    const { situation, prepare, isKeyless, isTold, gates = '', isPublic = false, inputs: own } = scenario;
    const hub = await lab.hub(situation);
    await prepare?.(hub, lab);
    const proxies = new Map([['hub', await PeerProxy.start(hub.url)]] as [PeerName, PeerProxy][]);
    const servers: { close(): Promise<void> }[] = [hub];
    const inputs: Record<string, string> =
      scenario.action === undefined ? { gates, private: String(!isPublic), ...own } : {};
    const environment: Record<string, string> = {};
    let told: Stage['told'] = null;
    if (isKeyless || isTold) {
      const github = await startLocalGitHub();
      const proxy = await PeerProxy.start(github.url);
      proxies.set('github', proxy);
      servers.push(github);
      if (isKeyless) {
        hub.trustPublisher({ repository: REPOSITORY, resource: `datasets/${REPO}` }, ISSUER_KEY);
        inputs['hf-token'] = '';
        for (const [name, value] of Object.entries(github.identityEnvironment(REPOSITORY)))
          environment[name] = value.replace(github.url, proxy.url);
      }
      if (isTold) {
        const wandb = await startLocalWandb();
        const wandbProxy = await PeerProxy.start(wandb.url);
        proxies.set('wandb', wandbProxy);
        servers.push(wandb);
        wandb.addKey(WANDB_KEY, { entity: 'sambodhan' });
        github.addToken(GITHUB_TOKEN, { permissions: ['issues=write'], repositories: [REPOSITORY] });
        const repository = github.createRepository(REPOSITORY);
        const place = { repository: REPOSITORY, workflow: WORKFLOW, runId: '1', url: '' };
        repository.addIssue({ body: issueMarker(place, JOB), labels: [ISSUE_LABEL] });
        told = { wandb, repository };
        inputs['github-token'] = GITHUB_TOKEN;
        inputs['wandb-api-key'] = WANDB_KEY;
        inputs['wandb-base-url'] = wandbProxy.url;
        Object.assign(environment, RUNNER, { GITHUB_API_URL: proxy.url });
      }
    }
    return new Stage({ lab, scenario, hub, told, proxies, options: { inputs, environment }, servers });
  }

  get peers(): readonly PeerName[] {
    return [...this.#proxies.keys()];
  }

  proxy(peer: PeerName): PeerProxy {
    const proxy = this.#proxies.get(peer);
    if (proxy === undefined) throw new Error(`${this.scenario.name} has no ${peer}`);
    return proxy;
  }

  /** Name of the bundle in `dist/` that {@link run} runs. */
  get bundle(): string {
    return this.scenario.action?.folder ?? 'prepare-dataset';
  }

  /** Runs the action: publishes the reviews, unless the scenario names another. */
  run(options: Omit<ActionOptions, 'inputs' | 'environment'> = {}): Promise<TimedRun> {
    const onStart = (child: ChildProcess) => {
      this.#running = child;
      options.onStart?.(child);
    };
    const { action, data } = this.scenario;
    const { inputs, environment } = this.#options;
    const hub = this.proxy('hub');
    if (action === undefined)
      return this.#lab.publish(hub, { ...options, inputs, environment, data, onStart });
    const { folder } = action;
    return this.#lab.run(hub, {
      ...options,
      folder,
      inputs: {
        ...(typeof action.inputs === 'function' ? action.inputs(this.hub) : action.inputs),
        ...inputs,
      },
      environment,
      onStart,
    });
  }

  /** Reviews that are published. */
  get data(): Data {
    return this.scenario.data ?? 'current';
  }

  /** Kills the run. */
  kill(): void {
    this.#running?.kill('SIGKILL');
  }

  async close(): Promise<void> {
    await Promise.all([...this.#proxies.values(), ...this.#servers].map((server) => server.close()));
  }
}
