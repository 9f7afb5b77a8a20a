import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ContentHash } from '../../src/engine/content-hash.ts';
import { MemoryRows } from '../../src/engine/memory-rows.ts';
import { SPLIT_NAMES } from '../../src/model/rows.ts';
import { textShape } from '../support/shapes.ts';
import { labelledTexts } from '../support/texts.ts';

type Row = [text: string, classId: number];

const rows = fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.nat(65_535)), { maxLength: 20 });

test('hashes names, counts, class ids, lengths and texts as documented', () => {
  fc.assert(
    fc.property(rows, rows, rows, (train, evaluation, test) => {
      expect(hash(train, evaluation, test)).toBe(reference(train, evaluation, test));
    }),
  );
});

test('hashes texts longer than its buffer', () => {
  const long: Row[] = [
    ['x', 1],
    ['<'.repeat(1_000_000), 0],
    ['y'.repeat(65_528), 1],
    ['z'.repeat(65_529), 1],
  ];
  expect(hash(long, [], [])).toBe(reference(long, [], []));
});

test('hashes rows that end just before, at and after the end of its buffer', () => {
  for (let length = 65_500; length <= 65_540; length++) {
    const rows: Row[] = [
      ['a'.repeat(length), 1],
      ['b', 65_535],
      ['c'.repeat(length), 0],
    ];
    expect(hash(rows, [['', 2]], rows)).toBe(reference(rows, [['', 2]], rows));
  }
});

test('tells apart the same rows in other splits, in another order, with other labels', () => {
  const a: Row = ['a', 0];
  const b: Row = ['b', 0];
  const hashes = [
    hash([a, b], [], []),
    hash([b, a], [], []),
    hash([a], [b], []),
    hash([a, ['b', 1]], [], []),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('hashes packed values and their length in place of the class id', () => {
  const values = Uint8Array.of(1, 7, 0, 0, 0, 1, 9);
  const text = Buffer.from('नेपाल');
  const copyText = (target: Uint8Array, position: number) => target.set(text, position);
  const rank = { rankHigh: 0, rankLow: 0, origin: 0 };
  const copySketch = () => false;
  const row = {
    name: 0,
    ...rank,
    copySketch,
    copyConfidence: copySketch,
    text,
    byteLength: text.length,
    copyText,
    classId: 7,
    values,
  };
  const found = new ContentHash();
  found.beginSplit('train', 1);
  found.addRow(row, values);
  const [one, length, textLength] = [1, values.length, text.length].map((value) =>
    Buffer.from(Uint32Array.of(value).buffer),
  );
  const parts = [Buffer.from('train\n'), one, length, values, textLength, text];
  expect(found.digest()).toBe(createHash('sha256').update(Buffer.concat(parts)).digest('hex'));
});

function hash(train: Row[], evaluation: Row[], test: Row[]): string {
  const texts = labelledTexts([...train, ...evaluation, ...test]);
  const range = (start: number, length: number) => Uint32Array.from({ length }, (_, index) => start + index);
  const splits = {
    train: range(0, train.length),
    eval: range(train.length, evaluation.length),
    test: range(train.length + evaluation.length, test.length),
  };
  const ordered = new MemoryRows(textShape([]), texts, splits);
  const hash = new ContentHash();
  for (const split of SPLIT_NAMES) {
    hash.beginSplit(split, ordered.sizes[split]);
    ordered.forEach(split, (row) => hash.addRow(row, row.values));
  }
  return hash.digest();
}

function reference(train: Row[], evaluation: Row[], test: Row[]): string {
  const number = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
  const splits = Object.entries({ train, eval: evaluation, test });
  const parts = splits.flatMap(([name, split]) => [
    Buffer.from(`${name}\n`),
    number(split.length),
    ...split.flatMap(([text, classId]) => [
      number(classId),
      number(Buffer.byteLength(text)),
      Buffer.from(text),
    ]),
  ]);
  return createHash('sha256').update(Buffer.concat(parts)).digest('hex');
}
