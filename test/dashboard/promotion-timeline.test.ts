import { describe, expect, test } from '@jest/globals';
import { promotionTimeline } from '../../src/dashboard/promotion-timeline.ts';
import { readPromotions } from '../../src/dashboard/read-promotions.ts';
import type { ModelScores } from '../../src/dashboard/scores.ts';
import { growingVersions, historyOf } from '../support/dashboard.ts';
import { promotionsFrom } from '../support/promotions.ts';

const MODEL = 'o/model';
const history = historyOf('tone', growingVersions('tone', ['yes', 'no'], 6));
const versions = history.versions.map((version, index) => ({ ...version, commit: `version ${index}` }));
const [v0, v1, v2, v3, v4, v5] = versions.map(({ tag }) => tag);
const TAGS = {
  [`promoted-${v0}`]: 'a',
  [`promoted-${v1}`]: 'b',
  [`rolled-back-${v1}`]: 'b',
  [`promoted-${v1}-2`]: 'c',
  [`promoted-${v2}`]: 'd',
  [`promoted-${v4}`]: 'e',
  [`rolled-back-${v4}`]: 'e',
};

function scored(model: string, ...revisions: string[]): ModelScores {
  const of = { metric: 'Accuracy', split: null, value: 0.5 };
  return { model, scores: revisions.map((revision) => ({ ...of, revision })), missing: null };
}

/** The words of each version, the oldest first, and the sentence about production. */
async function shown(tags: Readonly<Record<string, string>>, ...scores: ModelScores[]) {
  const promotions = [await promotionsFrom(MODEL, tags)];
  const [page] = promotionTimeline('tone', versions, { promotions, scores }).map(String);
  const words = [...page.matchAll(/<th scope="row">v[^<]*<\/th><td>([^<]*)<\/td>/g)].map(([, word]) => word);
  const [, said] = /<p class="said"><bdi>o\/model<\/bdi>: (.*?)<\/p>/.exec(page) ?? [];
  const heights = [...page.matchAll(/<rect x="\d[^>]* height="(\d+)" fill="var\(--([\w-]+)\)"\/>/g)].slice(
    0,
    6,
  );
  const [, summary] = /role="img" aria-label="([^"]*)"/.exec(page) ?? [];
  return { words: words.toReversed(), said, bars: heights.map(([, , colour]) => colour), summary };
}

describe('the timeline of models', () => {
  test('shows what tags and the card record of each version, and nothing else', async () => {
    const { words, said, bars, summary } = await shown(
      { ...TAGS, production: 'd' },
      scored(MODEL, v2, v3, 'version 4'),
      scored('o/other', v5),
    );
    expect(words).toEqual([
      'Promoted',
      'Promoted (2 promotions)',
      'In production',
      'Trained, not promoted',
      'Rolled back',
      '–',
    ]);
    expect(bars).toEqual(['accent', 'accent', 'success', 'skipped', 'failure', 'line-strong']);
    expect(said).toBe(`in production is <code>promoted-${v2}</code>.`);
    expect(summary).toBe('6 versions: 1 in production, 2 promoted, 1 rolled back, 1 trained, not promoted');
  });

  test('knows a training by the commit of its version, too', async () => {
    expect((await shown(TAGS, scored(MODEL, 'version 5'))).words.at(-1)).toBe('Trained, not promoted');
  });

  test.each([
    ['no tag production', {}, 'no revision has the tag <code>production</code>.', 'Promoted'],
    [
      'a tag that a person set',
      { production: '0123456789abcdef' },
      'in production is the commit <code>0123456</code>, which has no tag <code>promoted-…</code>.',
      'Promoted',
    ],
    [
      'a rollback that was killed',
      { [`rolled-back-${v2}`]: 'd', production: 'd' },
      `the rollback of <code>promoted-${v2}</code> is not finished. The next run of promote-model finishes it.`,
      'In production',
    ],
    [
      'a version that is not shown',
      { 'promoted-v20200101_000000': 'f', production: 'f' },
      'in production is <code>promoted-v20200101_000000</code>, whose version is not shown here.',
      'Promoted',
    ],
  ])('says of %s what it is', async (_, tags, sentence, word) => {
    const { words, said } = await shown({ ...TAGS, ...tags });
    expect([said, words[2]]).toEqual([sentence, word]);
  });

  test('is left out where no model has a promotion, and names models without one where another has', async () => {
    const silent = { model: '<b>', production: null, missing: 'The Hub does not find <b>.' };
    expect(
      promotionTimeline('tone', versions, { promotions: [silent], scores: [scored(MODEL, v1)] }),
    ).toEqual([]);
    const promotions = [await promotionsFrom(MODEL, TAGS), silent];
    const [page] = promotionTimeline('tone', versions, { promotions, scores: [] }).map(String);
    expect(page).toContain('<bdi>&lt;b&gt;</bdi>: The Hub does not find &lt;b&gt;.');
  });
});

test('the tags of each model are read once, and a model of two datasets belongs to none', async () => {
  const asked: string[] = [];
  const models = new Map([
    ['tone', ['o/a', 'o/a', 'o/both', 'o/gone', 'o/bare']],
    ['mood', ['o/both']],
  ]);
  const read = await readPromotions([{ name: 'tone' }, { name: 'mood' }], models, (model) => ({
    tags: async () => {
      asked.push(model);
      if (model === 'o/gone') throw new Error('The Hub does not find o/gone.');
      return new Map(model === 'o/bare' ? [] : [['production', 'a']]);
    },
  }));
  expect(asked.toSorted()).toEqual(['o/a', 'o/bare', 'o/gone']);
  const shared = 'It is a model of several datasets, and its tags do not name the dataset.';
  expect(
    Array.from(read, ([name, each]) => [name, each.map(({ model, missing }) => [model, missing])]),
  ).toEqual([
    [
      'tone',
      [
        ['o/a', null],
        ['o/both', shared],
        ['o/gone', 'The Hub does not find o/gone.'],
        ['o/bare', 'It has no tag production and no tag promoted-….'],
      ],
    ],
    ['mood', [['o/both', shared]]],
  ]);
});
