import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BundleScene, readVersion, TOKEN, variedReviews } from '../support/bundle-scene.ts';
import { runBundle } from '../support/run-bundle.ts';

const REPO = 'owner/department';
let scene: BundleScene;

beforeAll(async () => {
  scene = await BundleScene.start();
});

afterAll(() => scene.close());

async function prune(inputs: Readonly<Record<string, string>>) {
  const cwd = await mkdtemp(path.join(tmpdir(), 'prune-'));
  const given = { dataset: REPO, 'hf-token': TOKEN, 'hub-endpoint': scene.hub.url, ...inputs };
  const done = await runBundle(given, { folder: 'prune-versions', cwd });
  const receipt = await readFile(path.join(cwd, 'prune-receipt.json'), 'utf8').catch(() => 'null');
  return { ...done, receipt: JSON.parse(receipt) };
}

async function publish() {
  const { outputs, log } = await scene.run({ 'urgency-dataset': '' });
  const version = JSON.parse(outputs.versions || '{}').department;
  if (version === undefined) throw new Error(log);
  return version as { readonly tag: string; readonly status: string };
}

test('versions are published, pruned, erased, and published again', async () => {
  await scene.newDatabase();
  await scene.addReviews(variedReviews(60, 'a matter'));
  const first = await publish();
  await scene.addReviews(variedReviews(60, 'the secret of one person'));
  const second = await publish();
  await scene.database.query(
    `DELETE FROM misclassified_complaints WHERE complaint_id IN (SELECT id FROM complaints WHERE message LIKE 'the secret%')`,
  );
  await scene.database.query(`DELETE FROM complaints WHERE message LIKE 'the secret%'`);
  await scene.addReviews(variedReviews(30, 'another matter'));
  const third = await publish();
  expect(new Set([first.tag, second.tag, third.tag]).size).toBe(3);

  const preview = await prune({ erase: 'true', 'keep-version': third.tag });
  expect([preview.exitCode, preview.outputs.complete]).toEqual([0, 'false']);
  expect(JSON.parse(preview.outputs.removed)).toEqual([second.tag, first.tag]);
  expect(preview.receipt).toMatchObject({ dry_run: true, removed_index_lines: 60 });
  expect(preview.summary).toContain('dry run, would remove 2 versions');
  expect(scene.hub.repo(REPO).tags.has(first.tag)).toBe(true);

  const wrong = await prune({ erase: 'true', 'keep-version': second.tag, 'dry-run': 'false' });
  expect([wrong.exitCode, wrong.log]).toEqual([1, expect.stringContaining('so nothing was erased')]);

  scene.hub.createModel('owner/classifier').tags.set('production', { commit: 'a'.repeat(40), message: '' });
  scene.hub.models
    .get('owner/classifier')!
    .tags.set(`promoted-${second.tag}`, { commit: 'a'.repeat(40), message: '' });
  const erase = { erase: 'true', 'keep-version': third.tag, 'dry-run': 'false', models: 'owner/classifier' };
  const inUse = await prune(erase);
  expect([inUse.exitCode, inUse.log]).toEqual([
    1,
    expect.stringContaining(`The model owner/classifier in production was trained on ${second.tag}`),
  ]);

  const erased = await prune({ ...erase, force: 'true' });
  expect([erased.exitCode, erased.outputs.complete]).toEqual([0, 'true']);
  expect(erased.receipt).toMatchObject({ complete: true, kept_versions: [third.tag], squashed: true });
  const repo = scene.hub.repo(REPO);
  expect([...repo.tags.keys()].sort()).toEqual([`announced-${third.tag}`, third.tag]);
  const { train, eval: evaluation, test: tested } = await readVersion(scene.hub, REPO, third.tag);
  const texts = [...train, ...evaluation, ...tested].map(([text]) => String(text));
  expect(texts).toHaveLength(90);
  expect(texts.filter((text) => text.includes('secret'))).toEqual([]);
  for (const { log, summary } of [preview, wrong, inUse, erased])
    expect(`${log}${summary}`).not.toMatch(/matter number|secret of|hf_writer/);

  expect(await publish()).toMatchObject({ status: 'unchanged', tag: third.tag });
  await scene.addReviews(variedReviews(10, 'a late matter'));
  const fourth = await publish();
  expect(fourth.status).toBe('published');

  const retained = await prune({ 'keep-last': '1', 'dry-run': 'false' });
  expect(JSON.parse(retained.outputs.removed)).toEqual([third.tag]);
  expect(await publish()).toMatchObject({ status: 'unchanged', tag: fourth.tag });
});

test.each([
  [{}, 'there is no rule: give keep-last or keep-days, or both, or erase: true'],
  [{ erase: 'true' }, 'erase needs keep-version'],
  [{ erase: 'true', 'keep-version': 'v20260101_000000', 'keep-last': '3' }, 'erase keeps one version'],
  [{ 'keep-last': '0' }, 'keep-last must be a whole number'],
  [{ 'keep-last': '3', 'keep-version': 'v20260101_000000' }, 'keep-version is only used with erase: true'],
  [{ 'keep-days': '3', models: 'classifier' }, 'models is not the name of a model'],
  [{ 'keep-last': '3', 'dry-run': 'no' }, 'dry-run must be true or false'],
])('inputs %j are refused', async (inputs, message) => {
  scene.hub.clearRequests();
  const { exitCode, log, summary } = await prune(inputs);
  expect(exitCode).toBe(1);
  expect(log).toContain(message);
  expect(summary).not.toBe('');
  expect(scene.hub.requests).toEqual([]);
});
