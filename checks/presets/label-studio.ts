// The preset label-studio on the tables of a real Label Studio: installed from PyPI, its own migrations on PostgreSQL,
// tasks, predictions and annotations made through its own API. Needs Python 3.11.
// Usage: label-studio.ts <python with datasets>
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Checks } from '../../test/support/checks.ts';
import { freePort, SUPERUSER, startPostgres } from '../../test/support/postgres/server.ts';
import { annotateEntities } from './label-studio/entities.ts';
import { annotatePairs } from './label-studio/pairs.ts';
import { annotateSentiment } from './label-studio/sentiment.ts';
import { annotateTopics } from './label-studio/topics.ts';
import { apiOf } from './support/api.ts';
import { checkSources } from './support/check-sources.ts';
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
  const account = ['--username', 'ana@example.org', '--password', 'correct horse', '--user-token', TOKEN];
  const server = await startService(
    path.join(programs, 'label-studio'),
    ['start', '--no-browser', '--port', `${await freePort()}`, '--enable-legacy-api-token', ...account],
    /Starting development server at http:\/\/[^:]+:(\d+)/,
    {
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        PYTHONUNBUFFERED: '1',
        LABEL_STUDIO_BASE_DATA_DIR: folder,
        COLLECT_ANALYTICS: 'false',
        LATEST_VERSION_CHECK: 'false',
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
    await publishSources(checks, reader, database, 'label-studio', expected);
  } finally {
    await server.close();
  }
} finally {
  await Promise.all([postgres.close(), rm(folder, { recursive: true, force: true })]);
}
checks.close();
