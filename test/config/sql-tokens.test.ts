import { expect, test } from '@jest/globals';
import { sqlTokens } from '../../src/config/sql-tokens.ts';

const parts = (sql: string) => sqlTokens(sql).map(({ kind, text }) => `${kind} ${text}`);

test.each([
  ["'it''s'", ["value it''s"]],
  ['"a""B"', ['name a""B']],
  ["E'a\\'b' x", ["value a\\'b", 'word x']],
  ["'a\\' x", ['value a\\', 'word x']],
  ["U&'a' B'01' N'ä'", ['value a', 'value 01', 'value ä']],
  ['$$a$b$$ $x$ $$ $x$', ['value a$b', 'value  $$ ']],
  ['$1+1.5e3', ['symbol $', 'value 1', 'symbol +', 'value 1.5e3']],
  ['a$b Straße', ['word a$b', 'word straße']],
  ['a--b\nc/*d/*e*/f*/g', ['word a', 'word c', 'word g']],
  ['SELECT(a)', ['word select', 'symbol (', 'word a', 'symbol )']],
])('takes %s apart', (sql, expected) => expect(parts(sql)).toEqual(expected));

test('says where each part starts', () => {
  expect(sqlTokens(' a "b"').map(({ at }) => at)).toEqual([1, 3]);
});
