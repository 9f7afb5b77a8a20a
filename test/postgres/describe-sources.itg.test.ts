import { beforeAll, expect, test } from '@jest/globals';
import type { SourceDefinition } from '../../src/model/definition.ts';
import { describeSources } from '../../src/postgres/describe-sources.ts';
import { withSnapshot } from '../../src/postgres/snapshot.ts';
import { statementOf } from '../support/statements.ts';
import { options, server, startServer } from './snapshot-scene.ts';

startServer();

beforeAll(async () => {
  await server.query(`
    CREATE TYPE mood AS ENUM ('good', 'bad');
    CREATE DOMAIN code AS varchar(4);
    CREATE DOMAIN codes AS text[];
    CREATE TYPE "evil <b>" AS ENUM ('x');
    CREATE SCHEMA clinic;
    CREATE TYPE clinic.urgency AS ENUM ('now');
    CREATE TABLE victim (id int);`);
});

function describe(corrections: string, more: { confirmed?: string; pending?: string } = {}) {
  const source: SourceDefinition = {
    name: 'source',
    origin: 'file',
    corrections: statementOf(corrections),
    confirmed: more.confirmed === undefined ? null : statementOf(more.confirmed),
    pending: more.pending === undefined ? null : statementOf(more.pending),
  };
  return withSnapshot(options(), (snapshot) => describeSources(snapshot, [source], () => ['dataset']));
}

test('says what the columns of the statements of a source are', async () => {
  const described = await describe(
    `SELECT 1 AS id, 'x'::text AS text, 'a'::code AS code, 'good'::mood AS mood, '{}'::codes AS codes,
      '[]'::jsonb AS json, 1.5::real AS score, true AS flag, '{}'::mood[] AS moods, 'x'::"evil <b>" AS evil,
      'now'::clinic.urgency AS urgency, '{}'::"evil <b>"[] AS evils`,
    { confirmed: 'SELECT 2::bigint AS id;', pending: 'TABLE victim -- all of it' },
  );
  expect(described).toMatchObject({
    sources: [
      {
        corrections: [
          { name: 'id', type: 'integer', category: 'N', elementCategory: null },
          { name: 'text', type: 'text', category: 'S', elementCategory: null },
          { name: 'code', type: 'character varying', category: 'S', elementCategory: null },
          { name: 'mood', type: 'mood', category: 'E', elementCategory: null },
          { name: 'codes', type: 'text[]', category: 'A', elementCategory: 'S' },
          { name: 'json', type: 'jsonb', category: 'U', elementCategory: null },
          { name: 'score', type: 'real', category: 'N', elementCategory: null },
          { name: 'flag', type: 'boolean', category: 'B', elementCategory: null },
          { name: 'moods', type: 'mood[]', category: 'A', elementCategory: 'E' },
          { name: 'evil', type: 'enum', category: 'E', elementCategory: null },
          { name: 'urgency', type: 'clinic.urgency', category: 'E', elementCategory: null },
          { name: 'evils', type: 'of another type', category: 'A', elementCategory: 'E' },
        ],
        confirmed: [{ name: 'id', type: 'bigint' }],
        pending: [{ name: 'id', type: 'integer' }],
      },
    ],
    writableTables: ['numbers', 'victim'],
  });
});

const NOT_ONE = expect.stringContaining('cannot insert multiple commands into a prepared statement');
const NO_ROWS = 'This statement gives no rows. It must be one SELECT.';
const NOT_READABLE =
  'This statement cannot be read from. It must be one SELECT, without a WITH that changes rows.';

test.each([
  [
    'SELECT 1 AS id) TO STDOUT; COMMIT; DROP TABLE victim; COPY (SELECT 2',
    expect.stringContaining('")"'),
    14,
  ],
  ['SELECT 1 AS id; DROP TABLE victim', NOT_ONE, null],
  ['DELETE FROM victim', NO_ROWS, null],
  ['SELECT 1 AS id INTO other', NO_ROWS, null],
  ['COMMIT', NO_ROWS, null],
  ['', NO_ROWS, null],
  ['-- nothing', NO_ROWS, null],
  [
    'SELECT $1::int AS id',
    'This SELECT has parameters ($1, …), which get no values. Replace them by values.',
    null,
  ],
  ['WITH gone AS (DELETE FROM victim RETURNING id) SELECT id FROM gone', NOT_READABLE, null],
  ['EXPLAIN SELECT 1', NOT_READABLE, null],
  ['SHOW search_path', NOT_READABLE, null],
  ['SELECT 1 AS id) AS x, (SELECT 2 AS id', expect.stringContaining('")"'), 14],
  ["SELECT 'a AS id", expect.stringContaining('unterminated quoted string'), 7],
  ['SELECT 1 AS id /* open', expect.stringContaining('unterminated /* comment'), 15],
  ['SELECT ids FROM victim', expect.stringContaining('The column "ids" does not exist'), 7],
  ['SELECT id FROM nowhere', expect.stringContaining('The table "nowhere" does not exist'), 15],
])('refuses %s', async (sql, message, offset) => {
  for (const place of ['corrections', 'confirmed', 'pending'] as const) {
    const { corrections, ...more } = { corrections: 'SELECT 1 AS id', [place]: sql };
    const described = await describe(corrections, more);
    expect(described).toMatchObject({ problems: [{ statement: { sql }, message, offset }] });
  }
  await server.query('SELECT FROM victim');
});

test('lists each statement that is refused, and describes the sources that can be read', async () => {
  const source = (name: string, sql: string): SourceDefinition => ({
    name,
    origin: 'file',
    corrections: statementOf(sql),
    confirmed: statementOf('SELECT 1 AS id'),
    pending: null,
  });
  const sources = ['SELECT ids FROM victim', 'SELECT id FROM victim', 'COMMIT', 'SELECT FROM nowhere'].map(
    (sql, index) => source(`source ${index}`, sql),
  );
  const described = await withSnapshot(options(), (snapshot) =>
    describeSources(snapshot, sources, () => ['dataset']),
  );
  expect(described.problems).toMatchObject([
    { source: { name: 'source 0' }, offset: 7 },
    { source: { name: 'source 2' }, message: NO_ROWS, offset: null },
    { source: { name: 'source 3' }, offset: 12 },
  ]);
  expect(described.sources).toMatchObject([
    null,
    { corrections: [{ name: 'id', type: 'integer' }], confirmed: [{ name: 'id' }] },
    null,
    null,
  ]);
});

test('a SELECT that would change something is refused when it is run', async () => {
  await server.query('CREATE SEQUENCE victim_ids');
  const reading = withSnapshot(options(), (snapshot) =>
    snapshot.copyRows("SELECT pg_catalog.nextval('victim_ids')::text", 1, () => undefined),
  );
  await expect(reading).rejects.toMatchObject({ code: '25006' });
});
