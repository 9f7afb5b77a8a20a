import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import type { BundleHosts, ProcessEnd, Watch } from './warm-bundle/bundle-hosts.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const actions = new Map<string, Action>();

/** What a step left behind when its process ended. */
export interface BundleRun {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  /** Standard output and standard error in the order they came, without the commands that ask for masking. */
  readonly log: string;
  /** Values the runner was asked to mask. They are not masked in `log`, so that a leak shows. */
  readonly masked: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** How a step is run, where it differs from the root action's committed bundle. */
export interface RunOptions extends Watch {
  /** Folder of the action's `action.yml`, from the top of the project. */
  readonly folder?: string;
  /** Bundle that is run instead of the committed one. */
  readonly script?: string;
  /** Options of Node itself, such as `--import`. */
  readonly nodeOptions?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly signal?: AbortSignal;
  /** Shell commands that the process is started after, such as limits it inherits. */
  readonly shell?: string;
  /** Processes that have run the bundle before, instead of one of its own; Node's options are then theirs. */
  readonly hosts?: BundleHosts;
}

/**
 * Starts a committed bundle as the runner does: Node 24, inputs with the defaults of action.yml as `INPUT_*`, the
 * files for outputs and summary, and no other environment than what is given.
 *
 * @param inputs the `with:` of the step
 */
export async function runBundle(
  inputs: Readonly<Record<string, string>>,
  options: RunOptions = {},
): Promise<BundleRun> {
  const { folder = '.', environment = {}, cwd } = options;
  const action = readAction(folder);
  const files = await mkdtemp(path.join(tmpdir(), 'run-bundle-'));
  const outputFile = path.join(files, 'output');
  const summaryFile = path.join(files, 'summary.md');
  await Promise.all([writeFile(outputFile, ''), writeFile(summaryFile, '')]);
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: files,
    GITHUB_OUTPUT: outputFile,
    GITHUB_STEP_SUMMARY: summaryFile,
    ...environment,
  };
  for (const [name, { default: standard = '' }] of Object.entries(action.inputs)) {
    env[inputVariable(name)] = String(standard);
  }
  for (const [name, value] of Object.entries(inputs)) env[inputVariable(name)] = value;
  try {
    const { script = path.join(ROOT, folder, action.runs.main), nodeOptions = [], hosts } = options;
    const { exitCode, log } =
      hosts === undefined
        ? await runNode([...nodeOptions, script], env, { ...options, cwd: cwd ?? files })
        : await hosts.run(script, { environment: env, cwd: cwd ?? files }, options);
    const outputs = parseOutputs(await readFile(outputFile, 'utf8'));
    return { exitCode, ...takeMasks(log), outputs, summary: await readFile(summaryFile, 'utf8') };
  } finally {
    await rm(files, { recursive: true, force: true });
  }
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: unknown }>>;
  readonly runs: { readonly main: string };
}

function readAction(folder: string): Action {
  const known = actions.get(folder);
  if (known !== undefined) return known;
  const action: Action = parse(readFileSync(path.join(ROOT, folder, 'action.yml'), 'utf8'));
  actions.set(folder, action);
  return action;
}

function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

function runNode(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  { cwd, signal, shell, onStart, onOutput }: RunOptions,
): Promise<ProcessEnd> {
  return new Promise((resolve, reject) => {
    const [program, ...words] =
      shell === undefined
        ? [process.execPath, ...command]
        : ['bash', '-c', `${shell}; exec "$0" "$@"`, process.execPath, ...command];
    const child = spawn(program, words, { env, cwd, signal });
    const chunks: Buffer[] = [];
    const read = (chunk: Buffer) => {
      chunks.push(chunk);
      onOutput?.(String(chunk));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, log: Buffer.concat(chunks).toString() }));
    onStart?.(child);
  });
}

/** Takes out of a log what asks the runner to mask texts. */
export function takeMasks(log: string): Pick<BundleRun, 'log' | 'masked'> {
  const command = /^::add-mask::(.*)(\r?\n|$)/gm;
  const masked = [...log.matchAll(command)].map(([, value]) => unescapeCommandData(value));
  return { log: log.replace(command, ''), masked };
}

function unescapeCommandData(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

/** Reads the file a step writes its outputs to: `name<<delimiter`, the value's lines, the delimiter. */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name, , value] of text.matchAll(/^([\w-]+)<<(\S+)\r?\n([\s\S]*?)\r?\n\2$/gm))
    outputs[name] = value;
  return outputs;
}
