import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Deduplicator } from '../../../src/engine/rows/deduplicate.ts';
import { DroppedRows } from '../../../src/engine/rows/dropped-rows.ts';
import { RowIds } from '../../../src/engine/rows/row-ids.ts';
import { TextIndex } from '../../../src/engine/rows/text-index.ts';
import { TextReader } from '../../../src/engine/rows/text-store.ts';

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
      const ids = new RowIds();
      const add = (source: 'corrections' | 'confirmed', { text, classId }: Row) => {
        const serial = ids.add(source, null);
        deduplicator.add(source, numberOf(text), classId, serial);
      };
      for (const { text } of pool) otherLabel.add('corrections', numberOf(text), 9, 0);
      for (const one of reviewed) add('corrections', one);
      for (const { text } of reviewed) otherLabel.add('confirmed', numberOf(text), 8, 0);
      for (const one of pool) add('confirmed', one);
      const dropped = new DroppedRows(ids);
      const left = deduplicator.finish(dropped);
      const { numbers, values, serials, rankHigh: _, rankLow: __, ...counts } = left;
      const texts = new TextReader(index.memory);
      const kept = Array.from(numbers, (number, row) => ({
        text: Buffer.from(texts.at(number)).toString(),
        classId: values[row],
      }));
      expect({ kept, ...counts }).toEqual(reference(reviewed, pool));
      const all = [...reviewed, ...pool];
      expect(Array.from(serials)).toEqual(kept.map(({ text }) => all.findIndex((one) => one.text === text)));
      expect(dropped.length).toBe(counts.outvotedRows + counts.conflictingRows);
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
  const counts = {
    duplicateRows: 0,
    outvotedRows: 0,
    keptColumnRows: 0,
    conflictingTexts: 0,
    conflictingRows: 0,
  };
  for (const text of new Set(all.map((one) => one.text))) {
    const corrections = reviewed.filter((one) => one.text === text);
    const counting = corrections.length > 0 ? corrections : pool.filter((one) => one.text === text);
    const ofText = all.filter((one) => one.text === text);
    if (new Set(counting.map((one) => one.classId)).size === 1) {
      kept.push({ text, classId: counting[0].classId });
      const same = ofText.filter((one) => one.classId === counting[0].classId).length;
      counts.duplicateRows += same - 1;
      counts.outvotedRows += ofText.length - same;
    } else {
      counts.conflictingTexts++;
      counts.conflictingRows += ofText.length;
    }
  }
  return { kept, ...counts };
}
