// The preset chainlit on the tables of both data layers, which Chainlit documents and does not make itself, with chats and
// ratings saved by the code of both, installed from PyPI. Needs Python 3.11.
// Usage: chainlit.ts <python with datasets>
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Checks } from '../../test/support/checks.ts';
import { startPostgres } from '../../test/support/postgres/server.ts';
import { chats } from './chainlit/chats.ts';
import { TABLES } from './chainlit/tables.ts';
import { checkSources } from './support/check-sources.ts';
import { expectedOf } from './support/expected.ts';
import { installFromPyPI, run } from './support/product.ts';
import { publishSources } from './support/publish-sources.ts';

const since = new Date(Math.floor(Date.now() / 1000) * 1000);
const [reader] = process.argv.slice(2);
const checks = new Checks();
const programs = installFromPyPI('chainlit');
const folder = await mkdtemp(path.join(tmpdir(), 'chainlit-'));
const postgres = await startPostgres();

const FILES = {
  chainlit: `INSERT INTO "Element" VALUES ('file', $1, $2, '{}', 'a file')`,
  sqlalchemy: `INSERT INTO elements (id, "threadId", "forId", name) VALUES (gen_random_uuid(), $1, $2, 'a file')`,
};
const DELETIONS = {
  chainlit: ['UPDATE "Thread" SET "deletedAt" = now() WHERE id = $1', 'DELETE FROM "Step" WHERE id = $1'],
  sqlalchemy: ['DELETE FROM feedbacks WHERE "threadId" = $1', 'DELETE FROM steps WHERE id = $1'],
};

try {
  for (const layer of ['chainlit', 'sqlalchemy'] as const) {
    const database = await postgres.createDatabase(layer);
    await database.query(TABLES[layer]);
    const { chats: saved, withFile, deleted } = chats();
    const script = path.join(import.meta.dirname, 'chainlit/save_chats.py');
    const printed = run(path.join(programs, 'python'), [script, layer, database.url()], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder },
      input: JSON.stringify(saved),
    });
    const ids: { user: string; ratings: string[][] } = JSON.parse(printed.trim().split('\n').at(-1)!);
    await database.query(FILES[layer], [withFile.id, withFile.steps[0].id]);
    const [deleteThread, deleteStep] = DELETIONS[layer];
    await database.query(deleteThread, [deleted.id]);
    const gone = saved.find(({ ratings }) => ratings.some(({ gives }) => gives === 'no-step'))!;
    await database.query(deleteStep, [gone.steps[0].id]);
    const given = saved.flatMap(({ ratings }, index) =>
      ratings.flatMap(({ step, gives }) => {
        const [id] = ratings
          .flatMap((one, number) => (one.step === step ? ids.ratings[index][number] : []))
          .sort();
        return gives === null ? [] : { id, gives: { ratings: gives } };
      }),
    );
    const columns = { annotator: ids.user };
    const expected = expectedOf(given.map((each) => ({ ...each, columns })));
    const name = layer === 'chainlit' ? 'chainlit' : 'chainlit-sqlalchemy';
    await checkSources(checks, database, name, expected, since);
    await publishSources(checks, reader, database, name, expected);
  }
} finally {
  await Promise.all([postgres.close(), rm(folder, { recursive: true, force: true })]);
}
checks.close();
