// The preset doccano on the tables of a real doccano: installed from PyPI, its own migrations on PostgreSQL, examples,
// labels and confirmations made through its own API; then the same rows in a SQLite file that its own migrations made. Needs Python 3.11.
// Usage: doccano.ts <python with datasets>
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Checks } from '../../test/support/checks.ts';
import { startPostgres, type TestDatabase } from '../../test/support/postgres/server.ts';
import {
  annotateAlone,
  annotateElsewhere,
  annotateImported,
  annotateTogether,
  writeAnswers,
} from './doccano/annotate.ts';
import { markEntities } from './doccano/spans.ts';
import { apiOf } from './support/api.ts';
import { checkSources } from './support/check-sources.ts';
import { checkSqlite } from './support/check-sqlite.ts';
import { copyTables } from './support/copy-tables.ts';
import { declaredDatasets } from './support/preset-sources.ts';
import { installFromPyPI, run, startService } from './support/product.ts';
import { publishSources } from './support/publish-sources.ts';

const PASSWORD = 'correct horse';
/** What the preset reads. */
const TABLES = [
  'projects_project',
  'examples_example',
  'examples_examplestate',
  'projects_sequencelabelingproject',
  'label_types_categorytype',
  'label_types_spantype',
  'labels_category',
  'labels_span',
  'labels_textlabel',
];
const since = new Date();
const [reader] = process.argv.slice(2);
const checks = new Checks();
const doccano = path.join(installFromPyPI('doccano'), 'doccano');
const folder = await mkdtemp(path.join(tmpdir(), 'doccano-'));
const postgres = await startPostgres();

try {
  const database = await postgres.createDatabase('doccano');
  const env = {
    PATH: process.env.PATH,
    PYTHONUNBUFFERED: '1',
    DOCCANO_HOME: folder,
    DATABASE_URL: database.url({ params: { sslmode: 'disable' } }),
  };
  run(doccano, ['init'], { env });
  run(doccano, ['createuser', '--username', 'ana', '--password', PASSWORD], { env });
  const serve = ['webserver', '--port', '0', '--workers', '1'];
  const server = await startService(doccano, serve, /Listening at: http:\/\/[^:]+:(\d+)/, { env });
  try {
    const url = `http://127.0.0.1:${server.address}`;
    const logIn = async (username: string) => {
      const account = { username, password: PASSWORD };
      const { key } = await apiOf(url, {})<{ key: string }>('POST', '/v1/auth/login/', account);
      const api = apiOf(url, { authorization: `Token ${key}` });
      return { id: (await api<{ id: number }>('GET', '/v1/me')).id, api };
    };
    const ana = await logIn('ana');
    const account = { username: 'ben', password1: PASSWORD, password2: PASSWORD };
    await ana.api('POST', '/v1/users/create', account);
    const ben = await logIn('ben');
    const expected = {
      urgency: await annotateAlone(ana, ben),
      topics: await annotateTogether(ana, ben),
      answers: await writeAnswers(ana, ben),
      imported: await annotateImported(ana, ben),
      unlabelled: await annotateElsewhere(ana, ben),
      ...(await markEntities(ana, ben)),
    };
    await checkSources(checks, database, 'doccano', expected, since);
    await checkTimes(database);
    const file = path.join(folder, 'db.sqlite3');
    run(doccano, ['init'], { env: { ...env, DATABASE_URL: `sqlite:///${file}` } });
    await copyTables(database, file, TABLES);
    await checkSqlite(checks, file, 'doccano', expected, since);
    await publishSources(checks, reader, database, 'doccano', expected);
  } finally {
    await server.close();
  }
} finally {
  await Promise.all([postgres.close(), rm(folder, { recursive: true, force: true })]);
}
checks.close();

/** A row is as new as its labels, also where they were changed after somebody had confirmed the example. */
async function checkTimes(of: TestDatabase): Promise<void> {
  const changed = {
    answers: 'JOIN labels_textlabel l ON l.id = s.id',
    urgency: "JOIN labels_category l ON s.id = concat(l.example_id, '/', l.user_id)",
    entities: "JOIN labels_span l ON s.id = concat(l.example_id, '/', l.user_id)",
  };
  const sources = new Map((await declaredDatasets('doccano')).map(({ source }) => [source.name, source]));
  for (const [name, labels] of Object.entries(changed)) {
    const { sql } = sources.get(name)!.corrections;
    const [{ rows, older }] = await of.query(
      `SELECT count(*)::int AS rows, count(*) FILTER (WHERE s.time < l.updated_at)::int AS older
       FROM (${sql}) s ${labels}`,
    );
    checks.check(`doccano ${name}: no row is older than its labels`, Number(rows) > 0 && older === 0, older);
  }
}
