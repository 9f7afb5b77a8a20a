import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readModelCard } from '../../src/hub/model-card.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { errorOf, hubOptions, startHub, TOKENS } from './hub-scene.ts';

const CARD = '---\nlibrary_name: sklearn\n---\n\n# नेपाली\n';
let hub: LocalHub;

beforeAll(async () => {
  hub = await startHub();
  hub.createModel('owner/model').commitTexts('owner', { 'README.md': CARD });
  hub.createModel('owner/bare');
});

afterAll(() => hub.close());

test('the card of a private model is read with the token, for the repo of that name alone', async () => {
  const repos: string[] = [];
  const token = async (repo: string) => {
    repos.push(repo);
    return TOKENS.reader;
  };
  expect(await readModelCard('owner/model', hubOptions(hub, { token }))).toBe(CARD);
  expect(repos).toEqual(['owner/model']);
});

test('a model without a card has none', async () => {
  expect(await readModelCard('owner/bare', hubOptions(hub))).toBeNull();
});

test('a model that there is not, or that a token may not see, is an error', async () => {
  hub.createRepo('owner/dataset');
  for (const name of ['owner/missing', 'owner/dataset']) {
    const { status, message } = await errorOf(readModelCard(name, hubOptions(hub)));
    expect([status, message]).toEqual([404, expect.stringContaining(`The Hub does not find ${name}`)]);
  }
  const token = async () => TOKENS.stranger;
  expect((await errorOf(readModelCard('owner/model', hubOptions(hub, { token })))).status).toBe(404);
});

test('a Hub that serves files from elsewhere is followed there', async () => {
  const elsewhere = hub.addLargeFile(Buffer.from(CARD));
  const { models } = hub;
  const files = models.get('owner/bare')!;
  files.commit({
    title: 'A card by LFS',
    message: '',
    author: 'owner',
    changes: new Map([
      ['README.md', { blobId: '0'.repeat(40), size: CARD.length, content: null, sha256: elsewhere }],
    ]),
  });
  expect(await readModelCard('owner/bare', hubOptions(hub))).toBe(CARD);
});
