// The preset label-studio on the tables of a real Label Studio: installed from PyPI, its own migrations on PostgreSQL,
// tasks, predictions and annotations made through its own API; then the same rows in a SQLite file that its own migrations
// made. Needs Python 3.11.
// Usage: label-studio.ts <python with datasets>
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Checks } from '../../test/support/checks.ts';
import { freePort, SUPERUSER, startPostgres } from '../../test/support/postgres/server.ts';
import { annotateEntities } from './label-studio/entities.ts';
import { annotatePairs } from './label-studio/pairs.ts';
import { annotateSentiment } from './label-studio/sentiment.ts';
import { annotateTopics } from './label-studio/topics.ts';
import { apiOf } from './support/api.ts';
import { checkSources } from './support/check-sources.ts';
import { checkSqlite } from './support/check-sqlite.ts';
import { copyTables } from './support/copy-tables.ts';
import { installFromPyPI, startService } from './support/product.ts';
import { publishSources } from './support/publish-sources.ts';

const TOKEN = '0123456789abcdef0123456789abcdef01234567';
const since = new Date();
const [reader] = process.argv.slice(2);
const checks = new Checks();
const programs = installFromPyPI('label-studio');
const folder = await mkdtemp(path.join(tmpdir(), 'label-studio-'));
const postgres = await startPostgres();

try {
  const database = await postgres.createDatabase('label_studio');
  const sqlite = path.join(folder, 'sqlite');
  const migrated = migrate(sqlite);
  const account = ['--username', 'ana@example.org', '--password', 'correct horse', '--user-token', TOKEN];
  const server = await startService(
    path.join(programs, 'label-studio'),
    ['start', '--no-browser', '--port', `${await freePort()}`, '--enable-legacy-api-token', ...account],
    /Starting development server at http:\/\/[^:]+:(\d+)/,
    {
      env: {
        ...environmentIn(folder),
        PYTHONUNBUFFERED: '1',
        DJANGO_DB: 'default',
        POSTGRE_HOST: '127.0.0.1',
        POSTGRE_PORT: String(postgres.port),
        POSTGRE_NAME: database.name,
        POSTGRE_USER: SUPERUSER.user,
        POSTGRE_PASSWORD: SUPERUSER.password,
      },
    },
  );
  try {
    const api = apiOf(`http://127.0.0.1:${server.address}`, { authorization: `Token ${TOKEN}` });
    const { id: ana } = await api<{ id: number }>('GET', '/api/current-user/whoami');
    const { id: ben } = await api<{ id: number }>('POST', '/api/users/', {
      email: 'ben@example.org',
      username: 'ben',
    });
    const sentiment = await annotateSentiment(api, ana, ben);
    const expected = {
      sentiment,
      ...(await annotateTopics(api, ana)),
      pairs: await annotatePairs(api, ana),
      ...(await annotateEntities(api, ana, ben)),
    };
    await checkSources(checks, database, 'label-studio', expected, since);
    await migrated;
    const file = path.join(sqlite, 'label_studio.sqlite3');
    await copyTables(database, file, ['task', 'task_completion', 'prediction']);
    await checkSqlite(checks, file, 'label-studio', expected, since);
    await publishSources(checks, reader, database, 'label-studio', expected);
  } finally {
    await server.close();
  }
} finally {
  await Promise.all([postgres.close(), rm(folder, { recursive: true, force: true })]);
}
checks.close();

/** Variables with which Label Studio keeps its files in a folder. */
function environmentIn(data: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: data,
    LABEL_STUDIO_BASE_DATA_DIR: data,
    COLLECT_ANALYTICS: 'false',
    LATEST_VERSION_CHECK: 'false',
  };
}

/** Makes the SQLite file of a folder by Label Studio's migrations of the tables that the preset reads, which takes a while. */
async function migrate(data: string): Promise<void> {
  const [python] = (await readdir(path.join(programs, '../lib'))).filter((name) => name.startsWith('python'));
  const manage = path.join(programs, '../lib', python, 'site-packages/label_studio/manage.py');
  const env = { ...environmentIn(data), DJANGO_DB: 'sqlite' };
  await promisify(execFile)(path.join(programs, 'python'), [manage, 'migrate', 'tasks'], { env });
}
