import { type ChildProcess, execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Contender } from './contenders.ts';

/** What one run of a contender took. */
export interface Measurement {
  /** Seconds. */
  readonly wall: number;
  readonly user: number;
  readonly system: number;
  /** MB. */
  readonly peak: number;
  /** What the Hub got. */
  readonly requests: number;
  readonly bytes: number;
}

let run = 0;

/**
 * Runs contenders as whole processes, in turn.
 *
 * @param options.python measures the processes
 * @param options.folder where they have their home and their log
 * @returns the runs of each contender by its name, in the order of the rounds
 * @throws Error with the log of a run that failed
 */
export async function measureInTurn(
  contenders: readonly Contender[],
  rounds: number,
  options: { python: string; folder: string; hub: ChildProcess },
): Promise<Map<string, Measurement[]>> {
  const measured = new Map<string, Measurement[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      measured.get(contender.name)!.push(await measure(contender, options));
    }
  }
  return measured;
}

async function measure(
  contender: Contender,
  { python, folder, hub }: { python: string; folder: string; hub: ChildProcess },
): Promise<Measurement> {
  const { command, environment } = contender.command(run++);
  const log = path.join(folder, 'log');
  const home = await mkdtemp(path.join(folder, 'home-'));
  const env = { PATH: process.env.PATH, HOME: home, HF_HOME: home, RUNNER_TEMP: home, ...environment };
  const script = path.join(import.meta.dirname, 'measure.py');
  const { stdout } = await promisify(execFile)(python, [script, log, ...command], { env });
  const { code, ...usage } = JSON.parse(stdout);
  if (code !== 0) throw new Error(`${contender.name} ended with ${code}:\n${await readFile(log, 'utf8')}`);
  hub.send('take');
  const [traffic] = await once(hub, 'message');
  return { ...usage, ...traffic };
}
