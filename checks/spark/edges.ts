import { readConfig } from '../../src/config/read-config.ts';
import type { DatasetTarget } from '../../src/model/target.ts';
import { targetOf } from '../../test/support/built-in.ts';
import type { TestDatabase } from '../../test/support/postgres/server.ts';

/** Types of ids, and how one is made of a number. */
const IDS: Readonly<Record<string, string>> = {
  integer: 'CASE WHEN n % 50 = 0 THEN NULL ELSE n / 2 - 300 END',
  bigint: 'n * 7036874417766401 - 4611686018427387904',
  smallint: '(n % 9 - 4)',
  numeric: 'n / 3.0',
  text: "chr(97 + n % 26) || repeat('ü', n % 90) || n",
  uuid: 'md5(n::text)',
  timestamptz: "'2026-01-01 00:00:00+02'::timestamptz + n * interval '1 hour'",
};

export const ID_TYPES = Object.keys(IDS);

/** Makes a table for each type of id: NULLs, tiny classes, texts that come again with the same class and with others. */
export async function fillEdges(database: TestDatabase): Promise<void> {
  for (const [type, id] of Object.entries(IDS)) {
    await database.query(`
      CREATE TABLE by_${type} AS SELECT
        (${id})::${type} AS id,
        CASE WHEN n % 41 = 0 THEN NULL WHEN n % 43 = 0 THEN ' <b> ' ELSE 'text ' || n % 600 END AS text_a,
        CASE WHEN n % 47 = 0 THEN NULL ELSE 'second ' || n % 300 END AS text_b,
        CASE WHEN n % 11 = 0 THEN NULL WHEN n % 13 = 0 THEN 'maybe' WHEN n = 7 THEN 'rare'
          WHEN n % 600 < 500 OR n % 2 = 0 THEN 'yes' ELSE 'no' END AS label,
        CASE WHEN n % 17 = 0 THEN NULL WHEN n % 19 = 0 THEN 'odd' WHEN n % 3 = 0 THEN ' no' ELSE 'yes' END AS predicted,
        CASE WHEN n % 5 = 0 THEN NULL ELSE n % 90 END AS "group",
        CASE WHEN n % 7 = 0 THEN 'infinity' ELSE '2026-01-01 00:00:00.25+00'::timestamptz + n * interval '1 s' END AS time,
        n % 3 <> 0 AS corrected
      FROM generate_series(1, 1300) AS n`);
  }
}

/** The datasets of one of these tables: all of them, or one. */
export function edgeTargets(type: string, which: 'all' | 'one'): DatasetTarget[] {
  const classes = "classes: ['yes', 'no', rare, none]";
  const yaml = `version: 1
sources:
  plain:
    corrections: SELECT id, text_a, text_b, label, predicted, time FROM by_${type} WHERE corrected;
    confirmed: SELECT id, text_a, text_b, label FROM by_${type} WHERE NOT corrected
  grouped:
    corrections: SELECT * FROM by_${type} WHERE corrected
    confirmed: SELECT * FROM by_${type} WHERE NOT corrected
  alone:
    corrections: SELECT id, text_a AS text, label, time::date AS time FROM by_${type}
datasets:
  single: { repo: owner/single, source: plain, task: text-classification, clean: python, ${classes}, columns: { text: text_a } }
  pair: { repo: owner/pair, source: plain, task: text-pair-classification, clean: python, ${classes}, publish-as: { text_a: first, label: 1st-label } }
  grouped: { repo: owner/grouped, source: grouped, task: text-classification, clean: python, ${classes}, columns: { text: text_a } }
  alone: { repo: owner/alone, source: alone, task: text-classification, clean: python, ${classes}, split: 98/1.5/0.5 }
`;
  const definitions = readConfig(yaml, { workspace: '.', presetsFolder: '.' });
  return definitions.slice(0, which === 'one' ? 1 : undefined).map((definition) => targetOf(definition));
}
