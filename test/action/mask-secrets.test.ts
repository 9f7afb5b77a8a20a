import { expect, jest, test } from '@jest/globals';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { maskSecrets } from '../../src/action/mask-secrets.ts';

jest.spyOn(process.stdout, 'write').mockReturnValue(true);

test.each([
  ['postgresql://user:pa%40ss@host/db', ['pa%40ss', 'pa@ss']],
  ['postgresql://user:p@ss@host/db', ['p', 'p@ss']],
  ['postgresql://u@srv:pw@host/db', ['pw']],
  ['smtp://bot@example.org:pw@mail.example.org', ['pw']],
  ['postgresql://host/db?user=u&password=pw', ['pw']],
  ['postgresql://host/db?sslpassword=k%20ey&x=1', ['k%20ey', 'k ey']],
  ['postgresql://reader:Ab@CANARY?1@host/db', ['Ab@CANARY?1']],
  ['postgresql://user:pw@host/db?application_name=a@b', ['pw']],
  ['http://proxy:s%zz@proxy.example.org:3128', ['s%zz']],
])('%s is masked whole, and so is its password', (url, passwords) => {
  expect(maskSecrets(GITHUB_ACTIONS, [url])).toEqual(expect.arrayContaining([url, ...passwords]));
});

test('a secret of several lines is masked line by line, but for what is no secret', () => {
  expect(maskSecrets(GITHUB_ACTIONS, ['-----BEGIN KEY-----\nabc\r\n  def\n-----END KEY-----\n'])).toEqual([
    'abc',
    'def',
  ]);
});

test('a URL without a password masks nothing but itself', () => {
  for (const url of [
    'postgresql://host:5432/db?sslmode=require',
    'postgresql://u@host/db',
    'postgresql:///db',
  ])
    expect(maskSecrets(GITHUB_ACTIONS, [url])).toEqual([url]);
});
