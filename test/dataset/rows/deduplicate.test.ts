import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Deduplicator } from '../../../src/dataset/rows/deduplicate.ts';
import { TextIndex } from '../../../src/dataset/rows/text-index.ts';
import { TextReader } from '../../../src/dataset/rows/text-store.ts';

interface Row {
  readonly text: string;
  readonly classId: number;
}

const row = fc.record({
  text: fc.constantFrom('', 'a', 'b', 'ab', 'ba', 'aab'),
  classId: fc.nat({ max: 2 }),
});
const rows = fc.array(row, { maxLength: 12 });

test.each([1, 2, 2 ** 32])('follows the rules on any rows, with %d different ranks', (ranks) => {
  fc.assert(
    fc.property(rows, rows, (reviewed, pool) => {
      const index = new TextIndex(rankerOf(ranks));
      const deduplicator = new Deduplicator(index);
      const otherLabel = new Deduplicator(index);
      const numberOf = (text: string) => index.numberOf(Buffer.from(text));
      for (const { text } of pool) otherLabel.add('reviewed', numberOf(text), 9);
      for (const { text, classId } of reviewed) deduplicator.add('reviewed', numberOf(text), classId);
      for (const { text } of reviewed) otherLabel.add('pool', numberOf(text), 8);
      for (const { text, classId } of pool) deduplicator.add('pool', numberOf(text), classId);
      const { numbers, values, rankHigh: _, rankLow: __, ...counts } = deduplicator.finish();
      const texts = new TextReader(index.memory);
      const kept = Array.from(numbers, (number, row) => ({
        text: Buffer.from(texts.at(number)).toString(),
        classId: values[row],
      }));
      expect({ kept, ...counts }).toEqual(reference(reviewed, pool));
    }),
    { numRuns: 150 },
  );
});

/** Ranks with few different values, so that texts collide. */
function rankerOf(ranks: number) {
  return {
    high: 0,
    low: 0,
    rank(text: Uint8Array) {
      this.high = text.reduce((value, byte) => (value * 31 + byte) % ranks, 7 % ranks);
      this.low = this.high;
    },
  };
}

function reference(reviewed: readonly Row[], pool: readonly Row[]) {
  const all = [...reviewed, ...pool];
  const kept: Row[] = [];
  const counts = { duplicateRows: 0, conflictingTexts: 0, conflictingRows: 0 };
  for (const text of new Set(all.map((one) => one.text))) {
    const corrections = reviewed.filter((one) => one.text === text);
    const counting = corrections.length > 0 ? corrections : pool.filter((one) => one.text === text);
    const rowCount = all.filter((one) => one.text === text).length;
    if (new Set(counting.map((one) => one.classId)).size === 1) {
      kept.push({ text, classId: counting[0].classId });
      counts.duplicateRows += rowCount - 1;
    } else {
      counts.conflictingTexts++;
      counts.conflictingRows += rowCount;
    }
  }
  return { kept, ...counts };
}
