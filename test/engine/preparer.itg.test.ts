import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPreparer } from '../../src/engine/preparer.ts';
import { RowCollector } from '../../src/engine/rows/collect-rows.ts';
import type { CollectedRows } from '../../src/engine/rows/dataset-collector.ts';
import { TextRanker } from '../../src/engine/rows/rank.ts';
import { TextIndex } from '../../src/engine/rows/text-index.ts';
import { parseSplit } from '../../src/model/split-shares.ts';
import { DEPARTMENT as SHAPE } from '../support/built-in.ts';
import { compiledWorker } from '../support/compiled-worker.ts';
import { textDatasets } from '../support/shapes.ts';

const HOW = {
  fractions: parseSplit('80/10/10'),
  method: 'stable',
  seed: 42,
  dropNearDuplicates: 'none',
} as const;
const WORKER = await compiledWorker('spark/engine-worker');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'preparer-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each(['stable', 'sklearn'] as const)('a thread prepares what is prepared here, %s', async (method) => {
  const here = await createPreparer({ threadBytes: Number.POSITIVE_INFINITY })(SHAPE, collectedRows(3000), {
    ...HOW,
    method,
  });
  const there = await inThread({})(SHAPE, collectedRows(3000), { ...HOW, method });
  try {
    expect(there.dataset).toEqual(here.dataset);
    expect(await there.dataFiles()).toEqual(await here.dataFiles());
    expect(await there.dataFiles()).toBe(await there.dataFiles());
  } finally {
    await there.close();
  }
});

test('a thread is started from a number of rows or of bytes of text on', async () => {
  const workerFile = path.join(folder, 'answers.mjs');
  await writeFile(
    workerFile,
    `import { parentPort } from 'node:worker_threads'; parentPort.postMessage({ dataset: 'thread' });`,
  );
  const isInThread = async (threadRows: number, threadBytes: number) => {
    const preparer = createPreparer({ workerFile, threadRows, threadBytes });
    const { dataset, close } = await preparer(SHAPE, collectedRows(200), HOW);
    await close();
    return (dataset as unknown) === 'thread';
  };
  const { rows } = collectedRows(200);
  let bytes = 0;
  for (let row = 0; row < 200; row++) bytes += rows.byteLengthAt(row);
  expect(await isInThread(200, bytes + 1)).toBe(true);
  expect(await isInThread(201, bytes)).toBe(true);
  expect(await isInThread(201, bytes + 1)).toBe(false);
});

test('what a thread throws is thrown here', async () => {
  await expect(inThread({})(SHAPE, collectedRows(2), HOW)).rejects.toThrow(
    '2 rows are too few: train, eval and test need at least one row each.',
  );
});

test('a thread that ends without an answer is told', async () => {
  const workerFile = path.join(folder, 'ends.mjs');
  await writeFile(workerFile, 'process.exit(3)');
  await expect(inThread({ workerFile })(SHAPE, collectedRows(9), HOW)).rejects.toThrow(
    new Error('The thread that prepares department ended early, with 3.'),
  );
});

test('a cancelled run ends its threads with its reason', async () => {
  const workerFile = path.join(folder, 'hangs.mjs');
  await writeFile(workerFile, 'setInterval(() => undefined, 1000)');
  const cancellation = new AbortController();
  const preparation = inThread({ workerFile, signal: cancellation.signal })(SHAPE, collectedRows(9), HOW);
  cancellation.abort(new Error('cancelled'));
  await expect(preparation).rejects.toThrow(new Error('cancelled'));
});

test('a thread is given no secret', async () => {
  process.env.INPUT_TEST_SECRET = 'canary';
  const workerFile = path.join(folder, 'tells.mjs');
  await writeFile(
    workerFile,
    `import { parentPort } from 'node:worker_threads'; parentPort.postMessage({ dataset: { ...process.env } });`,
  );
  const { dataset, close } = await inThread({ workerFile })(SHAPE, collectedRows(9), HOW);
  expect(dataset).toEqual({});
  await close();
});

function inThread(options: { workerFile?: string; signal?: AbortSignal }) {
  return createPreparer({ workerFile: WORKER, threadRows: 1, ...options });
}

/** Rows whose texts fill more than one piece of memory, one of them longer than any buffer. */
function collectedRows(count: number): CollectedRows {
  const collector = new RowCollector(textDatasets(SHAPE), new TextIndex(new TextRanker(42)), 42);
  for (let row = 0; row < count; row++) {
    const text = row === 100 ? 'long '.repeat(1_000_000) : `complaint ${row} `.repeat(row % 500);
    collector.add('corrections', [Buffer.from(`${row} ${text}`), Buffer.from(SHAPE.classNames[row % 4])]);
  }
  return collector.finish()[0];
}
