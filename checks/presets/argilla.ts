// The preset argilla on the tables of a real Argilla server: installed from PyPI, its own migrations on PostgreSQL,
// records, suggestions and responses made through its own API, with a real Redis and a real OpenSearch beside it; then the
// same rows in a SQLite file that its own migrations made.
// Needs Python 3.11 and, for Redis, Java 17 or newer and Maven, Debian's packages.
// Usage: argilla.ts <python with datasets>
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Checks } from '../../test/support/checks.ts';
import { startPostgres } from '../../test/support/postgres/server.ts';
import { annotate, HALVES } from './argilla/annotate.ts';
import { comparePairs } from './argilla/pairs.ts';
import { startArgilla } from './argilla/services.ts';
import { markEntities } from './argilla/spans.ts';
import { apiOf } from './support/api.ts';
import { checkSources } from './support/check-sources.ts';
import { checkSqlite } from './support/check-sqlite.ts';
import { copyTables } from './support/copy-tables.ts';
import { publishSources } from './support/publish-sources.ts';

/** What the preset reads. */
const TABLES = ['workspaces', 'datasets', 'questions', 'records', 'responses', 'suggestions'];

interface Item {
  readonly id: string;
}

const since = new Date();
const [reader] = process.argv.slice(2);
const checks = new Checks();
const folder = await mkdtemp(path.join(tmpdir(), 'argilla-'));
const postgres = await startPostgres();

try {
  const database = await postgres.createDatabase('argilla');
  const owner = { name: 'ana', key: 'ana.apikey', workspace: 'team' };
  const argilla = await startArgilla(database, folder, owner);
  try {
    const api = apiOf(argilla.address, { 'x-argilla-api-key': owner.key });
    const { id: ana } = await api<Item>('GET', '/api/v1/me');
    const { items } = await api<{ items: Item[] }>('GET', '/api/v1/me/workspaces');
    const { id: other } = await api<Item>('POST', '/api/v1/workspaces', { name: 'other' });
    const account = { username: 'ben', first_name: 'Ben', password: 'correct horse', role: 'owner' };
    const ben = await api<Item & { api_key: string }>('POST', '/api/v1/users', account);
    const benApi = apiOf(argilla.address, { 'x-argilla-api-key': ben.api_key });
    const people = [
      { id: ana, api },
      { id: ben.id, api: benApi },
    ] as const;
    const expected = {
      ...(await annotate(...people, [items[0].id, other])),
      ...(await comparePairs(api, ana, items[0].id)),
      ...(await markEntities(...people, items[0].id)),
    };
    const halves = [HALVES.high, '\\ud83d', HALVES.low, '\\ude00'];
    await database.query(
      'UPDATE records SET fields = replace(replace(fields::text, $1, $2), $3, $4)::json',
      halves,
    );
    await checkSources(checks, database, 'argilla', expected, since);
    await copyTables(database, argilla.sqlite, TABLES);
    await checkSqlite(checks, argilla.sqlite, 'argilla', expected, since);
    await publishSources(checks, reader, database, 'argilla', expected);
  } finally {
    await argilla.close();
  }
} finally {
  await Promise.all([postgres.close(), rm(folder, { recursive: true, force: true })]);
}
checks.close();
