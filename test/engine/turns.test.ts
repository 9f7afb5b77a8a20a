import { expect, test } from '@jest/globals';
import { blocksIn, createTurns } from '../../src/engine/turns.ts';

/** How many blocks each of five threads that are let run at once may search. */
function letRun(memoryLeft: number): Promise<number[]> {
  const turns = createTurns(memoryLeft, 5);
  const searchBlocks: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    void turns((blocks) => {
      searchBlocks.push(blocks);
      return new Promise(() => undefined);
    });
  }
  return new Promise((resolve) => setImmediate(() => resolve(searchBlocks)));
}

test.each([
  [-1, [1]],
  [579e6, [2]],
  [580e6, [1, 1]],
  [1e9, [1, 1, 1, 1]],
  [1.18e9, [1, 1, 1, 1, 1]],
  [1.73e9, [2, 2, 2, 2, 2]],
  [Number.POSITIVE_INFINITY, Array(5).fill(Number.POSITIVE_INFINITY)],
])('%d bytes that are left let threads search %j blocks', async (memoryLeft, searchBlocks) => {
  expect(await letRun(memoryLeft)).toEqual(searchBlocks);
});

test('no dataset on disk has no turn', () => {
  expect(() => createTurns(Number.POSITIVE_INFINITY, 0)).not.toThrow();
});

test.each([
  [-1, 1],
  [109e6, 1],
  [110e6, 2],
])('%d bytes hold %d blocks', (bytes, blocks) => {
  expect(blocksIn(bytes)).toBe(blocks);
});
