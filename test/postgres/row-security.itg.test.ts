import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { RowSecurity, SourceDefinition } from '../../src/model/definition.ts';
import { describeSources } from '../../src/postgres/describe-sources.ts';
import { withSnapshot } from '../../src/postgres/snapshot.ts';
import { statementOf } from '../support/statements.ts';
import { options, server, startServer } from './snapshot-scene.ts';

startServer();

const ROLES = ['reader', 'keeper', 'bypasser'];

beforeAll(async () => {
  await server.query(`
    CREATE ROLE reader LOGIN PASSWORD 'password';
    CREATE ROLE keeper LOGIN PASSWORD 'password';
    CREATE ROLE bypasser LOGIN BYPASSRLS PASSWORD 'password';
    CREATE TABLE open_rows AS SELECT generate_series(1, 10) AS id;
    CREATE TABLE rows_of_teams (id int, team int);
    INSERT INTO rows_of_teams SELECT n, n % 2 FROM generate_series(1, 10) AS n;
    ALTER TABLE rows_of_teams OWNER TO keeper;
    CREATE POLICY one_team ON rows_of_teams USING (team = 0);
    CREATE VIEW by_invoker WITH (security_invoker = true) AS SELECT * FROM rows_of_teams;
    CREATE VIEW by_owner AS SELECT * FROM rows_of_teams;
    CREATE VIEW by_reader AS SELECT * FROM rows_of_teams;
    ALTER VIEW by_reader OWNER TO reader;
    CREATE TABLE parted (id int, team int) PARTITION BY LIST (team);
    CREATE TABLE parted_0 PARTITION OF parted FOR VALUES IN (0);
    ALTER TABLE parted_0 ENABLE ROW LEVEL SECURITY;
    CREATE TABLE policed (id int, team int) PARTITION BY LIST (team);
    CREATE TABLE policed_0 PARTITION OF policed FOR VALUES IN (0);
    ALTER TABLE policed ENABLE ROW LEVEL SECURITY;
    CREATE TABLE "odd <b> name" (id int);
    ALTER TABLE "odd <b> name" ENABLE ROW LEVEL SECURITY;
    CREATE FUNCTION ids() RETURNS SETOF int LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN QUERY SELECT id FROM rows_of_teams; END $$;
    CREATE FUNCTION ids_of_keeper() RETURNS SETOF int LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$ BEGIN RETURN QUERY SELECT id FROM rows_of_teams; END $$;
    ALTER FUNCTION ids_of_keeper OWNER TO keeper;
    CREATE FUNCTION pretend() RETURNS int LANGUAGE plpgsql STABLE AS $$ BEGIN
      RAISE EXCEPTION 'query would be affected by row-level security policy for table "CANARY"' USING ERRCODE = '42501'; END $$;
    GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${ROLES.join(', ')};`);
});

beforeEach(async () => {
  await server.query('ALTER TABLE rows_of_teams ENABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY');
});

/** What is read of SELECTs by a role: the number of rows, or why they are refused. */
async function read(
  role: string,
  corrections: string,
  { rowSecurity, ...more }: { rowSecurity?: RowSecurity; confirmed?: string; pending?: string } = {},
) {
  const source: SourceDefinition = {
    name: 'source',
    origin: 'file',
    corrections: statementOf(corrections),
    confirmed: more.confirmed === undefined ? null : statementOf(more.confirmed),
    pending: more.pending === undefined ? null : statementOf(more.pending),
    rowSecurity,
  };
  return withSnapshot(options({ url: server.url({ user: role }) }), async (snapshot) => {
    const described = await describeSources(snapshot, [source], () => ['answers']);
    const [problem] = described.problems;
    if (problem !== undefined) {
      const { message, isHidden, statement } = problem;
      return { message, isHidden, sql: statement.sql };
    }
    const sql = `SELECT id::text FROM (${corrections}) AS x`;
    const rows = await snapshot.copyRows(sql, 1, () => undefined, {
      source,
      part: 'corrections',
      datasets: ['answers'],
    });
    return { rows, policies: described.sources[0]!.policies };
  });
}

const hidden = (table: string, user = 'reader') =>
  `Row-level security policies of table "${table}" of PostgreSQL at 127.0.0.1:${server.port} would hide rows from user "${user}", so nothing was read. `;

describe('a SELECT that a policy would filter is refused', () => {
  test.each([
    ['SELECT id FROM rows_of_teams', 'rows_of_teams'],
    [
      'SELECT o.id FROM open_rows o WHERE NOT EXISTS (SELECT FROM rows_of_teams r WHERE r.id = o.id)',
      'rows_of_teams',
    ],
    ['SELECT id FROM by_invoker', 'rows_of_teams'],
    ['SELECT id FROM by_reader', 'rows_of_teams'],
    ['SELECT id FROM policed', 'policed'],
    ['SELECT id FROM parted_0', 'parted_0'],
  ])('%s', async (sql, table) => {
    expect(await read('reader', sql)).toEqual({
      message:
        `The corrections of source source (line 3 of datasets.yml) could not be read for dataset answers. ${hidden(table)}Use a role that sees all rows: one with BYPASSRLS (a superuser runs: ALTER ROLE reader BYPASSRLS;) or the owner of ${table}. ` +
        'To publish only the rows that the policies show, set row-security: allow for the source.',
      isHidden: true,
      sql,
    });
  });

  test('also the confirmed rows, and the number of those that wait', async () => {
    const more = 'SELECT id FROM rows_of_teams';
    for (const place of ['confirmed', 'pending']) {
      expect(await read('reader', 'SELECT id FROM open_rows', { [place]: more })).toMatchObject({
        isHidden: true,
        sql: more,
      });
    }
  });

  test('its owner is told about FORCE', async () => {
    expect(await read('keeper', 'SELECT id FROM rows_of_teams')).toEqual({ rows: 10 });
    await server.query('ALTER TABLE rows_of_teams FORCE ROW LEVEL SECURITY');
    expect(await read('keeper', 'SELECT id FROM rows_of_teams')).toMatchObject({
      message: expect.stringContaining(
        `${hidden('rows_of_teams', 'keeper')}Use a role that sees all rows: one with BYPASSRLS (a superuser runs: ALTER ROLE keeper BYPASSRLS;), or run ALTER TABLE rows_of_teams NO FORCE ROW LEVEL SECURITY;`,
      ),
    });
  });

  test('a name that is none is not shown', async () => {
    const refused = await read('reader', 'SELECT id FROM "odd <b> name"');
    expect(refused).toMatchObject({
      message: expect.stringMatching(
        / Row-level security policies of a table of .* or the owner of the table\./,
      ),
    });
  });

  test('and a function that reads it fails when it runs', async () => {
    await expect(read('reader', 'SELECT id FROM ids() AS id')).rejects.toMatchObject({
      code: 'ROW_SECURITY',
      message: expect.stringContaining(hidden('rows_of_teams')),
    });
  });

  test('whatever the role is set to, and whatever an earlier SELECT sets', async () => {
    await server.query('ALTER ROLE reader SET row_security = on');
    expect(await read('reader', 'SELECT id FROM rows_of_teams')).toMatchObject({ isHidden: true });
    const url = server.url({ user: 'reader' });
    const reading = withSnapshot(options({ url }), async (snapshot) => {
      await snapshot.copyRows("SELECT set_config('row_security', 'on', true)", 1, () => undefined);
      await snapshot.copyRows('SELECT id::text FROM rows_of_teams', 1, () => undefined);
    });
    await expect(reading).rejects.toMatchObject({ code: 'ROW_SECURITY' });
  });
});

test.each([
  ['bypasser', 'SELECT id FROM rows_of_teams', 10],
  ['postgres', 'SELECT id FROM rows_of_teams', 10],
  ['keeper', 'SELECT id FROM rows_of_teams', 10],
  ['reader', 'SELECT id FROM by_owner', 10],
  ['reader', 'SELECT id FROM parted', 0],
  ['reader', 'SELECT id FROM ids_of_keeper() AS id', 10],
])('%s reads all rows of %s', async (role, sql, rows) => {
  expect(await read(role, sql)).toEqual({ rows });
});

test('a source that allows it reads what the policies show, and says whose they are', async () => {
  const allowed = (role: string, sql: string) =>
    read(role, sql, { rowSecurity: 'allow', confirmed: 'SELECT id FROM open_rows' });
  expect(await allowed('reader', 'SELECT id FROM rows_of_teams')).toEqual({
    rows: 5,
    policies: ['rows_of_teams'],
  });
  expect(await allowed('reader', 'SELECT id FROM by_invoker')).toEqual({
    rows: 5,
    policies: ['rows_of_teams'],
  });
  expect(await allowed('reader', 'SELECT id FROM "odd <b> name"')).toEqual({ rows: 0, policies: [null] });
  expect(await allowed('reader', 'SELECT id FROM ids() AS id')).toEqual({ rows: 5, policies: [] });
  expect(await allowed('bypasser', 'SELECT id FROM rows_of_teams')).toEqual({ rows: 10, policies: [] });
});

test('text that a function pretends to be such a refusal is not shown', async () => {
  const reading = read('reader', 'SELECT pretend() AS id');
  await expect(reading).rejects.toMatchObject({ code: '42501' });
  await expect(reading).rejects.not.toThrow('CANARY');
});

test('strict and allowed sources share one transaction', async () => {
  const source = (name: string, sql: string, rowSecurity: RowSecurity): SourceDefinition => {
    return {
      name,
      origin: 'file',
      corrections: statementOf(sql),
      confirmed: null,
      pending: null,
      rowSecurity,
    };
  };
  const url = server.url({ user: 'reader' });
  const describeAll = (...sources: SourceDefinition[]) =>
    withSnapshot(options({ url }), (snapshot) => describeSources(snapshot, sources, () => ['answers']));
  const policed = 'SELECT id FROM rows_of_teams';
  const allowed = source('allowed', policed, 'allow');
  const open = source('open', 'SELECT id FROM open_rows', 'strict');
  expect(await describeAll(allowed, open)).toMatchObject({ sources: [{ policies: ['rows_of_teams'] }, {}] });
  expect(await describeAll(open, allowed, source('strict', policed, 'strict'))).toMatchObject({
    problems: [{ source: { name: 'strict' }, isHidden: true }],
  });
});
