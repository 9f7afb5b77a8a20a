import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newShares, overallShares } from '../../src/dashboard/confusion.ts';
import { type DashboardData, renderDashboard } from '../../src/dashboard/page.ts';
import { parseVersion } from '../../src/dashboard/published-version.ts';
import type { PredictedPair } from '../../src/model/predictions.ts';
import { growingVersions, historyOf } from '../support/dashboard.ts';
import { metadata } from '../support/metadata.ts';
import { improvingPredictions, predictionsOf, withPredictions } from '../support/predictions.ts';

const HOSTILE = '</script><img src=x onerror=alert(1)>"\'\u202E<b>';
const [RIGHT, OTHER] = [0, 1];

/** History of two classes, `a` and `b`, with the pairs of each version; null for one that does not tell. */
function history(versions: readonly (readonly PredictedPair[] | null)[], classNames = ['a', 'b']) {
  const told = growingVersions('sort', classNames, versions.length).map((version, index) => {
    const pairs = versions[index];
    return pairs === null ? version : withPredictions(version, predictionsOf(pairs));
  });
  return historyOf('sort', told);
}

function render(shown: DashboardData['datasets'][number], scores: DashboardData['scores'] = new Map()) {
  return renderDashboard({
    builtAt: new Date('2026-11-23T09:00:00Z'),
    repository: null,
    history: { missing: 'No runs.' },
    datasets: [shown],
    scores,
    promotions: new Map(),
  });
}

function partsOf(page: string): string[] {
  return [...page.matchAll(/ id="dataset_sort_(wrong\w*|confusions)"/g)].map(([, part]) => part);
}

/** Texts of the cells of each row of the matrix. */
function matrixOf(page: string): string[][] {
  const [, body] = /<table class="matrix">[\s\S]*?<tbody>([\s\S]*?)<\/tbody>/.exec(page) ?? ['', ''];
  return [...body.matchAll(/<tr>(.*)<\/tr>/g)].map(([, row]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) =>
      cell
        .replaceAll(/<small>/g, ' ')
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll('\u00A0', ' '),
    ),
  );
}

describe('where rows that the model had got right are read', () => {
  const before: PredictedPair[] = [
    [RIGHT, RIGHT, 50],
    [OTHER, RIGHT, 50],
    [OTHER, OTHER, 100],
  ];
  const after: PredictedPair[] = [
    [RIGHT, RIGHT, 140],
    [OTHER, RIGHT, 60],
    [OTHER, OTHER, 97],
    [null, OTHER, 3],
  ];

  test('the matrix tells each cell, its share of the right class, and how that moved', () => {
    expect(matrixOf(render(history([before, after])))).toEqual([
      ['a', '140 70.0 % +20.0 pp', '0'],
      ['b', '60 30.0 % −20.0 pp', '97 97.0 % −3.0 pp'],
      ['No class', '0', '3 3.0 % +3.0 pp'],
      ['Wrong', '30.0 % −20.0 pp', '3.0 % +3.0 pp'],
    ]);
  });

  test('is told how often the model is wrong, and of the rows reviewed since', () => {
    const page = render(history([before, after])).replaceAll('\u00A0', ' ');
    expect(partsOf(page)).toEqual(['wrong', 'wrongclasses', 'confusions']);
    expect(page).toContain('<strong>21.0 %</strong><span>of 300 reviewed rows, −4.0 pp since the version');
    expect(page).toContain('<td>21.0 % (63 of 300)</td><td>13.0 % (13 of 100)</td>');
  });

  test('rows that went, or are few, say nothing of the rows reviewed since', () => {
    const of = (...counts: [number, number][]) =>
      history(
        counts.map(([right, wrong]) => [
          [RIGHT, RIGHT, right],
          [OTHER, RIGHT, wrong],
        ]),
      ).versions;
    const shares = (versions: ReturnType<typeof of>) =>
      newShares(versions).map((share) => share?.share ?? null);
    expect(shares(of([10, 10], [40, 20], [45, 20], [30, 10], [100, 5]))).toEqual([
      null,
      0.25,
      null,
      null,
      null,
    ]);
    expect(overallShares(of([10, 10]))).toEqual([{ reviewed: 20, corrected: 10, share: 0.5 }]);
  });

  test('a version that does not tell is said, and the next is compared with the one that does', () => {
    const page = render(history([before, null, after]));
    expect(page).toContain('1 version of 3 does not record what the model had predicted.');
    expect(matrixOf(page)[0][1]).toBe('140 70.0 % +20.0 pp');
    expect(render(history([null, after]))).not.toContain(' pp</small>');
  });

  test('classes are those of the same name, whatever their ids', () => {
    const swapped = history([before], ['b', 'a']).versions;
    const now = history([before, before]).versions;
    const page = render({ ...history([before]), versions: [...swapped, ...now.slice(1)] });
    expect(matrixOf(page).map(([, first]) => first)).toEqual([
      '50 50.0 % −50.0 pp',
      '50 50.0 % +50.0 pp',
      '50.0 % +50.0 pp',
    ]);
  });

  test('versions that a model was trained on have a mark of their own', () => {
    const shown = history([before, after]);
    const score = { revision: shown.versions[1].tag, metric: 'F1', split: null, value: 0.9 };
    const scores = new Map([['sort', [{ model: 'o/m', scores: [score], missing: null }]]]);
    expect(render(shown, scores)).toContain('a diamond one that a model was trained on');
    expect(render(shown)).not.toContain('diamond');
  });

  test('a model that is always right has no matrix', () => {
    const page = render(history([[[RIGHT, RIGHT, 50]]]));
    expect(page).toContain('No prediction was corrected.');
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('where only corrected rows are read', () => {
  const pairs = (first: number, second: number): PredictedPair[] => [
    [OTHER, RIGHT, first],
    [RIGHT, OTHER, second],
  ];

  test('the changes are shares of all corrections, and nothing tells how often the model is wrong', () => {
    const page = render(history([pairs(50, 50), pairs(75, 25)])).replaceAll('\u00A0', ' ');
    expect(partsOf(page)).toEqual(['wrong', 'confusions']);
    expect(page).not.toContain('Model wrong');
    expect(page).toContain('how often the model is right is not known');
    expect(matrixOf(page)).toEqual([
      ['a', '–', '25 25.0 % −25.0 pp'],
      ['b', '75 75.0 % +25.0 pp', '–'],
    ]);
  });

  test('a change that is new has risen from nothing', () => {
    expect(matrixOf(render(history([[[OTHER, RIGHT, 9]], pairs(5, 5)])))[0][2]).toBe('5 50.0 % +50.0 pp');
  });
});

test('more classes than a matrix can hold are a list of the most frequent confusions', () => {
  const names = Array.from({ length: 13 }, (_, id) => `class ${id}`);
  const page = (count: number) =>
    render(historyOf('sort', improvingPredictions(growingVersions('sort', names.slice(0, count), 2))));
  expect(matrixOf(page(12))).toHaveLength(14);
  expect(matrixOf(page(13))).toHaveLength(0);
  const [, list] = /<table class="changes list">[\s\S]*?<tbody class="rows">([\s\S]*?)<\/tbody>/.exec(
    page(13),
  )!;
  expect(list.match(/<tr>/g)).toHaveLength(20);
});

test('versions that do not tell have nothing of it', () => {
  expect(partsOf(render(history([null, null])))).toEqual([]);
});

test('names of any origin are harmless', () => {
  const shown = historyOf(
    'sort',
    improvingPredictions(growingVersions('sort', [HOSTILE, '__proto__', ''], 3)),
  );
  const page = render(shown);
  expect(page).not.toMatch(/<img src=x|<\/script><|\u202E|NaN|undefined|Infinity/);
  expect(matrixOf(page)).toHaveLength(5);
});

test.each([
  ['ids beyond the classes', { reviewed: 2, corrected: 1, pairs: [[0, 9, 1]] }, {}],
  ['more wrong than reviewed', { reviewed: 1, corrected: 2, pairs: [] }, {}],
  ['a text', 'predictions', {}],
  ['a class that has no id', { reviewed: 2, corrected: 1, pairs: [[0, 1, 1]] }, { a: 0, b: 7 }],
  ['ids that are twice', { reviewed: 2, corrected: 1, pairs: [[0, 1, 1]] }, { a: 0, b: 0 }],
])('metadata of %s are shown without harm', (_, predictions, ids) => {
  const version = withPredictions(metadata({ label_map: { a: 0, b: 1, ...ids } }), predictions);
  const parsed = parseVersion(version.version_tag, JSON.stringify(version))!;
  const page = render({ ...historyOf('sort', []), versions: [parsed] });
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
  expect(parsed.predictions).toBeNull();
});

test('predictions of any counts over any versions are shown', () => {
  const classes = ['a', 'b', HOSTILE];
  const id = fc.integer({ min: 0, max: classes.length - 1 });
  const pair = fc.tuple(fc.option(id), id, fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constant(2 ** 40)));
  const pairs = fc.uniqueArray(pair, { selector: ([predicted, right]) => `${predicted} ${right}` });
  fc.assert(
    fc.property(fc.array(fc.option(pairs), { minLength: 1, maxLength: 4 }), (versions) => {
      const shown = history(versions, classes);
      expect(shown.versions.map(({ predictions }) => predictions === null)).toEqual(
        versions.map((told) => told === null),
      );
      const page = render(shown);
      expect(page).not.toMatch(/NaN|undefined|Infinity|<img src=x/);
      const shares = [...page.matchAll(/([\d.]+)\u00A0%/g)].map(([, share]) => Number(share));
      expect(shares.filter((share) => share > 100)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
