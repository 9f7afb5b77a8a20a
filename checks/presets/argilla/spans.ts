import type { ExpectedSource } from '../support/check-sources.ts';
import { expectedOf, type Given } from '../support/expected.ts';
import { type MarkedSpan, offsetsOf } from '../support/marked-spans.ts';
import type { Annotator } from './annotate.ts';

interface Made {
  readonly id: string;
}

const OPTIONS = ['person', 'place'].map((value) => ({ value, text: value }));

/**
 * Marks names in one of two fields, as Argilla's page does, which counts UTF-16 units.
 *
 * @returns what the sources `entities` and `of-another-field` are to give
 */
export async function markEntities(
  ana: Annotator,
  ben: Annotator,
  workspace: string,
): Promise<Record<string, ExpectedSource>> {
  const { api } = ana;
  const { id: dataset } = await api<Made>('POST', '/api/v1/datasets', {
    name: 'letters',
    workspace_id: workspace,
    distribution: { strategy: 'overlap', min_submitted: 2 },
  });
  const path = `/api/v1/datasets/${dataset}`;
  for (const name of ['title', 'body']) {
    const settings = { type: 'text', use_markdown: false };
    await api('POST', `${path}/fields`, { name, title: name, required: true, settings });
  }
  const span = { type: 'span', field: 'body', options: OPTIONS, allow_overlapping: true };
  const question = { name: 'entities', title: 'Entities', required: false, settings: span };
  const { id: entities } = await api<Made>('POST', `${path}/questions`, question);
  const tone = { type: 'label_selection', options: OPTIONS };
  await api('POST', `${path}/questions`, { name: 'tone', title: 'Tone', required: true, settings: tone });
  await api('PUT', `${path}/publish`);

  const given: Given[] = [];
  const record = async (body: string, suggested: readonly MarkedSpan[] = []) => {
    const suggestions = suggested.length === 0 ? [] : [{ question_id: entities, value: suggested }];
    const { items } = await api<{ items: Made[] }>('POST', `${path}/records/bulk`, {
      items: [{ fields: { title: 'A letter', body }, suggestions }],
    });
    return items[0].id;
  };
  const spansOf = (text: string, marks: readonly (readonly [part: string, label: string])[]) =>
    marks.map(([part, label]) => ({ ...offsetsOf(text, part, 'utf-16'), label }));
  const respond = async (
    text: string,
    spans: readonly MarkedSpan[] | null,
    { by = ana, of, status = 'submitted' }: { by?: Annotator; of?: string; status?: string } = {},
  ) => {
    const values = { tone: { value: 'person' }, ...(spans === null ? {} : { entities: { value: spans } }) };
    const response = { values, status };
    const to = of ?? (await record(text));
    const { id } = await by.api<Made>('POST', `/api/v1/records/${to}/responses`, response);
    if (status !== 'submitted') return;
    const row = spans === null ? 'no-answer' : { text, spans, annotator: by.id };
    const elsewhere = spans === null ? 'no-answer' : 'other-field';
    given.push({ id, gives: { entities: row, 'of-another-field': elsewhere } });
  };
  for (let number = 0; number < 40; number++) {
    const text = `😀 Letter ${number}: Ada "met" Eve\nin Paris, काठमाडौँ \\u0000`;
    const marks = [
      ['Ada', 'person'],
      ['Paris', 'place'],
    ] as const;
    const spans = spansOf(text, marks.slice(0, 1 + (number % 2)));
    const suggested = number < 4 ? spansOf(text, [['Eve', 'person']]) : [];
    await respond(text, spans, { of: await record(text, suggested) });
  }
  const overlapping = 'Ada of Paris is one name';
  await respond(
    overlapping,
    spansOf(overlapping, [
      ['Ada of Paris', 'person'],
      ['Paris', 'place'],
    ]),
  );
  await respond('Nobody and nowhere', []);
  await respond('Not answered', null);
  const text = 'Is Florence a place?';
  const disputed = await record(text);
  await respond(text, spansOf(text, [['Florence', 'place']]), { of: disputed });
  await respond(text, spansOf(text, [['Florence', 'person']]), { by: ben, of: disputed });
  await respond(text, spansOf(text, [['Florence', 'person']]), { status: 'draft' });
  await respond(text, spansOf(text, [['Florence', 'person']]), { status: 'discarded' });
  await record('Only suggested of Ada', spansOf('Only suggested of Ada', [['Ada', 'person']]));
  const expected = expectedOf(given);
  return Object.fromEntries(
    Object.entries(expected).map(([name, source]) => [name, { ...source, pending: 3 }]),
  );
}
