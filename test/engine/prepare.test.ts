import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { RowCollector } from '../../src/engine/rows/collect-rows.ts';
import { TextRanker } from '../../src/engine/rows/rank.ts';
import { TextIndex } from '../../src/engine/rows/text-index.ts';
import { parseSplit } from '../../src/model/split-shares.ts';
import { DEPARTMENT } from '../support/built-in.ts';
import { prepareInMemory } from '../support/prepare.ts';
import { textDatasets } from '../support/shapes.ts';
import { ordinaryTask } from '../support/tasks.ts';
import { labelledTexts } from '../support/texts.ts';
import { type Row, rowsOf } from './split/split-scene.ts';

const [A, B, C, D] = DEPARTMENT.classNames;
const OPTIONS = { fractions: parseSplit('80/10/10'), method: 'stable', seed: 42 } as const;

// Recorded with 1.0.0. The hash of the files is also that of Node's zstd, which an update of Node may change.
test.each([
  {
    shares: '80/10/10',
    sizes: { train: 800, eval: 100, test: 100 },
    content: 'd997161d179868cd707c9f7cedd6a34e8f9d09703deec452911f986ad99b25af',
    files: '6726142151dcc7955870d8ec7c096373450f65dc5fb6a012c15b33447d7e86df',
  },
  {
    shares: '70/20/10',
    sizes: { train: 700, eval: 199, test: 101 },
    content: '31d6df2a8af51bb7baae6e2b9ca6ca707ecd9accd88b59141e1f4259e64fbd7b',
    files: '937c9f04d116fc3be3d52e4039b694d30797b49ce9570d84b71666f74554c803',
  },
])('with split-method sklearn, $shares, a dataset is byte for byte that of 1.0.0', (recorded) => {
  const collector = new RowCollector(textDatasets(DEPARTMENT), new TextIndex(new TextRanker(42)), 42);
  for (let row = 0; row < 1000; row++) {
    const className = row === 7 || row === 500 ? D : DEPARTMENT.classNames[row % 3];
    collector.add('corrections', [Buffer.from(`पानी ${row} complaint`), Buffer.from(className)]);
  }
  const [collected] = collector.finish();
  const { dataset, write } = prepareInMemory(DEPARTMENT, collected, {
    fractions: parseSplit(recorded.shares),
    method: 'sklearn',
    seed: 42,
    dropNearDuplicates: 'none',
  });
  const hash = createHash('sha256');
  for (const { path, chunks } of write()) {
    hash.update(path);
    for (const chunk of chunks) hash.update(chunk);
  }
  const { contentSha256, splitSizes } = dataset;
  expect({ sizes: splitSizes, content: contentSha256, files: hash.digest('hex') }).toEqual({
    sizes: recorded.sizes,
    content: recorded.content,
    files: recorded.files,
  });
  expect(dataset.missingClasses).toEqual([
    expect.objectContaining({ className: D, splits: ['eval', 'test'], groups: null }),
  ]);
});

test('names classes that have rows, but none in some split', () => {
  const rows = [
    ...rowsOf([300]),
    ...rankedRows('test', 2, 1),
    ...rankedRows('train', 2, 2),
    ...rankedRows('eval', 1, 2),
  ];
  const { dataset } = prepare(rows);
  expect(dataset.missingClasses).toEqual([
    { className: B, splits: ['train', 'eval'], rows: 2, groups: null },
    { className: C, splits: ['test'], rows: 3, groups: null },
  ]);
  expect(dataset.classBalance).toMatchObject({
    [B]: { train: 0, eval: 0, test: 2 },
    [C]: { train: 2, eval: 1, test: 0 },
    [D]: { train: 0, eval: 0, test: 0 },
  });
  const { train, eval: evaluation, test } = dataset.classBalance[A];
  expect(train + evaluation + test).toBe(300);
});

test('counts the rows and bytes of each split', () => {
  const rows = [...rankedRows('train', 3, 0), ...rankedRows('eval', 2, 1), ...rankedRows('test', 1, 2)];
  const { dataset, splits } = prepare(rows);
  expect(dataset).toMatchObject({ numSamples: 6, splitSizes: { train: 3, eval: 2, test: 1 } });
  for (const name of ['train', 'eval', 'test'] as const) {
    const bytes = Array.from(splits[name], (row) => Buffer.byteLength(rows[row][0]) + 12);
    expect(dataset.splitBytes[name]).toBe(bytes.reduce((sum, count) => sum + count));
  }
});

test.each([
  ['text-pair-classification', ['नेपाल', 'a', 'bug'], 15 + 1 + 2 * 4 + 8],
  ['text-scoring', ['नेपाल', '0.5'], 15 + 4 + (1 + 8)],
] as const)('counts the bytes of a row as datasets does, of %s', (task, [text, ...more], bytes) => {
  const { shape } = ordinaryTask(task);
  const texts = shape.texts.map((_, index) => index);
  const values = shape.values.map((_, index) => texts.length + index);
  const [dataset] = textDatasets(shape);
  const layout = { ...dataset.layout, texts, values, member: null, id: -1 };
  const collector = new RowCollector([{ ...dataset, layout }], new TextIndex(new TextRanker(42)), 42);
  for (let row = 100; row < 200; row++)
    collector.add('corrections', [Buffer.from(`${text}${row}`), ...more.map((field) => Buffer.from(field))]);
  const how = {
    fractions: parseSplit('80/10/10'),
    method: 'stable',
    seed: 42,
    dropNearDuplicates: 'none',
  } as const;
  const { splitSizes, splitBytes } = prepareInMemory(shape, collector.finish()[0], how).dataset;
  expect(splitSizes.train).toBeGreaterThan(50);
  expect(splitBytes.train).toBe(splitSizes.train * (3 + bytes));
});

function prepare(rows: readonly Row[], dropNearDuplicates: 'train' | 'none' = 'none') {
  const collected = { rows: labelledTexts(rows), counts: noCounts() };
  return prepareInMemory(DEPARTMENT, collected, { ...OPTIONS, dropNearDuplicates });
}

function noCounts() {
  return new RowCollector(textDatasets(DEPARTMENT), new TextIndex(new TextRanker(42)), 42).finish()[0].counts;
}

/** Rows of a class whose texts rank in a split of 80/10/10. */
function rankedRows(split: 'train' | 'eval' | 'test', count: number, classId: number): Row[] {
  const [from, to] = { test: [0, 0.1], eval: [0.1, 0.2], train: [0.2, 1] }[split];
  const rows: Row[] = [];
  for (let number = 0; rows.length < count; number++) {
    const text = `${split} of नेपाल ${classId}: ${number}`;
    const share = createHash('sha256').update(`42:${text}`).digest().readUInt32BE() / 2 ** 32;
    if (share >= from && share < to) rows.push([text, classId]);
  }
  return rows;
}

test('near copies are not searched where nobody wants them counted, and nothing else differs', () => {
  const [one, other] = ['train', 'test'].map((split) => rankedRows(split as 'train', 1, 0)[0][0]);
  const rows = [...rowsOf([50]), [`${one} same words`, 1], [`same words ${other}`, 2]] as Row[];
  let reads = 0;
  const counting = new Proxy(labelledTexts(rows), {
    get(target, name) {
      if (name === 'textAt') reads++;
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const prepareWith = (nearDuplicates: 'count' | 'none') => {
    reads = 0;
    const how = { ...OPTIONS, dropNearDuplicates: 'none', nearDuplicates } as const;
    const { dataset, examples, dropped } = prepareInMemory(
      DEPARTMENT,
      { rows: counting, counts: noCounts() },
      how,
    );
    return { dataset, examples, dropped, reads };
  };
  const counted = prepareWith('count');
  const unsearched = prepareWith('none');
  expect(counted.dataset.nearDuplicates).not.toBeNull();
  expect(unsearched).toEqual({
    dataset: { ...counted.dataset, nearDuplicates: null },
    examples: [],
    dropped: [],
    reads: expect.any(Number),
  });
  expect(unsearched.reads).toBeLessThan(counted.reads);
});

test('near copies of rows of eval and test are dropped from train, and from all that is said of it', () => {
  const COPIES = 20;
  const copied = 'the lights on the road to our school are broken since the storm of last week';
  const rows = [
    ...Array.from({ length: COPIES }, (_, row): Row => [`${copied}, number${row}`, 0]),
    ...Array.from({ length: 60 }, (_, row): Row => [`t${row} u${row} v${row} w${row} x${row}`, 1]),
  ];
  const all = prepare(rows);
  const placed = ['train', 'eval', 'test'].map(
    (split) => [...all.splits[split as 'train']].filter((row) => row < COPIES).length,
  );
  const { dataset, dropped, splits } = prepare(rows, 'train');
  expect(placed[0]).toBeGreaterThan(0);
  expect(placed[1] + placed[2]).toBeGreaterThan(0);
  expect(dropped).toEqual([...all.splits.train].filter((row) => row < COPIES));
  expect([...splits.train]).toEqual([...all.splits.train].filter((row) => row >= COPIES));
  expect(dataset).toMatchObject({
    numSamples: 60 + COPIES - dropped.length,
    splitSizes: { train: all.dataset.splitSizes.train - dropped.length },
    classBalance: { [A]: { train: 0 } },
  });
  expect(dataset.splitBytes.train).toBeLessThan(all.dataset.splitBytes.train);
  expect(dataset.contentSha256).not.toBe(all.dataset.contentSha256);
});
