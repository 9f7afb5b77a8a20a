// The preset dify on tables made by hand from Dify's models: Dify is not on PyPI, and its migrations run only within it.
// Usage: dify.ts <python with datasets>
import { randomUUID } from 'node:crypto';
import { Checks } from '../../test/support/checks.ts';
import { startPostgres } from '../../test/support/postgres/server.ts';
import { TABLES } from './dify/tables.ts';
import { checkSources } from './support/check-sources.ts';
import { expectedOf, type Given } from './support/expected.ts';
import { publishSources } from './support/publish-sources.ts';

const APP = '0a000000-0000-0000-0000-000000000001';
const NIL = '00000000-0000-0000-0000-000000000000';
const [ANA, BEN] = [randomUUID(), randomUUID()];

// A minute ago: rows are given times of their own, a millisecond apart, and none may be after the check.
const since = new Date(Date.now() - 60_000);
const [reader] = process.argv.slice(2);
const checks = new Checks();
const postgres = await startPostgres();

/** A message to save. */
interface Message {
  readonly query: string;
  readonly answer: string;
  readonly parent?: string | null;
  readonly status?: string;
  readonly metadata?: string;
  readonly from?: string;
}

interface Turn {
  readonly role: string;
  readonly content: string;
}

try {
  const database = await postgres.createDatabase('dify');
  await database.query(TABLES);
  const given: Given[] = [];
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<string> => {
    const [{ id }] = await database.query(
      `INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1) RETURNING id`,
      [JSON.stringify({ id: randomUUID(), ...row })],
    );
    return id;
  };
  // Each time is another one: without it, the order of messages is unknown.
  let last = since.getTime();
  const now = () => new Date(last++).toISOString().replace('Z', '');
  const add = async (chat: string, message: Message, app = APP): Promise<string> =>
    insert('messages', {
      app_id: app,
      conversation_id: chat,
      query: message.query,
      answer: message.answer,
      status: message.status ?? 'normal',
      message_metadata: message.metadata,
      invoke_from: message.from ?? 'web-app',
      parent_message_id: message.parent,
      created_at: now(),
    });
  const open = (app = APP) => insert('conversations', { app_id: app, is_deleted: false });
  const rate = async (chat: string, message: string, rating: string, person = ANA, app = APP) => {
    const by = { from_source: 'user', from_end_user_id: person };
    const at = { created_at: now(), updated_at: now() };
    return insert('message_feedbacks', {
      app_id: app,
      conversation_id: chat,
      message_id: message,
      rating,
      ...by,
      ...at,
    });
  };
  const annotate = async (
    chat: string | null,
    message: string | null,
    question: string | null,
    content: string,
  ) => {
    const at = { hit_count: 0, created_at: now(), updated_at: now() };
    const of = { app_id: APP, conversation_id: chat, message_id: message, account_id: BEN };
    return insert('message_annotations', { ...of, question, content, ...at });
  };
  const say = (content: string): Turn[] => [{ role: 'assistant', content }];

  // Chats of two messages, of which the second follows the first by its id, or by the order as before Dify had it.
  for (let number = 0; number < 30; number++) {
    const chat = await open();
    const first = { query: `Question ${number} 🎉`, answer: `Answer ${number}` };
    const thought = number % 4 === 0 ? '<think>\nhm\n</think>\n\n' : '';
    const firstId = await add(chat, {
      ...first,
      answer: thought + first.answer,
      parent: number % 2 === 0 ? null : NIL,
    });
    const second = { query: 'And then?', answer: `Second answer ${number}` };
    const secondId = await add(chat, { ...second, parent: number % 2 === 0 ? firstId : NIL });
    const asked: Turn[] = [{ role: 'user', content: first.query }];
    const conversation = [...asked, ...say(first.answer), { role: 'user', content: second.query }];
    const [label, rating] = number % 3 === 0 ? [false, 'dislike'] : [true, 'like'];
    const by = { group: chat, annotator: ANA };
    given.push({
      id: await rate(chat, firstId, rating),
      gives: {
        thumbs: { prompt: asked, completion: say(first.answer), label, ...by },
        'first-thumbs': { prompt: first.query, completion: first.answer, label, ...by },
      },
    });
    if (number < 12) {
      const row = { prompt: conversation, completion: say(second.answer), label: true, ...by };
      given.push({
        id: await rate(chat, secondId, 'like'),
        gives: { thumbs: row, 'first-thumbs': 'later-turn' },
      });
    }
    const reply = number === 5 ? ` ${second.answer}\n` : `Better answer ${number}`;
    const replied = { group: chat, annotator: BEN };
    const question = number % 2 === 0 ? second.query : null;
    given.push({
      id: await annotate(chat, secondId, question, reply),
      gives: {
        replies: { prompt: conversation, completion: say(reply), ...replied },
        pairs:
          number === 5
            ? 'same-words'
            : { prompt: conversation, chosen: say(reply), rejected: say(second.answer), ...replied },
      },
    });
  }

  // Whole texts, regenerated answers, and who judged twice.
  const chat = await open();
  const long = { query: 'Tell me all', answer: `${'word '.repeat(2000)}end` };
  const longId = await add(chat, { ...long, parent: null });
  const again = await add(chat, { query: 'Tell me all', answer: 'Regenerated', parent: null });
  const prompt = [{ role: 'user', content: 'Tell me all' }];
  await rate(chat, longId, 'dislike');
  for (const [message, answer, person] of [
    [longId, long.answer, ANA],
    [longId, long.answer, BEN],
    [again, 'Regenerated', ANA],
  ] as const) {
    const by = { label: true, group: chat, annotator: person };
    given.push({
      id: await rate(chat, message, 'like', person),
      gives: {
        thumbs: { prompt, completion: say(answer), ...by },
        'first-thumbs': { prompt: 'Tell me all', completion: answer, ...by },
      },
    });
  }
  await annotate(chat, longId, 'Tell me all', 'A first try');
  const by = { group: chat, annotator: BEN };
  given.push({
    id: await annotate(chat, longId, 'Tell me all', 'A second try'),
    gives: {
      replies: { prompt, completion: say('A second try'), ...by },
      pairs: { prompt, chosen: say('A second try'), rejected: say(long.answer), ...by },
    },
  });

  // A reply that was written without a message of the model.
  given.push({
    id: await annotate(null, null, 'When are you open?', 'From 9 to 5.'),
    gives: {
      replies: {
        prompt: [{ role: 'user', content: 'When are you open?' }],
        completion: say('From 9 to 5.'),
        group: null,
        annotator: BEN,
      },
      pairs: 'standalone',
    },
  });
  given.push({
    id: await annotate(null, null, null, 'To nothing'),
    gives: { replies: 'no-text', pairs: 'standalone' },
  });

  const leaveOut = async (
    message: Partial<Message>,
    cause: string,
    extra?: (id: string) => Promise<unknown>,
  ) => {
    const opened = await open();
    const id = await add(opened, { query: 'Why?', answer: 'So.', parent: null, ...message });
    await extra?.(id);
    const rated = await rate(opened, id, 'like');
    given.push({ id: rated, gives: { thumbs: cause, 'first-thumbs': cause } });
    return [opened, id] as const;
  };
  await leaveOut({ from: 'debugger' }, 'debug');
  await leaveOut({ status: 'error' }, 'failed');
  await leaveOut({ metadata: '{"retriever_resources": [{"position": 1}]}' }, 'file');
  await leaveOut({ answer: '<think>\nwithout an end' }, 'unfinished');
  await leaveOut({ answer: ' \n' }, 'no-text');
  await leaveOut({ query: '' }, 'no-text');
  await leaveOut({ parent: randomUUID() }, 'no-beginning');
  await leaveOut({}, 'file', (id) => insert('message_files', { message_id: id }));
  await leaveOut({}, 'tool', (id) =>
    insert('message_agent_thoughts', { message_id: id, position: 1, tool: 'search' }),
  );
  await leaveOut({}, 'annotated', (id) => insert('app_annotation_hit_histories', { message_id: id }));
  const [edited, editedId] = await leaveOut({ answer: '' }, 'no-text');
  given.push({
    id: await annotate(edited, editedId, 'Another question', 'Another answer'),
    gives: { replies: 'other-question', pairs: 'other-question' },
  });
  const empty = await open();
  const emptyId = await add(empty, { query: 'Empty?', answer: 'No.', parent: null });
  given.push({
    id: await annotate(empty, emptyId, null, ' '),
    gives: { replies: 'no-text', pairs: 'no-text' },
  });
  const odd = await rate(empty, emptyId, 'meh');
  given.push({ id: odd, gives: { thumbs: 'no-thumb', 'first-thumbs': 'no-thumb' } });
  const lost = await rate(empty, randomUUID(), 'like');
  given.push({ id: lost, gives: { thumbs: 'no-message', 'first-thumbs': 'no-message' } });
  const tied = await open();
  const tiedIds = [];
  for (const query of ['One', 'Two'])
    tiedIds.push(await add(tied, { query, answer: 'Which was first?', parent: NIL }));
  await database.query('UPDATE messages SET created_at = now() WHERE conversation_id = $1', [tied]);
  const unordered = await rate(tied, tiedIds[1], 'like');
  given.push({ id: unordered, gives: { thumbs: 'no-order', 'first-thumbs': 'no-order' } });
  // A conversation that was deleted, and another app.
  const gone = await open();
  await rate(gone, await add(gone, { query: 'Gone?', answer: 'Gone.', parent: null }), 'like');
  await database.query('UPDATE conversations SET is_deleted = true WHERE id = $1', [gone]);
  const other = randomUUID();
  const elsewhere = await open(other);
  const elsewhereId = await add(elsewhere, { query: 'There?', answer: 'There.', parent: null }, other);
  await rate(elsewhere, elsewhereId, 'like', ANA, other);

  const expected = expectedOf(given);
  await checkSources(checks, database, 'dify', expected, since);
  await publishSources(checks, reader, database, 'dify', expected);
} finally {
  await postgres.close();
}
checks.close();
