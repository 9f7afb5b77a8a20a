import type { Api } from '../support/api.ts';
import type { ExpectedRow, ExpectedSource } from '../support/check-sources.ts';
import { choices, createProject } from './project.ts';

const CONTROLS = `
  <Choices name="channel" toName="shown" choice="single"><Choice value="Mail"/><Choice value="Phone"/></Choices>
  <Choices name="sentiment" toName="shown" choice="single">
    <Choice value="Positive"/><Choice value="Neutral"/><Choice value="Negative"/>
  </Choices>`;
const CLASSES = ['Positive', 'Neutral', 'Negative'];
const channel = choices('channel', 'Mail');
const sentiment = (...names: readonly string[]) => choices('sentiment', ...names);

/**
 * Annotates a project by one choice, among another one's, in all the ways an annotation comes to be or does not.
 *
 * @returns what the source `sentiment` is to give
 */
export async function annotateSentiment(api: Api, ana: number, ben: number): Promise<ExpectedSource> {
  const project = await createProject(api, 'Sentiment', 'text', CONTROLS);
  const rows: ExpectedRow[] = [];
  const add = (id: number, text: string, label: string, predicted: string | null, annotator: number) =>
    rows.push({ id, text, label, predicted, annotator: String(annotator) });

  for (let number = 0; number < 30; number++) {
    const [text, label] = [`Complaint ${number} about "water" \\ पानी 😡\nline two`, CLASSES[number % 3]];
    const task = await project.task({ text, district: number });
    add(await project.annotate(task, [channel, sentiment(label)]), text, label, null, ana);
  }

  const corrected = await project.task({ text: 'started from a prediction' });
  const said = await project.predict(corrected, [channel, sentiment('Positive')]);
  await project.predict(corrected, [sentiment('Neutral')], 'v2');
  const start = { parent_prediction: said };
  const correction = await project.annotate(corrected, [channel, sentiment('Negative')], start);
  add(correction, 'started from a prediction', 'Negative', 'Positive', ana);

  const seen = await project.task({ text: 'predicted twice' });
  await project.predict(seen, [sentiment('Negative')]);
  await project.predict(seen, [sentiment('Positive')], 'v2');
  const confirmed = await project.annotate(seen, [channel, sentiment('Positive')]);
  add(confirmed, 'predicted twice', 'Positive', 'Positive', ana);

  await api('PATCH', `/api/projects/${project.id}/`, { model_version: 'v1' });
  const shown = await project.task({ text: 'shown an older version' });
  await project.predict(shown, [sentiment('Negative')]);
  await project.predict(shown, [sentiment('Positive')], 'v2');
  add(
    await project.annotate(shown, [sentiment('Neutral'), channel]),
    'shown an older version',
    'Neutral',
    'Negative',
    ana,
  );

  const later = await project.task({ text: 'predicted after the annotation' });
  const early = await project.annotate(later, [channel, sentiment('Neutral')]);
  add(early, 'predicted after the annotation', 'Neutral', null, ana);
  await project.predict(later, [sentiment('Positive')]);

  const disputed = await project.task({ text: 'annotated by two' });
  add(await project.annotate(disputed, [sentiment('Positive')]), 'annotated by two', 'Positive', null, ana);
  const second = await project.annotate(disputed, [sentiment('Negative')], { completed_by: ben });
  add(second, 'annotated by two', 'Negative', null, ben);

  const changed = await project.task({ text: 'annotated, then changed' });
  const annotation = await project.annotate(changed, [sentiment('Positive')]);
  await api('PATCH', `/api/annotations/${annotation}/`, { result: [sentiment('Negative')] });
  add(annotation, 'annotated, then changed', 'Negative', null, ana);

  const double = await project.task({ text: 'two choices' });
  const both = await project.annotate(double, [sentiment('Neutral', 'Negative')]);
  add(both, 'two choices', 'Neutral + Negative', null, ana);

  const withdrawn = await project.task({ text: 'annotated, then deleted' });
  const deleted = await project.annotate(withdrawn, [sentiment('Positive')]);
  await api('DELETE', `/api/annotations/${deleted}/`);
  const leaveOut = async (text: unknown, ...result: readonly object[]) =>
    project.annotate(await project.task({ text }), result);
  await leaveOut('of the other control only', channel);
  await leaveOut('of no control');
  await leaveOut('without a choice', { ...sentiment(), value: { choices: [] } });
  await leaveOut('of another control of this name', { ...sentiment(), type: 'rating', value: { rating: 3 } });
  await leaveOut('of a part of the text', {
    ...sentiment(),
    value: { start: 0, end: 2, text: 'of', choices: ['Neutral'] },
  });
  await leaveOut([{ author: 'ana', text: 'a dialogue' }], sentiment('Neutral'));
  const skipped = await project.task({ text: 'skipped' });
  await project.annotate(skipped, [sentiment('Positive')], { was_cancelled: true });
  const drafted = await project.task({ text: 'only a draft' });
  await api('POST', `/api/tasks/${drafted}/drafts`, { result: [sentiment('Positive')] });
  await project.task({ text: 'not looked at' });
  return { rows, pending: 4, unjudged: { 'no-result': 3, 'other-type': 1, 'of-a-part': 1, 'no-text': 1 } };
}
