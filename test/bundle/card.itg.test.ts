import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { BundleScene, variedReviews } from '../support/bundle-scene.ts';

const REPO = 'owner/department';
let scene: BundleScene;
beforeAll(async () => {
  scene = await BundleScene.start();
});
afterAll(() => scene.close());
beforeEach(async () => {
  await scene.newDatabase();
  scene.hub.createRepo(REPO);
});

test.each([
  [
    'keys are kept as they are written',
    '---\nversion: 1.10\nreleased: 2024-01-01 # a date\ncountry: NO\n---\n',
    'version: 1.10\nreleased: 2024-01-01 # a date\ncountry: NO\n',
  ],
  ['front matter after an empty line is front matter', '\n---\nlicense: mit\n---\n', 'license: mit\n'],
  [
    'a key that occurs twice costs no other key',
    '---\ntags:\n- a\nlicense: mit\nlicense: apache-2.0\n---\n',
    'tags:\n- a\n# license: mit\nlicense: apache-2.0\n',
  ],
])('%s, however often versions are published', async (_, start, keys) => {
  scene.hub.commitAs('mira', REPO, { 'README.md': `${start}Written by hand.\n` });
  const markdown = await publishTwice();
  expect(markdown.startsWith(`---\n${keys}language:`)).toBe(true);
  expect(markdown.endsWith('prepare-dataset:end -->\n\nWritten by hand.\n')).toBe(true);
});

test('text between rules at the start is kept', async () => {
  const text = '---\nAsk Mira first.\n---\nWritten by hand.\n';
  scene.hub.commitAs('mira', REPO, { 'README.md': text });
  expect((await publishTwice()).endsWith(`prepare-dataset:end -->\n\n${text}`)).toBe(true);
});

test('the card names each file', async () => {
  const markdown = await publishTwice();
  const { configs } = parse(markdown.slice(4, markdown.indexOf('\n---\n')));
  expect(configs[0].data_files).toEqual(
    ['train', 'eval', 'test'].map((split) => ({ split, path: [`data/${split}-00000-of-00001.parquet`] })),
  );
});

/** Publishes two versions. @returns the card of the second */
async function publishTwice(): Promise<string> {
  await scene.addReviews(variedReviews(40));
  await scene.run({ 'urgency-dataset': '' });
  await scene.addReviews(variedReviews(4, 'later'));
  const { outputs } = await scene.run({ 'urgency-dataset': '' });
  expect(outputs['department-status']).toBe('published');
  return String(scene.hub.readFile(REPO, outputs['department-tag'], 'README.md'));
}
