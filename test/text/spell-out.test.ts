import { expect, test } from '@jest/globals';
import { spellDifference } from '../../src/text/spell-out.ts';

test.each<[string, string, [string, string]]>([
  ['Bill\u200bing', 'Billing', ['Bill[U+200B]ing', 'Billing']],
  ['Billing', 'Bill\u200bing', ['Billing', 'Bill[U+200B]ing']],
  ['Bill\u00a0ing', 'Bill ing', ['Bill[U+00A0]ing', 'Bill ing']],
  [
    'E\u0301lectricite\u0301',
    '\u00c9lectricit\u00e9',
    ['E[U+0301]lectricite[U+0301]', '\u00c9lectricit\u00e9'],
  ],
  ['B\u0456lling', 'Billing', ['B[U+0456]lling', 'Billing']],
  ['\u{e0041}Billing', 'Billing', ['[U+E0041]Billing', 'Billing']],
  ['Biling', 'Billing', ['Biling', 'Billing']],
  ['प\u094dरा', 'प\u094dर', ['प\u094dरा', 'प\u094dर']],
  ['क\u094d\u200dषे', 'क\u094d\u200dष', ['क\u094d\u200dषे', 'क\u094d\u200dष']],
  ['Счет', 'Счёт', ['Счет', 'Счёт']],
])('%j and %j', (one, other, spelled) => {
  expect(spellDifference(one, other)).toEqual(spelled);
});
