import type { ExpectedRow, ExpectedSource } from '../support/check-sources.ts';
import { offsetsOf } from '../support/marked-spans.ts';
import { type Annotator, createProject } from './project.ts';

const ENTITIES = { gives: 'spans', names: ['person', 'place'] } as const;

/** A part of a text, and its label. */
type Mark = readonly [part: string, label: string];

/**
 * Marks names in texts, each annotator alone, as doccano's page does, which counts UTF-16 units; then in a project that counts
 * grapheme clusters, and in one where nobody marked anything.
 *
 * @returns what the sources `entities`, `graphemes` and `unmarked` are to give
 */
export async function markEntities(ana: Annotator, ben: Annotator): Promise<Record<string, ExpectedSource>> {
  const project = await createProject([ana, ben], ENTITIES, { allow_overlapping: true });
  const rows: ExpectedRow[] = [];
  const row = (example: number, text: string, by: Annotator, marks: readonly Mark[]): ExpectedRow => ({
    id: `${example}/${by.id}`,
    text,
    spans: marks.map(([part, label]) => ({ ...offsetsOf(text, part, 'utf-16'), label })),
    annotator: String(by.id),
  });
  const mark = async (by: Annotator, example: number, text: string, marks: readonly Mark[]) => {
    for (const [part, label] of marks) {
      const { start, end } = offsetsOf(text, part, 'utf-16');
      await project.mark(by, example, label, start, end);
    }
  };
  const annotate = async (text: string, marks: readonly Mark[], by = ana, given?: number) => {
    const example = given ?? (await project.example(text));
    await mark(by, example, text, marks);
    await project.confirm(by, example);
    rows.push(row(example, text, by, marks));
    return example;
  };
  for (let number = 0; number < 40; number++) {
    const marks: Mark[] = [
      ['Ada', 'person'],
      ['Paris', 'place'],
    ];
    await annotate(
      `😀 Letter ${number}: Ada "met" Eve\nin Paris, काठमाडौँ \\u0000`,
      marks.slice(0, 1 + (number % 2)),
    );
  }
  await annotate('Ada of Paris is one name', [
    ['Ada of Paris', 'person'],
    ['Paris', 'place'],
  ]);
  await annotate('Nobody and nowhere', []);
  const disputed = await annotate('Is Florence a place?', [['Florence', 'place']]);
  await annotate('Is Florence a place?', [['Florence', 'person']], ben, disputed);
  const half = await project.example('Marked by two in Rome, confirmed by one');
  await mark(ben, half, 'Marked by two in Rome, confirmed by one', [['two', 'person']]);
  await annotate('Marked by two in Rome, confirmed by one', [['Rome', 'place']], ana, half);
  const other = await project.example('Marked by one in Rome, confirmed by another');
  await mark(ben, other, 'Marked by one in Rome, confirmed by another', [['Rome', 'place']]);
  await project.confirm(ana, other);
  const draft = await project.example('Marked in Rome only');
  await mark(ana, draft, 'Marked in Rome only', [['Rome', 'place']]);
  const entities = { rows, pending: 1, unjudged: { 'of-others': 1 } };

  const clusters = await createProject([ana, ben], ENTITIES, { grapheme_mode: true });
  const plain: ExpectedRow[] = [];
  for (let number = 0; number < 40; number++) {
    const text = `Ada wrote letter ${number}`;
    const example = await clusters.example(text);
    await clusters.mark(ana, example, 'person', 0, 3);
    await clusters.confirm(ana, example);
    plain.push(row(example, text, ana, [['Ada', 'person']]));
  }
  for (const [text, start] of [
    ['👍🏽 Ada', 2],
    ['é Ada', 2],
    ['a\r\nAda', 2],
  ] as const) {
    const example = await clusters.example(text);
    await clusters.mark(ana, example, 'person', start, start + 3);
    await clusters.confirm(ana, example);
  }
  const unmarked = await createProject([ana, ben], ENTITIES);
  for (const text of ['Nobody', 'Nowhere']) await unmarked.confirm(ana, await unmarked.example(text));
  return {
    entities,
    graphemes: { rows: plain, pending: 0, unjudged: { graphemes: 3 } },
    unmarked: { rows: [], pending: 0, unjudged: { 'no-label': 2 } },
  };
}
