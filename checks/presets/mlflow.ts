// The preset mlflow on tables made by MLflow's own migrations, installed from PyPI, with traces and assessments logged by
// its own client. Its page and server are not run: both save assessments by the same store. Needs Python 3.11.
// Usage: mlflow.ts <python with datasets>
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Checks } from '../../test/support/checks.ts';
import { startPostgres } from '../../test/support/postgres/server.ts';
import { chats } from './mlflow/chats.ts';
import { tickets } from './mlflow/tickets.ts';
import { checkSources } from './support/check-sources.ts';
import { expectedOf } from './support/expected.ts';
import { installFromPyPI, run } from './support/product.ts';
import { publishSources } from './support/publish-sources.ts';

const since = new Date(Math.floor(Date.now() / 1000) * 1000);
const [reader] = process.argv.slice(2);
const checks = new Checks();
const programs = installFromPyPI('mlflow');
const folder = await mkdtemp(path.join(tmpdir(), 'mlflow-'));
const postgres = await startPostgres();

try {
  const database = await postgres.createDatabase('mlflow');
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    MLFLOW_ENABLE_ASYNC_TRACE_LOGGING: 'false',
    MLFLOW_DISABLE_TELEMETRY: 'true',
  };
  const script = path.join(import.meta.dirname, 'mlflow/log_traces.py');
  const uri = database.url().replace('postgresql:', 'postgresql+psycopg2:');
  const cases = [...tickets(), ...chats()];
  const printed = run(path.join(programs, 'python'), [script, uri], {
    cwd: folder,
    env,
    input: JSON.stringify(cases),
  });
  const ids: string[][] = JSON.parse(printed.trim().split('\n').at(-1)!);
  const given = cases.flatMap(({ assessments }, index) =>
    assessments.map(({ gives, user: annotator }, number) => ({
      id: ids[index][number],
      gives,
      columns: { annotator },
    })),
  );
  const expected = expectedOf(given);
  // Spans that a store keeps among its artifacts have no line in the table.
  await database.query(`DELETE FROM spans WHERE content LIKE '%kept elsewhere%'`);
  await checkSources(checks, database, 'mlflow', expected, since);
  await publishSources(checks, reader, database, 'mlflow', expected);
} finally {
  await Promise.all([postgres.close(), rm(folder, { recursive: true, force: true })]);
}
checks.close();
