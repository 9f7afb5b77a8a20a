import { expect, test } from '@jest/globals';
import { stateOf, tagsOf } from '../../src/hub/repo-state.ts';

const SHA = 'a'.repeat(40);

test('reads what a repo holds, and of a file what is told', () => {
  const siblings = [
    { rfilename: 'README.md', size: 3, blobId: SHA },
    { rfilename: 'x.parquet', size: 4, lfs: { sha256: 'b'.repeat(64) } },
    { rfilename: 'odd', size: '4', blobId: 'no id', lfs: { sha256: 7 } },
    { size: 4 },
  ];
  expect(stateOf({ sha: SHA, private: true, siblings })).toEqual({
    commit: SHA,
    isPrivate: true,
    files: new Map([
      ['README.md', { size: 3, blobId: SHA, sha256: null }],
      ['x.parquet', { size: 4, blobId: null, sha256: 'b'.repeat(64) }],
      ['odd', { size: null, blobId: null, sha256: null }],
    ]),
  });
});

test.each([
  [null],
  ['text'],
  [{}],
  [{ sha: SHA }],
  [{ siblings: [] }],
  [{ sha: 'no commit', siblings: [] }],
  [{ sha: SHA, siblings: {} }],
])('takes %j for no answer about a repo', (answer) => {
  expect(stateOf(answer)).toBeNull();
});

test('reads tags, and leaves out what is none', () => {
  const tags = [{ name: 'v1', targetCommit: SHA }, { name: 'v2', targetCommit: 'x' }, { targetCommit: SHA }];
  expect(tagsOf({ tags })).toEqual(new Map([['v1', SHA]]));
  expect(tagsOf({ tags: {} })).toBeNull();
  expect(tagsOf(null)).toBeNull();
});
