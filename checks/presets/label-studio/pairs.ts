import type { Api } from '../support/api.ts';
import type { ExpectedRow, ExpectedSource } from '../support/check-sources.ts';
import { createProject } from './project.ts';

const CONTROLS = `
  <Text name="first" value="$answer_a"/><Text name="second" value="$answer_b"/>
  <Pairwise name="better" toName="first,second"/>`;

/**
 * Annotates a project by which of two answers is better.
 *
 * @returns what the source `pairs` is to give
 */
export async function annotatePairs(api: Api, ana: number): Promise<ExpectedSource> {
  const project = await createProject(api, 'Pairs', 'question', CONTROLS);
  const rows: ExpectedRow[] = [];
  const better = (selected: string) => ({
    from_name: 'better',
    to_name: 'first,second',
    type: 'pairwise',
    value: { selected },
  });
  for (let number = 0; number < 30; number++) {
    const [question, a, b] = [
      `Question ${number}? 🎉`,
      `Answer ${number}`,
      `Another answer ${number}\n"quoted"`,
    ];
    const isLeft = number % 3 !== 0;
    const task = await project.task({ question, answer_a: a, answer_b: b });
    const id = await project.annotate(task, [better(isLeft ? 'left' : 'right')]);
    const [chosen, rejected] = isLeft ? [a, b] : [b, a];
    rows.push({ id, prompt: question, chosen, rejected, annotator: String(ana) });
  }
  const leaveOut = async (data: object, ...result: readonly object[]) =>
    project.annotate(await project.task({ question: 'Why?', answer_a: 'a', answer_b: 'b', ...data }), result);
  await leaveOut({});
  await leaveOut({}, better('none'));
  await leaveOut({}, better('left'), better('right'));
  await leaveOut({}, { ...better('left'), type: 'rating', value: { rating: 3 } });
  await leaveOut({ question: [{ text: 'a dialogue' }] }, better('left'));
  await leaveOut({ answer_b: ['a list'] }, better('left'));
  await leaveOut({ answer_b: 'a' }, better('left'));
  const skipped = await project.task({ question: 'Skipped?', answer_a: 'a', answer_b: 'b' });
  await project.annotate(skipped, [better('left')], { was_cancelled: true });
  const unjudged = { tie: 3, 'no-pair': 1, 'no-text': 1, 'no-answer': 1, 'same-words': 1 };
  return { rows, pending: 1, unjudged };
}
