import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RowCollector } from '../../../src/engine/rows/collect-rows.ts';
import { Deduplicator } from '../../../src/engine/rows/deduplicate.ts';
import { DroppedRows } from '../../../src/engine/rows/dropped-rows.ts';
import { TextRanker } from '../../../src/engine/rows/rank.ts';
import { RowIds } from '../../../src/engine/rows/row-ids.ts';
import { TextIndex } from '../../../src/engine/rows/text-index.ts';
import { TextReader } from '../../../src/engine/rows/text-store.ts';
import { textDatasets, textShape } from '../../support/shapes.ts';

type Row = [source: 'reviewed' | 'pool', message: string | Buffer | null, className: string | null];

const CLASS_NAMES = ['NORMAL', 'URGENT'];

describe('deduplication', () => {
  test('keeps one row per cleaned text', () => {
    const { rows, counts } = collect([
      ['reviewed', 'no water', 'URGENT'],
      ['reviewed', ' no  <b>water</b> ', 'URGENT'],
      ['pool', 'no road', 'NORMAL'],
      ['pool', 'no road', 'NORMAL'],
    ]);
    expect(rows).toEqual([
      ['no water', 1],
      ['no road', 0],
    ]);
    expect(counts.dropped).toMatchObject({ duplicate: 2, conflicting: 0 });
  });

  test('a correction outweighs sampled rows with the same text', () => {
    const { rows, counts } = collect([
      ['reviewed', 'no water', 'URGENT'],
      ['pool', 'no water', 'NORMAL'],
    ]);
    expect(rows).toEqual([['no water', 1]]);
    expect(counts.dropped).toMatchObject({ duplicate: 0, outvoted: 1, conflicting: 0 });
  });

  test('sampled rows of a text whose corrections disagree are left out with it', () => {
    const { rows, counts } = collect([
      ['reviewed', 'no water', 'URGENT'],
      ['reviewed', 'no water', 'NORMAL'],
      ['pool', 'no water', 'NORMAL'],
    ]);
    expect(rows).toEqual([]);
    expect(counts.dropped).toMatchObject({ duplicate: 0, conflicting: 3 });
    expect(counts.conflictingTexts).toBe(1);
  });

  test.each(['reviewed', 'pool'] as const)('a text of %s rows that disagree is left out whole', (source) => {
    const { rows, counts } = collect([
      [source, 'no water', 'URGENT'],
      [source, 'no water', 'NORMAL'],
      [source, 'no water', 'URGENT'],
      ['pool', 'no road', 'NORMAL'],
    ]);
    expect(rows).toEqual([['no road', 0]]);
    expect(counts.dropped).toMatchObject({ duplicate: 0, conflicting: 3 });
    expect(counts.conflictingTexts).toBe(1);
  });

  test('tells texts apart whose ranks are equal', () => {
    const index = new TextIndex({ high: 1, low: 1, rank: () => undefined });
    const deduplicator = new Deduplicator(index);
    const texts = Array.from({ length: 3000 }, (_, row) => Buffer.from(`text ${row % 1500}`));
    for (const [serial, text] of texts.entries()) {
      deduplicator.add('reviewed', index.numberOf(text), 0, serial);
    }
    const { numbers, duplicateRows } = deduplicator.finish(new DroppedRows(new RowIds()));
    expect([numbers.length, duplicateRows]).toEqual([1500, 1500]);
    expect(Buffer.from(new TextReader(index.memory).at(numbers[1499])).toString()).toBe('text 1499');
  });

  test('keeps many and large texts as they are, in order', () => {
    const messages = Array.from({ length: 5000 }, (_, row) =>
      row % 1000 === 7 ? 'x'.repeat(3_000_000) + row : `text ${row}`,
    );
    const { rows } = collect(messages.map((message): Row => ['reviewed', message, 'URGENT']));
    expect(rows.map(([text]) => text)).toEqual(messages);
  });
});

describe('counts', () => {
  test('every row that is dropped is counted once, with its reason', () => {
    const { counts } = collect([
      ['reviewed', null, 'URGENT'],
      ['reviewed', ' <br> https://x.org ', 'URGENT'],
      ['reviewed', Buffer.from([0x61, 0xff]), 'URGENT'],
      ['reviewed', 'a', 'urgent'],
      ['pool', 'b', 'urgent'],
      ['pool', 'c', null],
      ['pool', 'c', ''],
      ['pool', 'd', '\u00a0 NORMAL\t'],
    ]);
    expect(counts).toEqual({
      fetched: { reviewed: 4, pool: 3 },
      stages: { fetched: 7, cleaned: 4, labelled: 1, deduplicated: 1 },
      dropped: {
        nullMessage: 1,
        invalidUtf8: 1,
        empty: 1,
        pii: 0,
        unknownClass: 3,
        malformed: 0,
        duplicate: 0,
        outvoted: 0,
        conflicting: 0,
      },
      unknownClassNames: [
        { name: 'urgent', rows: 2 },
        { name: '', rows: 1 },
      ],
      conflictingTexts: 0,
      agreement: null,
      newestCorrection: null,
    });
  });

  test('stages and reasons add up for any rows', () => {
    const message = fc.constantFrom(null, '', 'a', 'b', ' a ', '<br>', Buffer.from([0xff]));
    const className = fc.constantFrom('NORMAL', 'URGENT', 'urgent', null);
    const found = fc.array(fc.tuple(message, className), { maxLength: 15 });
    fc.assert(
      fc.property(found, found, (reviewed, pool) => {
        const of =
          (source: Row[0]) =>
          (row: [Row[1], Row[2]]): Row => [source, ...row];
        const { rows, counts } = collect([...reviewed.map(of('reviewed')), ...pool.map(of('pool'))]);
        const { dropped, stages, fetched } = counts;
        const own = (all: [Row[1], Row[2]][]) => all.filter(([, name]) => name !== null).length;
        expect(fetched).toEqual({ reviewed: own(reviewed), pool: own(pool) });
        expect(stages).toEqual({
          fetched: own(reviewed) + own(pool),
          cleaned: stages.fetched - dropped.nullMessage - dropped.invalidUtf8 - dropped.empty,
          labelled: stages.cleaned - dropped.unknownClass,
          deduplicated: stages.labelled - dropped.duplicate - dropped.outvoted - dropped.conflicting,
        });
        expect(rows).toHaveLength(stages.deduplicated);
      }),
    );
  });

  test('remembers a bounded number of unknown names, and little of a long one', () => {
    const names = Array.from({ length: 300 }, (_, row) => `${row}`.padEnd(200_000, 'é'));
    const { counts } = collect(names.map((name): Row => ['pool', name, name]));
    expect(counts.unknownClassNames).toHaveLength(101);
    expect(counts.unknownClassNames[0]).toEqual({ name: '(other names)', rows: 200 });
    expect(counts.unknownClassNames[1].name).toBe('0'.padEnd(80, 'é'));
  });
});

describe('several datasets', () => {
  const collector = () =>
    new RowCollector(
      textDatasets(textShape(CLASS_NAMES), textShape(['road', 'water'])),
      new TextIndex(new TextRanker(42)),
      42,
    );
  const row = (...fields: (string | null)[]) => fields.map(bytes);

  test('each takes the rows that are its own, and counts no others', () => {
    const rows = collector();
    rows.add('reviewed', row('no water', 'URGENT', null));
    rows.add('reviewed', row('no water', 'NORMAL', 'water'));
    rows.add('reviewed', row(null, null, 'road'));
    rows.add('pool', row('no road', 'NORMAL', 'road'));
    const [urgency, topic] = rows.finish();
    expect(urgency.counts).toMatchObject({
      fetched: { reviewed: 2, pool: 1 },
      dropped: { nullMessage: 0, conflicting: 2 },
    });
    expect(topic.counts).toMatchObject({
      fetched: { reviewed: 2, pool: 1 },
      dropped: { nullMessage: 1, conflicting: 0 },
    });
    expect([urgency.rows.length, topic.rows.length]).toEqual([1, 2]);
    expect(Buffer.from(topic.rows.textAt(0)).toString()).toBe('no water');
  });

  test('takes of the pool the first rows of each dataset up to its limit', () => {
    const rows = collector();
    rows.limitPool(0, 1);
    rows.limitPool(1, 2);
    for (const number of [1, 2, 3])
      rows.add('pool', row(`text ${number}`, 'NORMAL', number === 1 ? null : 'road'));
    expect([rows.fetched(0).pool, rows.fetched(1).pool]).toEqual([1, 2]);
    const texts = rows
      .finish()
      .map(({ rows: kept }) =>
        Array.from({ length: kept.length }, (_, row) => Buffer.from(kept.textAt(row)).toString()),
      );
    expect(texts).toEqual([['text 1'], ['text 2', 'text 3']]);
  });
});

function collect(rows: readonly Row[]) {
  const collector = new RowCollector(
    textDatasets(textShape(CLASS_NAMES)),
    new TextIndex(new TextRanker(42)),
    42,
  );
  for (const [source, ...fields] of rows) collector.add(source, fields.map(bytes));
  const [{ rows: left, counts }] = collector.finish();
  const kept = Array.from({ length: left.length }, (_, row) => [
    Buffer.from(left.textAt(row)).toString(),
    left.classIds[row],
  ]);
  return { rows: kept, counts };
}

function bytes(value: string | Buffer | null): Uint8Array | null {
  return typeof value === 'string' ? Buffer.from(value) : value;
}
