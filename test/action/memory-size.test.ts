import { expect, test } from '@jest/globals';
import { parseMemorySize } from '../../src/action/memory-size.ts';

test.each([
  ['2GB', 2e9],
  ['2 GB', 2e9],
  ['1.5TB', 1.5e12],
  ['512MiB', 512 * 2 ** 20],
  ['8GiB', 8 * 2 ** 30],
  ['50%', 4e9],
  ['100%', 8e9],
  ['0.5%', 4e7],
])('%s', (text, bytes) => {
  expect(parseMemorySize(text, 8e9)).toBe(bytes);
});

test.each(['', '2', '0GB', '0%', '-1GB', '2 gb', '2kB', 'half', '1e3MB', '2GB ', '٥0%'])(
  '%j is no size',
  (text) => {
    expect(() => parseMemorySize(text, 8e9)).toThrow(
      `must be a size such as 2GB, 512MiB or 50%, not ${JSON.stringify(text)}`,
    );
  },
);

test('a share is one of memory that is there', () => {
  const all = parseMemorySize('100%');
  expect(all).toBeGreaterThan(1e8);
  expect(all).toBeLessThan(1e15);
  expect(parseMemorySize('50%')).toBe(Math.floor(all / 2));
});
