import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { IdentityFolder } from '../../../src/engine/rows/fold.ts';
import { defaultCleaning } from '../../../src/model/cleaning.ts';
import type { ColumnType } from '../../../src/model/shape.ts';
import type { Task } from '../../../src/model/tasks.ts';

function folder(task: Task, types: readonly ColumnType[]) {
  const texts = types.map((type, index) => ({ name: `text_${index}`, type }));
  const folded = new IdentityFolder({ task, texts, isFolded: true, clean: defaultCleaning(task) });
  return (identity: string) => {
    const bytes = new Uint8Array(Buffer.from(identity));
    const form = folded.fold(bytes);
    expect(form === bytes).toBe(Buffer.from(form).equals(bytes));
    return Buffer.from(form).toString();
  };
}

const text = folder('text-classification', ['string']);
const generated = folder('prompt-completion', ['string', 'string']);
const messages = folder('preference', ['messages', 'messages', 'messages']);

test.each([
  ['NFC', 'Cafe\u0301', 'Caf\u00e9'],
  ['Hangul', '\u1112\u1161\u11ab', '\ud55c'],
  ['marks in another order', 'a\u0301\u0323', 'ạ\u0301'],
  ['a base and a mark that a sign without width parts', 'e\u200b\u0301', '\u00e9'],
  ['zero width space', 'pay\u200bment', 'payment'],
  ['word joiner', 'pay\u2060ment', 'payment'],
  ['byte order mark', '\ufeffpayment', 'payment'],
  ['soft hyphen', 'pay\u00adment', 'payment'],
  ['a sign between spaces', 'no \u200b water', 'no water'],
  ['a sign at the end after a space', 'no water \u200b', 'no water'],
  ['nothing but such signs', '\u200b \u2060\u00ad', ''],
])('of a cleaned text: %s', (_, identity, expected) => {
  expect(text(identity)).toBe(expected);
});

test.each([
  'no water',
  'Stra\u00dfe',
  '\u0928\u0947\u092a\u093e\u0932',
  'क्\u200dष',
  'می\u200cخواهم',
  '👩\u200d🚒',
  '学校',
])('leaves %j as it is', (identity) => expect(text(identity)).toBe(identity));

test('of generated texts each is folded by itself, and their white space stays', () => {
  expect(generated('a\r\nb\rc\u001fd\r\n\r\n  e')).toBe('a\nb\nc\u001fd\n\n  e');
  expect(generated('a  \u200b  b\u200b\u001f\u200b c')).toBe('a    b\u001fc');
  expect(generated('a\u001f\u0301b')).toBe('a\u001f\u0301b');
});

test('of messages the contents are folded', () => {
  const said = (content: string, role = 'us\u200ber') => JSON.stringify([{ role, content }]);
  const joined = (...contents: string[]) => contents.map((content) => said(content)).join('\u001f');
  expect(messages(joined('a\r\nb', ' \u200b "x"\\r', 'cafe\u0301'))).toBe(
    joined('a\nb', '  "x"\\r', 'caf\u00e9'),
  );
  expect(messages(joined('a\nb', 'c', 'd'))).toBe(joined('a\nb', 'c', 'd'));
});

test.each([true, false])('two answers are in the order of their forms, folded: %s', (isFolded) => {
  const texts = ['prompt', 'chosen', 'rejected'].map((name) => ({ name, type: 'string' }) as const);
  const folder = new IdentityFolder({ task: 'preference', texts, isFolded, clean: 'none' });
  const fold = (...answers: string[]) => {
    const form = folder.fold(Buffer.from(['p', ...answers].join('\u001f')));
    const { hasChanged, isSecondChosen, hasSameAnswers } = folder;
    const answersOf = Buffer.from(form).toString().split('\u001f').slice(1);
    return [...answersOf, { hasChanged, isSecondChosen, hasSameAnswers }];
  };
  const plain = { hasChanged: false, isSecondChosen: false, hasSameAnswers: false };
  expect(fold('a', 'b')).toEqual(['a', 'b', plain]);
  expect(fold('b', 'a')).toEqual(['a', 'b', { ...plain, isSecondChosen: true }]);
  expect(fold('a', 'ab')).toEqual(['a', 'ab', plain]);
  expect(fold('a', 'a')).toEqual(['a', 'a', { ...plain, hasSameAnswers: true }]);
  const odd = fold('\u200ba', 'a');
  if (isFolded)
    expect(odd).toEqual(['a', 'a', { hasChanged: true, isSecondChosen: false, hasSameAnswers: true }]);
  else expect(odd).toEqual(['a', '\u200ba', { ...plain, isSecondChosen: true }]);
});

test('only what folds, or has a choice, is compared in another form', () => {
  const open = (task: Task, isFolded: boolean) =>
    IdentityFolder.open({ task, texts: [{ name: 'a', type: 'string' }], isFolded, clean: 'none' }) !== null;
  expect([open('chat', true), open('chat', false), open('preference', false)]).toEqual([true, false, true]);
});

test('a form has itself as its form, whatever the text', () => {
  const unit = fc.constantFrom(
    'a',
    ' ',
    '\r',
    '\n',
    '\u0301',
    '\u0323',
    'e',
    '\u200b',
    '\u00ad',
    '\u2000',
    '\u0958',
    '\u001f',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), (identity) => {
      for (const fold of [text, generated]) expect(fold(fold(identity))).toBe(fold(identity));
    }),
  );
});

test('of a task without a choice no answer is chosen, and none are the same', () => {
  const folded = new IdentityFolder({
    task: 'text-classification',
    texts: [{ name: 'text', type: 'string' }],
    isFolded: true,
    clean: 'none',
  });
  folded.fold(new Uint8Array(Buffer.from('pay\u200bment')));
  expect(folded).toMatchObject({ hasChanged: true, isSecondChosen: false, hasSameAnswers: false });
});
