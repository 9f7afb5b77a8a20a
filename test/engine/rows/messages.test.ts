import { expect, test } from '@jest/globals';
import { areSameMessages, parseMessages } from '../../../src/engine/rows/messages.ts';
import { parseJson } from '../../../src/text/json.ts';

function parsed(json: string, isAnswer = false): string {
  const found = parseMessages(Buffer.from(json), { isAnswer });
  return typeof found === 'string' ? found : Buffer.from(found).toString();
}

test('messages are read in one spelling, without their other keys', () => {
  const json =
    '[ {"content": "\\u0928\\n\\u001f", "id": 7, "role": "user"}, {"role":"system","content":""} ]';
  expect(parsed(json)).toBe('[{"role":"user","content":"न\\n\\u001f"},{"role":"system","content":""}]');
});

test('a text with a NUL and a whole pair of surrogates stay', () => {
  const json = '[{"role":"user","content":"\\u0000\\ud83d\\ude00"}]';
  expect(parsed(json)).toBe('[{"role":"user","content":"\\u0000😀"}]');
});

test.each([
  '[]',
  '[{"role":"user","content":""}]',
  '[{"role":"user","content":" \\n"},{"role":"assistant","content":"\\u00a0"}]',
  '[{"role":"user","content":"\\u200b"},{"role":"assistant","content":"\\u00ad \\u2060"}]',
])('%s is empty', (json) => {
  expect(parsed(json)).toBe('empty');
  expect(parsed(json, true)).toBe('empty');
});

const ASKED = '{"role":"user","content":"a"}';
const ANSWERED = '{"role":"assistant","content":"b"}';

test.each([
  `[${ASKED}]`,
  `[${ASKED},{"role":"assistant","content":""}]`,
  `[${ASKED},{"role":"assistant","content":" \\n"}]`,
  `[${ASKED},{"role":"assistant","content":"\u200b\ufeff"}]`,
  `[${ASKED},${ANSWERED},${ASKED},{"role":"assistant","content":""}]`,
  `[${ASKED},{"role":"Assistant","content":"b"}]`,
  `[${ASKED},{"role":"gpt","content":"b"}]`,
])('%s is no answer, but may be a prompt', (json) => {
  expect(parsed(json, true)).toBe('noAnswer');
  expect(parsed(json)).toBe(json);
});

test.each([
  `[${ANSWERED}]`,
  `[${ASKED},${ANSWERED}]`,
  `[${ASKED},${ANSWERED},{"role":"user","content":"thanks"}]`,
])('%s is an answer', (json) => {
  expect(parsed(json, true)).toBe(json);
});

test.each([
  '{"role":"assistant","content":"","tool_calls":[{"id":"1"}]}',
  '{"role":"assistant","content":"I look","tool_calls":[{"id":"1"}]}',
  '{"role":"assistant","content":null,"tool_calls":[{"id":"1"}]}',
  '{"role":"assistant","content":"","function_call":{"name":"f"}}',
  '{"role":"tool","content":"12 °C","tool_call_id":"1"}',
  '{"role":"function","content":"12 °C"}',
])('%s is about tools', (message) => {
  expect(parsed(`[${ASKED},${message},${ANSWERED}]`)).toBe('toolCalls');
  expect(parsed(`[${ASKED},${message},${ANSWERED}]`, true)).toBe('toolCalls');
});

test.each(['"tool_calls":[]', '"tool_calls":null', '"function_call":null'])('%s calls nothing', (key) => {
  expect(parsed(`[${ASKED},{"role":"assistant","content":"b",${key}}]`, true)).toBe(`[${ASKED},${ANSWERED}]`);
});

test.each([
  [ANSWERED, ANSWERED, true],
  [ANSWERED, '{"role":"assistant","content":" b\\n"}', true],
  [ANSWERED, '{"role":"assistant","content":"c"}', false],
  [ANSWERED, '{"role":"user","content":"b"}', false],
  [ANSWERED, `${ANSWERED},${ANSWERED}`, false],
])('whether %s and %s say the same: %s', (one, other, isSame) => {
  expect(areSameMessages(Buffer.from(`[${one}]`), Buffer.from(`[${other}]`))).toBe(isSame);
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
