import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BundleScene } from '../support/bundle-scene.ts';

let scene: BundleScene;

beforeAll(async () => {
  scene = await BundleScene.start();
  await scene.newDatabase();
  await scene.database.query(`
    CREATE TABLE items (id int PRIMARY KEY, text text, predicted text);
    CREATE TABLE reviews (item_id int, label text, team int);
    INSERT INTO items SELECT n, 'item number ' || n, CASE n % 2 WHEN 0 THEN 'yes' ELSE 'no' END FROM generate_series(1, 180) AS n;
    INSERT INTO reviews SELECT n, CASE n % 2 WHEN 0 THEN 'no' ELSE 'yes' END, n % 3 FROM generate_series(1, 60) AS n;
    CREATE POLICY one_team ON reviews USING (team = 0);
    ALTER TABLE reviews ENABLE ROW LEVEL SECURITY;
    CREATE ROLE reader LOGIN PASSWORD 'password';
    GRANT SELECT ON items, reviews TO reader`);
});

afterAll(() => scene.close());

const CORRECTIONS = 'SELECT i.id, i.text, r.label FROM reviews r JOIN items i ON i.id = r.item_id';
const CONFIRMED =
  'SELECT i.id, i.text, i.predicted AS label FROM items i WHERE NOT EXISTS (SELECT FROM reviews r WHERE r.item_id = i.id)';

interface Source {
  readonly corrections?: string;
  readonly confirmed?: string;
  readonly more?: string;
}

/** Publishes a dataset of a name of its own from a source, read by a role. */
async function run(
  name: string,
  { corrections = CORRECTIONS, confirmed = CONFIRMED, more = '' }: Source,
  { user = 'reader', timeout = '60000' } = {},
) {
  const config = `version: 1
sources:
  reviews:
    corrections: ${corrections}
    confirmed: ${confirmed}
    ${more}
datasets:
  sentiment:
    repo: owner/${name}
    source: reviews
    task: text-classification
    classes: ['yes', 'no']
`;
  const url = scene.database.url({ user, params: { sslmode: 'disable', statement_timeout: timeout } });
  return scene.run({
    config,
    'department-dataset': '',
    'urgency-dataset': '',
    'correct-ratio': '2',
    'postgres-url': url,
  });
}

const isPublished = (name: string) => scene.hub.hasRepo(`owner/${name}`);

test('rows that a policy hides stop the run, which names source, dataset, line and table (8)', async () => {
  const { exitCode, log, summary } = await run('hidden', {});
  expect([exitCode, isPublished('hidden')]).toEqual([1, false]);
  for (const text of [log, summary]) {
    expect(text.replaceAll('&#58;', ':')).toContain(
      'config:4:18: The corrections of source reviews (line 4 of config) could not be read for dataset sentiment. Row-level security policies of table "reviews"',
    );
    expect(text).toContain('ALTER ROLE reader BYPASSRLS');
    expect(text).toContain('row-security');
  }
});

test('so does a policy without rows, and one that hides only the number of waiting rows (8)', async () => {
  await scene.database.query('CREATE TABLE empty_for_all (id int, text text, label text)');
  await scene.database.query('ALTER TABLE empty_for_all ENABLE ROW LEVEL SECURITY');
  await scene.database.query('GRANT SELECT ON empty_for_all TO reader');
  const nothing = await run('nothing', { corrections: 'SELECT id, text, label FROM empty_for_all' });
  expect(nothing.exitCode).toBe(1);
  expect(nothing.log).toContain('Row-level security policies of table "empty_for_all"');
  const open = 'SELECT id, text, predicted AS label FROM items';
  const source = {
    corrections: open,
    confirmed: `${open} WHERE false`,
    more: 'pending: SELECT count(*) FROM reviews',
  };
  const waiting = await run('waiting', source);
  expect([waiting.exitCode, isPublished('waiting')]).toEqual([1, false]);
  expect(waiting.log).toContain(
    'config:6:14: The number of pending corrections of source reviews (line 6 of config) could not be read for dataset sentiment. Row-level security',
  );
});

test('with row-security: allow the policy decides, which the run reports; a role without policies reads all (8)', async () => {
  const allowed = await run('allowed', { more: 'row-security: allow' });
  expect(allowed.exitCode).toBe(0);
  expect(allowed.log).toContain('Row-level security policies filtered the rows');
  expect(allowed.log).toContain('Tables: reviews.');
  expect(allowed.summary).toContain('Row-level security policies filtered the rows');
  expect(JSON.parse(allowed.outputs.versions).sentiment.num_samples).toBe(60);
  const all = await run('all', {}, { user: 'postgres' });
  expect(all.exitCode).toBe(0);
  expect(all.log + all.summary).not.toContain('Row-level security');
  expect(JSON.parse(all.outputs.versions).sentiment.num_samples).toBe(180);
});

test('NOT IN with a NULL, which leaves no confirmed row, is a warning with its line (10)', async () => {
  await scene.database.query('CREATE TABLE done AS SELECT item_id FROM reviews UNION ALL SELECT NULL');
  const confirmed =
    'SELECT id, text, predicted AS label FROM items WHERE id NOT IN (SELECT item_id FROM done)';
  const { exitCode, log, summary } = await run('not-in', { confirmed }, { user: 'postgres' });
  expect(exitCode).toBe(0);
  expect(log).toContain(
    '::warning title=Source reviews at line 5 of config::Dataset sentiment. The SELECT of the confirmed rows gives no row, although 60 corrections were read. NOT IN',
  );
  expect(summary).toContain('Use NOT EXISTS');
});

test('what lets the rows change from run to run is a warning with its line; a sort alone is a notice (10)', async () => {
  const corrections = `${CORRECTIONS} ORDER BY i.id`;
  const confirmed = `${CONFIRMED} AND random() < 2 AND now() > '2020-01-01' ORDER BY i.id LIMIT 100`;
  const { exitCode, log, summary } = await run('changing', { corrections, confirmed }, { user: 'postgres' });
  expect(exitCode).toBe(0);
  expect(log).toContain('::notice title=Source reviews at line 4 of config::ORDER BY costs a sort');
  for (const what of [
    'random() gives other values',
    'now() changes with the clock',
    'LIMIT gives other rows',
  ]) {
    expect(log).toContain(`::warning title=Source reviews at line 5 of config::${what}`);
    expect(summary).toContain(what);
  }
  const plain = await run('plain', {}, { user: 'postgres' });
  expect(plain.log).not.toContain('title=Source');
});

test('a SELECT does not lift the time limit of the next one (11)', async () => {
  const lifting = `SELECT i.id, i.text, r.label FROM reviews r JOIN items i ON i.id = r.item_id WHERE set_config('statement_timeout', '0', true) IS NOT NULL`;
  const confirmed = `${CONFIRMED} AND pg_sleep(0.1) IS NOT NULL`;
  const { exitCode, log } = await run(
    'lifted',
    { corrections: lifting, confirmed },
    { user: 'postgres', timeout: '3000' },
  );
  expect([exitCode, isPublished('lifted')]).toEqual([1, false]);
  expect(log).toContain('stopped the query at the statement timeout of 3 s');
});

test('a role that may write by columns, views or another role is a warning (20)', async () => {
  const warned = async (role: string, ...grants: string[]) => {
    await scene.database.query(`CREATE ROLE ${role} LOGIN NOINHERIT BYPASSRLS PASSWORD 'password'`);
    await scene.database.query(`GRANT SELECT ON items, reviews TO ${role}`);
    for (const grant of grants) await scene.database.query(grant);
    const { log } = await run(role.replace('_', '-'), {}, { user: role });
    return /The database role may change tables \((.*?)\)/.exec(log)?.[1] ?? null;
  };
  await scene.database.query('CREATE ROLE writers');
  await scene.database.query('GRANT UPDATE ON reviews TO writers');
  await scene.database.query('CREATE VIEW item_texts AS SELECT id, text FROM items');
  expect(await warned('only_reads')).toBeNull();
  expect(await warned('by_column', 'GRANT UPDATE (label) ON reviews TO by_column')).toBe('reviews');
  expect(await warned('by_view', 'GRANT UPDATE ON item_texts TO by_view')).toBe('item_texts');
  expect(await warned('by_role', 'GRANT writers TO by_role')).toBe('reviews');
});
