import { randomUUID } from 'node:crypto';

/** A chat to save. */
export interface Chat {
  readonly id: string;
  readonly steps: readonly Step[];
  readonly ratings: readonly Rating[];
}

interface Step {
  readonly id: string;
  readonly type: string;
  readonly parent?: string;
  readonly text?: string;
  readonly error?: boolean;
}

interface Rating {
  readonly step: string;
  readonly value: number;
  /** The row it gives, or the cause for which it gives none; null if another rating of the answer gives it. */
  readonly gives: Readonly<Record<string, unknown>> | string | null;
}

/** The chats, of which `withFile` has a file at its question, and `deleted` was deleted. */
export function chats(): { readonly chats: Chat[]; readonly withFile: Chat; readonly deleted: Chat } {
  const withFile = chat(['user', 'See my file'], ['assistant', 'A file answer', 1, 'file']);
  const deleted = chat(['user', 'Forget me'], ['assistant', 'Forgotten', 1, null]);
  const gone = chat(['user', 'Deleted later']);
  const all = [
    ...Array.from({ length: 30 }, (_, index) =>
      chat(
        ['assistant', 'Welcome! How can I help?'],
        ['system', 'A user joined'],
        ['user', `Question ${index}: where is it?`],
        ['assistant', `Answer ${index}`, index % 3 === 0 ? 0 : 1],
        ['user', 'And then? 🎉'],
        ['assistant', `Second answer ${index}`, index % 2],
      ),
    ),
    chat(['user', 'A long one'], ['assistant', 'word '.repeat(1000), 1]),
    chat(['user', 'In a run'], ['run', ''], ['assistant in run', 'Answer in a run', 1]),
    chat(['user', 'Of a run'], ['run', '', 1], ['assistant in run', 'Answer of a run']),
    chat(
      ['user', 'Two answers'],
      ['run', '', 1, 'no-answer'],
      ['assistant in run', 'One'],
      ['assistant in run', 'Two'],
    ),
    chat(['user', 'Two in a row'], ['assistant', 'One'], ['assistant', 'Two', 1, 'no-question']),
    chat(['assistant', 'Only a welcome', 1, 'no-question']),
    chat(['user', 'Call it'], ['tool', 'called'], ['assistant', 'A called answer', 1, 'tool']),
    chat(['user', 'Look it up'], ['retrieval', ''], ['assistant', 'A looked up answer', 0, 'tool']),
    chat(['user', ' '], ['assistant', 'To nothing', 1, 'no-text']),
    chat(['user', 'Empty?'], ['assistant', '', 1, 'no-text']),
    chat(['user', 'Breaks'], ['error', 'It broke', 0, 'failed']),
    chat(['user', 'Half a thumb'], ['assistant', 'Half', 2, 'no-thumb']),
    rate(chat(['user', 'Twice the same'], ['assistant', 'Twice', 1]), 1, null),
    rate(chat(['user', 'Twice'], ['assistant', 'Contradicted', 1, 'contradicting']), 0, null),
    chat(['user', 'The question rated', 1, 'no-answer']),
    { ...gone, ratings: [{ step: gone.steps[0].id, value: 1, gives: 'no-step' }] },
  ];
  return { chats: [...all, withFile, deleted], withFile, deleted };
}

const TYPES: Readonly<Record<string, string>> = {
  'assistant in run': 'assistant_message',
  error: 'assistant_message',
  assistant: 'assistant_message',
  user: 'user_message',
  system: 'system_message',
};

/** A chat of steps: kind, text, the value it is rated by, and the cause if the rating gives no row. */
function chat(...lines: [kind: string, text: string, value?: number, cause?: string | null][]): Chat {
  const id = randomUUID();
  const steps: Step[] = [];
  const ratings: Rating[] = [];
  const turns: { role: string; content: string }[] = [];
  for (const [kind, text, value, cause] of lines) {
    const parent = kind === 'assistant in run' ? steps.findLast(({ type }) => type === 'run')?.id : undefined;
    const step = { id: randomUUID(), type: TYPES[kind] ?? kind, text, parent, error: kind === 'error' };
    steps.push(step);
    if (value !== undefined) {
      const answer = kind === 'run' ? lines.at(-1)![1] : text;
      const completion = [{ role: 'assistant', content: answer }];
      const row = { prompt: [...turns], completion, label: value === 1, group: id };
      ratings.push({ step: step.id, value, gives: cause === undefined ? row : cause });
    }
    if (kind === 'user') turns.push({ role: 'user', content: text });
    else if (TYPES[kind] === 'assistant_message' && turns.length > 0)
      turns.push({ role: 'assistant', content: text });
  }
  return { id, steps, ratings };
}

/** The same chat, whose last step is rated once more. */
function rate(one: Chat, value: number, gives: null): Chat {
  return { ...one, ratings: [...one.ratings, { step: one.steps.at(-1)!.id, value, gives }] };
}
