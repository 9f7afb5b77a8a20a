import type { Api } from '../support/api.ts';
import type { ExpectedRow, ExpectedSource } from '../support/check-sources.ts';
import { choices, createProject } from './project.ts';

const CONTROL = "reader's topics";
const TOPICS = ['Roads', 'Water', 'Schools, all of them'];
const topics = (names: readonly string[]) => (names.length === 0 ? [] : [choices(CONTROL, ...names)]);

/**
 * Annotates a project by several choices.
 *
 * @returns what the source `topics` is to give
 */
export async function annotateTopics(api: Api, ana: number): Promise<ExpectedSource> {
  const project = await createProject(
    api,
    'Topics',
    'body',
    `<Choices name="${CONTROL}" toName="shown" choice="multiple">
       ${TOPICS.map((topic) => `<Choice value="${topic}"/>`).join('')}
     </Choices>`,
  );
  const rows: ExpectedRow[] = [];
  for (let number = 0; number < 32; number++) {
    const body = `Letter ${number}`;
    const labels = TOPICS.filter((_, index) => (number >> index) % 2 === 1);
    const predicted = number < 16 ? TOPICS.filter((_, index) => (number >> index) % 2 === 0) : null;
    const task = await project.task({ body, text: 'not the text' });
    if (predicted !== null) await project.predict(task, topics(predicted));
    const id = await project.annotate(task, topics(labels));
    rows.push({ id, text: body, labels, predicted, annotator: String(ana) });
  }
  await project.task({ body: 'not looked at' });
  return { rows, pending: 1 };
}
