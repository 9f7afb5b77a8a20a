import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** Options of a command. */
interface SparkRun {
  /** A command line for bash, in which `{script}`, `{plan}` and `{out}` are replaced by paths. */
  readonly command: string;
  readonly paths: Readonly<Record<'script' | 'plan' | 'out', string>>;
  /** File of mode 0600 with the password as JSON. */
  readonly secretsFile: string;
  /** The database's password; undefined if it needs none. */
  readonly password: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  /** Ends the command and all processes that it started. */
  readonly signal: AbortSignal;
}

/** Time in milliseconds after which a command that was ended is killed. */
const TERM_MS = 1500;
/** Variables of the job that the command must not see: inputs, tokens, the old service's secrets. */
const WITHHELD =
  /^(?:INPUT_.*|ACTIONS_(?:RUNTIME|ID_TOKEN_REQUEST)_.*|POSTGRES_URL|HF_TOKEN|WANDB_API_KEY|GITHUB_(?:TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY))$/i;

/**
 * Runs a command to its end, in a process group of its own. Its output may quote rows, so it is not shown: a command
 * that needs a log writes one.
 *
 * @throws Error with how it ended, unless it ended with 0; or the reason of the signal
 */
export async function runSparkCommand(run: SparkRun): Promise<void> {
  const { command, paths, signal } = run;
  signal.throwIfAborted();
  const line = command.replace(/\{(script|plan|out)\}/g, (_, name: keyof typeof paths) =>
    quoted(paths[name]),
  );
  const child = spawn('bash', ['-c', line], {
    detached: true,
    stdio: 'ignore',
    env: environmentOf(run),
  });
  const end = () => void endGroup(child);
  signal.addEventListener('abort', end, { once: true });
  try {
    const [code, killedBy] = await once(child, 'exit');
    signal.throwIfAborted();
    if (code === 0) return;
    const how = killedBy === null ? `ended with ${code}` : `was ended by ${killedBy}`;
    throw new Error(
      `spark-command ${how}, so nothing was published. Its output is not shown, because it may quote rows. To see it, write it to a log, as in "spark-submit … > spark.log 2>&1".`,
    );
  } finally {
    signal.removeEventListener('abort', end);
    killGroup(child, 'SIGKILL');
  }
}

function environmentOf({ environment, secretsFile, password }: SparkRun): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !WITHHELD.test(name));
  return {
    ...Object.fromEntries(kept),
    PREPARE_DATASET_SECRETS: secretsFile,
    ...(password === undefined ? {} : { PREPARE_DATASET_POSTGRES_PASSWORD: password }),
  };
}

async function endGroup(child: ChildProcess): Promise<void> {
  killGroup(child, 'SIGTERM');
  await sleep(TERM_MS, undefined, { ref: false });
  killGroup(child, 'SIGKILL');
}

function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // No process of it is left.
  }
}

/** Returns a path as one word of a shell. */
function quoted(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`;
}
