import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ListedRun } from '../../test/support/local-github/github-state.ts';
import { type LocalGitHub, startLocalGitHub } from '../../test/support/local-github/server.ts';
import { type LocalHub, startLocalHub } from '../../test/support/local-hub/server.ts';
import { type BundleRun, type RunOptions, runBundle } from '../../test/support/run-bundle.ts';
import { type LogLine, readLog, wordsOf } from '../../test/support/workflow-log.ts';
import { DemoDatabase } from './database.ts';

/** A token of the local Hub, which nobody else knows. */
export const TOKEN = 'hf_demo';
export const REPOS = {
  'department-dataset': 'sambodhan/department',
  'urgency-dataset': 'sambodhan/urgency',
} as const;

/** The model that is trained on `urgency`. */
export const MODEL = 'sambodhan/urgency-classifier';

const REPOSITORY = 'sambodhan/retrain';
const WORKFLOW = 'retrain.yml';
const GITHUB_TOKEN = 'ghs_demo';

const DAY_MS = 86_400_000;

/** An address of the local Hub at the end of a line. */
const HUB_ADDRESS = / http:\/\/127\.0\.0\.1:\d+\S*/g;

export interface StageOptions {
  /** Where what the runs leave behind is kept. */
  readonly folder: string;
  /** Whether the servers are still there when somebody follows an address. */
  readonly isServed: boolean;
  /** Ends a run that is under way. */
  readonly signal: AbortSignal;
}

/** A run of a bundle, and what it printed as a person reads it. */
export interface DemoRun extends BundleRun {
  readonly lines: readonly LogLine[];
  /** Where its log, summary, outputs and datasets lie. */
  readonly folder: string;
}

/** An embedded PostgreSQL, a local Hub and a local GitHub, which the committed bundles are run against. */
export class Stage {
  readonly hub: LocalHub;
  readonly database: DemoDatabase;
  readonly #github: LocalGitHub;
  readonly #options: StageOptions;
  #history: readonly ListedRun[] = [];

  private constructor(
    servers: { hub: LocalHub; database: DemoDatabase; github: LocalGitHub },
    options: StageOptions,
  ) {
    this.hub = servers.hub;
    this.database = servers.database;
    this.#github = servers.github;
    this.#options = options;
  }

  static async start(options: StageOptions): Promise<Stage> {
    const database = await DemoDatabase.start();
    const [hub, github] = await Promise.all([startLocalHub(), startLocalGitHub()]);
    hub.addToken({ token: TOKEN, user: 'sambodhan', role: 'write' });
    github.addToken(GITHUB_TOKEN, { permissions: ['actions=read'], repositories: [REPOSITORY] });
    return new Stage({ hub, database, github }, options);
  }

  /**
   * Runs the main action.
   *
   * @param name of the folder in which all that it leaves behind is kept
   * @param options.daysAgo by which its clock is slow, so that versions of a moment lie days apart
   */
  async prepare(name: string, { daysAgo = 0 } = {}): Promise<DemoRun> {
    const startedAt = new Date();
    const outputDir = path.join(this.#options.folder, name, 'datasets');
    const run = await this.#run(
      name,
      {
        'postgres-url': this.database.url,
        ...REPOS,
        'hf-token': TOKEN,
        'hub-endpoint': this.hub.url,
        'output-dir': outputDir,
      },
      daysAgo === 0 ? {} : { nodeOptions: ['--import', slowClock(daysAgo * DAY_MS)] },
    );
    this.#history = [this.#listed(run, startedAt), ...this.#history];
    return run;
  }

  /** Runs `trigger-retraining` for the versions of a run. @param targets its input of that name */
  trigger(name: string, { outputs }: DemoRun, targets: string): Promise<DemoRun> {
    const { updated, versions } = outputs;
    const given = { updated, versions, targets, 'hf-token': TOKEN, 'hub-endpoint': this.hub.url };
    return this.#run(name, { ...given, ...REPOS }, { folder: 'trigger-retraining' });
  }

  /** Runs `promote-model` on a version of `urgency`. @param compared the revision and the files of predictions */
  promote(name: string, compared: Readonly<Record<string, string>>): Promise<DemoRun> {
    const given = {
      dataset: REPOS['urgency-dataset'],
      model: MODEL,
      'hf-token': TOKEN,
      'hub-endpoint': this.hub.url,
    };
    return this.#run(name, { ...given, ...compared }, { folder: 'promote-model' });
  }

  /** Runs `dashboard` on all that was published, and on the runs so far as GitHub lists them. */
  async drawDashboard(name: string): Promise<DemoRun> {
    this.#github.createRepository(REPOSITORY).history.set(WORKFLOW, this.#history);
    return this.#run(
      name,
      {
        ...REPOS,
        'hf-token': TOKEN,
        'hub-endpoint': this.hub.url,
        'github-token': GITHUB_TOKEN,
        workflow: WORKFLOW,
        models: `urgency: ${MODEL}`,
        path: path.join(this.#options.folder, name, 'index.html'),
      },
      {
        folder: 'dashboard',
        environment: { GITHUB_API_URL: this.#github.url, GITHUB_REPOSITORY: REPOSITORY },
      },
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.database.close(), this.hub.close(), this.#github.close()]);
  }

  async #run(
    name: string,
    inputs: Readonly<Record<string, string>>,
    options: RunOptions = {},
  ): Promise<DemoRun> {
    const run = await runBundle(inputs, { ...options, signal: this.#options.signal });
    const folder = path.join(this.#options.folder, name);
    const lines = readLog(this.#options.isServed ? run.log : run.log.replaceAll(HUB_ADDRESS, ''));
    await mkdir(folder, { recursive: true });
    await Promise.all([
      writeFile(path.join(folder, 'log.txt'), `${lines.map(wordsOf).join('\n')}\n`),
      writeFile(path.join(folder, 'summary.md'), run.summary),
      writeFile(path.join(folder, 'outputs.json'), `${JSON.stringify(run.outputs, null, 2)}\n`),
    ]);
    return { ...run, lines, folder };
  }

  #listed({ exitCode }: DemoRun, startedAt: Date): ListedRun {
    const number = this.#history.length + 1;
    const [from, to] = [startedAt.toISOString(), new Date().toISOString()];
    return {
      id: number,
      run_number: number,
      html_url: '',
      event: 'workflow_dispatch',
      status: 'completed',
      conclusion: exitCode === 0 ? 'success' : 'failure',
      run_started_at: from,
      updated_at: to,
      steps: [{ name: 'Prepare and publish', started_at: from, completed_at: to }],
    };
  }
}

/** A module that puts a program's clock back. */
export function slowClock(ms: number): string {
  const code = `const now = Date.now; Date.now = () => now() - ${ms}; globalThis.Date = class extends Date {
    constructor(...given) { super(...(given.length === 0 ? [Date.now()] : given)); }
  };`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
