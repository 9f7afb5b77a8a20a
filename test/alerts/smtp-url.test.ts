import { expect, test } from '@jest/globals';
import { parseSmtpUrl } from '../../src/alerts/smtp-url.ts';

test.each([
  ['smtps://u:p@mail.example', 'mail.example', 465, 'implicit'],
  ['smtps://u:p@mail.example:8465/', 'mail.example', 8465, 'implicit'],
  ['smtp://u:p@mail.example', 'mail.example', 587, 'required'],
  ['smtp://u:p@mail.example:25?tls=required', 'mail.example', 25, 'required'],
  ['smtp://u:p@[::1]?tls=opportunistic', '::1', 587, 'opportunistic'],
  ['SMTP://u:p@mail.example?tls=off', 'mail.example', 587, 'off'],
])('%s is %s, port %i, TLS %s', (url, host, port, security) => {
  expect(parseSmtpUrl(url)).toEqual({ host, port, security, credentials: { user: 'u', password: 'p' } });
});

test('user and password are percent-decoded, and may both be missing', () => {
  const { credentials } = parseSmtpUrl('smtp://me%40example.org:p%2Fw%C3%BC%25@mail.example');
  expect(credentials).toEqual({ user: 'me@example.org', password: 'p/wü%' });
  expect(parseSmtpUrl('smtp://mail.example').credentials).toBeNull();
});

test.each([
  ['mail.example:587', 'must look like'],
  ['https://u:hidden@mail.example', 'must look like'],
  ['smtp://', 'must look like'],
  ['smtp://u:hidden@mail.example:0', 'must look like'],
  ['smtp://u:hid/den@mail.example', 'must look like'],
  ['smtp://u:hidden@mail.example/x', 'percent-encoded'],
  ['smtp://u:hidden@mail.example#x', 'percent-encoded'],
  ['smtp://u:hidden%zz@mail.example', 'Write % as %25'],
  ['smtp://hidden@mail.example', 'Give both, or neither'],
  ['smtp://u:hidden@mail.example?tls=none', 'required, opportunistic, off'],
  ['smtp://u:hidden@mail.example?tls.rejectUnauthorized=false', 'takes one parameter, tls'],
  ['smtps://u:hidden@mail.example?tls=off', 'smtps:// takes none'],
])('%s is refused without being quoted', (url, reason) => {
  expect(() => parseSmtpUrl(url)).toThrow(reason);
  expect(() => parseSmtpUrl(url)).toThrow(/^(?!.*hid)/);
});
