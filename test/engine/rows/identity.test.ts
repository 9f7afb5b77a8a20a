import { expect, test } from '@jest/globals';
import { textOfHtml } from '../../../src/engine/rows/clean-html.ts';
import { IdentityReader, splitIdentity } from '../../../src/engine/rows/identity.ts';
import type { Cleaning } from '../../../src/model/cleaning.ts';
import type { ColumnType } from '../../../src/model/shape.ts';
import type { Task } from '../../../src/model/tasks.ts';

const UNTIDY = ' <b>See</b>\n https://shop.example  now\u001f ';

/** Identities of rows whose fields are the texts, in their order. */
function reader(
  clean: Cleaning,
  types: readonly ColumnType[],
  positions = types.map((_, index) => index),
  task: Task = 'text-pair-scoring',
  jsonTexts: readonly number[] = [],
) {
  const texts = types.map((type, index) => ({ name: `text_${index}`, type }));
  const identities = new IdentityReader(
    { task, clean, texts },
    { texts: positions, jsonTexts },
    { textOfHtml },
  );
  return (...row: readonly (string | Uint8Array | null)[]) => {
    const fields = row.map((field) => (typeof field === 'string' ? Buffer.from(field) : field));
    const identity = identities.read(fields);
    return typeof identity === 'string' ? identity : Buffer.from(identity).toString();
  };
}

test('the text of a class or a score is cleaned', () => {
  expect(reader('python', ['string'])(UNTIDY)).toBe('See now');
  expect(reader('python', ['string', 'string'])(UNTIDY, 'b')).toBe('See now\u001fb');
});

test('of a text that was generated only the ends are cut off', () => {
  const read = reader('none', ['string', 'string']);
  expect(read(UNTIDY, '\n def f():\n  pass')).toBe(
    '<b>See</b>\n https://shop.example  now\u001fdef f():\n  pass',
  );
});

test('a separator within a text is a space, so that no text ends early', () => {
  const read = reader('none', ['string', 'string', 'string']);
  expect(read('a\u001fb', 'c', 'd')).toBe('a b\u001fc\u001fd');
  expect(read('a', 'b\u001fc', 'd')).toBe('a\u001fb c\u001fd');
});

test('messages are their roles and contents, and a separator in them is escaped', () => {
  const read = reader('none', ['messages', 'messages', 'messages']);
  const said = (content: string) => `[{"role":"user","content":${JSON.stringify(content)}}]`;
  expect(read(said('a\u001f '), said('b').replace('{', '{"id":1,'), said('c'))).toBe(
    [said('a\u001f '), said('b'), said('c')].join('\u001f'),
  );
});

test.each<[string, (string | Uint8Array | null)[], string]>([
  ['NULL', ['a', null, 'c'], 'nullMessage'],
  ['of no encoding', ['a', Uint8Array.of(0xff), 'c'], 'invalidUtf8'],
  ['nothing but white space', ['a', ' \u001f\n', 'c'], 'empty'],
  ['told by the first', [null, '', 'c'], 'nullMessage'],
])('a row has no identity when one of its texts is %s', (_, row, problem) => {
  expect(reader('none', ['string', 'string', 'string'])(...row)).toBe(problem);
});

test('malformed and empty messages are told apart', () => {
  const read = reader('none', ['messages']);
  expect([read('{}'), read('[]'), read(Uint8Array.of(0xff)), read(null)]).toEqual([
    'malformed',
    'empty',
    'invalidUtf8',
    'nullMessage',
  ]);
});

test('texts are found where they stand in the row', () => {
  expect(reader('python', ['string', 'string'], [2, 0])('a', 'b', 'c')).toBe('c\u001fa');
});

test('texts of any length are joined', () => {
  const read = reader('none', ['string', 'string']);
  const long = 'x'.repeat(4095);
  expect(read(long, long)).toBe(`${long}\u001f${long}`);
  for (let length = 2040; length < 2060; length++) {
    const half = 'x'.repeat(length);
    expect(reader('none', ['string', 'string'])(half, half)).toBe(`${half}\u001f${half}`);
  }
  expect(read('a', long)).toBe(`a\u001f${long}`);
  expect(read('a', 'y'.repeat(100_000))).toHaveLength(100_002);
});

test('an identity is taken apart into its texts', () => {
  const texts = (identity: string, count: number) =>
    splitIdentity(Buffer.from(identity), count).map((text) => Buffer.from(text).toString());
  expect(texts('a', 1)).toEqual(['a']);
  expect(texts('a\u001fbc\u001fd', 3)).toEqual(['a', 'bc', 'd']);
});

test('contents of messages are cleaned by steps, and kept as they are by none', () => {
  const messages = JSON.stringify([{ role: 'user', content: ' a  <b>b</b>\n' }]);
  const contents = (clean: Cleaning) => JSON.parse(reader(clean, ['messages'])(messages))[0].content;
  expect(contents('none')).toBe(' a  <b>b</b>\n');
  expect(contents(['whitespace'])).toBe('a <b>b</b>');
  expect(contents(['html', 'whitespace'])).toBe('a b');
});

test('knows of the last row whether cleaning changed it', () => {
  const texts = [{ name: 'a', type: 'string' } as const, { name: 'b', type: 'string' } as const];
  const identities = new IdentityReader(
    { task: 'text-pair-scoring', clean: ['whitespace'], texts },
    { texts: [0, 1] },
  );
  const changes = [
    ['a', 'b'],
    ['a ', 'b'],
    ['a', 'b'],
    ['a', 'b  c'],
  ].map((row) => {
    identities.read(row.map((text) => Buffer.from(text)));
    return identities.isChanged;
  });
  expect(changes).toEqual([false, true, false, true]);
});

test.each<[string, ColumnType, string, string, boolean]>([
  ['texts that are the same', 'string', 'a', 'a', true],
  ['texts that are the same but for their ends', 'string', ' a\n', 'a', true],
  ['other texts', 'string', 'a', 'A', false],
  ['an answer that goes on', 'string', 'a', 'ab', false],
  ['messages that are the same', 'messages', answer('a'), answer(' a'), true],
  ['other messages', 'messages', answer('a'), answer('b'), false],
])('two answers: %s', (_, type, chosen, rejected, isSame) => {
  const prompt = type === 'string' ? 'a' : answer('a');
  const read = reader('none', [type, type, type], [0, 1, 2], 'preference');
  expect(read(prompt, chosen, rejected) === 'sameAnswers').toBe(isSame);
  expect(reader('none', [type, type, type])(prompt, chosen, rejected)).not.toBe('sameAnswers');
});

function answer(content: string): string {
  return JSON.stringify([{ role: 'assistant', content }]);
}

test.each([
  ['"a \\u0928\\n"', 'a न'],
  ['12.50', '12.50'],
  ['true', 'true'],
  ['null', 'nullMessage'],
  ['[]', 'notText'],
  ['[{"author":"a","text":"b"}]', 'notText'],
  ['{"text":"a"}', 'notText'],
  ['"\\ud800"', 'invalidUtf8'],
  ['" "', 'empty'],
])('a text that is read as JSON: %s is %j', (json, expected) => {
  expect(reader(['whitespace'], ['string'], [0], 'text-classification', [0])(json)).toBe(expected);
});

test('a text that is not read as JSON stays as it is', () => {
  expect(reader(['whitespace'], ['string', 'string'], [0, 1], 'text-pair-scoring', [1])('[1]', '"a"')).toBe(
    '[1]\u001fa',
  );
});
