import { expect, test } from '@jest/globals';
import { parseSplit } from '../../src/model/split-shares.ts';
import { readDatabaseRows } from '../../src/spark/database-rows.ts';
import { sparkReads } from '../../src/spark/measure-reads.ts';
import { selectionOf } from '../support/built-in.ts';
import { textDatasets, textShape } from '../support/shapes.ts';

const [READ] = sparkReads({
  datasets: textDatasets(textShape(['a', 'b'])).map((dataset) => ({
    ...dataset,
    target: { settings: { correctRatio: 0.5 } },
    shares: parseSplit('80/10/10'),
  })),
  corrections: selectionOf('corrections'),
  confirmed: selectionOf('confirmed'),
  seed: 7,
});
const WHOLE = { by: 'hash', parts: 1 } as const;
const MEASURED = {
  read: READ,
  rows: 9,
  corrections: WHOLE,
  confirmed: { rows: 9, cutting: WHOLE, bound: null },
};

test.each(['corrections', 'confirmed'] as const)(
  'an error of the count of %s alone, such as a time limit, names that SELECT',
  async (part) => {
    const { sql: counted } = selectionOf(part);
    const read = readDatabaseRows(MEASURED, {
      async ask(sql, _, origin) {
        if (sql.includes(counted)) throw new Error(`a time limit stopped ${origin?.part}`);
        return [['a', '9', '9']];
      },
      sample: async () => 0,
    });
    await expect(read).rejects.toThrow(`a time limit stopped ${part}`);
  },
);
