import { expect, test } from '@jest/globals';
import { parseMailAddresses } from '../../src/alerts/mail-address.ts';

test('reads addresses with and without names, and leaves out empty ones', () => {
  expect(parseMailAddresses(' a@example.org,, Zoë B. <b+c@example.org>,\n<d@localhost>', 'email-to')).toEqual(
    [
      { name: '', address: 'a@example.org' },
      { name: 'Zoë B.', address: 'b+c@example.org' },
      { name: '', address: 'd@localhost' },
    ],
  );
});

test.each([
  ['', 'email-to has no e-mail address'],
  [' , ', 'email-to has no e-mail address'],
  ['a@example.org, b', 'email-to number 2 is not an e-mail address'],
  ['a@example.org\r\nBcc: b@example.org', 'email-to is not an e-mail address'],
  ['A\r\nBcc: x <b@example.org>', 'email-to is not an e-mail address'],
  ['a@b@example.org', 'email-to is not an e-mail address'],
  ['a@example.org; b@example.org', 'email-to is not an e-mail address'],
  ['A <a@example.org', 'email-to is not an e-mail address'],
])('refuses %j', (text, reason) => {
  expect(() => parseMailAddresses(text, 'email-to')).toThrow(reason);
});
