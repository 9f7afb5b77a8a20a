import { expect, test } from '@jest/globals';
import { isOwnerName, isRepoName, repoNameIn } from '../../src/model/repo-name.ts';

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

test.each([
  ['https://huggingface.co/datasets/acme/teams', 'acme/teams'],
  ['https://huggingface.co/datasets/acme/teams/blob/main/README.md', 'acme/teams'],
  ['https://huggingface.co/spaces/acme/teams', 'acme/teams'],
  ['http://hub.example:8080/datasets/acme/teams?x=1', 'acme/teams'],
  ['hf://datasets/acme/teams', 'acme/teams'],
  ['huggingface.co/datasets/acme/teams', 'acme/teams'],
  ['git@hf.co:datasets/acme/teams', 'acme/teams'],
  ['datasets/acme/teams', 'acme/teams'],
  ['acme/teams/', 'acme/teams'],
  ['acme/teams.git', 'acme/teams'],
  ['acme/teams', null],
  ['acme/teams/more', null],
  ['acme', null],
  ['https://huggingface.co/acme', null],
  ['acme/te ams', null],
  ['a..b/teams/', null],
])('the repo in the address %s', (address, repo) => {
  expect(repoNameIn(address)).toBe(repo);
});
