import { createHash } from 'node:crypto';

type Split = 'test' | 'eval' | 'train';

/** Returns the split of a text or a group with the usual seed and shares. */
export function splitOf(key: string): Split {
  const rank = createHash('sha256').update(`42:${key}`).digest().readUInt32BE(0) / 2 ** 32;
  return rank < 0.1 ? 'test' : rank < 0.2 ? 'eval' : 'train';
}

/** Returns the name of a group whose rows are in a split; another one for each number, from 0 on. */
export function groupIn(split: Split, number = 0): string {
  const names = Array.from({ length: 200 }, (_, index) => `group ${index}`);
  return names.filter((name) => splitOf(name) === split)[number];
}
