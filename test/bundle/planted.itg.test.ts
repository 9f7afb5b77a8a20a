import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { BundleScene, readVersion, variedReviews } from '../support/bundle-scene.ts';

const CANARY = 'CANARY of a citizen';
let scene: BundleScene;

beforeAll(async () => {
  scene = await BundleScene.start();
});

afterAll(() => scene.close());

beforeEach(() => scene.newDatabase());

test('nothing that was planted in public runs, whatever the queries call', async () => {
  await fill();
  const clean = await scene.run(repos('clean'));
  expect(clean.exitCode).toBe(0);

  await scene.newDatabase();
  await fill();
  for (const statement of planted()) await scene.database.query(statement);
  const { exitCode, log, summary } = await scene.run(repos('planted'));
  expect([exitCode, log.includes('PLANTED'), summary.includes('PLANTED')]).toEqual([0, false, false]);
  expect(log).not.toContain(CANARY);
  expect(await scene.database.query('SELECT * FROM called')).toEqual([]);
  for (const label of ['department', 'urgency']) {
    const [before, after] = await Promise.all(
      ['clean', 'planted'].map((name) => readVersion(scene.hub, `owner/${name}-${label}`, 'main')),
    );
    expect(after).toEqual(before);
  }
});

async function fill(): Promise<void> {
  await scene.addReviews([...variedReviews(60), { message: CANARY, urgency: 'URGENT' }]);
  await scene.database.query(
    `INSERT INTO complaints (id, message, department, urgency)
     SELECT 1000 + n, 'correct ' || n, 'Security & Law Enforcement', 'NORMAL' FROM generate_series(1, 100) AS n`,
  );
}

/** Functions, operators and types of other schemas than pg_catalog that fit the arguments of queries better. */
function planted(): string[] {
  const body = (value: string) =>
    `LANGUAGE plpgsql VOLATILE AS $$ BEGIN RAISE WARNING 'PLANTED %', $1; RETURN ${value}; END $$`;
  return [
    'CREATE TABLE called (name text)',
    `CREATE FUNCTION convert_to(text, text) RETURNS bytea ${body("'\\x00'::bytea")}`,
    `CREATE FUNCTION sha256(text) RETURNS bytea ${body("'\\x00'::bytea")}`,
    `CREATE FUNCTION unnest(text[]) RETURNS text ${body("(SELECT string_agg(message, ' ') FROM complaints)")}`,
    `CREATE FUNCTION has_table_privilege(regclass, text) RETURNS boolean ${body('true')}`,
    `CREATE FUNCTION to_regclass(varchar) RETURNS regclass ${body("'complaints'::regclass")}`,
    `CREATE FUNCTION set_config(text, text, text) RETURNS text ${body("''")}`,
    `CREATE FUNCTION current_setting(varchar, boolean) RETURNS text ${body("''")}`,
    `CREATE FUNCTION version(VARIADIC text[] DEFAULT '{}') RETURNS text ${body("''")}`,
    `CREATE FUNCTION format_type(oid, text) RETURNS text ${body("'PLANTED'")}`,
    `CREATE FUNCTION equals(varchar, varchar) RETURNS boolean ${body('false')}`,
    'CREATE OPERATOR = (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = equals)',
    'CREATE OPERATOR <> (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = equals)',
    `CREATE FUNCTION same(integer, integer) RETURNS boolean ${body('false')}`,
    'CREATE SCHEMA other',
    'CREATE OPERATOR other.= (LEFTARG = integer, RIGHTARG = integer, FUNCTION = same)',
    `CREATE FUNCTION joined(text, integer) RETURNS text ${body("'x'")}`,
    'CREATE OPERATOR || (LEFTARG = text, RIGHTARG = integer, FUNCTION = joined)',
    'CREATE DOMAIN other.text AS integer',
    'ALTER ROLE postgres SET search_path = public, other, pg_catalog',
  ];
}

function repos(name: string) {
  return { 'department-dataset': `owner/${name}-department`, 'urgency-dataset': `owner/${name}-urgency` };
}
