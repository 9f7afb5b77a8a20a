import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';

const TOOLS = path.resolve(import.meta.dirname, '../../../.ci-out/tools');

/** How a program is run, where it differs from this process. */
interface Surroundings {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Text for its standard input. */
  readonly input?: string;
}

/** A server that runs until it is closed. */
export interface Service {
  /** Where it listens: what the first group of the pattern it was started with matched, such as a port. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Installs a product from PyPI, in the versions its file in `requirements/` says, into a virtual environment of its
 * own, and returns the folder of its programs.
 *
 * @throws Error when pip fails
 */
export function installFromPyPI(name: string): string {
  const folder = path.join(TOOLS, name);
  const requirements = path.join(import.meta.dirname, '../requirements', `${name}.txt`);
  const options = ['--quiet', '--disable-pip-version-check', '--no-compile', '--no-deps'];
  run('python3', ['-m', 'venv', folder]);
  run(path.join(folder, 'bin/pip'), ['install', ...options, '--requirement', requirements]);
  return path.join(folder, 'bin');
}

/**
 * Makes the jars a Maven project depends on lie in a folder of the tools, and returns the folder.
 *
 * @param folder of the `pom.xml`
 * @throws Error when Maven fails
 */
export function installFromMaven(name: string, folder: string): string {
  const target = path.join(TOOLS, name);
  const options = ['--quiet', '--batch-mode', `-DoutputDirectory=${target}`];
  run('mvn', [...options, 'dependency:copy-dependencies'], { cwd: folder });
  return target;
}

/** Installs a program from Debian's package of a name, unless it is there. */
export function installFromDebian(program: string, packageName: string): void {
  const isThere = (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, program)));
  if (isThere) return;
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', packageName]);
}

/**
 * Runs a program to its end and returns what it printed.
 *
 * @throws Error with the end of its output when it fails
 */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env = process.env, input }: Surroundings = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, input, encoding: 'utf8' });
  if (status === 0) return stdout;
  const output = `${stdout}${stderr}`.slice(-2000);
  throw new Error(`${path.basename(command)} ${args[0]} failed: ${output}`, { cause: error });
}

/**
 * Starts a server and waits until it says that it is ready.
 *
 * @param ready what it prints then, with a group for where it listens
 * @throws Error with the end of its output when it ends before that
 */
export async function startService(
  command: string,
  args: readonly string[],
  ready: RegExp,
  { cwd, env = process.env }: Surroundings = {},
): Promise<Service> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const address = await said(child, ready, `${path.basename(command)} ${args[0]}`);
  return {
    address,
    async close() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function said(child: ChildProcess, ready: RegExp, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output = `${output}${chunk}`.slice(-4000);
        const match = ready.exec(output);
        if (match !== null) resolve(match[1]);
      });
    }
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`${name} ended before it was ready: ${output}`)));
  });
}
