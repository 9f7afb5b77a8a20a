import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
export const COMMAND = path.join(ROOT, 'bin', 'prepare-dataset.cjs');

/** What a command left behind when its process ended. */
export interface CommandRun {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is run. */
export interface CommandOptions {
  readonly cwd: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** True to run it at a terminal, of util-linux' `script`; all it prints is in `stdout` then. */
  readonly isTerminal?: boolean;
  /** Command that is run instead of the project's. */
  readonly command?: string;
  /** Gets the process as soon as it is started. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs the committed command as a person does, with no other environment than what is given. */
export function runCommand(
  words: readonly string[],
  { cwd, environment = {}, isTerminal = false, command = COMMAND, onStart }: CommandOptions,
): Promise<CommandRun> {
  const line = [process.execPath, command, ...words];
  const quoted = line.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const [program, ...rest] = isTerminal ? ['script', '-qec', quoted, '/dev/null'] : line;
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH, HOME: cwd, ...environment };
    const child = spawn(program, rest, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const written = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      written.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      written.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, ...written }));
    onStart?.(child);
  });
}
