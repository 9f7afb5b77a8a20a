import type { Api } from '../support/api.ts';
import type { ExpectedSource } from '../support/check-sources.ts';
import { expectedOf, type Given } from '../support/expected.ts';

interface Made {
  readonly id: string;
}

const RATINGS = { type: 'rating', options: [1, 2, 3, 4, 5].map((value) => ({ value })) };
const QUESTIONS = {
  best: {
    type: 'ranking',
    options: ['first', 'second', 'third'].map((value) => ({ value, text: value })),
  },
  'first-quality': RATINGS,
  'second-quality': RATINGS,
};

/**
 * Responds to a dataset that compares three answers, by ranks and by ratings.
 *
 * @returns what the sources `ranked` and `rated` are to give
 */
export async function comparePairs(
  api: Api,
  annotator: string,
  workspace: string,
): Promise<Record<string, ExpectedSource>> {
  const { id: dataset } = await api<Made>('POST', '/api/v1/datasets', {
    name: 'comparisons',
    workspace_id: workspace,
    distribution: { strategy: 'overlap', min_submitted: 2 },
  });
  const path = `/api/v1/datasets/${dataset}`;
  for (const name of ['prompt', 'first', 'second', 'third']) {
    const settings = { type: 'text', use_markdown: false };
    await api('POST', `${path}/fields`, { name, title: name, required: name === 'prompt', settings });
  }
  for (const [name, settings] of Object.entries(QUESTIONS)) {
    await api('POST', `${path}/questions`, { name, title: name, required: name === 'best', settings });
  }
  await api('PUT', `${path}/publish`);

  const given: Given[] = [];
  /** Ranks of the three answers, and ratings of two of them, of which the second may lack. */
  const respond = async (
    prompt: string,
    answers: readonly (string | undefined)[],
    ranks: readonly number[],
    ratings: readonly number[] = [],
  ): Promise<void> => {
    const names = ['first', 'second', 'third'];
    const texts = Object.fromEntries(names.map((name, index) => [name, answers[index]]));
    const { items } = await api<{ items: Made[] }>('POST', `${path}/records/bulk`, {
      items: [{ fields: { prompt, ...texts } }],
    });
    const values: Record<string, { value: unknown }> = {
      best: { value: names.map((value, index) => ({ value, rank: ranks[index] })) },
    };
    for (const [index, value] of ratings.entries()) values[`${names[index]}-quality`] = { value };
    const { id } = await api<Made>('POST', `/api/v1/records/${items[0].id}/responses`, {
      values,
      status: 'submitted',
    });
    const compare = (a: number, b: number, isFirstBetter: boolean, isTie: boolean) => {
      if (answers[a] === undefined || answers[b] === undefined) return 'no-field';
      if (isTie) return 'tie';
      if (answers[a] === answers[b]) return 'same-words';
      const [chosen, rejected] = isFirstBetter ? [answers[a], answers[b]] : [answers[b], answers[a]];
      return { prompt, chosen, rejected, annotator };
    };
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      const ranked = compare(a, b, ranks[a] < ranks[b], ranks[a] === ranks[b]);
      given.push({ id: `${id}/${names[a]}/${names[b]}`, gives: { ranked } });
    }
    const rated =
      ratings.length < 2 ? 'no-answer' : compare(0, 1, ratings[0] > ratings[1], ratings[0] === ratings[1]);
    given.push({ id: `${id}/first/second`, gives: { rated } });
  };
  for (let number = 0; number < 30; number++) {
    const answers = [`Answer ${number} 🎉`, `Another answer ${number}`, `A third answer ${number}`];
    const ranks = [
      [1, 2, 3],
      [3, 1, 2],
      [2, 1, 2],
    ][number % 3];
    await respond(`Question ${number}?`, answers, ranks, [1 + (number % 5), 3]);
  }
  await respond('One rating only', ['a', 'b', 'c'], [1, 1, 1], [5]);
  await respond('Two answers with the same words', ['same', 'same', 'other'], [1, 2, 3], [4, 2]);
  await respond('Two answers only', ['one', 'two', undefined], [2, 1, 3], [2, 4]);
  return Object.fromEntries(
    Object.entries(expectedOf(given)).map(([name, source]) => [name, { ...source, pending: 0 }]),
  );
}
