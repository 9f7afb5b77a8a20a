import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, variedReviews } from '../support/bundle-scene.ts';
import { createComplaintTables } from '../support/postgres/complaints.ts';

let scene: BundleScene;
let round = 0;
let repos: Readonly<Record<string, string>>;

beforeAll(async () => {
  scene = await BundleScene.start();
});

afterAll(() => scene.close());

beforeEach(async () => {
  await scene.newDatabase();
  const name = `owner/odd-${round++}`;
  repos = { 'department-dataset': `${name}-department`, 'urgency-dataset': `${name}-urgency` };
});

test('a text of a SQL_ASCII database that is not UTF-8 is dropped and counted; the others are published', async () => {
  await scene.postgres.query(
    "CREATE DATABASE ascii ENCODING 'SQL_ASCII' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'",
  );
  await scene.addReviews([...variedReviews(60), { message: 'सडक बिग्रियो', urgency: 'URGENT' }]);
  const ascii = scene.postgres.openDatabase('ascii');
  await createComplaintTables(ascii);
  for (const table of ['complaints', 'misclassified_complaints']) {
    const rows = await scene.database.query(`SELECT to_json(t)::text AS row FROM ${table} t`);
    await ascii.query(
      `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::text::json)`,
      [`[${rows.map(({ row }) => row)}]`],
    );
  }
  await ascii.query(
    "UPDATE complaints SET message = convert_from('\\x6261642062797465ff'::bytea, 'SQL_ASCII') WHERE id = 1",
  );
  const { exitCode, outputs, summary } = await scene.run({
    ...repos,
    'postgres-url': ascii.url({ params: { sslmode: 'disable' } }),
  });
  expect([exitCode, outputs.updated]).toEqual([0, '["department","urgency"]']);
  expect(JSON.parse(outputs.versions).urgency.num_samples).toBe(60);
  expect(summary).toContain('not valid UTF-8: 1');
});

describe('a column of a type that cannot be read is told in a sentence', () => {
  const cases: [string, string, string][] = [
    [
      'bytea',
      "ALTER TABLE complaints ALTER message TYPE bytea USING convert_to(message, 'UTF8')",
      'The column message is bytea, and text must be text, varchar, char, citext, an enum, or json or jsonb that holds texts. Create a view that converts it',
    ],
    [
      'integer',
      'ALTER TABLE misclassified_complaints ALTER reviewed DROP DEFAULT, ALTER reviewed TYPE integer USING 1',
      'argument of WHERE must be type boolean, not type integer',
    ],
    [
      'ids of two types',
      'ALTER TABLE misclassified_complaints ALTER complaint_id TYPE text',
      'operator does not exist: integer pg_catalog.= text',
    ],
  ];

  test.each(cases)('%s', async (_, statement, told) => {
    await scene.addReviews(variedReviews(20));
    await scene.database.query(statement);
    const { exitCode, log, summary } = await scene.run(repos);
    expect(exitCode).toBe(1);
    expect(log).toContain(told);
    expect(summary).toContain('❌');
    expect(log).not.toContain('SQLSTATE');
  });
});

test('tables of another schema are found by search_path in the URL', async () => {
  await scene.addReviews(variedReviews(60));
  await scene.database.query(
    'CREATE SCHEMA "My app"; ALTER TABLE complaints SET SCHEMA "My app"; ALTER TABLE misclassified_complaints SET SCHEMA "My app"',
  );
  const url = (params: Record<string, string>) => ({ 'postgres-url': scene.database.url({ params }) });
  expect((await scene.run({ ...repos, ...url({}) })).log).toMatch(/The table .* does not exist/);
  const { exitCode, outputs } = await scene.run({ ...repos, ...url({ search_path: 'public,"My app"' }) });
  expect([exitCode, outputs.updated]).toEqual([0, '["department","urgency"]']);
});

test('a connection that leaves this machine in the clear, unasked, is a warning that names the host', async () => {
  await scene.addReviews(variedReviews(60));
  const host = '0.0.0.0';
  const { exitCode, log } = await scene.run({ ...repos, 'postgres-url': scene.database.url({ host }) });
  expect(exitCode).toBe(0);
  expect(log).toContain(`The connection to PostgreSQL at ${host}:${scene.postgres.port} is not encrypted`);
  const params = { sslmode: 'disable' };
  const asked = await scene.run({ ...repos, 'postgres-url': scene.database.url({ host, params }) });
  expect(asked.log).not.toContain('is not encrypted');
});

test('a password that is not percent-encoded is told nowhere', async () => {
  const url = 'postgresql://reader:Ab@CANARYxyz?1@127.0.0.1:1/db';
  const { exitCode, log, summary } = await scene.run({ ...repos, 'postgres-url': url });
  expect(exitCode).toBe(1);
  expect(summary).toContain('postgres-url cannot be read');
  expect(log).toContain('in a user name or password, ? must be written as');
  expect(`${log}${summary}`).not.toContain('CANARY');
});
