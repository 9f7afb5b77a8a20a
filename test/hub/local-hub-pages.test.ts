import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type LocalHub, startLocalHub } from '../support/local-hub/server.ts';

let hub: LocalHub;

beforeAll(async () => {
  hub = await startLocalHub();
  const repo = hub.createRepo('owner/set');
  hub.commitAs('owner', 'owner/set', { 'README.md': '<b>card</b>' });
  repo.tags.set('v1', { commit: repo.head.id, message: '' });
  hub.createSpace('owner/train');
});

afterAll(() => hub.close());

const see = async (path: string) => {
  const answer = await fetch(hub.url + path);
  return { status: answer.status, text: await answer.text() };
};

test('a browser finds every repo, Space, version and commit from the first page on', async () => {
  const { text } = await see('/');
  expect(text).toContain('<a href="/datasets/owner/set">');
  expect(text).toContain('<a href="/spaces/owner/train">');
  const dataset = await see('/datasets/owner/set');
  expect(dataset.text).toContain('<a href="/datasets/owner/set/tree/v1">v1</a>');
  expect(dataset.text).toContain('<pre>&lt;b&gt;card&lt;/b&gt;</pre>');
  const { id } = hub.repo('owner/set').head;
  for (const path of [
    '/datasets/owner/set/tree/v1',
    `/datasets/owner/set/commit/${id}`,
    '/spaces/owner/train',
  ]) {
    expect([path, (await see(path)).status]).toEqual([path, 200]);
  }
});

test('what is not there is not found', async () => {
  for (const path of ['/datasets/owner/no', '/datasets/owner/set/tree/v2', '/spaces/owner/no', '/no']) {
    expect([path, (await see(path)).status]).toEqual([path, 404]);
  }
});
