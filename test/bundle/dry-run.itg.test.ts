import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, variedReviews } from '../support/bundle-scene.ts';

let scene: BundleScene;
let folder: string;
let round = 0;
let name: string;

beforeAll(async () => {
  scene = await BundleScene.start();
  const { hub } = scene;
  hub.addToken({ token: 'hf_reading', user: 'owner', role: 'read' });
  hub.addToken({ token: 'hf_member', user: 'mira', role: 'write', organizations: ['owner'] });
  hub.addToken({ token: 'hf_stranger', user: 'mira', role: 'write' });
  folder = await mkdtemp(path.join(tmpdir(), 'dry-run-'));
});
afterAll(() => Promise.all([scene.close(), rm(folder, { recursive: true, force: true })]));
beforeEach(async () => {
  await scene.newDatabase();
  await scene.addReviews(variedReviews(40));
  name = `dry-${round++}`;
});

function run(inputs: Readonly<Record<string, string>> = {}) {
  return scene.run({ 'department-dataset': `owner/${name}`, 'urgency-dataset': '', ...inputs });
}
const preview = (inputs: Readonly<Record<string, string>> = {}) => run({ 'dry-run': 'true', ...inputs });
const versionOf = ({ outputs }: Awaited<ReturnType<typeof run>>) => JSON.parse(outputs.versions).department;
const whoAmI = () => scene.hub.requests.filter(({ path: asked }) => asked === '/api/whoami-v2');
const writes = () => scene.hub.requests.filter(({ method }) => method !== 'GET');

test('tells the status that the real run then has', async () => {
  expect(versionOf(await preview())).toMatchObject({ status: 'dry-run', would: 'published', tag: null });
  expect([whoAmI().length, writes()]).toEqual([1, []]);
  const real = versionOf(await run());
  expect([real.status, 'would' in real]).toEqual(['published', false]);
  scene.hub.clearRequests();
  expect(versionOf(await preview())).toMatchObject({ status: 'dry-run', would: 'unchanged', tag: real.tag });
  const skipped = versionOf(await preview({ 'min-dataset-len': '41' }));
  expect(skipped).toMatchObject({ status: 'skipped', would: 'skipped' });
  const { exitCode, ...offered } = await preview({
    'random-state': '7',
    gates: '{ publish: pull-request, breaking-changes: allow }',
  });
  expect([exitCode, versionOf({ exitCode, ...offered }).would]).toEqual([0, 'awaiting-approval']);
  expect([whoAmI(), writes()]).toEqual([[], []]);
});

describe('a repo that does not exist', () => {
  test('in a namespace that the token may not write to fails the dry run as it fails the real one', async () => {
    const dry = await preview({ 'hf-token': 'hf_stranger' });
    expect([dry.exitCode, versionOf(dry)]).toEqual([
      1,
      expect.objectContaining({ status: 'failed', would: 'failed' }),
    ]);
    expect(dry.log).toContain(
      `datasets/owner/${name} does not exist, and creating it would fail: the token belongs to the user mira, who is not owner and not in an organization of this name.`,
    );
    expect(dry.log + dry.summary).not.toContain('repo would be created');
    expect((await run({ 'hf-token': 'hf_stranger' })).exitCode).toBe(1);
  });

  test('may be created by a member of its organization', async () => {
    expect(versionOf(await preview({ 'hf-token': 'hf_member' })).would).toBe('published');
  });

  test.each([
    ['hf_reading', 'The token of this dry run may only read; to publish, use a token with write access.'],
    ['hf_member', 'It is unknown whether the token may create it.'],
  ])('is promised with what is not known: %s', async (token, told) => {
    if (token === 'hf_member')
      scene.hub.faults.add({ path: /whoami/, when: 'before', times: 9, kind: { status: 403 } });
    const { exitCode, summary } = await preview({ 'hf-token': token });
    expect([exitCode, summary]).toEqual([0, expect.stringContaining(told)]);
  });

  test.each(['directly', 'pull-request'])(
    'is not created when output-dir has no room: publish %s',
    async (publish) => {
      const root = path.join(folder, name);
      await mkdir(path.join(root, 'department', 'README.md', 'taken'), { recursive: true });
      const inputs = { 'output-dir': root, gates: `publish: ${publish}` };
      const real = await run(inputs);
      expect([real.exitCode, versionOf(real).status]).toEqual([1, 'failed']);
      expect(real.log).toContain('Check output-dir, its permissions and the free space on the disk.');
      expect([scene.hub.hasRepo(`owner/${name}`), writes()]).toEqual([false, []]);
      expect((await preview(inputs)).exitCode).toBe(1);
    },
  );
});
