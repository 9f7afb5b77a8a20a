import type { Api } from '../support/api.ts';
import type { ExpectedRow, ExpectedSource } from '../support/check-sources.ts';
import { choices, createProject } from './project.ts';

const CONTROL = "reader's topics";
const TOPICS = ['Roads', 'Water', 'Schools, all of them'];
const topics = (names: readonly string[]) => (names.length === 0 ? [] : [choices(CONTROL, ...names)]);

/**
 * Annotates a project by several choices.
 *
 * @returns what the sources `topics`, `seen-topics` and `hidden` are to give
 */
export async function annotateTopics(api: Api, ana: number): Promise<Record<string, ExpectedSource>> {
  const control = `<Choices name="${CONTROL}" toName="shown" choice="multiple">
       ${TOPICS.map((topic) => `<Choice value="${topic}"/>`).join('')}
     </Choices>`;
  const project = await createProject(api, 'Topics', 'body', control);
  const rows: ExpectedRow[] = [];
  const withoutResult: ExpectedRow[] = [];
  for (let number = 0; number < 32; number++) {
    const body = `Letter ${number}`;
    const labels = TOPICS.filter((_, index) => (number >> index) % 2 === 1);
    const predicted = number < 16 ? TOPICS.filter((_, index) => (number >> index) % 2 === 0) : null;
    const task = await project.task({ body, text: 'not the text' });
    if (predicted !== null) await project.predict(task, topics(predicted));
    const id = await project.annotate(task, topics(labels));
    const row = { id, text: body, labels, predicted, annotator: String(ana) };
    (labels.length > 0 ? rows : withoutResult).push(row);
  }
  const none = await project.annotate(await project.task({ body: 'No topic fits' }), [choices(CONTROL)]);
  rows.push({ id: none, text: 'No topic fits', labels: [], predicted: null, annotator: String(ana) });
  const taxonomy = { ...choices(CONTROL), type: 'taxonomy', value: { taxonomy: [['Roads', 'Bridges']] } };
  await project.annotate(await project.task({ body: 'of another control of this name' }), [taxonomy]);
  const text = 'of another control';
  const other = await project.annotate(await project.task({ body: text }), [choices('topic', 'Roads')]);
  withoutResult.push({ id: other, text, labels: [], predicted: null, annotator: String(ana) });
  await project.task({ body: 'not looked at' });
  // Only an annotation that was skipped has a choice: the control may have been hidden in all others.
  const hidden = await createProject(api, 'Hidden topics', 'body', control);
  for (let number = 0; number < 12; number++) {
    await hidden.annotate(await hidden.task({ body: `Without a topic ${number}` }), []);
  }
  const skipped = await hidden.task({ body: 'skipped' });
  await hidden.annotate(skipped, topics(['Roads']), { was_cancelled: true });
  return {
    topics: { rows, pending: 1, unjudged: { 'no-result': 5, 'other-type': 1 } },
    'seen-topics': { rows: [...rows, ...withoutResult], pending: 1, unjudged: { 'other-type': 1 } },
    hidden: { rows: [], pending: 1, unjudged: { 'no-result': 12 } },
  };
}
