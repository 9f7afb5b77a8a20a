import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { IdHasher } from '../../../src/engine/rows/id-hasher.ts';

function hashOf(id: Uint8Array): string {
  const hasher = new IdHasher();
  hasher.hash(id);
  return [hasher.high, hasher.low].map((half) => half.toString(16).padStart(8, '0')).join('');
}

// http://www.isthe.com/chongo/src/fnv/test_fnv.c
test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('the hash of %p is the published one', (text, hash) => {
  expect(hashOf(Buffer.from(text))).toBe(hash);
});

test('is FNV-1a of 64 bits of any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      let hash = 0xcbf29ce484222325n;
      for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
      expect(hashOf(bytes)).toBe(hash.toString(16).padStart(16, '0'));
    }),
  );
});
