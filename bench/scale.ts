// Runs the bundle with all rows in memory, with a limit on it, by Apache Spark, and that of an earlier commit, in turn, as
// whole processes on one machine, one PostgreSQL and one local Hub; has them publish the same content, and writes medians
// and ratios to RESULTS.md. Usage: scale.ts <python> <grievances.csv> <complaints …> [--rounds=n] [--limit=256MB]
// [--before=commit] [--spark=command] [--without=memory] [--view]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatasetMetadata } from '../src/version/metadata.ts';
import { extractBundle } from '../test/support/released.ts';
import { type BenchServers, builtIn, type Contender, psql, ROOT } from './contenders.ts';
import { startBenchDatabase } from './database.ts';
import { measureInTurn } from './measure.ts';
import { readOptions } from './options.ts';
import { writeSection } from './results.ts';
import { comparisonTable } from './table.ts';

const { options, words } = readOptions(process.argv.slice(2));
const [python, csv, ...sizes] = words;
const rounds = Number(options.get('rounds') ?? 3);
const limit = options.get('limit') ?? '256MB';
const without = options.get('without')?.split(',') ?? [];
const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));

for (const size of sizes.map(Number)) {
  const postgres = await startBenchDatabase(csv, size, { isView: options.has('view') });
  const hub = fork(path.join(import.meta.dirname, 'hub-process.ts'));
  try {
    const [{ url: hubUrl }] = await once(hub, 'message');
    const contenders = (await allContenders({ postgres, hubUrl })).filter(
      ({ name }) => !without.includes(name),
    );
    const measured = await measureInTurn(contenders, rounds, { python, folder, hub });
    const contents = await contentsOf(hubUrl);
    const table = `${comparisonTable(measured)}\n\n${contents}`;
    const title = `${size.toLocaleString('en-US')} complaints in memory, within ${limit}, and by Spark`;
    await writeSection(title, rounds, table);
  } finally {
    hub.kill();
    await postgres.close();
  }
}
await rm(folder, { recursive: true, force: true });

async function allContenders(servers: BenchServers): Promise<Contender[]> {
  const contenders = [
    builtIn('memory', ROOT, servers, { 'INPUT_MEMORY-LIMIT': '100%' }),
    builtIn('limited', ROOT, servers, { 'INPUT_MEMORY-LIMIT': limit }),
  ];
  const before = options.get('before');
  if (before !== undefined) {
    contenders.push(
      builtIn('before', await extractBundle(folder, { name: 'before', commit: before }), servers),
    );
  }
  const spark = options.get('spark');
  if (spark !== undefined) contenders.push(builtIn('spark', ROOT, servers, { 'INPUT_SPARK-COMMAND': spark }));
  return [...contenders, await psql(servers.postgres)];
}

/**
 * What the repos of all runs hold: one content a dataset, and the same near copies, which versions before 1.4.0 did not
 * search in the order of ranks.
 *
 * @throws Error when contents differ
 */
async function contentsOf(hubUrl: string): Promise<string> {
  const repos = await get<{ id: string }[]>(`${hubUrl}/api/datasets?author=bench`);
  const contents = new Map<string, string>();
  const copies = new Map<string, string>();
  for (const { id } of repos) {
    const { label_column, content_sha256, quality } = await get<DatasetMetadata>(
      `${hubUrl}/datasets/${id}/resolve/main/dataset_metadata.json`,
    );
    setOnce(contents, label_column, `\`${content_sha256.slice(0, 12)}…\``);
    if (!id.startsWith('bench/before-'))
      setOnce(copies, label_column, JSON.stringify(quality.near_duplicates));
  }
  return `\`content_sha256\` is the same in all ${repos.length} repos: ${list(contents)}. So are the near copies from 1.4.0 on: ${list(copies)}.`;
}

/** @throws Error when the dataset has another value */
function setOnce(values: Map<string, string>, dataset: string, value: string): void {
  const known = values.get(dataset) ?? value;
  if (known !== value) throw new Error(`${dataset} has ${known} and ${value}`);
  values.set(dataset, value);
}

function list(values: ReadonlyMap<string, string>): string {
  return Array.from(values, ([dataset, value]) => `${dataset} ${value}`).join(', ');
}

async function get<T>(url: string): Promise<T> {
  const answer = await fetch(url, { headers: { Authorization: 'Bearer hf_bench' } });
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}`);
  return answer.json() as Promise<T>;
}
