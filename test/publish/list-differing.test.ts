import { expect, test } from '@jest/globals';
import { DifferingRows } from '../../src/engine/row-index/diff-indexes.ts';
import type { RowId, RowIdFolder } from '../../src/model/output-folder.ts';
import { listDiffering } from '../../src/publish/list-differing.ts';
import type { PreviousVersion } from '../../src/version/metadata.ts';

const SPLITS = { train: 40_000, eval: 0, test: 0 };
const versionOf = (versionTag: string, contentSha256: string | null, name: string | null = 'teams') => ({
  version: { versionTag, contentSha256, name } as PreviousVersion,
  splits: SPLITS,
});
const [BEFORE, NOW] = [versionOf('v20260101_020000', 'before'), versionOf('v20260201_020000', 'now')];

/** A folder with the ids of some contents, each id its content and its place; and what was written to it. */
function folderWith(contents: readonly string[]) {
  const written: { path: string; pieces: string[] }[] = [];
  const folder: RowIdFolder = {
    root: 'out',
    async idsOf(dataset, { contentSha256, splits }) {
      expect([['teams', 'groups'].includes(dataset), splits]).toEqual([true, SPLITS]);
      if (!contents.includes(contentSha256)) return null;
      return (async function* (): AsyncGenerator<RowId> {
        for (let place = 0; place < SPLITS.train; place++)
          yield { split: 'train', id: `${contentSha256}-${place}`, source: 'confirmed' };
      })();
    },
    async writeDifference(dataset, name, lines) {
      const pieces: string[] = [];
      for await (const piece of lines) pieces.push(Buffer.from(piece).toString());
      written.push({ path: `${dataset}/${name}`, pieces });
      return `out/${dataset}/${name}`;
    },
  };
  return { folder, written };
}

function rowsThatDiffer({ manyAdded = false } = {}): DifferingRows {
  const rows = new DifferingRows({ splits: SPLITS } as never, { splits: SPLITS } as never);
  rows.removed.add(0);
  rows.removed.add(39_999);
  rows.relabelled.before.add(5);
  rows.relabelled.now.add(7);
  for (let place = 8; place < (manyAdded ? 10_008 : 10); place++) rows.added.add(place);
  return rows;
}

const linesOf = (pieces: readonly string[]) =>
  pieces
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ change, id, source, split, version }) => [change, id, source, split, version].join(' '));

test('relabelled rows have their ids of the later version', async () => {
  const { folder, written } = folderWith(['before', 'now']);
  const listed = await listDiffering(folder, BEFORE, NOW, rowsThatDiffer());
  const file = 'difference-v20260101_020000-v20260201_020000.jsonl';
  expect(listed).toEqual({
    folder: 'out',
    unknown: [],
    file: `out/teams/${file}`,
    added: ['now-8', 'now-9'],
    removed: ['before-0', 'before-39999'],
    relabelled: ['now-7'],
  });
  expect(written.map(({ path }) => path)).toEqual([`teams/${file}`]);
  expect(linesOf(written[0].pieces)).toEqual([
    'relabelled now-7 confirmed train v20260201_020000',
    'added now-8 confirmed train v20260201_020000',
    'added now-9 confirmed train v20260201_020000',
    'removed before-0 confirmed train v20260101_020000',
    'removed before-39999 confirmed train v20260101_020000',
  ]);
});

test('of one version only, what it knows is listed, and the other is named', async () => {
  const later = folderWith(['now']);
  expect(await listDiffering(later.folder, BEFORE, NOW, rowsThatDiffer())).toMatchObject({
    unknown: ['v20260101_020000'],
    added: ['now-8', 'now-9'],
    removed: [],
    relabelled: ['now-7'],
  });
  const earlier = folderWith(['before']);
  expect(await listDiffering(earlier.folder, BEFORE, NOW, rowsThatDiffer())).toMatchObject({
    unknown: ['v20260201_020000'],
    added: [],
    removed: ['before-0', 'before-39999'],
    relabelled: ['before-5'],
  });
});

test('of neither version, and of metadata without a name or a hash, nothing is written', async () => {
  const { folder, written } = folderWith(['before', 'now']);
  for (const [before, now] of [
    [versionOf('v20260101_020000', null), versionOf('v20260201_020000', 'other')],
    [versionOf('v20260101_020000', 'before', null), versionOf('v20260201_020000', 'now', null)],
  ])
    expect(await listDiffering(folder, before, now, rowsThatDiffer())).toMatchObject({
      unknown: ['v20260101_020000', 'v20260201_020000'],
      file: null,
      added: [],
    });
  expect(written).toEqual([]);
});

test('the first 20 ids are shown, and all are written in pieces', async () => {
  const { folder, written } = folderWith(['before', 'now']);
  const { added } = await listDiffering(folder, BEFORE, NOW, rowsThatDiffer({ manyAdded: true }));
  expect(added).toEqual(Array.from({ length: 20 }, (_, row) => `now-${row + 8}`));
  const [{ pieces }] = written;
  expect(linesOf(pieces)).toHaveLength(10_003);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000);
});

test('the list is in the folder of the later version, or of the only one whose ids are known', async () => {
  const renamed = versionOf('v20260201_020000', 'now', 'groups');
  for (const [contents, dataset] of [
    [['before', 'now'], 'groups'],
    [['before'], 'teams'],
  ] as const) {
    const { folder, written } = folderWith(contents);
    await listDiffering(folder, BEFORE, renamed, rowsThatDiffer());
    expect(written[0].path.split('/')[0]).toBe(dataset);
  }
});
