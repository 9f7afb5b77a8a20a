import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { BundleScene } from '../support/bundle-scene.ts';

const ROWS = 5000;

let scene: BundleScene;
let folder: string;

interface Letter {
  readonly text: string;
  /** A list of spans for each correction of the text; null for one that nobody judged. */
  readonly corrections: readonly (readonly object[] | null)[];
}

const span = (start: number, end: number, label: string, text?: string) => ({ start, end, label, text });

/** What each row is there for, and its corrections. */
const LETTERS: Readonly<Record<string, Letter>> = {
  plain: {
    text: 'Ada met Eve in Paris.',
    corrections: [[span(8, 11, 'PER'), span(0, 3, 'PER'), span(15, 20, 'LOC')]],
  },
  none: { text: 'Nobody is in here', corrections: [[]] },
  unjudged: { text: 'Nobody has read this letter', corrections: [null] },
  units: { text: '😀 Ada with UTF-16', corrections: [[span(3, 6, 'PER', 'Ada')]] },
  points: { text: '😀 Ada with code points', corrections: [[span(2, 5, 'PER', 'Ada')]] },
  unclear: { text: '😀 Ada without a text', corrections: [[span(2, 5, 'PER')]] },
  hindi: { text: 'राम काठमाडौँमा बस्छ', corrections: [[span(0, 3, 'PER'), span(4, 13, 'LOC')]] },
  japanese: { text: '東京タワーに行く', corrections: [[span(0, 5, 'LOC')]] },
  inside: { text: 'Lovelaces letter', corrections: [[span(0, 8, 'PER')]] },
  overlap: { text: 'New York Times of old', corrections: [[span(0, 8, 'LOC'), span(0, 14, 'ORG')]] },
  outside: { text: 'Ada is too short', corrections: [[span(0, 30, 'PER')]] },
  reversed: { text: 'Ada backwards', corrections: [[span(3, 0, 'PER')]] },
  unknown: { text: 'Ada of another class', corrections: [[span(0, 3, 'person')]] },
  cleaned: { text: '  Dear \n Ada   Lovelace ', corrections: [[span(9, 23, 'PER')]] },
  personal: {
    text: 'Call Ada on +977 9841234567 now',
    corrections: [[span(5, 19, 'PER'), span(28, 31, 'ORG')]],
  },
  conflict: {
    text: 'Paris saw Eve',
    corrections: [[span(0, 5, 'PER')], [span(0, 5, 'LOC')], [span(10, 13, 'PER')]],
  },
  agreed: {
    text: 'Rome saw Eve',
    corrections: [
      [span(9, 12, 'PER'), span(0, 4, 'LOC')],
      [span(0, 4, 'LOC'), span(9, 12, 'PER')],
    ],
  },
  composed: { text: 'José in Málaga', corrections: [[span(0, 4, 'PER'), span(8, 14, 'LOC')]] },
};
/** The text of `composed` in another Unicode form, in which the offsets are others. */
const DECOMPOSED = [span(0, 5, 'PER'), span(9, 16, 'LOC')];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'spans-'));
  scene = await BundleScene.start();
  await scene.newDatabase();
  await scene.database.query('CREATE TABLE letters (id serial, name text, text text, spans jsonb, who text)');
  await scene.database.query(`INSERT INTO letters (name, text, spans, who)
    SELECT 'ordinary', 'Letter number ' || n || ' from Paris', jsonb_build_array(jsonb_build_object(
      'start', 20 + length(n::text), 'end', 25 + length(n::text), 'label', (ARRAY['LOC', 'ORG'])[1 + n % 2])), 'a'
    FROM generate_series(1, ${ROWS}) n`);
  for (const [name, { text, corrections }] of Object.entries(LETTERS)) {
    for (const [who, spans] of corrections.entries()) await insert(name, text, spans, `annotator ${who}`);
  }
  await insert('decomposed', LETTERS.composed.text.normalize('NFD'), DECOMPOSED, 'annotator 1');
});
afterAll(() => Promise.all([scene.close(), rm(folder, { recursive: true })]));

async function insert(
  name: string,
  text: string,
  spans: readonly object[] | null,
  who: string,
): Promise<void> {
  const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const json = spans === null ? 'NULL' : quoted(JSON.stringify(spans));
  await scene.database.query(
    `INSERT INTO letters (name, text, spans, who) VALUES (${quoted(name)}, ${quoted(text)}, ${json}, ${quoted(who)})`,
  );
}

async function run(
  repo: string,
  settings: Readonly<Record<string, unknown>> = {},
  inputs: Readonly<Record<string, string>> = {},
) {
  const config = {
    version: 1,
    sources: { letters: { corrections: 'SELECT id, text, spans, who AS annotator FROM letters' } },
    datasets: {
      entities: {
        repo: `owner/${repo}`,
        source: 'letters',
        task: 'token-classification',
        classes: ['PER', 'LOC', 'ORG'],
        'near-duplicates': 'none',
        pii: { find: ['phone'], action: 'redact', region: 'NP' },
        ...settings,
      },
    },
  };
  const given = { 'department-dataset': '', 'urgency-dataset': '', 'output-dir': folder };
  const done = await scene.run({ ...given, config: JSON.stringify(config, null, 1), ...inputs });
  return { ...done, status: JSON.parse(done.outputs.versions).entities?.status };
}

const metadataOf = (repo: string) =>
  JSON.parse(String(scene.hub.readFile(`owner/${repo}`, 'main', 'dataset_metadata.json')));

/** The rows that were published but for the ordinary ones, by what they are there for. */
async function rowsOf(repo: string) {
  const splits = ['train', 'eval', 'test'].map(async (split) => {
    const content = scene.hub.readFile(`owner/${repo}`, 'main', `data/${split}-00000-of-00001.parquet`);
    return parquetReadObjects({ file: Uint8Array.from(content).buffer, compressors });
  });
  const rows = (await Promise.all(splits)).flat();
  const tags = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG'];
  return rows
    .filter(({ text }) => !/^Letter number/.test(text))
    .map(({ text, tokens, ner_tags, spans }) => ({
      text,
      tags: tokens
        .map((token: string, index: number) => `${token}/${tags[Number(ner_tags[index])]}`)
        .join(' '),
      spans: spans.map(({ start, end, label }: Record<string, unknown>) => [
        Number(start),
        Number(end),
        label,
      ]),
    }))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
}

const EXPECTED = [
  {
    text: 'Ada met Eve in Paris.',
    tags: 'Ada/B-PER met/O Eve/B-PER in/O Paris/B-LOC ./O',
    spans: [
      [0, 3, 'PER'],
      [8, 11, 'PER'],
      [15, 20, 'LOC'],
    ],
  },
  {
    text: 'Call Ada on [PHONE] now',
    tags: 'Call/O Ada/B-PER on/I-PER [/I-PER PHONE/I-PER ]/I-PER now/B-ORG',
    spans: [
      [5, 19, 'PER'],
      [20, 23, 'ORG'],
    ],
  },
  { text: 'Dear Ada Lovelace', tags: 'Dear/O Ada/B-PER Lovelace/I-PER', spans: [[5, 17, 'PER']] },
  {
    text: 'José in Málaga',
    tags: 'José/B-PER in/O Málaga/B-LOC',
    spans: [
      [0, 4, 'PER'],
      [8, 14, 'LOC'],
    ],
  },
  { text: 'Lovelaces letter', tags: 'Lovelaces/B-PER letter/O', spans: [[0, 9, 'PER']] },
  {
    text: 'New York Times of old',
    tags: 'New/B-ORG York/I-ORG Times/I-ORG of/O old/O',
    spans: [
      [0, 14, 'ORG'],
      [0, 8, 'LOC'],
    ],
  },
  { text: 'Nobody is in here', tags: 'Nobody/O is/O in/O here/O', spans: [] },
  {
    text: 'Rome saw Eve',
    tags: 'Rome/B-LOC saw/O Eve/B-PER',
    spans: [
      [0, 4, 'LOC'],
      [9, 12, 'PER'],
    ],
  },
  {
    text: 'राम काठमाडौँमा बस्छ',
    tags: 'राम/B-PER काठमाडौँमा/B-LOC बस्छ/O',
    spans: [
      [0, 3, 'PER'],
      [4, 14, 'LOC'],
    ],
  },
  {
    text: '東京タワーに行く',
    tags: '東/B-LOC 京/I-LOC タ/I-LOC ワ/I-LOC ー/I-LOC に/O 行/O く/O',
    spans: [[0, 5, 'LOC']],
  },
  { text: '😀 Ada with UTF-16', tags: '😀/O Ada/B-PER with/O UTF/O -/O 16/O', spans: [[2, 5, 'PER']] },
  { text: '😀 Ada with code points', tags: '😀/O Ada/B-PER with/O code/O points/O', spans: [[2, 5, 'PER']] },
];

describe.each([
  ['memory', '4GB'],
  ['disk', '1MB'],
])('in %s', (where, limit) => {
  test('spans become tokens and tags, and rows whose spans cannot be used are dropped and counted', async () => {
    const done = await run(where, {}, { 'memory-limit': limit });
    expect(done.exitCode).toBe(0);
    expect(done.status).toBe('published');
    expect(done.log.includes('are kept on disk')).toBe(where === 'disk');
    expect(await rowsOf(where)).toEqual(EXPECTED);
    const lines = (await readFile(path.join(folder, 'entities', 'dropped.jsonl'), 'utf8')).trim().split('\n');
    const reasons = lines.map((line) => JSON.parse(line).reason).sort();
    expect(reasons).toEqual([...Array(3).fill('conflict'), ...Array(3).fill('malformed'), 'unknown-class']);
    const { quality, tokenizer, label_map } = metadataOf(where);
    expect({ tokenizer, label_map }).toEqual({ tokenizer: 1, label_map: { PER: 0, LOC: 1, ORG: 2 } });
    expect(quality.spans).toEqual({
      dropped: {
        notSpans: 0,
        reversed: 1,
        empty: 0,
        outOfRange: 1,
        otherText: 0,
        unclearOffsets: 1,
        removed: 0,
      },
      fitted: 2,
      redacted: 1,
      untagged: 1,
    });
    expect(quality.unknownClassNames).toEqual([{ name: 'person', rows: 1 }]);
    // Two people agree on each of two texts, and three on nothing.
    expect(quality.agreement).toMatchObject({ spanF1: 0.5714, texts: 3 });
    const balance = Object.values<Record<string, number>>(quality.class_balance);
    const rows = balance.map((splits) => Object.values(splits).reduce((sum, count) => sum + count, 0));
    expect(rows).toEqual([9, ROWS / 2 + 6, ROWS / 2 + 2]);
  });
});

test('memory and disk make the same versions', () => {
  const [memory, disk] = ['memory', 'disk'].map(metadataOf);
  expect(disk.content_sha256).toBe(memory.content_sha256);
  expect(disk.quality).toEqual(memory.quality);
  const [one, other] = ['memory', 'disk'].map((repo) =>
    ['train', 'eval', 'test'].map((split) =>
      scene.hub.readFile(`owner/${repo}`, 'main', `data/${split}-00000-of-00001.parquet`),
    ),
  );
  expect(one.map((file, index) => Buffer.compare(file, other[index]))).toEqual([0, 0, 0]);
});

test('people read what happened to the spans, and never a text', async () => {
  const { log, summary } = await run('words', {}, { 'dry-run': 'true' });
  for (const sentence of [
    '3 rows were dropped for spans (an end before its start: 1, a span beyond the end of the text: 1, offsets of which it is not known what they count: 1).',
    '2 spans were moved to the borders of tokens.',
    '1 span overlaps another one, and the tags leave it out.',
    '1 span covers what replaces personal data.',
    'The F1 score of the spans of two annotators is 0.5714.',
  ]) {
    expect(summary.replaceAll('\\', '').replaceAll('&#58;', ':')).toContain(sentence);
    expect(log).toContain(sentence);
  }
  expect(`${log}${summary}`).not.toMatch(/Lovelace|Paris saw|984123/);
  const card = String(scene.hub.readFile('owner/memory', 'main', 'README.md')).replaceAll('\\', '');
  expect(card).toContain('2 spans were moved to the borders of tokens.');
  expect(card).toContain('names = dataset["train"].features["ner_tags"].feature.names');
  expect(card).toContain('- "token-classification"');
});

test('a key says what offsets count, and annotators decide', async () => {
  const { status } = await run('majority', { 'span-offsets': 'code-points', annotators: 'majority' });
  expect(status).toBe('published');
  const rows = await rowsOf('majority');
  expect(rows.find(({ text }) => text === '😀 Ada without a text')?.spans).toEqual([[2, 5, 'PER']]);
  // With offsets in code points the other unit is not what its text shows.
  expect(rows.some(({ text }) => text === '😀 Ada with UTF-16')).toBe(false);
  await scene.database.query(`INSERT INTO letters (name, text, spans, who)
    SELECT name, text, spans, 'one more' FROM letters WHERE text = 'Paris saw Eve' AND who = 'annotator 1'`);
  await run('majority', { 'span-offsets': 'code-points', annotators: 'majority' });
  expect((await rowsOf('majority')).find(({ text }) => text === 'Paris saw Eve')?.spans).toEqual([
    [0, 5, 'LOC'],
  ]);
  const { changes } = metadataOf('majority');
  expect(changes).toMatchObject({ added: 1, removed: 0, relabelled: 0 });
});

test('other spans of a text are another value of its row, and a class without spans is lost', async () => {
  await scene.database.query(
    `UPDATE letters SET spans = '[{"start": 0, "end": 3, "label": "PER"}]' WHERE name = 'plain'`,
  );
  expect((await run('memory')).status).toBe('published');
  expect(metadataOf('memory').changes).toMatchObject({ added: 0, removed: 0, relabelled: 1 });
  await scene.database.query(
    `UPDATE letters SET spans = (SELECT coalesce(jsonb_agg(s), '[]') FROM jsonb_array_elements(spans) s WHERE s->>'label' <> 'ORG')`,
  );
  const lost = await run('memory');
  expect(lost.status).toBe('held');
  expect(lost.log).toContain('ORG');
  expect((await run('memory', { 'min-rows-per-class': 10 })).log).toMatch(/min-rows-per-class/);
});

test('what this task cannot have is refused by name', async () => {
  const html = await run('refused', { clean: ['html', 'whitespace'] });
  expect(html.exitCode).toBe(1);
  expect(html.log).toContain('html does not show where a part of the text is afterwards');
  const drop = await run('refused', { 'unknown-classes': 'drop-class' });
  expect(drop.log).toContain('a text without one of its spans would teach that this part has no class');
  const kept = await run('refused', { keep: ['tokens'] });
  expect(kept.log).toContain('is called "tokens" on the Hub already');
});
