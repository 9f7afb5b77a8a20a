import { describe, expect, test } from '@jest/globals';
import { changingParts, notInSubquery } from '../../src/config/changing-rows.ts';

/** What is found in a SELECT: the text it begins with, and what is said of it, or `harmless`. */
function found(sql: string): [string, string][] {
  return changingParts(sql).map(({ at, message, isHarmless }) => [
    sql.slice(at).split(/[\s(]/)[0],
    isHarmless ? 'harmless' : message,
  ]);
}

const words = (sql: string) => found(sql).map(([word]) => word);

describe('warns of', () => {
  test.each([
    ['SELECT id FROM t LIMIT 1000', 'LIMIT'],
    ['SELECT id FROM t ORDER BY id LIMIT 1', 'LIMIT'],
    ['select id from t order by id desc limit (5)', 'limit'],
    ['SELECT id FROM t OFFSET 5', 'OFFSET'],
    ['SELECT id FROM t FETCH FIRST 5 ROWS ONLY', 'FETCH'],
    ['SELECT id FROM t ORDER BY id FETCH NEXT ROW ONLY', 'FETCH'],
    ['SELECT id FROM (SELECT id FROM t LIMIT 1) AS x', 'LIMIT'],
    ['SELECT id FROM (SELECT id FROM t ORDER BY at DESC LIMIT 1000) AS x', 'LIMIT'],
    ['WITH some AS (SELECT id FROM t ORDER BY at FETCH FIRST 2 ROWS ONLY) SELECT * FROM some', 'FETCH'],
    ['SELECT id FROM t WHERE EXISTS (SELECT FROM u) LIMIT 5', 'LIMIT'],
    ['SELECT id FROM t WHERE random() < 0.1', 'random'],
    ['SELECT id FROM t WHERE pg_catalog.random() < 0.1', 'random'],
    ['SELECT gen_random_uuid() AS id FROM t', 'gen_random_uuid'],
    ['SELECT public.uuid_generate_v4() AS id FROM t', 'uuid_generate_v4'],
    ["SELECT id FROM t WHERE at > now() - interval '30 days'", 'now'],
    ["SELECT id FROM t WHERE at > NOW ( ) - interval '30 days'", 'NOW'],
    ['SELECT id FROM t WHERE at > CURRENT_DATE - 30', 'CURRENT_DATE'],
    ['SELECT id FROM t WHERE at > clock_timestamp()', 'clock_timestamp'],
    ["SELECT id FROM t WHERE age(at) < '30 days'", 'age'],
    ["SELECT id FROM t WHERE age((greatest(at, bt))) < '30 days'", 'age'],
    ["SELECT id FROM t WHERE at >= 'today'::date", "'today'::date"],
    ["SELECT id FROM t WHERE at >= timestamp 'Yesterday '", "'Yesterday"],
    ["SELECT id FROM t WHERE at >= CAST('now' AS timestamptz)", "'now'"],
    ["SELECT id FROM t WHERE at >= timestamp with time zone 'now'", "'now'"],
    ['SELECT id FROM t TABLESAMPLE BERNOULLI (10) REPEATABLE (1)', 'TABLESAMPLE'],
    ['SELECT DISTINCT ON (id) id, label FROM t', 'DISTINCT'],
    ['SELECT * FROM (SELECT DISTINCT ON (id) id FROM t) AS x ORDER BY id', 'DISTINCT'],
    ['SELECT DISTINCT ON (id) id FROM t UNION ALL SELECT id FROM u', 'DISTINCT'],
    ['SELECT id FROM u UNION ALL SELECT DISTINCT ON (id) id FROM t ORDER BY id', 'DISTINCT'],
    ['SELECT id, row_number() OVER (PARTITION BY id) FROM t', 'row_number'],
    ['SELECT id, first_value(a, b) OVER () FROM t', 'first_value'],
  ])('%s', (sql, word) => {
    expect(words(sql)).toContain(word);
    expect(found(sql).find(([each]) => each === word)?.[1]).not.toBe('harmless');
  });
});

describe('says nothing of', () => {
  test.each([
    'SELECT id FROM t',
    'SELECT DISTINCT ON (id) id, label FROM t ORDER BY id, at DESC',
    'SELECT DISTINCT id FROM t',
    'SELECT id FROM t LIMIT ALL',
    'SELECT id FROM t LIMIT NULL OFFSET 0',
    'SELECT id, array_agg(label ORDER BY at) AS labels FROM t GROUP BY id',
    'SELECT id, (array_agg(label ORDER BY at DESC))[1] AS label FROM t GROUP BY id',
    'SELECT id, row_number() OVER (PARTITION BY id ORDER BY at, id) FROM t',
    'SELECT id, lag(label) OVER w FROM t WINDOW w AS (PARTITION BY id ORDER BY at)',
    'SELECT id, lag(label) OVER (w) FROM t WINDOW w AS (PARTITION BY id ORDER BY at)',
    'SELECT id, lag(label) OVER ("My w") FROM t WINDOW "My w" AS (ORDER BY at)',
    'SELECT id, count(*) OVER (PARTITION BY id) FROM t',
    'SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY score) AS score FROM t',
    'SELECT id, (SELECT label FROM r WHERE r.id = t.id ORDER BY at DESC LIMIT 1) AS label FROM t',
    'SELECT id FROM t, LATERAL (SELECT label FROM r WHERE r.id = t.id ORDER BY at DESC FETCH FIRST ROW ONLY) AS x',
    'SELECT id FROM t WHERE EXISTS (SELECT FROM r WHERE r.id = t.id LIMIT 1)',
    "SELECT id, 'ORDER BY random() LIMIT 5' AS text FROM t",
    "SELECT id, E'it\\'s now() LIMIT 5' AS text FROM t",
    "SELECT id, 'it''s now() LIMIT 5' AS text FROM t",
    'SELECT id, $$ now() $$, $a$ $$ now() $a$ FROM t',
    'SELECT id, "now()", "LIMIT", "current_date" FROM t',
    'SELECT id -- LIMIT 5 now()\nFROM t',
    'SELECT id /* now() /* LIMIT 5 */ random() */ FROM t',
    'SELECT id, now, random, at AS current_date, t.limit, x.now() FROM t',
    'SELECT id, age(at, bt) FROM t',
    "SELECT id FROM t WHERE day = 'today'",
    "SELECT id FROM t WHERE text::text = 'now'",
    'SELECT t1.id, $1, 1e5, 0x1F, t.a$b FROM t1 t',
    'SELECT id FROM t)))',
    'SELECT (((',
    "SELECT 'open",
    '',
  ])('%s', (sql) => expect(found(sql)).toEqual([]));
});

test.each([
  ['SELECT id FROM t ORDER BY id', ['ORDER']],
  ['SELECT id FROM t UNION SELECT id FROM u ORDER BY 1', ['ORDER']],
  ['SELECT id FROM (SELECT id FROM t ORDER BY id) AS x', []],
])('ORDER BY alone is harmless: %s', (sql, expected) => {
  expect(found(sql)).toEqual(expected.map((word) => [word, 'harmless']));
});

test('says what is found in order, each with what to do', () => {
  expect(found('SELECT id FROM t WHERE at > now() AND random() < 1 ORDER BY id LIMIT 5')).toEqual([
    ['now', expect.stringContaining('now() changes with the clock')],
    ['random', expect.stringContaining('correct-ratio samples')],
    ['LIMIT', expect.stringContaining('LIMIT gives other rows once rows are added or removed.')],
  ]);
});

test('takes time linear in the length of the SELECT', () => {
  const deep = 'lag(age('.repeat(100_000);
  expect(changingParts(`SELECT ${deep}`)).toHaveLength(100_000);
});

test.each([
  ['SELECT id FROM t WHERE id NOT IN (SELECT id FROM r)', 'NOT IN'],
  ['SELECT id FROM t WHERE id not in ((with x as (select 1) select * from x))', 'not in'],
  ['SELECT id FROM t WHERE id <> ALL (SELECT id FROM r)', '<> ALL'],
  ['SELECT id FROM t WHERE id != ALL (SELECT id FROM r)', '!= ALL'],
  ['SELECT id FROM t WHERE id NOT IN (1, 2)', null],
  ["SELECT id FROM t WHERE text <> 'NOT IN (SELECT 1)'", null],
  ['SELECT id FROM t WHERE NOT EXISTS (SELECT FROM r)', null],
  ['SELECT id FROM t WHERE id = ALL (SELECT id FROM r)', null],
  ["SELECT id FROM t WHERE id <> ALL ('{1}')", null],
])('finds a NOT IN with a subquery in %s', (sql, start) => {
  const at = notInSubquery(sql);
  expect(at === null ? null : sql.slice(at, at + 6)).toBe(start === null ? null : start);
});
