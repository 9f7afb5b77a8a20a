// Reads the corrections of the built-in datasets and their sample over one connection as the action does, and in parts over
// several on one snapshot, in turn, as whole processes; throws the rows away, which shows what the server takes, or
// collects them; and writes medians and ratios to RESULTS.md. Usage: connections.ts <python> <grievances.csv>
// <complaints …> [--rounds=n] [--connections=1,2,4]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PostgresServer } from '../test/support/postgres/server.ts';
import type { Contender } from './contenders.ts';
import { startBenchDatabase } from './database.ts';
import { measureInTurn } from './measure.ts';
import { readOptions } from './options.ts';
import { writeSection } from './results.ts';
import { comparisonTable } from './table.ts';

const { options, words } = readOptions(process.argv.slice(2));
const [python, csv, ...sizes] = words;
const rounds = Number(options.get('rounds') ?? 5);
const connections = (options.get('connections') ?? '1,2,4').split(',');
const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));

for (const size of sizes.map(Number)) {
  const postgres = await startBenchDatabase(csv, size);
  const hub = fork(path.join(import.meta.dirname, 'hub-process.ts'));
  try {
    await once(hub, 'message');
    const contenders = ['drop', 'collect'].flatMap((use) => [
      reader(`as the action reads, ${use}`, postgres, ['0', use]),
      ...connections.map((count) => reader(`parts over ${count}, ${use}`, postgres, [count, use])),
    ]);
    const measured = await measureInTurn(contenders, rounds, { python, folder, hub });
    const title = `${size.toLocaleString('en-US')} complaints read over several connections`;
    await writeSection(title, rounds, comparisonTable(measured));
  } finally {
    hub.kill();
    await postgres.close();
  }
}
await rm(folder, { recursive: true, force: true });

function reader(name: string, postgres: PostgresServer, how: readonly string[]): Contender {
  const script = path.join(import.meta.dirname, 'read-process.ts');
  const url = postgres.url({ params: { sslmode: 'disable' } });
  return { name, command: () => ({ command: [process.execPath, script, url, ...how], environment: {} }) };
}
