// Checks that spark/prepare.py, run by a real Spark, makes of a database what this action itself makes of it.
// Usage: node checks/spark.ts <python with PySpark> <folder of PostgreSQL's JDBC driver> <grievances.csv>
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { BUILT_IN, targetOf } from '../test/support/built-in.ts';
import { Checks } from '../test/support/checks.ts';
import { loadGrievances } from '../test/support/postgres/grievances.ts';
import { SUPERUSER, startPostgres } from '../test/support/postgres/server.ts';
import { type Comparison, compareEngines } from './spark/compare.ts';
import { edgeTargets, fillEdges, ID_TYPES } from './spark/edges.ts';
import { fillHostileTexts, hostileTargets } from './spark/hostile.ts';
import { MUTANTS } from './spark/mutants.ts';
import { startSpark } from './spark/spark-session.ts';

const [python, jars, csv] = process.argv.slice(2);
const jar = (await readdir(jars)).find((name) => /^postgresql-.*\.jar$/.test(name))!;
const spark = startSpark(python, path.join(jars, jar), SUPERUSER.password);
const postgres = await startPostgres();
const checks = new Checks();
const builtIn = BUILT_IN.map((definition) => targetOf(definition));

async function isSame(name: string, comparison: Comparison) {
  const { differences, outputs } = await compareEngines(spark, comparison);
  checks.check(name, differences.length === 0, differences.join('\n'));
  return outputs;
}

const grievances = await postgres.createDatabase('grievances');
await loadGrievances({ ...postgres, ...grievances }, csv);
const READER = { user: 'dataset_reader', password: SUPERUSER.password };
const rights = await readFile(path.resolve(import.meta.dirname, '../examples/reader-role.sql'), 'utf8');
for (const statement of statementsOf(rights)) await grievances.query(statement);
await isSame('6,000 grievances, read by the role of examples/reader-role.sql', {
  url: grievances.url(READER),
  targets: builtIn,
});
const outputs = await isSame('many small shards', {
  url: grievances.url(),
  targets: builtIn,
  changes: { SHARD_BYTES: 40_000 },
});
checks.check(
  'there are many',
  outputs.length > 0 && outputs.every(({ files }) => files > 10),
  outputs.map(({ files }) => files).join(),
);

const hostile = await postgres.createDatabase('hostile');
await fillHostileTexts(hostile);
await isSame('hostile texts', { url: hostile.url(), targets: hostileTargets() });

const edges = await postgres.createDatabase('edges');
await fillEdges(edges);
await isSame('groups, predictions, times and pairs, NULLs and tiny classes', {
  url: edges.url(),
  targets: edgeTargets('integer', 'all'),
});
for (const type of ID_TYPES) {
  await isSame(`ids of ${type}`, { url: edges.url(), targets: edgeTargets(type, 'one'), rowsAPart: 100 });
}

let batch = 0;
const write = async () => {
  batch++;
  await grievances.query(`DELETE FROM misclassified_complaints WHERE id % 7 = ${batch % 7}`);
  await grievances.query(
    `INSERT INTO complaints (id, message, urgency, department) SELECT 100000 + 1000 * ${batch} + i, 'new ' || i || ' ${batch}', 'NORMAL', NULL FROM generate_series(1, 500) AS i`,
  );
};
await isSame('a writer beside the read', { url: grievances.url(), targets: builtIn, between: write });

for (const [name, mutant] of Object.entries(MUTANTS)) {
  const scene =
    mutant.scene === 'hostile'
      ? { url: hostile.url(), targets: hostileTargets() }
      : { url: grievances.url(), targets: builtIn };
  const between = mutant.scene === 'writer' ? write : undefined;
  const { error, differences } = await compareEngines(spark, { ...scene, ...mutant.changed, between });
  const isFound = mutant.fails ? error !== null : error === null && differences.length > 0;
  checks.check(`mutant is found: ${name}`, isFound, error ?? 'no difference');
}

await spark.close();
await postgres.close();
checks.close();

/** The statements of a script of psql's, for the database they are run in. */
function statementsOf(script: string): string[] {
  const values = {
    ":'password'": `'${READER.password}'`,
    ':"database"': 'grievances',
    ':"schema"': 'public',
  };
  const lines = script.split('\n').filter((line) => !/^--|\\gset/.test(line));
  const text = Object.entries(values).reduce(
    (sql, [name, value]) => sql.replaceAll(name, value),
    lines.join('\n'),
  );
  return text.split(/;\n/).filter((statement) => statement.trim() !== '');
}
