import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { gitBlobId, isContentOf } from '../../src/dataset/file-id.ts';

const HELLO = 'ce013625030ba8dba906f756967f9e9ca394464a';

test('gitBlobId is the id git gives', () => {
  expect(gitBlobId(Buffer.from('hello\n'))).toBe(HELLO);
});

test.each([
  ['a small file', { blobId: HELLO, sha256: null }],
  ['a large file', { blobId: '0'.repeat(40), sha256: createHash('sha256').update('hello\n').digest('hex') }],
])('isContentOf tells the content of %s from any other', (_, file) => {
  expect(isContentOf(file, [Buffer.from('hel'), Buffer.from('lo\n')])).toBe(true);
  expect(isContentOf(file, [Buffer.from('hello')])).toBe(false);
});
