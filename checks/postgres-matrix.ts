// The main job against PostgreSQL 12 to 18, PGlite, and PgBouncer in transaction mode, and the errors that come by way
// of PgBouncer. Needs npm and Debian's package pgbouncer.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withSnapshot } from '../src/postgres/snapshot.ts';
import { TOKEN } from '../test/support/bundle-scene.ts';
import { Checks } from '../test/support/checks.ts';
import { startLocalHub } from '../test/support/local-hub/server.ts';
import { createComplaintTables } from '../test/support/postgres/complaints.ts';
import { readTexts } from '../test/support/postgres/read-texts.ts';
import { startPostgres, type TestDatabase } from '../test/support/postgres/server.ts';
import { type Published, runMainJob } from './postgres/main-job.ts';
import { startPgBouncer } from './postgres/pgbouncer.ts';
import { checkPgBouncerErrors } from './postgres/pgbouncer-errors.ts';
import { startPglite } from './postgres/pglite.ts';
import { checkRights } from './postgres/rights.ts';
import { installVersions } from './postgres/versions.ts';

const SETTINGS = `
  SELECT concat_ws(' ', current_setting('transaction_isolation'), current_setting('transaction_read_only'),
                   current_setting('statement_timeout'), current_setting('lock_timeout'),
                   current_setting('idle_in_transaction_session_timeout'),
                   current_setting('client_connection_check_interval', true))`;
const checks = new Checks();
const hub = await startLocalHub();
hub.addToken({ token: TOKEN, user: 'owner', role: 'write' });
const folder = await mkdtemp(path.join(tmpdir(), 'postgres-versions-'));
let reference: Published[] | undefined;

try {
  for (const { major, Cluster } of await installVersions(folder)) {
    const server = await startPostgres({}, Cluster);
    try {
      const [{ server_version: version }] = await server.query('SHOW server_version');
      checks.check(`PostgreSQL ${major} is PostgreSQL ${version}`, version.startsWith(`${major}.`), version);
      await job(`postgres-${major}`, server, server.url(), major < 14 ? '' : ' 1s');
      await checkRights(`postgres-${major}`, await server.createDatabase('rights'), checks);
      if (major === 18) {
        const bouncer = await startPgBouncer(server);
        try {
          await server.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
          await job('pgbouncer', server, bouncer.url(), ' 1s');
        } finally {
          await bouncer.close();
        }
        await checkPgBouncerErrors(server, checks);
      }
    } finally {
      await server.close();
    }
  }
  const pglite = await startPglite();
  try {
    await job('pglite', pglite, pglite.url(), ' 0');
  } finally {
    await pglite.close();
  }
} finally {
  await Promise.all([hub.close(), rm(folder, { recursive: true, force: true })]);
}
checks.close();

/** @param lostClientCheck how often the server looks whether the client is there, after a space */
async function job(
  name: string,
  database: TestDatabase,
  url: string,
  lostClientCheck: string,
): Promise<void> {
  await createComplaintTables(database, { columns: 'enum' });
  const published = await runMainJob(database, { name, url, hub, token: TOKEN, checks });
  reference ??= published;
  const rows = Object.values(published[1])
    .flatMap((splits) => Object.values(splits))
    .flat().length;
  const isSame = JSON.stringify(published) === JSON.stringify(reference);
  checks.check(`${name}: its ${rows} rows are those of the first server`, isSame, JSON.stringify(published));
  const [settings, pinned] = await withSnapshot({ url, retryDelaysMs: [] }, async (snapshot) => {
    const begun = await readTexts(snapshot, SETTINGS);
    await readTexts(snapshot, "SELECT set_config('statement_timeout', '0', true)");
    return [begun, await readTexts(snapshot, SETTINGS)];
  });
  checks.same(`${name}: settings`, settings, [[`repeatable read on 30min 1min 10min${lostClientCheck}`]]);
  checks.same(`${name}: settings after a SELECT that changed one`, pinned, settings);
}
