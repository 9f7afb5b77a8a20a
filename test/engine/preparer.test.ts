import { expect, test } from '@jest/globals';
import type { PreparedJob } from '../../src/engine/job.ts';
import type { PrepareOptions } from '../../src/engine/prepare.ts';
import { prepareBy } from '../../src/engine/preparer.ts';
import type { ComparedRows } from '../../src/engine/row-index/row-index.ts';
import type { Preparing } from '../../src/engine/thread.ts';

test('the ledger of the rows is not handed over again for their index, other content is', async () => {
  const asked: (ComparedRows | null)[] = [];
  const preparing = {
    prepare: async () => ({}),
    async index(earlier: ComparedRows | null) {
      asked.push(earlier);
    },
  } as unknown as Preparing<unknown, PreparedJob<never, never>>;
  const ledger = { chunks: [new Uint8Array([1])] };
  const other = { chunks: [new Uint8Array([1])] };
  for (const how of [{ ledger }, {}]) {
    const prepared = await prepareBy(preparing, how as unknown as PrepareOptions);
    await prepared.rowIndex({ content: ledger, isContinued: true });
    await prepared.rowIndex({ content: other, isContinued: false });
    await prepared.rowIndex(null);
  }
  expect(asked).toEqual([
    { content: null, isContinued: true },
    { content: other, isContinued: false },
    null,
    { content: ledger, isContinued: true },
    { content: other, isContinued: false },
    null,
  ]);
});
