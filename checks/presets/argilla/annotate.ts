import type { Api } from '../support/api.ts';
import type { ExpectedRow, ExpectedSource } from '../support/check-sources.ts';
import { type Answers, createDataset } from './dataset.ts';

const TOPICS = ['roads', 'water', 'schools'];
const COLUMNS = { urgency: 'label', topics: 'labels', quality: 'score' };

/** What stands for each half of a surrogate pair, which is put in its place by SQL. */
export const HALVES = { high: '-high-', low: '-low-' };

/** A person who responds. */
export interface Annotator {
  readonly id: string;
  readonly api: Api;
}

/**
 * Responds to records in all the ways a response comes to be or does not.
 *
 * @param workspaces ids of the one the sources name and of another one
 * @returns what each source is to give
 */
export async function annotate(
  ana: Annotator,
  ben: Annotator,
  workspaces: readonly [string, string],
): Promise<Record<string, ExpectedSource>> {
  const dataset = await createDataset(ana.api, workspaces[0], "ward's tickets");
  const rows: Record<string, ExpectedRow[]> = { urgency: [], topics: [], quality: [] };
  const expect = (id: string, text: string, answers: Answers, suggested: Answers, annotator: Annotator) => {
    for (const [question, column] of Object.entries(COLUMNS)) {
      if (answers[question] === undefined) continue;
      const predicted = suggested[question] ?? null;
      rows[question].push({ id, text, [column]: answers[question], predicted, annotator: annotator.id });
    }
  };
  const submit = async (record: string, text: string, answers: Answers, suggested: Answers, by = ana) =>
    expect(await dataset.respond(by.api, record, answers), text, answers, suggested, by);

  for (let number = 0; number < 32; number++) {
    const text = `Ticket ${number} about "water" \\ \\u0000 पानी 😡\nline two`;
    const topics = TOPICS.filter((_, index) => ((number % 7) + 1) & (1 << index));
    const answers = { urgency: number % 2 === 0 ? 'urgent' : 'normal', topics, quality: 1 + (number % 5) };
    const suggested: Answers = number < 20 ? { urgency: 'urgent', topics: ['water'], quality: 3 } : {};
    await submit(await dataset.record(text, suggested), text, answers, suggested);
  }

  const byHand = await dataset.record('suggested by a person', { urgency: 'urgent' }, 'human');
  await submit(byHand, 'suggested by a person', { urgency: 'normal' }, {});
  const byNobody = await dataset.record('suggested by who knows what', { urgency: 'urgent' }, null);
  await submit(byNobody, 'suggested by who knows what', { urgency: 'normal' }, { urgency: 'urgent' });

  const disputed = await dataset.record('answered by two');
  await submit(disputed, 'answered by two', { urgency: 'urgent', quality: 5 }, {});
  await submit(disputed, 'answered by two', { urgency: 'normal', quality: 1 }, {}, ben);

  const changed = await dataset.record('answered, then changed');
  const response = await dataset.respond(ana.api, changed, { urgency: 'urgent' });
  const changedAnswers = { urgency: 'normal', note: 'a second look' };
  await ana.api('PUT', `/api/v1/responses/${response}`, {
    values: Object.fromEntries(Object.entries(changedAnswers).map(([key, value]) => [key, { value }])),
    status: 'submitted',
  });
  expect(response, 'answered, then changed', changedAnswers, {}, ana);

  for (const text of ['with a NUL: \u0000', `one half: ${HALVES.high}`, `the other: \\${HALVES.low}`]) {
    await dataset.respond(ana.api, await dataset.record(text), { urgency: 'urgent' });
  }
  const noted = await dataset.record('with a NUL in a note');
  await dataset.respond(ana.api, noted, { urgency: 'urgent', note: '\u0000' });
  const unreadable = 4;

  const discarded = await dataset.record('discarded');
  await dataset.respond(ana.api, discarded, { urgency: 'urgent' }, 'discarded');
  const drafted = await dataset.record('only a draft');
  await dataset.respond(ana.api, drafted, { urgency: 'urgent' }, 'draft');
  await dataset.record('not looked at');
  const elsewhere = await createDataset(ana.api, workspaces[1], "ward's tickets");
  const foreign = await elsewhere.record('of another workspace');
  await elsewhere.respond(ana.api, foreign, { urgency: 'urgent', topics: ['water'], quality: 1 });
  await elsewhere.record('not looked at in another workspace');
  const beside = await createDataset(ana.api, workspaces[0], "another ward's tickets");
  const other = await beside.record('of another dataset');
  await beside.respond(ana.api, other, { urgency: 'urgent', topics: ['water'], quality: 1 });
  await beside.record('not looked at in another dataset');

  const pending = 3;
  const submitted = rows.urgency.length;
  return Object.fromEntries(
    Object.entries(rows).map(([source, list]) => {
      const unanswered = submitted - list.length;
      const unjudged = { unreadable, ...(unanswered > 0 ? { 'no-answer': unanswered } : {}) };
      return [source, { rows: list, pending, unjudged }];
    }),
  );
}
