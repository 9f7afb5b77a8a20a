import { Chat, type Turn } from './chat.ts';

/** A form that is sent, and what the source `ratings` is to make of it: nothing when it is left out. */
export interface Rating {
  readonly user: string;
  readonly form: object;
  readonly row?: {
    readonly prompt: Turn[];
    readonly completion: Turn[];
    readonly label: boolean;
    readonly group: string;
  };
}

const user = (content: string): Turn => ({ role: 'user', content });
const assistant = (content: string): Turn => ({ role: 'assistant', content });

/** Ratings of single answers, in all the shapes a snapshot has, and those that cannot be read. */
export function ratings(): Rating[] {
  const sent: Rating[] = [];
  const keep = (chat: Chat, id: string, rating: unknown, prompt: Turn[], answer: string) => {
    const row = { prompt, completion: [assistant(answer)], label: String(rating) === '1', group: chat.id };
    sent.push({ user: 'ana', form: chat.rate(id, rating), row });
  };
  const leaveOut = (form: object) => sent.push({ user: 'ben', form });

  for (let number = 0; number < 30; number++) {
    const chat = new Chat(`simple-${number}`);
    const [question, answer] = [`Question ${number} "पानी" 😡`, `Answer ${number}\nwith \\u0000 in words`];
    const [id] = chat.exchange(question, [answer]);
    keep(chat, id, [1, -1, '1', '-1'][number % 4], [user(question)], answer);
  }

  const long = new Chat('branches');
  const system = long.add('system', 'Be brief.');
  const [first, other] = long.exchange('Hello', ['Hi', 'Good day'], system);
  long.exchange('Another branch', ['Not in the prompt'], other);
  const [last] = long.exchange('And now?', ['The end'], first);
  const beginning = [{ role: 'system', content: 'Be brief.' }, user('Hello')];
  keep(long, last, -1, [...beginning, assistant('Hi'), user('And now?')], 'The end');

  const deep = new Chat('deep');
  const turns: Turn[] = [];
  let tip: string | null = null;
  for (let depth = 0; depth < 450; depth++) {
    [tip] = deep.exchange(`Q${depth}`, [`A${depth}`], tip);
    turns.push(user(`Q${depth}`), assistant(`A${depth}`));
  }
  keep(deep, tip!, 1, turns.slice(0, -1), 'A449');
  for (let depth = 450; depth < 501; depth++) [tip] = deep.exchange(`Q${depth}`, [`A${depth}`], tip);
  leaveOut(deep.rate(tip!, 1));

  const circle = new Chat('circle');
  const [around] = circle.exchange('Round', ['and round']);
  circle.move('circle-0', around);
  leaveOut(circle.rate(around, 1));
  const orphan = new Chat('orphan');
  leaveOut(orphan.rate(orphan.exchange('Whose?', ['Nobody knows'], 'deleted')[0], 1));
  const blocks = new Chat('blocks');
  leaveOut(blocks.rate(blocks.exchange('See', [[{ type: 'text', text: 'an image' }]])[0], 1));
  const missing = new Chat('missing');
  leaveOut(missing.rate(missing.exchange('Nothing', [null])[0], 1));
  const unreadable = new Chat('unreadable');
  leaveOut(unreadable.rate(unreadable.exchange('A NUL', ['\u0000'])[0], 1));
  const alone = new Chat('alone');
  leaveOut(alone.rate(alone.add('assistant', 'Nobody asked'), 1));

  const plain = new Chat('plain');
  const [id] = plain.exchange('A question', ['An answer']);
  const form = plain.rate(id, 1);
  for (const rating of [0, null, 10, 'good']) leaveOut({ ...form, data: { ...form.data, rating } });
  leaveOut({ ...form, type: 'note' });
  leaveOut({ ...form, snapshot: null });
  leaveOut({ ...form, snapshot: { chat: { chat: { history: { messages: [] } } } } });
  leaveOut({ ...form, meta: { ...form.meta, message_id: 'deleted' } });
  leaveOut({ ...form, meta: null });
  leaveOut({ ...form, data: null });
  return sent;
}
