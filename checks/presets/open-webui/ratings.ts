import { Chat, type Turn } from './chat.ts';

/** A form that is sent, and what the source `ratings` is to make of it: nothing when it is left out. */
export interface Rating {
  readonly user: string;
  readonly form: object;
  /** Why it is left out; null for one that is, or that is no rating. */
  readonly cause: string | null;
  readonly row?: {
    readonly prompt: Turn[];
    readonly completion: Turn[];
    readonly label: boolean;
    readonly group: string;
  };
}

const user = (content: string): Turn => ({ role: 'user', content });
const assistant = (content: string): Turn => ({ role: 'assistant', content });

/** What stands for each half of a surrogate pair, which this version refuses to save and earlier ones did not. */
export const HALVES = { high: '-high-', low: '-low-' };

const REASONING =
  '<details type="reasoning" done="true" duration="2">\n<summary>Thought for 2 seconds</summary>\n> a thought\n</details>\n';

/** Ratings of single answers, in all the shapes a snapshot has, and those that cannot be read. */
export function ratings(): Rating[] {
  const sent: Rating[] = [];
  const keep = (chat: Chat, id: string, rating: unknown, prompt: Turn[], answer: string) => {
    const row = { prompt, completion: [assistant(answer)], label: Number(rating) === 1, group: chat.id };
    sent.push({ user: 'ana', form: chat.rate(id, rating), cause: null, row });
  };
  const leaveOut = (form: object, cause: string | null) => sent.push({ user: 'ben', form, cause });

  for (let number = 0; number < 30; number++) {
    const chat = new Chat(`simple-${number}`);
    const [question, answer] = [`Question ${number} "पानी" 😡`, `Answer ${number}\nwith \\u0000 in words`];
    const [id] = chat.exchange(question, [answer]);
    keep(chat, id, [1, -1, '1', '-1', '1.0', ' -1.0 ', 1.0][number % 7], [user(question)], answer);
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
  leaveOut(deep.rate(tip!, 1), 'no-beginning');

  const circle = new Chat('circle');
  const [around] = circle.exchange('Round', ['and round']);
  circle.move('circle-0', around);
  leaveOut(circle.rate(around, 1), 'no-beginning');
  const orphan = new Chat('orphan');
  leaveOut(orphan.rate(orphan.exchange('Whose?', ['Nobody knows'], 'deleted')[0], 1), 'no-beginning');
  const alone = new Chat('alone');
  leaveOut(alone.rate(alone.add('assistant', 'Nobody asked'), 1), 'no-question');

  const block = (text: string) => ({ type: 'text', text });
  const blocks = new Chat('blocks');
  keep(blocks, blocks.exchange('See', [[block('one'), block('two')]])[0], 1, [user('See')], 'one\ntwo');
  const stored = new Chat('stored');
  const output = [
    { type: 'reasoning', content: [block('hm')] },
    {
      type: 'message',
      content: [
        { type: 'output_text', text: 'from ' },
        { type: 'output_text', text: 'items' },
      ],
    },
    { type: 'message', content: [] },
    { type: 'message', content: [{ type: 'output_text', text: 'and more' }] },
  ];
  const asked = stored.add('user', 'What is stored?');
  keep(
    stored,
    stored.add('assistant', '', asked, { output }),
    1,
    [user('What is stored?')],
    'from items\nand more',
  );
  const kept = new Chat('kept-details');
  const own = 'See <details><summary>More</summary>text</details> <b>here</b>';
  keep(kept, kept.exchange('Fold it', [own])[0], 1, [user('Fold it')], own);
  const thinking = new Chat('thinking');
  const [thought] = thinking.exchange('Think', [`${REASONING}\nFirst ${REASONING} last\n`]);
  const [again] = thinking.exchange('Once more', [`${REASONING}Done`], thought);
  const before = [user('Think'), assistant('First \n last'), user('Once more')];
  keep(thinking, again, -1, before, 'Done');
  const quoted = new Chat('quoted');
  keep(
    quoted,
    quoted.exchange(`What is ${REASONING}?`, ['Markup'])[0],
    1,
    [user(`What is ${REASONING}?`)],
    'Markup',
  );

  const answers: readonly (readonly [answer: unknown, cause: string, more?: object])[] = [
    [null, 'no-text'],
    ['', 'no-text'],
    [REASONING, 'no-text'],
    [[], 'no-text'],
    [[block('See'), { type: 'image_url', image_url: { url: 'data:' } }], 'no-text'],
    ['\u0000', 'unreadable'],
    [HALVES.high, 'unreadable'],
    [`a \\${HALVES.low}`, 'unreadable'],
    [`${REASONING.replace('</details>', '')}Never ends`, 'unfinished'],
    [`${REASONING.replace('thought', '<details>one</details>')}Nested`, 'unfinished'],
    ['<details type="tool_calls" done="true" id="1" name="f">\n</details>\n42', 'tool'],
    [`${REASONING}<details  type="code_interpreter" done="true"></details>42`, 'tool'],
    ['42', 'tool', { output: [{ type: 'function_call', name: 'f' }] }],
    ['42', 'tool', { output: [{ type: 'open_webui:code_interpreter', code: '6 * 7' }] }],
    ['From the file', 'file', { files: [{ type: 'file', id: '1' }] }],
    ['From the web', 'file', { sources: [{ source: { name: 'web' } }] }],
    ['Half of', 'failed', { error: { content: 'out of memory' } }],
  ];
  for (const [index, [answer, cause, more]] of answers.entries()) {
    const chat = new Chat(`left-out-${index}`);
    leaveOut(chat.rate(chat.add('assistant', answer, chat.add('user', 'Why?'), more), 1), cause);
  }
  const attached = new Chat('attached');
  const picture = attached.add('user', 'What is this?', null, { files: [{ type: 'image', url: 'data:' }] });
  const [seen] = attached.exchange('And now?', ['A cat'], attached.add('assistant', 'A dog', picture));
  leaveOut(attached.rate(seen, 1), 'file');
  const fine = new Chat('nothing-attached');
  const nothing = { files: [], sources: [], error: null, output: [{ type: 'message', content: [] }] };
  keep(fine, fine.add('assistant', 'Fine', fine.add('user', 'How?'), nothing), 1, [user('How?')], 'Fine');

  const mended = new Chat('mended');
  const [broken] = mended.exchange('Why?', ['Half of']);
  const failed = mended.add('assistant', 'Half of it', mended.add('user', 'Again?', broken), {
    error: { content: 'out of memory' },
  });
  const [whole] = mended.exchange('And now?', ['All of it'], failed);
  const conversation = [
    user('Why?'),
    assistant('Half of'),
    user('Again?'),
    assistant('Half of it'),
    user('And now?'),
  ];
  keep(mended, whole, 1, conversation, 'All of it');
  const unharmed = new Chat('unharmed');
  const well = unharmed.add('assistant', 'Well', unharmed.add('user', 'How?'), { error: false });
  keep(unharmed, well, 1, [user('How?')], 'Well');

  const plain = new Chat('plain');
  const [id] = plain.exchange('A question', ['An answer']);
  const form = plain.rate(id, 1);
  for (const rating of [0, null, 10, 'good', '1.5', '--1']) {
    leaveOut({ ...form, data: { ...form.data, rating } }, 'no-thumb');
  }
  leaveOut({ ...form, type: 'note' }, null);
  leaveOut({ ...form, snapshot: null }, 'no-snapshot');
  leaveOut({ ...form, snapshot: { chat: { chat: { history: { messages: [] } } } } }, 'no-snapshot');
  leaveOut({ ...form, meta: { ...form.meta, message_id: 'deleted' } }, 'no-answer');
  leaveOut({ ...form, meta: null }, 'no-answer');
  leaveOut({ ...form, data: null }, 'no-thumb');
  return sent;
}
