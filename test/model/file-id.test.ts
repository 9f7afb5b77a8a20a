import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { agrees, fileOf, gitBlobId, isSameCommit } from '../../src/model/file.ts';

const HELLO = 'ce013625030ba8dba906f756967f9e9ca394464a';
const SHA256 = createHash('sha256').update('hello\n').digest('hex');
const hello = fileOf('a.txt', Buffer.from('hello\n'));

test('gitBlobId is the id git gives', () => {
  expect(gitBlobId(Buffer.from('hello\n'))).toBe(HELLO);
});

test('fileOf tells size and hash of the content', () => {
  expect(hello).toMatchObject({ path: 'a.txt', size: 6, sha256: SHA256 });
});

test.each([
  ['a small file', { size: 6, blobId: HELLO, sha256: null }, true],
  ['a small file of another content', { size: 6, blobId: '0'.repeat(40), sha256: null }, false],
  ['a large file', { size: 6, blobId: '0'.repeat(40), sha256: SHA256 }, true],
  ['a large file of another content', { size: 6, blobId: HELLO, sha256: '0'.repeat(64) }, false],
  ['another size', { size: 7, blobId: HELLO, sha256: SHA256 }, false],
  ['a size that is not told', { size: null, blobId: HELLO, sha256: null }, true],
  ['only a size', { size: 6, blobId: null, sha256: null }, null],
])('agrees: %s', (_, told, verdict) => {
  expect(agrees(told, hello)).toBe(verdict);
});

test('agrees says nothing by a blob id without the content', () => {
  const { chunks: _, ...expected } = hello;
  expect(agrees({ size: 6, blobId: HELLO, sha256: null }, expected)).toBeNull();
  expect(agrees({ size: 6, blobId: null, sha256: SHA256 }, expected)).toBe(true);
});

test('isSameCommit takes the first digits of an id for it', () => {
  const id = 'ab'.repeat(32);
  expect(isSameCommit(id, id.slice(0, 40))).toBe(true);
  expect(isSameCommit(id.slice(0, 40), id)).toBe(true);
  expect(isSameCommit(id, 'cd'.repeat(32))).toBe(false);
});
