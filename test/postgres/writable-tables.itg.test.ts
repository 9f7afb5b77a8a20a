import { beforeAll, expect, test } from '@jest/globals';
import { describeSources } from '../../src/postgres/describe-sources.ts';
import { withSnapshot } from '../../src/postgres/snapshot.ts';
import { statementOf } from '../support/statements.ts';
import { options, server, startServer } from './snapshot-scene.ts';

startServer();

beforeAll(async () => {
  await server.query(`
    CREATE TABLE reviews (id int, label text);
    CREATE TABLE tickets (id int, body text);
    CREATE SCHEMA hidden; CREATE TABLE hidden.secrets (id int);
    CREATE VIEW ticket_view AS SELECT id, body FROM tickets;
    CREATE VIEW invoker_view WITH (security_invoker = on) AS SELECT id, body FROM tickets;
    CREATE VIEW fixed_view AS SELECT count(*) FROM tickets;
    CREATE SEQUENCE ids`);
});

const SOURCE = {
  name: 's',
  origin: 'file',
  corrections: statementOf('SELECT 1 AS id'),
  confirmed: null,
  pending: null,
} as const;

/** Tables that a role with these rights is warned about. */
async function writable(...grants: string[]): Promise<readonly string[]> {
  const user = `role_${Math.random().toString(36).slice(2)}`;
  await server.query(`CREATE ROLE ${user} LOGIN PASSWORD 'password'`);
  await server.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${user}`);
  for (const grant of grants) await server.query(grant.replaceAll('$', user));
  const url = server.url({ user });
  const described = await withSnapshot(options({ url }), (snapshot) =>
    describeSources(snapshot, [SOURCE], () => ['answers']),
  );
  await server.query(`REASSIGN OWNED BY ${user} TO postgres; DROP OWNED BY ${user}; DROP ROLE ${user}`);
  return described.problems.length > 0
    ? described.problems.map(({ message }) => message)
    : described.writableTables;
}

test.each([
  ['all of it', ['GRANT INSERT ON reviews TO $'], ['reviews']],
  ['TRUNCATE', ['GRANT TRUNCATE ON reviews TO $'], ['reviews']],
  ['DELETE', ['GRANT DELETE ON reviews TO $'], ['reviews']],
  ['one column', ['GRANT UPDATE (label) ON reviews TO $'], ['reviews']],
  ['new rows of some columns', ['GRANT INSERT (id) ON reviews TO $'], ['reviews']],
  ['an updatable view', ['GRANT UPDATE ON ticket_view TO $'], ['ticket_view']],
  ['a column of an updatable view', ['GRANT UPDATE (body) ON ticket_view TO $'], ['ticket_view']],
  [
    'a role that it can become',
    [
      'CREATE ROLE writers NOINHERIT',
      'GRANT UPDATE ON reviews TO writers',
      'ALTER ROLE $ NOINHERIT',
      'GRANT writers TO $',
    ],
    ['reviews'],
  ],
  ['a table of its own', ['ALTER TABLE reviews OWNER TO $', 'REVOKE ALL ON reviews FROM $'], ['reviews']],
])('is warned about: %s', async (_, grants, tables) => {
  expect(await writable(...grants)).toEqual(tables);
  await server
    .query('DROP ROLE IF EXISTS writers')
    .catch(() => server.query('DROP OWNED BY writers; DROP ROLE writers'));
});

test.each([
  ['nothing but reading', []],
  ['SELECT on columns', ['GRANT SELECT (id) ON hidden.secrets TO $']],
  ['a table of a schema it may not use', ['GRANT UPDATE ON hidden.secrets TO $']],
  ['a view that is not updatable', ['GRANT UPDATE ON fixed_view TO $']],
  ['a view that checks its own rights', ['GRANT UPDATE ON invoker_view TO $']],
  [
    'a view of its own on a table it may only read',
    [
      'GRANT CREATE ON SCHEMA public TO $',
      'SET ROLE $; CREATE VIEW own_view AS SELECT * FROM tickets; RESET ROLE',
    ],
  ],
  ['a sequence', ['GRANT ALL ON ids TO $']],
])('is not warned about: %s', async (_, grants) => {
  expect(await writable(...grants)).toEqual([]);
  await server.query('DROP VIEW IF EXISTS own_view');
});

test('a superuser is warned about, without a word about the tables of the system', async () => {
  const described = await withSnapshot(options(), (snapshot) =>
    describeSources(snapshot, [SOURCE], () => ['answers']),
  );
  expect(described).toMatchObject({ writableTables: expect.arrayContaining([expect.any(String)]) });
  expect(
    (described as unknown as { writableTables: string[] }).writableTables.filter((name) =>
      name.startsWith('pg_'),
    ),
  ).toEqual([]);
});
