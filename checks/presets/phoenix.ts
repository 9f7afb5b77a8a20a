// The preset phoenix on tables made by Phoenix's own migrations, installed from PyPI, with spans and annotations saved by the
// code of its server, which does not run: it needs packages for models that no table depends on. Needs Python 3.11.
// Usage: phoenix.ts <python with datasets>
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Checks } from '../../test/support/checks.ts';
import { startPostgres } from '../../test/support/postgres/server.ts';
import { chats, tickets } from './phoenix/cases.ts';
import { checkSources } from './support/check-sources.ts';
import { expectedOf } from './support/expected.ts';
import { installFromPyPI, run } from './support/product.ts';
import { publishSources } from './support/publish-sources.ts';

const since = new Date(Math.floor(Date.now() / 1000) * 1000);
const [reader] = process.argv.slice(2);
const checks = new Checks();
const programs = installFromPyPI('phoenix');
const folder = await mkdtemp(path.join(tmpdir(), 'phoenix-'));
const postgres = await startPostgres();

try {
  const database = await postgres.createDatabase('phoenix');
  const classified = tickets();
  const sessions = new Set(classified.flatMap(({ session }) => session ?? [])).size;
  const cases = [...classified, ...chats(sessions + 1)];
  const script = path.join(import.meta.dirname, 'phoenix/save_annotations.py');
  const url = database.url().replace('postgresql:', 'postgresql+asyncpg:');
  const env = { PATH: process.env.PATH, HOME: folder, PHOENIX_WORKING_DIR: folder };
  const printed = run(path.join(programs, 'python'), [script, url], {
    cwd: folder,
    env,
    input: JSON.stringify(cases),
  });
  const ids: number[][] = JSON.parse(printed.trim().split('\n').at(-1)!);
  const given = cases.flatMap(({ annotations }, index) =>
    annotations.map(({ gives }, number) => ({ id: ids[index][number], gives })),
  );
  const expected = expectedOf(given);
  await checkSources(checks, database, 'phoenix', expected, since);
  await publishSources(checks, reader, database, 'phoenix', expected);
} finally {
  await Promise.all([postgres.close(), rm(folder, { recursive: true, force: true })]);
}
checks.close();
