import { expect, test } from '@jest/globals';
import { isOwnerName, isRepoName } from '../../src/dataset/repo-name.ts';

const LONGEST = 'n'.repeat(96);

test.each([
  ['owner', true],
  ['o.w-n_er', true],
  [LONGEST, true],
  [`${LONGEST}n`, false],
  ['a--b', false],
  ['a..b', false],
  ['a/b', false],
  ['', false],
])('an owner named %j: %s', (name, isOne) => {
  expect(isOwnerName(name)).toBe(isOne);
});

test.each([
  ['owner/name', true],
  [`o/${'n'.repeat(94)}`, true],
  [`o/${'n'.repeat(95)}`, false],
  ['owner/a--b', false],
  ['owner/a..b', false],
  ['owner/name.git', false],
  ['owner', false],
  ['owner/a/b', false],
])('a repo named %j: %s', (name, isOne) => {
  expect(isRepoName(name)).toBe(isOne);
});
