import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const FOLDER = path.resolve(import.meta.dirname, '../../examples/training');
/** A script that goes on for longer is broken, and is ended. */
const LONGEST_MS = 300_000;
/** Looks at the page of one that starts, which takes seconds. */
const MOST_LOOKS = 600;

/** A script of examples/training that runs, with a port of its own. */
export class TrainingProcess {
  /** Resolves when it has ended. */
  readonly ended: Promise<{ exitCode: number | null; log: string }>;
  readonly #port: number;
  readonly #child: ChildProcess;
  #log = '';

  constructor(
    python: string,
    script: string,
    options: { args: readonly string[]; environment: Readonly<Record<string, string>>; port: number },
  ) {
    const { args, environment, port } = options;
    const env = { PATH: process.env.PATH, ...environment, PORT: String(port) };
    this.#port = port;
    this.#child = spawn(python, ['-B', script, ...args], {
      cwd: FOLDER,
      env,
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk) => {
        this.#log += chunk;
      });
    }
    this.ended = new Promise((resolve, reject) => {
      this.#child.on('error', reject);
      this.#child.on('close', (exitCode) => resolve({ exitCode, log: this.#log }));
    });
  }

  /** What it has printed by now. */
  get log(): string {
    return this.#log;
  }

  /** What its page tells once it has started; what it has printed where it tells nothing. */
  async page(url = '/'): Promise<string> {
    for (let look = 0; look < MOST_LOOKS && this.#child.exitCode === null; look++) {
      const told = await fetch(`http://127.0.0.1:${this.#port}${url}`).then(
        (response) => response.text(),
        () => 'Starting',
      );
      if (told !== 'Starting') return told;
      await sleep(100);
    }
    return this.#log;
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }
}
