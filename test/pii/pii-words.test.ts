import { expect, test } from '@jest/globals';
import { piiSection } from '../../src/pii/pii-words.ts';

const FOUND = { email: { rows: 2, finds: 3 }, iban: { rows: 0, finds: 0 }, card: { rows: 1, finds: 1 } };

test.each([
  ['redact', 'replaced by `[EMAIL]`', 'replaced by `[CARD]`'],
  ['drop', 'left out with their rows', 'left out with their rows'],
  ['count', 'left as they are', 'left as they are'],
] as const)('the card says what was found and what %s made of it', (action, email, card) => {
  expect(piiSection({ action, rows: 3, found: FOUND })).toEqual([
    'This personal data was found in the rows read. Names and postal addresses are not searched.',
    `- E-mail addresses: 3 in 2 rows, ${email}\n- IBANs: none\n- Card numbers: 1 in 1 row, ${card}`,
  ]);
});

test('the card says nothing where nobody looked', () => {
  expect(piiSection(undefined)).toEqual([]);
});
