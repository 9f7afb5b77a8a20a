import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { processBytes } from '../engine/disk/limited-collector.ts';
import { removeAbandoned, SpillFolder } from '../engine/disk/spill-folder.ts';
import type { ReadingPlan, ReadRows, RowEngine } from '../engine/engine.ts';
import { WORKER_FILE } from '../engine/preparer.ts';
import type { RowCounts } from '../engine/rows/row-counts.ts';
import { createTurns } from '../engine/turns.ts';
import { threadRows } from '../engine/usable-rows.ts';
import type { Corrections } from '../model/corrections.ts';
import type { Progress } from '../model/progress.ts';
import type { DatasetTarget } from '../model/target.ts';
import { type ConnectionSettings, parseConnectionUrl } from '../postgres/connection-settings.ts';
import { jdbcTarget } from '../postgres/jdbc-target.ts';
import { loadCa } from '../postgres/tls.ts';
import { type DatabaseRows, readDatabaseRows } from './database-rows.ts';
import { type Ask, idProblems, type MeasuredRead, measureRead, sparkReads } from './measure-reads.ts';
import { buildSparkPlan, CONNECTIONS_QUERY, connectionsOf } from './plan.ts';
import { ENCODING_QUERY, sparkProblems } from './problems.ts';
import { linesOf, readReport } from './read-report.ts';
import { rowCountsOf } from './report.ts';
import { runSparkCommand } from './run-command.ts';
import type { SparkJobSource } from './spark-job.ts';

interface SparkEngineOptions {
  /** The command line, with `{script}`, `{plan}` and `{out}`. */
  readonly command: string;
  readonly postgresUrl: string;
  /** CA certificate, PEM text or a path. */
  readonly postgresCa: string | undefined;
  /** Bytes that the process may use. */
  readonly memoryLimit: number;
  /** Folder for the plan and the shards. */
  readonly temp: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Bundle of the thread that takes the shards over. */
  readonly workerFile?: string;
  readonly signal: AbortSignal;
}

/** Rows that the JDBC driver fetches at once. */
const FETCH_SIZE = 10_000;
const SCRIPT = path.resolve(import.meta.dirname, '../../spark/prepare.py');

/** Prepares the rows on Spark, from a plan of the same definitions, and takes over its output. */
export function createSparkEngine(options: SparkEngineOptions): RowEngine {
  return {
    async read(corrections, plans, progress) {
      await removeAbandoned(options.temp);
      const folder = new SpillFolder(options.temp);
      try {
        return await readBySpark(corrections, plans, { options, folder, progress });
      } catch (error) {
        folder.close();
        throw error;
      }
    },
  };
}

async function readBySpark(
  corrections: Corrections,
  plans: readonly ReadingPlan[],
  { options, folder, progress }: { options: SparkEngineOptions; folder: SpillFolder; progress: Progress },
): Promise<ReadonlyMap<DatasetTarget, ReadRows>> {
  const settings = parseConnectionUrl(options.postgresUrl);
  const root = folder.open();
  const out = path.join(root, 'out');
  const [measured, connections] = [await measureAll(corrections, plans), await askConnections(corrections)];
  const target = jdbcTarget(settings, writeCa(root, settings, options.postgresCa));
  await corrections.hold(async ({ sessionStart, signal: lost }) => {
    const database = { ...target, sessionStart, fetchSize: FETCH_SIZE, connections };
    const plan = write(
      root,
      'plan.json',
      JSON.stringify(
        buildSparkPlan(
          database,
          measured.map(({ read }) => read),
        ),
      ),
    );
    const secretsFile = write(root, 'secrets.json', JSON.stringify({ password: settings.password ?? null }));
    await runSparkCommand({
      command: options.command,
      paths: { script: SCRIPT, plan, out },
      secretsFile,
      password: settings.password,
      environment: options.environment,
      signal: AbortSignal.any([options.signal, lost]),
    });
  });
  const report = await readReport(
    out,
    measured.map(({ read }) => read.read.shape.name),
  );
  const turns = createTurns(options.memoryLimit - processBytes(0), measured.length);
  return new Map(
    measured.map(({ target: dataset, read, rows }, index) => {
      const { shape, seed } = read.read;
      const { splits: reportedSplits, ...reported } = report.datasets[index];
      const sampledFrom =
        read.confirmed === null ? undefined : { rows: read.confirmed.rows, isEstimated: false };
      const counts = { ...rowCountsOf(reported.counts), confirmedRows: sampledFrom };
      requireRead(shape.name, counts, rows);
      for (const source of ['corrections', 'confirmed'] as const) {
        progress.readRows(shape.name, source, counts.fetched[source]);
      }
      const shards = path.join(out, shape.name);
      const source = {
        shape,
        shards,
        folder: root,
        name: `dataset${index}`,
        shares: dataset.fractions,
        seed,
        reportedSplits,
        mostOfClass: rows.classRows,
        probes: rows.probes,
      };
      const { workerFile = WORKER_FILE, signal } = options;
      const job: SparkJobSource = { kind: 'spark', source, counts };
      return [
        dataset,
        threadRows(shape.name, job, { workerFile, signal, turns, linesOf, onClose: folder.keep() }),
      ];
    }),
  );
}

/** @throws Error with everything that Spark does not support */
async function measureAll(corrections: Corrections, plans: readonly ReadingPlan[]) {
  const [[encoding]] = await corrections.ask(ENCODING_QUERY, 1);
  const problems: string[] = [];
  const measured: { target: DatasetTarget; read: MeasuredRead; rows: DatabaseRows }[] = [];
  for (const plan of plans) {
    for (const [index, read] of sparkReads(plan).entries()) {
      const { target } = plan.datasets[index];
      const { settings, trust, columns } = target;
      const candidate = { ...read, trust, columns, splitMethod: settings.splitMethod };
      problems.push(...sparkProblems(candidate, encoding!));
      if (read.layout.group !== null) problems.push(noGroups(read.shape.name));
      if (problems.length > 0) continue;
      const ask: Ask = (...asked) => corrections.ask(...asked);
      const measuredRead = await measureRead(read, ask);
      problems.push(...(await idProblems(measuredRead, ask)));
      const rows = await readDatabaseRows(measuredRead, corrections);
      measured.push({ target, read: measuredRead, rows });
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return measured;
}

/** @throws Error if Spark reports other rows than the snapshot has */
function requireRead(name: string, { fetched }: RowCounts, rows: DatabaseRows): void {
  for (const source of ['corrections', 'confirmed'] as const) {
    if (fetched[source] === rows.fetched[source]) continue;
    throw new Error(
      `Dataset ${name}. The report of spark-command counts ${fetched[source]} rows of ${source}, but the database has ${rows.fetched[source]} in the same snapshot. Run the prepare.py that {script} names, on the plan of this run.`,
    );
  }
}

/** Shards do not hold the ranks of groups, which are needed to check their order and their splits. */
function noGroups(name: string): string {
  return `Dataset ${name}. spark-command does not support the role group. Change that, or remove spark-command.`;
}

async function askConnections(corrections: Corrections): Promise<number> {
  const [[limit]] = await corrections.ask(CONNECTIONS_QUERY, 1);
  return connectionsOf(limit);
}

/** @returns path of the certificates that the JDBC driver trusts; null for those that Java trusts */
function writeCa(
  root: string,
  { sslRootCert }: ConnectionSettings,
  option: string | undefined,
): string | null {
  const ca = loadCa(option, sslRootCert);
  return ca === undefined ? null : write(root, 'ca.pem', ca);
}

function write(root: string, name: string, text: string): string {
  const file = path.join(root, name);
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  return file;
}
