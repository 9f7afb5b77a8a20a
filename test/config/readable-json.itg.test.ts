import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readPreset } from '../../src/config/presets.ts';
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts';

/** Pieces of a JSON text, of which some cannot be read, and some only beside others. */
const PIECES = [
  ...['\\ud83d', '\\ude00', '\\uD83D', '\\uDE00', '\\udbff', '\\udfff', '\\u0000', '\\ud7ff', '\\ue000'],
  ...[
    '\\u00e9',
    '\\u0001',
    '\\u0fff',
    '\\uFFFF',
    '\\u1000',
    '\\u0100',
    '\\u0010',
    '\\uABCD',
    '\\uC001',
    '\\uF001',
  ],
  ...['\\\\', '\\"', '\\n', '\\/', 'a', 'u', '0', 'd83d', '😀', '\u2028'],
];
const TEXTS = 3_000;

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());

test.each(['argilla', 'open-webui'])(
  'the preset %s reads exactly the JSON texts that PostgreSQL does',
  async (name) => {
    const { readable } = readPreset(path.resolve('presets'), name).shared!;
    let state = 5;
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const text = () => Array.from({ length: random(7) }, () => PIECES[random(PIECES.length)]).join('');
    const texts = Array.from({ length: TEXTS }, () => `{"a":"${text()}"}`);
    const database = await server.createDatabase(`readable_${name.replace('-', '_')}`);
    await database.query(`
      CREATE FUNCTION is_read(t text) RETURNS boolean LANGUAGE plpgsql AS $$
      BEGIN PERFORM t::json->>'a'; RETURN true; EXCEPTION WHEN OTHERS THEN RETURN false; END $$`);
    const [counts] = await database.query(
      `SELECT count(*)::int AS texts, count(*) FILTER (WHERE is_read(t))::int AS read,
         count(*) FILTER (WHERE is_read(t) <> (t ~ ${readable}))::int AS wrong
       FROM unnest($1::text[]) AS t`,
      [texts],
    );
    expect(counts).toMatchObject({ texts: TEXTS, wrong: 0 });
    expect(counts.read).toBeGreaterThan(TEXTS / 4);
    expect(counts.read).toBeLessThan((3 * TEXTS) / 4);
  },
);
