import { describe, expect, test } from '@jest/globals';
import { readDatasets } from '../../src/dashboard/read-datasets.ts';
import { versionTagOf } from '../../src/version/metadata.ts';
import { metadata } from '../support/metadata.ts';

const TAGS = new Map(
  Array.from({ length: 100 }, (_, day) => [
    versionTagOf(new Date(Date.UTC(2026, 0, 1 + day))),
    `commit ${day}`,
  ]),
);

/** Reads so many datasets of 100 versions each, and tells the most that were read from at a time. */
async function read(count: number) {
  const datasets = Array.from({ length: count }, (_, index) => ({
    name: `d${index}`,
    repo: `owner/d${index}`,
    pageUrl: `https://hub.example/datasets/owner/d${index}`,
    lastStatus: null,
  }));
  let [open, most] = [0, 0];
  const histories = await readDatasets(datasets, () => ({
    tags: async () => TAGS,
    async readUnchecked() {
      most = Math.max(most, ++open);
      await new Promise(setImmediate);
      open--;
      return Buffer.from(JSON.stringify(metadata()));
    },
  }));
  return { histories, most };
}

test.each([
  [1, 60],
  [2, 60],
  [10, 30],
  [30, 10],
  [100, 10],
])(
  'of %d datasets shows the newest %d versions each, and tells how many more there are',
  async (count, shown) => {
    const { histories } = await read(count);
    expect(histories.map(({ name }) => name)).toEqual(
      Array.from({ length: count }, (_, index) => `d${index}`),
    );
    for (const { versions, versionsLeftOut } of histories) {
      expect([versions.length, versionsLeftOut]).toEqual([shown, 100 - shown]);
      expect(versions.at(-1)?.tag).toBe([...TAGS.keys()].at(-1));
    }
  },
);

test('asks the Hub for a few things at a time, however many the datasets', async () => {
  expect((await read(30)).most).toBeLessThanOrEqual(32);
});

test('a repo that cannot be opened does not keep the others from being shown', async () => {
  const datasets = ['a', 'b'].map((name) => ({ name, repo: name, pageUrl: name, lastStatus: null }));
  const [a, b] = await readDatasets(datasets, ({ name }) => {
    if (name === 'a') throw new Error('No such name.');
    return { tags: async () => new Map(), readUnchecked: async () => Buffer.from('') };
  });
  expect([a.missing, b.missing]).toEqual(['No such name.', null]);
});

describe('the pull request a version waits in', () => {
  async function waitsIn(list: () => AsyncIterable<{ number: number; title: string }>) {
    const source = { tags: async () => new Map(), readUnchecked: async () => Buffer.from('') };
    const dataset = { name: 'a', repo: 'owner/a', pageUrl: '', lastStatus: null };
    const [history] = await readDatasets([dataset], () => ({ ...source, pullRequests: { list } }));
    expect(history.missing).toBeNull();
    return history.waitsIn;
  }

  test('is the newest that has the title of one of its versions', async () => {
    const titles = [
      'Fix the card',
      'Dataset update (b) - 2',
      'Dataset update (a) - 2',
      'Dataset update (a) - 1',
    ];
    const found = await waitsIn(async function* () {
      for (const [index, title] of titles.entries()) yield { number: 9 - index, title };
    });
    expect(found).toBe(7);
  });

  test('is none where none has, the Hub has none at all, or there is no end of others', async () => {
    expect(await waitsIn(async function* () {})).toBeNull();
    const refused = waitsIn(async function* () {
      yield { number: 1, title: 'Fix the card' };
      throw new Error('404');
    });
    expect(await refused).toBeNull();
    const endless = waitsIn(async function* () {
      for (let number = 1; ; number++) yield { number, title: 'Fix the card' };
    });
    expect(await endless).toBeNull();
  });
});
