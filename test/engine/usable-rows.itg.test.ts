import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RowCollector } from '../../src/engine/rows/collect-rows.ts';
import { TextRanker } from '../../src/engine/rows/rank.ts';
import { TextIndex } from '../../src/engine/rows/text-index.ts';
import { memoryRows, threadRows } from '../../src/engine/usable-rows.ts';
import { parseSplit } from '../../src/model/split-shares.ts';
import { textDatasets, textShape } from '../support/shapes.ts';

const HOW = {
  fractions: parseSplit('80/10/10'),
  method: 'stable',
  seed: 42,
  dropNearDuplicates: 'train',
} as const;
const PAIR = { splits: ['train', 'test'], similarity: 0.9 } as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'usable-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A thread whose dataset is the request it got. */
const WORKER = `
import { parentPort } from 'node:worker_threads';

const named = (id) => ({ source: 'confirmed', id: new TextEncoder().encode(id) });
parentPort.on('message', (request) => {
  if (request === 'settle') {
    const counts = { stages: { deduplicated: 7 } };
    parentPort.postMessage({ counts, classRows: [4, 3], conflictIds: ['1', '2', '3'], droppedFiles: ['settled'] });
  } else if (request === 'write') {
    parentPort.postMessage([{ path: 'data' }]);
  } else {
    const examples = [{ names: [named('8'), named('x'.repeat(81))], splits: ['train', 'test'], similarity: 0.9 }];
    const dataset = { asked: request.prepare, shape: { classNames: ['a', 'b'] }, nearDuplicates: { dropped: 1 } };
    const pair = { reason: 'near-duplicate-corrected', names: [named('9'), named('8')], sources: ['confirmed', 'corrections'] };
    const suspect = { name: named('7'), source: 'corrections', label: 0, suggested: 1, selfConfidence: 0.25 };
    const counts = { 'near-duplicate-corrected': 1, 'near-duplicate-label': 0, 'confident-learning': 1 };
    const review = { counts, pairs: [pair], suspects: [suspect] };
    parentPort.postMessage({ dataset, examples, review, dropped: ['copies'], ids: { file: 'ids', size: 3 } });
  }
});`;

test('rows of a thread are what it answers', async () => {
  const workerFile = path.join(folder, 'answers.mjs');
  await writeFile(workerFile, WORKER);
  let closed = 0;
  const rows = threadRows(
    'urgency',
    { kind: 'disk' },
    {
      workerFile,
      signal: undefined,
      turns: (prepare) => prepare(3),
      droppedFiles: ['read'],
      linesOf: (files) => files.map((file) => Buffer.from(`${file}\n`)),
      onClose: () => closed++,
    },
  );
  try {
    const usable = await rows.settle();
    const dropped = () => Buffer.concat([...usable.droppedLines()]).toString();
    expect([usable.length, usable.classRows(), usable.conflictIds(2)]).toEqual([7, [4, 3], ['1', '2']]);
    expect(dropped()).toBe('read\nsettled\n');
    const { dataset, nearDuplicates, review, rowIds, dataFiles } = await usable.prepare(HOW);
    expect(rowIds).toEqual({ file: 'ids', size: 3 });
    expect(dataset).toMatchObject({ asked: { ...HOW, searchBlocks: 3 } });
    expect(nearDuplicates).toEqual({
      dropped: 1,
      examples: [{ ...PAIR, ids: ['8', `${'x'.repeat(80)}…`] }],
    });
    expect(review?.counts).toEqual({
      'near-duplicate-corrected': 1,
      'near-duplicate-label': 0,
      'confident-learning': 1,
    });
    expect(Buffer.concat([...review!.lines()]).toString()).toBe(
      '{"id":"9","source":"confirmed","reason":"near-duplicate-corrected","near_id":"8","near_source":"reviewed"}\n' +
        '{"id":"7","source":"reviewed","reason":"confident-learning","label":"a","suggested":"b","self_confidence":0.25}\n',
    );
    expect(dropped()).toBe('read\nsettled\ncopies\n');
    const files = await dataFiles();
    expect(files).toEqual([{ path: 'data' }]);
    expect(await dataFiles()).toBe(files);
  } finally {
    await rows.close();
  }
  await rows.close();
  expect(closed).toBe(1);
});

test('rows in memory are named by the ids that stayed here', async () => {
  const shape = textShape(['a', 'b']);
  const collector = new RowCollector(textDatasets(shape), new TextIndex(new TextRanker(42)), 42);
  for (const [text, label, id] of ['x/c/1', 'same/a/5', 'y/a/3', 'same/b/4', 'z/b/2'].map((row) =>
    row.split('/'),
  ))
    collector.add('corrections', [Buffer.from(text), Buffer.from(label), Buffer.from(id)]);
  const rows = memoryRows(shape, collector.finish()[0], async () => ({
    dataset: { nearDuplicates: { dropped: 1 }, splitSizes: { train: 1, eval: 0, test: 1 } } as never,
    examples: [{ ...PAIR, names: [1, 0] }],
    review: null,
    dropped: { nearDuplicates: Uint32Array.of(1), moved: new Uint32Array() },
    ids: Uint32Array.of(1, 0),
    dataFiles: async () => [],
    rowIndex: () => Promise.reject(new Error('it has none')),
    close: async () => undefined,
  }));
  const usable = await rows.settle();
  expect([usable.length, usable.classRows(), usable.conflictIds(9)]).toEqual([2, [1, 1], ['4', '5']]);
  const { nearDuplicates, rowIds } = await usable.prepare(HOW);
  expect('lines' in rowIds! && Buffer.concat([...rowIds.lines()]).toString()).toBe(
    '{"split":"train","id":"2","source":"reviewed"}\n{"split":"test","id":"3","source":"reviewed"}\n',
  );
  expect(nearDuplicates?.examples).toEqual([{ ...PAIR, ids: ['2', '3'] }]);
  const lines = Buffer.concat([...usable.droppedLines()])
    .toString()
    .trim()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line)).map(({ id, reason }) => `${id} ${reason}`)).toEqual([
    '1 unknown-class',
    '2 near-duplicate',
    '4 conflict',
    '5 conflict',
  ]);
});
