import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { END_OF_RUN, type HostedEnd, type HostedRun } from './protocol.ts';

const HOST = path.join(import.meta.dirname, 'host.ts');
/** Keeps a dozen processes small beside what else a machine runs. */
const HEAP_MB = 192;
/** A process keeps what libraries keep; this many runs are far from its heap's end. */
const RUNS_OF_A_HOST = 100;

/** How a run is watched. */
export interface Watch {
  /** Gets the process that runs it, which may be killed. */
  readonly onStart?: (child: ChildProcess) => void;
  /** Gets what it writes, as it comes. */
  readonly onOutput?: (text: string) => void;
}

/** What a run in a process came to. */
export interface ProcessEnd {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  /** Standard output and standard error in the order they came. */
  readonly log: string;
}

/**
 * Processes that each run a bundle many times, one run at a time: a run takes a fraction of the time of a process of its
 * own. A run that ends its process, or is killed, costs a new one.
 */
export class BundleHosts {
  readonly #idle = new Map<string, Host[]>();

  /** Runs a bundle, in a process that has run it before when one is free. */
  async run(script: string, run: HostedRun, watch: Watch = {}): Promise<ProcessEnd> {
    const idle = this.#idle.get(script) ?? [];
    this.#idle.set(script, idle);
    const host = idle.pop() ?? new Host(script);
    const end = await host.run(run, watch);
    if (host.isUsable) idle.push(host);
    else await host.close();
    return end;
  }

  /** Ends the processes, none of which may be running; those of bundles in one folder or all. */
  async close(folder = ''): Promise<void> {
    const scripts = [...this.#idle.keys()].filter((script) => script.startsWith(folder));
    const hosts = scripts.flatMap((each) => this.#idle.get(each) ?? []);
    for (const each of scripts) this.#idle.delete(each);
    await Promise.all(hosts.map((host) => host.close()));
  }
}

class Host {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown[]>;
  /** The exit code, once all that the process wrote was read. */
  readonly #closed: Promise<ProcessEnd['exitCode']>;
  #runs = 0;

  constructor(script: string) {
    this.#child = fork(HOST, [script], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${HEAP_MB}`],
    });
    this.#exited = once(this.#child, 'exit');
    this.#closed = once(this.#child, 'close').then(([exitCode]) => exitCode);
  }

  get isUsable(): boolean {
    const { exitCode, signalCode } = this.#child;
    return exitCode === null && signalCode === null && this.#runs < RUNS_OF_A_HOST;
  }

  async run(run: HostedRun, { onStart, onOutput }: Watch): Promise<ProcessEnd> {
    this.#runs++;
    const { stdout, stderr } = this.#child;
    let log = '';
    let streamsAtEnd = 0;
    const ended = Promise.withResolvers<void>();
    const read = (chunk: string) => {
      log += chunk.replaceAll(END_OF_RUN, '');
      onOutput?.(chunk);
      if (chunk.endsWith(END_OF_RUN) && ++streamsAtEnd === 2) ended.resolve();
    };
    for (const stream of [stdout!, stderr!]) stream.setEncoding('utf8').on('data', read);
    try {
      const told = once(this.#child, 'message') as Promise<[HostedEnd]>;
      this.#child.send(run);
      onStart?.(this.#child);
      const lived = Promise.all([told, ended.promise]).then(([[{ exitCode }]]) => exitCode);
      return { exitCode: await Promise.race([this.#closed, lived]), log };
    } finally {
      for (const stream of [stdout!, stderr!]) stream.off('data', read);
    }
  }

  async close(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect();
    await this.#exited;
  }
}
