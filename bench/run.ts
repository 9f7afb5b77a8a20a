// Runs the bundle beside the Python baseline and psql, in turn, as whole processes on one machine, one PostgreSQL and
// one local Hub, and writes medians and ratios to RESULTS.md. Usage: run.ts <python> <grievances.csv> [complaints …] [--latency=ms]
// [--rounds=n] [--without=baseline,duckdb]
import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { bareNode, baseline, bundle, type Contender, duckdb, psql } from './contenders.ts';
import { startBenchDatabase } from './database.ts';
import { writeSection } from './results.ts';

interface Measurement {
  readonly code: number;
  readonly wall: number;
  readonly user: number;
  readonly system: number;
  readonly peak: number;
  readonly requests: number;
  readonly bytes: number;
}

const [python, csv, ...rest] = process.argv.slice(2);
const options = new Map(
  rest.filter((word) => word.startsWith('--')).map((word) => word.slice(2).split('=') as [string, string]),
);
const sizes = rest.filter((word) => !word.startsWith('--')).map(Number);
const rounds = Number(options.get('rounds') ?? 5);
const latencyMs = Number(options.get('latency') ?? 0);
const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
let run = 0;

for (const size of sizes.length > 0 ? sizes : [6000, 100_000]) {
  const postgres = await startBenchDatabase(csv, size);
  const hub = fork(path.join(import.meta.dirname, 'hub-process.ts'), [String(latencyMs)]);
  try {
    const [{ url }] = await once(hub, 'message');
    const contenders = [
      bundle(postgres, url),
      baseline(python, postgres, url),
      await psql(postgres),
      await duckdb(python, postgres, folder),
      bareNode,
    ].filter(
      (contender): contender is Contender =>
        contender !== null && !options.get('without')?.split(',').includes(contender.name),
    );
    const title = `${size.toLocaleString('en-US')} complaints, ${latencyMs} ms added to each request`;
    await writeSection(title, rounds, table(await measureInTurn(contenders, hub)));
  } finally {
    hub.kill();
    await postgres.close();
  }
}
await rm(folder, { recursive: true, force: true });

async function measureInTurn(contenders: readonly Contender[], hub: ChildProcess) {
  const measured = new Map<string, Measurement[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      measured.get(contender.name)!.push(await measure(contender, hub));
    }
  }
  return measured;
}

async function measure(contender: Contender, hub: ChildProcess): Promise<Measurement> {
  const { command, environment } = contender.command(run++);
  const log = path.join(folder, 'log');
  const home = await mkdtemp(path.join(folder, 'home-'));
  const env = { PATH: process.env.PATH, HOME: home, HF_HOME: home, ...environment };
  const script = path.join(import.meta.dirname, 'measure.py');
  const { stdout } = await promisify(execFile)(python, [script, log, ...command], { env });
  const usage = JSON.parse(stdout);
  if (usage.code !== 0)
    throw new Error(`${contender.name} ended with ${usage.code}:\n${await readFile(log, 'utf8')}`);
  hub.send('take');
  const [traffic] = await once(hub, 'message');
  return { ...usage, ...traffic };
}

function table(measured: ReadonlyMap<string, Measurement[]>): string {
  const [[, ours]] = measured;
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const head = ['', 'wall s', 'CPU s', 'peak MB', 'requests', 'sent MB', 'bundle / it: wall', 'peak'];
  const lines = [line(head), line(head.map(() => '---'))];
  for (const [name, runs] of measured) {
    const ratios = (value: (measurement: Measurement) => number) =>
      spread(runs.map((theirs, index) => value(ours[index]) / value(theirs)));
    lines.push(
      line([
        name,
        spread(runs.map(({ wall }) => wall)),
        spread(runs.map(({ user, system }) => user + system)),
        median(runs.map(({ peak }) => peak)).toFixed(0),
        String(median(runs.map(({ requests }) => requests))),
        (median(runs.map(({ bytes }) => bytes)) / 1e6).toFixed(1),
        ratios(({ wall }) => wall),
        ratios(({ peak }) => peak),
      ]),
    );
  }
  return lines.join('\n');
}

function spread(values: number[]): string {
  return `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
