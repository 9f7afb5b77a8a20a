import { expect, test } from '@jest/globals';
import { parseMessages } from '../../../src/engine/rows/messages.ts';
import { parseJson } from '../../../src/text/json.ts';

function parsed(json: string): string {
  const found = parseMessages(Buffer.from(json));
  return typeof found === 'string' ? found : Buffer.from(found).toString();
}

test('messages are read in one spelling, without their other keys', () => {
  const json = '[ {"content": "\\u0928\\n\\u001f", "id": 7, "role": "user"}, {"role":"tool","content":""} ]';
  expect(parsed(json)).toBe('[{"role":"user","content":"न\\n\\u001f"},{"role":"tool","content":""}]');
});

test('a text with a NUL and a whole pair of surrogates stay', () => {
  const json = '[{"role":"user","content":"\\u0000\\ud83d\\ude00"}]';
  expect(parsed(json)).toBe('[{"role":"user","content":"\\u0000😀"}]');
});

test('no messages at all are empty', () => {
  expect(parsed('[]')).toBe('empty');
});

test.each([
  'null',
  '"user"',
  '{"role":"user","content":"a"}',
  '[null]',
  '["user"]',
  '[[]]',
  '[{"role":"user"}]',
  '[{"content":"a"}]',
  '[{"role":"","content":"a"}]',
  '[{"role":1,"content":"a"}]',
  '[{"role":"user","content":null}]',
  '[{"role":"user","content":[{"type":"text","text":"a"}]}]',
  '[{"role":"user","content":"a"},{"role":"assistant"}]',
  '[{"role":"user","content":"\\ud83d"}]',
  '[{"role":"\\ude00","content":"a"}]',
  '[',
  '',
])('%s is malformed', (json) => {
  expect(parsed(json)).toBe('malformed');
});

test('JSON is read from within a larger buffer, and what is none is undefined', () => {
  const bytes = Buffer.from('xx[1]xx');
  expect(parseJson(new Uint8Array(bytes.buffer, bytes.byteOffset + 2, 3))).toEqual([1]);
  expect(parseJson(bytes)).toBeUndefined();
});
