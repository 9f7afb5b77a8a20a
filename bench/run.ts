// Runs the bundle beside that of 1.0.0, the Python baseline, psql and DuckDB, in turn, as whole processes on one machine,
// one PostgreSQL and one local Hub, and writes medians and ratios to RESULTS.md; with --tasks, beside itself with
// datasets of other tasks of as many rows. Usage: run.ts <python> <grievances.csv> [complaints …] [--latency=ms]
// [--rounds=n] [--without=baseline,duckdb] [--tasks]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type BenchServers,
  bareNode,
  baseline,
  bundle,
  type Contender,
  duckdb,
  psql,
  released,
} from './contenders.ts';
import { startBenchDatabase } from './database.ts';
import { measureInTurn } from './measure.ts';
import { readOptions } from './options.ts';
import { writeSection } from './results.ts';
import { comparisonTable, tasksTable } from './table.ts';
import { taskContenders } from './tasks.ts';

const { options, words } = readOptions(process.argv.slice(2));
const [python, csv, ...sizes] = words;
const rounds = Number(options.get('rounds') ?? 5);
const latencyMs = Number(options.get('latency') ?? 0);
const without = options.get('without')?.split(',') ?? [];
const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));

for (const size of sizes.length > 0 ? sizes.map(Number) : [6000, 100_000]) {
  const postgres = await startBenchDatabase(csv, size);
  const hub = fork(path.join(import.meta.dirname, 'hub-process.ts'), [String(latencyMs)]);
  try {
    const [{ url: hubUrl }] = await once(hub, 'message');
    const measure = (contenders: readonly Contender[]) =>
      measureInTurn(contenders, rounds, { python, folder, hub });
    const number = size.toLocaleString('en-US');
    const latency = `${latencyMs} ms added to each request`;
    if (options.has('tasks')) {
      const contenders = (await taskContenders({ postgres, hubUrl })).filter(isAsked);
      const table = tasksTable(await measure(contenders), contenders);
      await writeSection(`${number} rows of other tasks, ${latency}`, rounds, table);
    } else {
      const contenders = await allContenders({ postgres, hubUrl });
      const table = comparisonTable(await measure(contenders.filter(isAsked)));
      await writeSection(`${number} complaints, ${latency}`, rounds, table);
    }
  } finally {
    hub.kill();
    await postgres.close();
  }
}
await rm(folder, { recursive: true, force: true });

async function allContenders(servers: BenchServers): Promise<Contender[]> {
  const { postgres } = servers;
  const contenders = [
    bundle(servers),
    await released(folder, servers),
    baseline(python, servers),
    await psql(postgres),
    await duckdb(python, postgres, folder),
    bareNode,
  ];
  return contenders.filter((contender) => contender !== null);
}

function isAsked({ name }: Contender): boolean {
  return !without.includes(name);
}
