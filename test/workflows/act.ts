import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ACTION_FILES = [
  'action.yml',
  'dist',
  'presets',
  'check',
  'promote-model',
  'pause-space',
  'restart-space',
  'trigger-retraining',
];
/** What the tests of workflows add: a workflow, and the file it names. */
const TEST_WORKFLOW = 'test/workflows/declared.yml';
export const TEST_CONFIG = 'test/workflows/datasets.yml';
const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1';
/** How the reusable workflow gets the actions of its own commit, by a context that act does not know. */
const OWN_CHECKOUT =
  / +#[^\n]*\n +- uses: actions\/checkout@\S+ # \S+\n +with:\n +repository: \$\{\{ job\.workflow_repository \}\}\n +ref: \$\{\{ job\.workflow_sha \}\}\n +path: \.prepare-dataset\n +persist-credentials: false\n/g;
/** Actions that cannot be fetched here, and the folders beside this file with what stands in for them. */
const STAND_INS = {
  'actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a': 'upload-artifact',
  'actions/setup-python@a309ff8b426b58ec0e2a45f0f869d46889d02405': 'setup-python',
};
const REPOSITORY = 'sambodhan/app';

/** How a workflow is started. */
export interface Trigger {
  readonly event: 'schedule' | 'workflow_dispatch' | 'repository_dispatch' | 'pull_request';
  readonly inputs?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** What the event says. */
  readonly payload?: object;
}

/** What a run of a workflow left behind. */
export interface WorkflowRun {
  readonly exitCode: number | null;
  /** Result of each job that ran, by its name. */
  readonly jobs: Readonly<Record<string, string>>;
  /** Outputs that steps set, the last value of each, by `<job>.<output>`. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Summaries of all steps. */
  readonly summary: string;
  /** Annotations as `warning: …` and `error: …`. */
  readonly annotations: readonly string[];
  /** All that was printed, masked as the runner does. */
  readonly log: string;
}

/**
 * A copy of the checkout in which the examples are the workflows and name this very checkout instead of a release,
 * for `act` to run them without Docker.
 */
export class WorkflowCheckout {
  readonly #folder: string;
  /** Outside of the checkout, which `act` copies into it. */
  readonly #cache: string;

  private constructor(folder: string, cache: string) {
    this.#folder = folder;
    this.#cache = cache;
  }

  static async create(): Promise<WorkflowCheckout> {
    const folder = await mkdtemp(path.join(tmpdir(), 'workflows-'));
    for (const name of ACTION_FILES)
      await cp(path.join(ROOT, name), path.join(folder, name), { recursive: true });
    const workflows = path.join(folder, '.github', 'workflows');
    await mkdir(workflows, { recursive: true });
    const examples = (await readdir(path.join(ROOT, 'examples'))).filter((name) => name.endsWith('.yml'));
    for (const name of [TEST_CONFIG, '.github/datasets.yml'])
      await cp(path.join(ROOT, TEST_CONFIG), path.join(folder, name));
    await cp(path.join(ROOT, 'examples/training'), path.join(folder, 'training'), { recursive: true });
    const files = [
      '.github/workflows/retrain.yml',
      TEST_WORKFLOW,
      'examples/training/train.yml',
      ...examples.map((name) => `examples/${name}`),
    ];
    for (const file of files) {
      const text = await readFile(path.join(ROOT, file), 'utf8');
      await writeFile(path.join(workflows, path.basename(file)), useCheckout(text));
    }
    const checkout = new WorkflowCheckout(folder, await mkdtemp(path.join(tmpdir(), 'act-cache-')));
    await checkout.#git('init', '--quiet', '--initial-branch=main');
    await checkout.#git('remote', 'add', 'origin', `https://github.com/${REPOSITORY}.git`);
    await checkout.#git('add', '--all');
    await checkout.#git(
      '-c',
      'user.name=test',
      '-c',
      'user.email=test@example.org',
      'commit',
      '-qm',
      'Checkout',
    );
    return checkout;
  }

  /** Runs a workflow to its end. */
  async run(workflow: string, trigger: Trigger): Promise<WorkflowRun> {
    const eventFile = path.join(this.#folder, 'event.json');
    const given = { inputs: trigger.inputs ?? {} };
    await writeFile(eventFile, JSON.stringify({ ...given, ...trigger.payload }));
    const { exitCode, output } = await execute(
      'act',
      this.#folder,
      [
        trigger.event,
        `--workflows=.github/workflows/${workflow}`,
        `--eventpath=${eventFile}`,
        '--platform=ubuntu-latest=-self-hosted',
        `--action-cache-path=${this.#cache}`,
        '--no-cache-server',
        ...Object.entries(STAND_INS).map(
          ([action, folder]) => `--local-repository=${action}=${path.join(import.meta.dirname, folder)}`,
        ),
        '--json',
        ...options('input', trigger.inputs),
        ...options('secret', trigger.secrets),
        ...options('var', trigger.variables),
        ...options('env', trigger.environment),
      ],
      { XDG_CACHE_HOME: this.#cache },
    );
    return readRun(exitCode, output);
  }

  async remove(): Promise<void> {
    for (const folder of [this.#folder, this.#cache]) await rm(folder, { recursive: true, force: true });
  }

  async #git(...args: string[]): Promise<void> {
    const { exitCode, output } = await execute('git', this.#folder, args);
    if (exitCode !== 0) throw new Error(`git ${args.join(' ')} failed: ${output}`);
  }
}

function useCheckout(workflow: string): string {
  return workflow
    .replace(OWN_CHECKOUT, '')
    .replace(/uses: \.\/\.prepare-dataset\/?(\S*).*/g, 'uses: ./$1')
    .replace(
      /uses: sambodhan\/prepare-dataset\/\.github\/workflows\/(\S+)@v1/g,
      'uses: ./.github/workflows/$1',
    )
    .replace(/uses: sambodhan\/prepare-dataset@v1/g, 'uses: ./')
    .replace(/uses: sambodhan\/prepare-dataset\/(\S+)@v1/g, 'uses: ./$1')
    .replace(/^( +)steps:$/gm, `$1steps:\n$1  - uses: ${CHECKOUT}`);
}

function options(name: string, values: Readonly<Record<string, string>> = {}): string[] {
  return Object.entries(values).map(([key, value]) => `--${name}=${key}=${value}`);
}

function execute(command: string, cwd: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  return new Promise<{ exitCode: number | null; output: string }>((resolve, reject) => {
    const PATH = `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`;
    const env = { ...process.env, PATH, ...environment };
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output: Buffer.concat(chunks).toString() }));
  });
}

interface ActEvent {
  readonly job?: string;
  readonly msg?: string;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly jobResult?: string;
}

function readRun(exitCode: number | null, output: string): WorkflowRun {
  const jobs: Record<string, string> = {};
  const outputs: Record<string, string> = {};
  const summaries: string[] = [];
  const annotations: string[] = [];
  const log: string[] = [];
  for (const line of output.split('\n')) {
    const event: ActEvent = line.startsWith('{') ? JSON.parse(line) : { msg: line };
    const { job = '', command } = event;
    const name = (job.split('/').at(-1) ?? '').trim().replace(/-\d+$/, '');
    if (command !== 'add-mask') log.push(event.msg ?? '');
    if (command === 'set-output') outputs[`${name}.${event.name}`] = event.arg ?? '';
    if (command === 'summary') summaries.push(event.content ?? '');
    if (command === 'error' || command === 'warning') annotations.push(`${command}: ${event.arg}`);
    if (event.jobResult !== undefined) jobs[name] = event.jobResult;
  }
  return { exitCode, jobs, outputs, summary: summaries.join('\n'), annotations, log: log.join('\n') };
}
