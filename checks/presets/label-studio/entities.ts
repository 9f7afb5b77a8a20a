import type { Api } from '../support/api.ts';
import type { ExpectedRow, ExpectedSource } from '../support/check-sources.ts';
import { offsetsOf } from '../support/marked-spans.ts';
import { createProject } from './project.ts';

const CONTROLS = `
  <Labels name="entities" toName="shown"><Label value="person"/><Label value="place"/></Labels>
  <Choices name="tone" toName="shown"><Choice value="Warm"/></Choices>`;

/** A part of a text, and its labels. */
type Mark = readonly [part: string, ...labels: readonly string[]];

/**
 * Annotates a project by the parts of texts that are names.
 *
 * @returns what the sources `entities` and `seen-entities` are to give
 */
export async function annotateEntities(
  api: Api,
  ana: number,
  ben: number,
): Promise<Record<string, ExpectedSource>> {
  const project = await createProject(api, 'Entities', 'body', CONTROLS);
  const rows: ExpectedRow[] = [];
  const withoutResult: ExpectedRow[] = [];
  /** A region as Label Studio's page sends it: offsets count code points, and an end of a line is a backslash and an n. */
  const region = (text: string, [part, ...labels]: Mark, unit: 'code-points' | 'utf-16' = 'code-points') => ({
    from_name: 'entities',
    to_name: 'shown',
    type: 'labels',
    value: { ...offsetsOf(text, part, unit), text: part.replaceAll('\n', '\\n'), labels },
  });
  const annotate = async (text: string, marks: readonly Mark[], by = ana, task?: number) => {
    const regions = marks.map((mark) => region(text, mark));
    const id = await project.annotate(task ?? (await project.task({ body: text })), regions, {
      completed_by: by,
    });
    const spans = marks.flatMap(([part, ...labels]) =>
      labels.map((label) => ({ ...offsetsOf(text, part, 'code-points'), label, text: part })),
    );
    (spans.length > 0 ? rows : withoutResult).push({ id, text, spans, annotator: String(by) });
  };
  for (let number = 0; number < 24; number++) {
    const text = `😀 Letter ${number}: Ada "met" Eve\nin Paris, काठमाडौँ \\ 𝔘`;
    const marks: Mark[] = [
      ['Ada', 'person'],
      ['Paris', 'place'],
    ];
    await annotate(text, marks.slice(number % 2));
  }
  await annotate('Ada of Paris is one name', [
    ['Ada of Paris', 'person'],
    ['Paris', 'place'],
  ]);
  await annotate('Washington is both', [['Washington', 'person', 'place']]);
  await annotate('🎉 New\nYork is on two lines', [['New\nYork', 'place']]);
  await annotate('Write \\n for a line in Rome', [['\\n for', 'place']]);
  await annotate('Nobody and nowhere', []);

  const old = '🎉🎉 Ada by an old Label Studio';
  const units = region(old, ['Ada', 'person'], 'utf-16');
  const byUnits = await project.annotate(await project.task({ body: old }), [units]);
  const { labels: _, ...value } = units.value;
  rows.push({ id: byUnits, text: old, spans: [{ ...value, label: 'person' }], annotator: String(ana) });

  const disputed = await project.task({ body: 'Is Florence a place?' });
  await annotate('Is Florence a place?', [['Florence', 'place']], ana, disputed);
  await annotate('Is Florence a place?', [['Florence', 'person']], ben, disputed);

  const text = 'Ada writes to Eve';
  const leaveOut = async (body: unknown, ...result: readonly object[]) =>
    project.annotate(await project.task({ body }), result);
  const named = region(text, ['Ada', 'person']);
  const toned = { from_name: 'tone', to_name: 'shown', type: 'choices', value: { choices: ['Warm'] } };
  await leaveOut(text, named, region(text, ['Eve']));
  await leaveOut(text, { ...named, value: { start: 0, end: 3, text: 'Ada' } });
  await leaveOut(text, { ...named, value: { ...named.value, start: '/p[1]/text()[1]', startOffset: 0 } });
  await leaveOut(text, { ...named, type: 'paragraphlabels', value: { paragraphlabels: ['person'] } });
  await leaveOut([{ author: 'ana', text }], named);
  const other = await leaveOut('Only the tone', toned);
  withoutResult.push({ id: other, text: 'Only the tone', spans: [], annotator: String(ana) });
  await project.annotate(await project.task({ body: 'skipped' }), [named], { was_cancelled: true });
  const predicted = await project.task({ body: 'Only predicted of Ada' });
  await project.predict(predicted, [region('Only predicted of Ada', ['Ada', 'person'])]);

  const unjudged = { 'no-label': 2, 'no-region-of-text': 2, 'no-text': 1 };
  return {
    entities: { rows, pending: 2, unjudged: { ...unjudged, 'no-result': 2 } },
    'seen-entities': { rows: [...rows, ...withoutResult], pending: 2, unjudged },
  };
}
