import type { NearDuplicateCounts } from '../engine/near-duplicates/near-duplicates.ts';
import { formatCount } from '../text/markdown.ts';

/** Says how many rows are near copies of rows of another split, and what that means. */
export function describeNearCopies({
  trainTest,
  trainEval,
  evalTest,
}: Pick<NearDuplicateCounts, 'trainTest' | 'trainEval' | 'evalTest'>): string {
  const found = [
    describe('test', 'train', trainTest),
    describe('eval', 'train', trainEval),
    describe('test', 'eval', evalTest),
  ].filter((part) => part !== '');
  const what = 'at least four fifths of the different words of both are the same';
  return found.length === 0
    ? `No near copies were found in two splits (${what}).`
    : `Rows with near copies (${what}): ${found.join(', ')}.`;
}

function describe(split: string, other: string, rows: number): string {
  if (rows === 0) return '';
  return `${formatCount(rows)} of ${split} in ${other}`;
}
