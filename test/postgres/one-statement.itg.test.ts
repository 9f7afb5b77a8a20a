import { beforeAll, expect, test } from '@jest/globals';
import { withSnapshot } from '../../src/postgres/snapshot.ts';
import { readTexts } from '../support/postgres/read-texts.ts';
import { options, server, startServer } from './snapshot-scene.ts';

const BREAKING_OUT = 'SELECT 1::text) TO STDOUT; COMMIT; DROP TABLE victim; COPY (SELECT 2';

startServer();

beforeAll(async () => {
  await server.query('CREATE TABLE victim (id int)');
});

test('a text of several statements runs none of them', async () => {
  const read = withSnapshot(options(), (snapshot) => readTexts(snapshot, BREAKING_OUT));
  await expect(read).rejects.toMatchObject({ code: '42601' });
  await server.query('SELECT FROM victim');
});

function describe(...statements: string[]) {
  return withSnapshot(options(), (snapshot) => snapshot.describe(statements.map((sql) => ({ sql }))));
}

test('describes statements and their parameters without running them', async () => {
  const { descriptions, refusal } = await describe(
    'SELECT 1/0 AS number, NULL::text AS text FROM victim',
    'DELETE FROM victim',
    'SELECT $1::int AS a, $2::text AS b',
  );
  expect(refusal).toBeNull();
  expect(descriptions).toEqual([
    {
      columns: [
        { name: 'number', dataTypeID: 23 },
        { name: 'text', dataTypeID: 25 },
      ],
      parameters: 0,
    },
    { columns: null, parameters: 0 },
    { columns: expect.anything(), parameters: 2 },
  ]);
});

test.each([BREAKING_OUT, 'SELECT 1; SELECT 2'])('refuses to describe %s', async (sql) => {
  const { descriptions, refusal } = await describe('SELECT 1 AS one', sql, 'SELECT 3');
  expect(descriptions).toHaveLength(1);
  expect(refusal).toMatchObject({ error: { code: '42601' } });
  await server.query('SELECT FROM victim');
});

test('tells the character of a statement that is wrong', async () => {
  const { refusal } = await describe('SELECT id, nme FROM victim');
  expect(refusal).toMatchObject({ error: { code: '42703' }, position: 12 });
});

test('writes values the same way whatever the role is set to', async () => {
  await server.query("ALTER ROLE CURRENT_USER SET TimeZone = 'Asia/Kathmandu'");
  await server.query("ALTER ROLE CURRENT_USER SET DateStyle = 'German'");
  await server.query("ALTER ROLE CURRENT_USER SET bytea_output = 'escape'");
  const rows = await withSnapshot(options(), (snapshot) =>
    readTexts(
      snapshot,
      String.raw`SELECT '2026-01-02 03:04:05+00'::timestamptz::text || ' ' || '\x00ff'::bytea::text`,
    ),
  );
  expect(rows).toEqual([[String.raw`2026-01-02 03:04:05+00 \x00ff`]]);
});
