import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { fileOf, gitBlobId } from '../../src/model/file.ts';
import { BundleScene } from '../support/bundle-scene.ts';

/** What YAML 1.1, by which `datasets` reads a card, takes for something else when it is not quoted. */
const CLASSES = ['no', 'yes', 'off', 'NO', '1_000', '12:30', '2026-11-23', '=', '<<', '~', 'a\u2028b'];
const REPO = 'owner/words';
let scene: BundleScene;

beforeAll(async () => {
  scene = await BundleScene.start();
});
afterAll(() => scene.close());
beforeEach(async () => {
  await scene.newDatabase();
  scene.hub.createRepo(REPO);
  await scene.database.query(`
    CREATE TABLE words AS SELECT i AS id, 'text ' || i AS text, (ARRAY[${CLASSES.map((name) => `'${name}'`)}])[1 + i % ${CLASSES.length}] AS label
    FROM generate_series(1, 110) AS i`);
});

/** @param texts further keys of the card in the file, after a comma */
function run(inputs: Readonly<Record<string, string>> = {}, texts = '') {
  const config = `
version: 1
sources: { words: { corrections: "SELECT id, text, label FROM words" } }
datasets:
  words:
    repo: ${REPO}
    source: words
    task: text-classification
    publish-as: { text: "on", label: "y" }
    classes: ${JSON.stringify(CLASSES)}
    card: { title: "12:30", languages: ["no"]${texts} }
`;
  return scene.run({ 'department-dataset': '', 'urgency-dataset': '', config, ...inputs });
}

const tagOf = ({ outputs }: { outputs: Readonly<Record<string, string>> }) =>
  JSON.parse(outputs.versions).words;
const cardAt = (tag: string) => String(scene.hub.readFile(REPO, tag, 'README.md'));
const frontMatterOf = (card: string) => card.slice(4, card.indexOf('\n---\n'));

test('classes, columns, title and languages are texts to a reader of YAML 1.1 and of YAML 1.2', async () => {
  const first = await run();
  expect([first.exitCode, tagOf(first).status]).toEqual([0, 'published']);
  const yaml = frontMatterOf(cardAt(tagOf(first).tag));
  for (const version of ['1.1', '1.2'] as const) {
    const { pretty_name: title, language, dataset_info: info } = parse(yaml, { version });
    expect([title, language]).toEqual(['12:30', ['no']]);
    expect(info.features).toEqual([
      { name: 'on', dtype: 'string' },
      { name: 'y', dtype: { class_label: { names: { ...CLASSES } } } },
    ]);
  }
  // PyYAML has a meaning of its own for these, and ends a line at U+2028 in quotes too.
  for (const written of ['"7": "="\n', '"8": "<<"\n', '"10": "a\\u2028b"\n']) expect(yaml).toContain(written);
  expect(tagOf(await run())).toMatchObject({ status: 'unchanged', tag: tagOf(first).tag });
});

test('a card that 1.4.0 wrote, which loads other classes, is written anew with a version of the same data', async () => {
  const { tag } = tagOf(await run());
  const old = cardAt(tag).replace(/(: )"(no|yes|off|NO|1_000|12:30|2026-11-23|=|<<|on)"$/gm, '$1$2');
  expect(
    parse(frontMatterOf(old), { version: '1.1' }).dataset_info.features[1].dtype.class_label.names[0],
  ).toBe(false);
  publishAs14(tag, old);
  const preview = await run({ 'dry-run': 'true' });
  expect(preview.log).toContain(
    `these files of ${tag} in the repo are not as they were published: README.md`,
  );
  const repaired = await run();
  expect(tagOf(repaired).status).toBe('published');
  const { dataset_info: info } = parse(frontMatterOf(cardAt(tagOf(repaired).tag)), { version: '1.1' });
  expect(info.features[1].dtype.class_label.names).toEqual({ ...CLASSES });
});

test('a license and tags come with the next version, beside what a person wrote into the front matter', async () => {
  const first = tagOf(await run());
  expect(cardAt(first.tag)).not.toMatch(/^(?:license|tags):/m);
  const texts = ', license: other, tags: ["no", "1_000", "2026-11-23"]';
  expect(tagOf(await run({}, texts))).toMatchObject({ status: 'unchanged', tag: first.tag });

  const byHand = '---\nlicense_name: acme-1.0\nlicense: mit\n';
  scene.hub.commitAs('mira', REPO, { 'README.md': cardAt(first.tag).replace('---\n', byHand) });
  await scene.database.query("INSERT INTO words VALUES (1000, 'one more text', 'yes')");
  const second = tagOf(await run({}, texts));
  expect(second.status).toBe('published');
  const written = parse(frontMatterOf(cardAt(second.tag)), { version: '1.1' });
  expect(written).toMatchObject({
    license_name: 'acme-1.0',
    license: 'other',
    tags: ['no', '1_000', '2026-11-23'],
  });
  expect(tagOf(await run({}, texts)).status).toBe('unchanged');
});

/** Makes the version one whose card is this, all of it generated. */
function publishAs14(tag: string, card: string): void {
  const metadata = JSON.parse(String(scene.hub.readFile(REPO, tag, 'dataset_metadata.json')));
  const { path, size, sha256 } = fileOf('README.md', Buffer.from(card));
  const commit = scene.hub.commitAs('owner', REPO, {
    'README.md': card,
    'dataset_metadata.json': JSON.stringify({
      ...metadata,
      generated_card_blob_id: gitBlobId(Buffer.from(card)),
      files: [
        ...metadata.files.filter((file: { path: string }) => file.path !== path),
        { path, size, sha256 },
      ],
    }),
  });
  const { tags } = scene.hub.repo(REPO);
  for (const [name, { message }] of [...tags]) tags.set(name, { commit, message });
}
