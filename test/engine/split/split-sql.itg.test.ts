import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { splitStable } from '../../../src/engine/split/split-stable.ts';
import { SPLIT_NAMES } from '../../../src/model/rows.ts';
import { parseSplit } from '../../../src/model/split-shares.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres/server.ts';
import { labelledTexts } from '../../support/texts.ts';
import { type Row, textsOf } from './split-scene.ts';

let postgres: PostgresServer;
/** The query of docs/reference/splits.md, for the seed 42 and the shares 80/10/10. */
let documented: string;
beforeAll(async () => {
  postgres = await startPostgres();
  await postgres.query('CREATE TABLE rows (text text)');
  const splits = await readFile('docs/reference/splits.md', 'utf8');
  documented = /```sql\n(SELECT text, CASE[\s\S]*?)```/.exec(splits)![1];
});
afterAll(() => postgres.close());

const texts = fc.uniqueArray(
  fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !text.includes('\0')),
  { minLength: 50, maxLength: 400 },
);

test('is what the documented SQL says, in its order, for any seed and shares', async () => {
  const seed = fc.nat(2 ** 32 - 1);
  const share = fc.integer({ min: 1, max: 4999 });
  await fc.assert(
    fc.asyncProperty(texts, seed, share, share, async (found, number, evaluation, test) => {
      const [evalShare, testShare] = [evaluation, test].map((part) => (part / 1e4).toFixed(4));
      const trainShare = ((1e4 - evaluation - test) / 1e4).toFixed(4);
      const rows = found.map((text): Row => [text, 0]);
      const ours = splitStable(
        labelledTexts(rows, number),
        parseSplit(`${trainShare}/${evalShare}/${testShare}`),
      );
      expect(textsOf(rows, ours)).toEqual(await splitBySql(found, number, evalShare, testShare));
    }),
    { numRuns: 60 },
  );
}, 60_000);

async function splitBySql(found: readonly string[], seed: number, evalShare: string, testShare: string) {
  await postgres.query('TRUNCATE rows');
  await postgres.query('INSERT INTO rows SELECT * FROM json_array_elements_text($1)', [
    JSON.stringify(found),
  ]);
  const query = documented
    .replace("'42:'", `'${seed}:'`)
    .replace('(0.10 + 0.10)', `(${testShare} + ${evalShare})`)
    .replace('r < 0.10', `r < ${testShare}`);
  const answer = await postgres.query(query);
  const of = (name: string) => answer.filter(({ split }) => split === name).map(({ text }) => text);
  return Object.fromEntries(SPLIT_NAMES.map((name) => [name, of(name)]));
}
