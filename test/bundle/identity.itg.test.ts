import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { BundleScene } from '../support/bundle-scene.ts';
import type { BundleRun } from '../support/run-bundle.ts';

/** Enough rows to go to disk where memory is little. */
const FILLERS = 4500;

let scene: BundleScene;
beforeAll(async () => {
  scene = await BundleScene.start();
  await scene.newDatabase();
});
afterAll(() => scene.close());

/** Runs the bundle for a dataset of a table, in memory or on disk. */
function run(
  repo: string,
  settings: Readonly<Record<string, unknown>>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<BundleRun> {
  const config = {
    version: 1,
    sources: { answers: { corrections: `SELECT * FROM ${settings.table}` } },
    datasets: {
      answers: {
        repo,
        source: 'answers',
        'min-dataset-len': 4,
        'near-duplicates': 'none',
        ...settings,
        table: undefined,
      },
    },
  };
  return scene.run({
    'department-dataset': '',
    'urgency-dataset': '',
    config: JSON.stringify(config, null, 1),
    ...inputs,
  });
}

const MEMORIES: readonly [string, Readonly<Record<string, string>>][] = [
  ['memory', {}],
  ['disk', { 'memory-limit': '1MB' }],
];

function expectPublished({ exitCode, outputs, log }: BundleRun, where: string): void {
  expect([exitCode, exitCode === 0 ? outputs.updated : log]).toEqual([0, '["answers"]']);
  expect(log.includes('go to disk')).toBe(where === 'disk');
}

function metadataOf(repo: string) {
  return JSON.parse(String(scene.hub.readFile(repo, 'main', 'dataset_metadata.json')));
}

type Row = Readonly<Record<string, unknown>> & { readonly split: string };

async function rowsOf(repo: string): Promise<Row[]> {
  const found: Row[] = [];
  for (const split of ['train', 'eval', 'test']) {
    const content = scene.hub.readFile(repo, 'main', `data/${split}-00000-of-00001.parquet`);
    const rows = await parquetReadObjects({ file: new Uint8Array(content).buffer, compressors });
    found.push(...rows.map((row) => ({ ...row, split })));
  }
  return found;
}

/** The split of a key at 80/10/10 with the seed 42, as docs/splits.md has it. */
function splitOf(key: string): string {
  const rank = createHash('sha256').update(`42:${key}`).digest().readBigUInt64BE();
  const share = (percent: bigint) => (percent << 64n) / 100n;
  if (rank < share(10n)) return 'test';
  return rank < share(20n) ? 'eval' : 'train';
}

/** Spellings of a text that nobody can tell apart. */
const TWINS: Readonly<Record<string, (number: number) => [string, string]>> = {
  nfd: (number) => [`Cafe\u0301 ${number}`, `Caf\u00e9 ${number}`],
  'zero-width': (number) => [`pay\u200bment ${number}`, `payment ${number}`],
  'soft-hyphen': (number) => [`no hy\u00adphen ${number}`, `no hyphen ${number}`],
  bom: (number) => [`no\ufeff mark ${number}`, `no mark ${number}`],
  joiner: (number) => [`the end ${number} \u2060`, `the end ${number}`],
};
const TWINS_EACH = 30;

describe('texts that differ only in their form', () => {
  const settings = {
    table: 'twins',
    task: 'text-classification',
    classes: ['good', 'bad', '\u00c9lectricit\u00e9'],
  };

  beforeAll(async () => {
    await scene.database.query('CREATE TABLE twins (id int, text text, label text)');
    const rows: [number, string, string][] = [];
    for (const make of Object.values(TWINS)) {
      for (let number = 0; number < TWINS_EACH; number++) {
        const [odd, plain] = make(number);
        // The first id may come last; two labels are a conflict.
        const ids = number % 2 === 0 ? [1, 2] : [2, 1];
        const id = 10 * rows.length;
        rows.push([id + ids[0], odd, 'good'], [id + ids[1], plain, number % 3 === 0 ? 'bad' : 'good']);
      }
    }
    rows.push(
      [90_001, '\u200b \u2060', 'good'],
      [90_002, 'joined \u0915\u094d\u200d\u0937', 'good'],
      [90_003, 'joined \u0915\u094d\u0937', 'bad'],
      [90_004, 'the light is out', 'E\u0301lectricite\u0301'],
      [90_005, 'one more', '\u00c9lectri\u200bcit\u00e9'],
    );
    for (let number = 0; number < FILLERS; number++)
      rows.push([100_000 + number, `filler ${number}`, number % 2 === 0 ? 'good' : 'bad']);
    await scene.database.query(
      `INSERT INTO twins SELECT * FROM jsonb_to_recordset('${JSON.stringify(rows.map(([id, text, label]) => ({ id, text, label })))}') AS t(id int, text text, label text)`,
    );
  });

  test.each(MEMORIES)('are one row in %s, in the split of their form', async (where, inputs) => {
    const repo = `owner/twins-${where}`;
    const done = await run(repo, settings, inputs);
    expectPublished(done, where);
    const rows = await rowsOf(repo);
    const splits = new Map(rows.map(({ text, split }) => [text, split]));
    for (const make of Object.values(TWINS)) {
      for (let number = 0; number < TWINS_EACH; number++) {
        const [odd, plain] = make(number);
        const [first, other] = number % 2 === 0 ? [odd, plain] : [plain, odd];
        const expected = number % 3 === 0 ? undefined : splitOf(plain);
        expect([first, splits.get(first)]).toEqual([first, expected]);
        expect(splits.has(other)).toBe(false);
      }
    }
    for (const { text, split } of rows.filter(({ text }) => String(text).startsWith('filler')))
      expect(split).toBe(splitOf(String(text)));
    const conflicts = (Object.keys(TWINS).length * TWINS_EACH) / 3;
    const { quality, split_key: key } = metadataOf(repo);
    expect(quality.conflictingTexts).toBe(conflicts);
    expect(quality.dropped).toMatchObject({ empty: 1, unknownClass: 1, conflicting: 2 * conflicts });
    expect(quality.dropped.duplicate).toBe(2 * conflicts);
    expect(quality.folded).toBe(Object.keys(TWINS).length * TWINS_EACH);
    expect(key).toEqual({ group: null, folded: true, redacted: null });
    expect(rows.filter(({ text }) => String(text).startsWith('joined'))).toHaveLength(2);
    expect(rows.find(({ text }) => text === 'the light is out')!.label).toBe(2n);
    expect(done.log).toContain('“\u00c9lectri[U+200B]cit\u00e9” (1; did you mean “\u00c9lectricit\u00e9”?)');
  });

  test('are the same rows in memory and on disk', () => {
    const [one, other] = MEMORIES.map(([where]) => metadataOf(`owner/twins-${where}`));
    expect(one.content_sha256).toBe(other.content_sha256);
    expect(one.quality).toEqual(other.quality);
  });

  test('make the same version whatever the order in which they are read', async () => {
    await scene.database.query('CREATE TABLE turned AS SELECT * FROM twins ORDER BY id DESC');
    const done = await run('owner/twins-memory', { ...settings, table: 'turned' });
    expect(JSON.parse(done.outputs.versions).answers.status).toBe('unchanged');
  });
});
