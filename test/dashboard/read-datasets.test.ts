import { expect, test } from '@jest/globals';
import { readDatasets } from '../../src/dashboard/read-datasets.ts';
import { versionTagOf } from '../../src/dataset/version/metadata.ts';
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
  const datasets = ['a', 'b'].map((name) => ({ name, repo: name, pageUrl: name }));
  const [a, b] = await readDatasets(datasets, ({ name }) => {
    if (name === 'a') throw new Error('No such name.');
    return { tags: async () => new Map(), readUnchecked: async () => Buffer.from('') };
  });
  expect([a.missing, b.missing]).toEqual(['No such name.', null]);
});
