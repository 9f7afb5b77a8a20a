import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { BundleScene } from '../support/bundle-scene.ts';
import type { BundleRun } from '../support/run-bundle.ts';

let scene: BundleScene;

/** Texts with markup, links and white space, each once more than a text without. */
const TEXTS = {
  compared: 'Wenn x < 5 und y > 3 stuerzt die App ab',
  blocks: '<p>Hello team</p><p>Ticket &amp; parcel',
  chinese: '请打开https://example.com/a查看，包裹没有收到',
  otherChinese: '请打开https://example.com/a查看，颜色不对',
  spaces: ' a \t text\r\n\nwith   white space ',
  link: 'https://example.com/only',
};

beforeAll(async () => {
  scene = await BundleScene.start();
  await scene.newDatabase();
  await scene.database.query('CREATE TABLE reviews (id int, text text, label text)');
  const rows = Object.values(TEXTS).map(
    (text, index) => `(${index}, '${text}', '${index % 2 === 0 ? 'yes' : 'no'}')`,
  );
  await scene.database.query(`INSERT INTO reviews VALUES ${rows.join(', ')}`);
  await scene.database.query(
    `INSERT INTO reviews SELECT 100 + n, 'ordinary text number ' || n, 'yes' FROM generate_series(1, 5000) n`,
  );
});

afterAll(() => scene.close());

/** Runs the bundle for a dataset; JSON is YAML. */
function run(name: string, settings: object, inputs: Readonly<Record<string, string>> = {}, defaults = {}) {
  const config = {
    version: 1,
    defaults,
    sources: { reviews: { corrections: 'SELECT * FROM reviews' } },
    datasets: {
      [name]: {
        repo: `owner/${name}`,
        source: 'reviews',
        task: 'text-classification',
        classes: ['yes', 'no'],
        'min-dataset-len': 4,
        ...settings,
      },
    },
  };
  const given = { 'department-dataset': '', 'urgency-dataset': '', config: JSON.stringify(config, null, 1) };
  return scene.run({ ...given, ...inputs });
}

function statusOf({ outputs }: BundleRun, name: string): string {
  return JSON.parse(outputs.versions)[name].status;
}

const readFile = (name: string, file: string) => scene.hub.readFile(`owner/${name}`, 'main', file);
const metadataOf = (name: string) => JSON.parse(String(readFile(name, 'dataset_metadata.json')));

/** Every text that was published, but for ordinary ones. */
async function textsOf(name: string): Promise<string[]> {
  const texts = ['train', 'eval', 'test'].map(async (split) => {
    const content = readFile(name, `data/${split}-00000-of-00001.parquet`);
    const rows = await parquetReadObjects({ file: new Uint8Array(content).buffer, compressors });
    return rows.map(({ text }) => String(text));
  });
  return (await Promise.all(texts))
    .flat()
    .filter((text) => !text.startsWith('ordinary'))
    .sort();
}

const STEPS: readonly [name: string, clean: object, texts: readonly string[], changed: number | undefined][] =
  [
    [
      'default',
      {},
      [
        TEXTS.compared,
        TEXTS.blocks,
        TEXTS.chinese,
        TEXTS.otherChinese,
        'a text with white space',
        TEXTS.link,
      ],
      1,
    ],
    [
      'every-step',
      { clean: ['whitespace', 'urls', 'html'] },
      [
        TEXTS.compared,
        'Hello team Ticket & parcel',
        '请打开查看，包裹没有收到',
        '请打开查看，颜色不对',
        'a text with white space',
      ],
      4,
    ],
    [
      'none',
      { clean: 'none' },
      [TEXTS.compared, TEXTS.blocks, TEXTS.chinese, TEXTS.otherChinese, TEXTS.spaces.trim(), TEXTS.link],
      undefined,
    ],
    // Both Chinese texts become one, with two labels.
    [
      'python',
      { clean: 'python' },
      ['Wenn x 3 stuerzt die App ab', 'Hello teamTicket &amp; parcel', 'a text with white space'],
      undefined,
    ],
  ];

describe.each([
  ['in memory', {}],
  ['on disk', { 'memory-limit': '1MB' }],
])('%s', (where, inputs) => {
  test.each(STEPS)('texts are cleaned by what clean sets: %s', async (step, settings, texts, changed) => {
    const name = `${step}-${where.replace(' ', '-')}`;
    const done = await run(name, settings, inputs);
    expect(statusOf(done, name)).toBe('published');
    expect(done.log.includes('are kept on disk')).toBe(where === 'on disk');
    expect(await textsOf(name)).toEqual(texts.toSorted());
    expect(metadataOf(name).quality.changedByCleaning).toBe(changed);
    if (changed !== undefined) expect(done.summary).toContain(`changed by cleaning: ${changed}`);
    else expect(done.summary).not.toContain('changed by cleaning');
  });
});

test('memory and disk make the same versions', () => {
  for (const [step] of STEPS) {
    const [memory, disk] = [`${step}-in-memory`, `${step}-on-disk`].map(metadataOf);
    expect(disk.content_sha256).toBe(memory.content_sha256);
    expect(disk.quality).toEqual(memory.quality);
  }
});

test('the card says how the texts were cleaned', () => {
  expect(String(readFile('every-step-in-memory', 'README.md'))).toContain(
    'HTML was replaced by its text, URLs were removed, runs of white space became one space. Each text is in one split only',
  );
});

test('messages are cleaned by steps, and kept as they are by default', async () => {
  const conversation = `json_build_array(json_build_object('role', 'user', 'content', ' <p>' || text),
    json_build_object('role', 'assistant', 'content', E'Yes,\\n  of course')) AS messages`;
  const config = (clean: string) => `
version: 1
sources: { talks: { corrections: "SELECT id, ${conversation.replaceAll('\n', ' ').replaceAll('\\', '\\\\')} FROM reviews WHERE id BETWEEN 101 AND 130" } }
datasets: { talks: { repo: owner/talks${clean === '' ? '' : '-cleaned'}, source: talks, task: chat, min-dataset-len: 4${clean} } }`;
  const inputs = { 'department-dataset': '', 'urgency-dataset': '' };
  await scene.run({ ...inputs, config: config('') });
  await scene.run({ ...inputs, config: config(', clean: [html, whitespace]') });
  const first = async (name: string) => {
    const content = readFile(name, 'data/train-00000-of-00001.parquet');
    const [{ messages }] = await parquetReadObjects({ file: new Uint8Array(content).buffer, compressors });
    return messages.map(({ content: text }: { content: string }) => text);
  };
  expect(await first('talks')).toEqual([expect.stringMatching(/^ <p>ordinary/), 'Yes,\n  of course']);
  expect(await first('talks-cleaned')).toEqual([expect.stringMatching(/^ordinary/), 'Yes, of course']);
});

describe('a dataset that was published by 1.6', () => {
  const NAME = 'old';

  beforeAll(async () => {
    await run(NAME, { clean: 'python' });
    const { split_key: splitKey, ...rest } = metadataOf(NAME);
    const { clean: _, ...key } = splitKey;
    scene.hub.commitAs('somebody', `owner/${NAME}`, {
      'dataset_metadata.json': JSON.stringify({ ...rest, split_key: key }),
    });
    await scene.database.query(`INSERT INTO reviews VALUES (1000, 'another text', 'no')`);
  });

  test('is held when its texts are cleaned otherwise', async () => {
    const held = await run(NAME, {});
    expect(statusOf(held, NAME)).toBe('held');
    const said = held.summary.replaceAll('\\', '').replaceAll('&#58;', ':');
    expect(said).toContain(
      'clean changed from python, the only way up to 1.6 and kept by clean: python, to [whitespace], which may move any of',
    );
  });

  test('goes on as it was with clean: python', async () => {
    const done = await run(NAME, { clean: 'python' }, { 'dry-run': 'true' });
    expect(JSON.parse(done.outputs.versions)[NAME].would ?? done.summary).toMatch(/published/);
  });

  test('is published anew where that is allowed, and its splits are comparable from then on', async () => {
    const done = await run(NAME, { 'breaking-changes': 'allow' });
    expect(statusOf(done, NAME)).toBe('published');
    const { splits_since: since, version_tag: tag, split_key: key } = metadataOf(NAME);
    expect(since).toBe(tag);
    expect(key.clean).toEqual(['whitespace']);
    await scene.database.query(`INSERT INTO reviews VALUES (1001, 'one more text', 'no')`);
    expect(statusOf(await run(NAME, {}), NAME)).toBe('published');
    expect(metadataOf(NAME).splits_since).toBe(tag);
  });
});

test('python is refused for texts that a model writes', async () => {
  const refused = await run('chat', { task: 'chat', classes: undefined, clean: 'python' });
  expect(refused.exitCode).toBe(1);
  expect(refused.log).toContain(
    'clean must be none or a list of steps, not the text "python": python removes',
  );
});

test('spark-command refuses a dataset that Spark would clean otherwise', async () => {
  const refused = await run('spark', {}, { 'spark-command': 'true' });
  expect(refused.exitCode).toBe(1);
  expect(refused.log).toContain(
    'Dataset spark. spark-command does not support clean: [whitespace]; set clean: python. Change that',
  );
});

test('the built-in datasets are cleaned like python', async () => {
  await scene.addReviews(
    Array.from({ length: 20 }, (_, index) => ({
      message: `<b>complaint</b>  number ${index} https://example.com/查`,
      urgency: index % 2 === 0 ? 'NORMAL' : 'URGENT',
    })),
  );
  await scene.run({ 'department-dataset': '', 'urgency-dataset': 'owner/urgency' });
  const content = readFile('urgency', 'data/train-00000-of-00001.parquet');
  const rows = await parquetReadObjects({ file: new Uint8Array(content).buffer, compressors });
  for (const { grievance } of rows) expect(grievance).toMatch(/^complaint number \d+$/);
  const { split_key: key, quality } = metadataOf('urgency');
  expect(key).toEqual({ group: null, role: null, folded: false, redacted: null, clean: 'python' });
  expect(quality).not.toHaveProperty('changedByCleaning');
});
