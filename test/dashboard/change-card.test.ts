import { expect, test } from '@jest/globals';
import { changeCard } from '../../src/dashboard/change-card.ts';
import type { DatasetVersion } from '../../src/dashboard/published-version.ts';
import { growingVersions, historyOf } from '../support/dashboard.ts';

const CLASSES = ['<b>yes</b>', 'no', 'perhaps'];
const { versions } = historyOf('tone', growingVersions('tone', CLASSES, 3));

type Changes = NonNullable<DatasetVersion['changes']>;

/** The cells of the tables of the card of three versions, of which the newest has these rows and changes. */
function cardOf(
  changes: Partial<Changes> | null,
  rows: readonly (readonly number[])[],
  { names = CLASSES, since = versions[1].tag as string | null } = {},
) {
  const all = versions.map((version, index) => ({
    ...version,
    classRows: new Map(names.map((name, id) => [name, rows[index][id]])),
    changesSince: since,
    changes:
      index < 2 || changes === null ? null : { added: 0, removed: 0, relabelled: 0, classes: [], ...changes },
  }));
  const [page = ''] = changeCard('tone', all).map(String);
  const text = (cell: string) => cell.replace(/<[^>]*>/g, '');
  const tables = [...page.matchAll(/<tbody>(.*?)<\/tbody>/gs)].map(([, body]) =>
    [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => text(cell)),
    ),
  );
  return { page, said: text(/<p class="note">(.*?)<\/p>/.exec(page)?.[1] ?? ''), tables };
}

test('shows added, removed and relabelled rows, from which class to which, and how each class grew', () => {
  const { page, said, tables } = cardOf(
    {
      added: 1200,
      removed: 1,
      relabelled: 7,
      classes: [
        { from: '<b>yes</b>', to: 'no', rows: 2 },
        { from: 'no', to: '<b>yes</b>', rows: 5 },
      ],
    },
    [
      [0, 0, 0],
      [100, 50, 20],
      [1302, 47, 20],
    ],
  );
  const [, before, now] = versions.map(({ tag }) => tag);
  expect(said).toBe(`From ${before} to ${now}: 1,200 rows added, 1 removed, 7 relabelled.`);
  expect(tables).toEqual([
    [
      ['no → &lt;b&gt;yes&lt;/b&gt;', '5'],
      ['&lt;b&gt;yes&lt;/b&gt; → no', '2'],
    ],
    [
      ['&lt;b&gt;yes&lt;/b&gt;', '1,302', '+1,202'],
      ['no', '47', '−3'],
      ['perhaps', '20', '±0'],
    ],
  ]);
  expect(page).not.toContain('<b>yes');
});

test('has no table of pairs of classes where nothing was relabelled', () => {
  const rows = [
    [0, 0, 0],
    [1, 1, 1],
    [2, 1, 0],
  ];
  expect(cardOf({ added: 1, removed: 1 }, rows).tables).toEqual([
    [
      ['&lt;b&gt;yes&lt;/b&gt;', '2', '+1'],
      ['perhaps', '0', '−1'],
      ['no', '1', '±0'],
    ],
  ]);
});

test('shows the largest of many classes and pairs, and counts the others', () => {
  const names = Array.from({ length: 30 }, (_, id) => `class ${id}`);
  const grown = names.map((_, id) => 100 + id);
  const classes = names.slice(1).map((to, id) => ({ from: 'class 0', to, rows: id + 1 }));
  const { page, tables } = cardOf({ relabelled: 435, classes }, [grown, names.map(() => 100), grown], {
    names,
  });
  expect(tables.map(({ length }) => length)).toEqual([21, 20]);
  expect(tables[0][0]).toEqual(['class 0 → class 29', '29']);
  expect(tables[0][20]).toEqual(['9 other pairs', '45']);
  expect(tables[1][0]).toEqual(['class 29', '129', '+29']);
  expect(page).toContain('10 more classes changed less.');
});

test('shows nothing of a first version, nor where the newest version does not record its changes', () => {
  expect(changeCard('tone', versions.slice(0, 1))).toEqual([]);
  expect(changeCard('tone', [])).toEqual([]);
  const rows = [[0], [1], [2]];
  expect(cardOf(null, rows, { names: ['yes'] }).page).toBe('');
  expect(cardOf({ added: 1 }, rows, { names: ['yes'], since: null }).page).toBe('');
});

test('does not compare classes with another version than the one that was replaced', () => {
  const rows = [[0], [1], [2]];
  const { said, tables } = cardOf({ added: 9 }, rows, { names: ['yes'], since: 'v20200101_000000' });
  expect(said).toBe(`From v20200101_000000 to ${versions[2].tag}: 9 rows added, 0 removed, 0 relabelled.`);
  expect(tables).toEqual([]);
});
