// Checks that the committed bundle publishes by a real Spark what it publishes by itself, and nothing when Spark is killed.
// Usage: node checks/spark-bundle.ts <python with PySpark> <folder of PostgreSQL's JDBC driver> <grievances.csv> <python
// with datasets>
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runChecker } from '../test/interop/run-checker.ts';
import { Checks } from '../test/support/checks.ts';
import { startLocalHub } from '../test/support/local-hub/server.ts';
import { loadGrievances } from '../test/support/postgres/grievances.ts';
import { startPostgres } from '../test/support/postgres/server.ts';
import { runBundle } from '../test/support/run-bundle.ts';

const [python, jars, csv, reader] = process.argv.slice(2);
const jar = path.resolve(jars, (await readdir(jars)).find((name) => /^postgresql-.*\.jar$/.test(name))!);
const TOKEN = 'hf_spark';
const postgres = await startPostgres();
const hub = await startLocalHub();
hub.addToken({ token: TOKEN, user: 'owner', role: 'write' });
const checks = new Checks();
const temp = await mkdtemp(path.join(tmpdir(), 'spark-bundle-'));
const bin = path.dirname(path.resolve(python));
const options =
  "--master 'local[2]' --driver-memory 1g --conf spark.ui.enabled=false --conf spark.sql.shuffle.partitions=4";
const submit = `PYSPARK_PYTHON=${bin}/python ${bin}/spark-submit ${options} --jars ${jar} {script} --plan {plan} --out {out} > ${temp}/spark.log 2>&1`;

function run(name: string, inputs: Readonly<Record<string, string>>) {
  return runBundle(
    {
      'postgres-url': postgres.url({ params: { sslmode: 'disable' } }),
      'hf-token': TOKEN,
      'hub-endpoint': hub.url,
      'department-dataset': `owner/${name}-department`,
      'urgency-dataset': `owner/${name}-urgency`,
      ...inputs,
    },
    { environment: { RUNNER_TEMP: temp, JAVA_HOME: process.env.JAVA_HOME } },
  );
}

function metadataOf(repo: string) {
  return JSON.parse(hub.readFile(repo, 'main', 'dataset_metadata.json').toString());
}

try {
  await loadGrievances(postgres, csv);
  const here = await run('here', {});
  checks.check('published without Spark', here.exitCode === 0, here.log);
  const spark = await run('spark', { 'spark-command': submit });
  const log = await readFile(path.join(temp, 'spark.log'), 'utf8').catch(() => '');
  checks.check('published by Spark', spark.exitCode === 0, `${spark.log}\n${log.slice(-3000)}`);
  for (const label of ['department', 'urgency']) {
    const [ours, theirs] = [metadataOf(`owner/here-${label}`), metadataOf(`owner/spark-${label}`)];
    const same = ['content_sha256', 'num_samples', 'splits', 'quality', 'source', 'features'];
    for (const key of same) {
      const [expected, found] = [JSON.stringify(ours[key]), JSON.stringify(theirs[key])];
      checks.check(`${label}: ${key} is the same`, expected === found, `${found} instead of ${expected}`);
    }
    const repos = [`owner/here-${label}`, `owner/spark-${label}`];
    await runChecker(
      checks,
      reader,
      path.resolve(import.meta.dirname, 'spark/same_datasets.py'),
      hub.url,
      TOKEN,
      ...repos,
    );
  }
  const again = await run('here', { 'spark-command': submit });
  checks.check(
    'Spark finds what was published without it unchanged',
    again.outputs['department-status'] === 'unchanged' && again.outputs['urgency-status'] === 'unchanged',
    again.log,
  );
  const killed = await run('killed', {
    'spark-command': `(sleep 6; pkill -9 -f 'prepare.py --plan' ) & ${submit}`,
  });
  checks.check(
    'a killed Spark is told, and publishes nothing',
    killed.exitCode === 1 && killed.log.includes('spark-command ') && !hub.hasRepo('owner/killed-department'),
    killed.log,
  );
  const left = (await readdir(temp)).filter((name) => name !== 'spark.log');
  checks.check('nothing is left in the temporary folder', left.length === 0, left.join());
} finally {
  await Promise.all([hub.close(), postgres.close(), rm(temp, { recursive: true, force: true })]);
}
checks.close();
