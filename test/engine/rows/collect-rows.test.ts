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

type Row = [source: 'corrections' | 'confirmed', message: string | Buffer | null, className: string | null];

const CLASS_NAMES = ['NORMAL', 'URGENT'];

describe('deduplication', () => {
  test('keeps one row per cleaned text', () => {
    const { rows, counts } = collect([
      ['corrections', 'no water', 'URGENT'],
      ['corrections', ' no  <b>water</b> ', 'URGENT'],
      ['confirmed', 'no road', 'NORMAL'],
      ['confirmed', 'no road', 'NORMAL'],
    ]);
    expect(rows).toEqual([
      ['no water', 1],
      ['no road', 0],
    ]);
    expect(counts.dropped).toMatchObject({ duplicate: 2, conflicting: 0 });
  });

  test('a correction outweighs sampled rows with the same text', () => {
    const { rows, counts } = collect([
      ['corrections', 'no water', 'URGENT'],
      ['confirmed', 'no water', 'NORMAL'],
    ]);
    expect(rows).toEqual([['no water', 1]]);
    expect(counts.dropped).toMatchObject({ duplicate: 0, outvoted: 1, conflicting: 0 });
  });

  test('sampled rows of a text whose corrections disagree are left out with it', () => {
    const { rows, counts } = collect([
      ['corrections', 'no water', 'URGENT'],
      ['corrections', 'no water', 'NORMAL'],
      ['confirmed', 'no water', 'NORMAL'],
    ]);
    expect(rows).toEqual([]);
    expect(counts.dropped).toMatchObject({ duplicate: 0, conflicting: 3 });
    expect(counts.conflictingTexts).toBe(1);
  });

  test.each(['corrections', 'confirmed'] as const)(
    'a text of %s rows that disagree is left out whole',
    (source) => {
      const { rows, counts } = collect([
        [source, 'no water', 'URGENT'],
        [source, 'no water', 'NORMAL'],
        [source, 'no water', 'URGENT'],
        ['confirmed', 'no road', 'NORMAL'],
      ]);
      expect(rows).toEqual([['no road', 0]]);
      expect(counts.dropped).toMatchObject({ duplicate: 0, conflicting: 3 });
      expect(counts.conflictingTexts).toBe(1);
    },
  );

  test('tells texts apart whose ranks are equal', () => {
    const index = new TextIndex({ high: 1, low: 1, rank: () => undefined });
    const deduplicator = new Deduplicator(index);
    const texts = Array.from({ length: 3000 }, (_, row) => Buffer.from(`text ${row % 1500}`));
    for (const [serial, text] of texts.entries()) {
      deduplicator.add('corrections', index.numberOf(text), 0, serial);
    }
    const { columns, duplicateRows } = deduplicator.finish(new DroppedRows(new RowIds()));
    const { numbers } = columns;
    expect([numbers.length, duplicateRows]).toEqual([1500, 1500]);
    expect(Buffer.from(new TextReader(index.memory).at(numbers[1499])).toString()).toBe('text 1499');
  });

  test('keeps many and large texts as they are, in order', () => {
    const messages = Array.from({ length: 5000 }, (_, row) =>
      row % 1000 === 7 ? 'x'.repeat(3_000_000) + row : `text ${row}`,
    );
    const { rows } = collect(messages.map((message): Row => ['corrections', message, 'URGENT']));
    expect(rows.map(([text]) => text)).toEqual(messages);
  });
});

describe('counts', () => {
  test('every row that is dropped is counted once, with its reason', () => {
    const { counts } = collect([
      ['corrections', null, 'URGENT'],
      ['corrections', ' <br> https://x.org ', 'URGENT'],
      ['corrections', Buffer.from([0x61, 0xff]), 'URGENT'],
      ['corrections', 'a', 'urgent'],
      ['confirmed', 'b', 'urgent'],
      ['confirmed', 'c', null],
      ['confirmed', 'c', ''],
      ['confirmed', 'd', '\u00a0 NORMAL\t'],
    ]);
    expect(counts).toEqual({
      fetched: { corrections: 4, confirmed: 3 },
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
        const { rows, counts } = collect([...reviewed.map(of('corrections')), ...pool.map(of('confirmed'))]);
        const { dropped, stages, fetched } = counts;
        const own = (all: [Row[1], Row[2]][]) => all.filter(([, name]) => name !== null).length;
        expect(fetched).toEqual({ corrections: own(reviewed), confirmed: own(pool) });
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
    const { counts } = collect(names.map((name): Row => ['confirmed', name, name]));
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
    rows.add('corrections', row('no water', 'URGENT', null));
    rows.add('corrections', row('no water', 'NORMAL', 'water'));
    rows.add('corrections', row(null, null, 'road'));
    rows.add('confirmed', row('no road', 'NORMAL', 'road'));
    const [urgency, topic] = rows.finish();
    expect(urgency.counts).toMatchObject({
      fetched: { corrections: 2, confirmed: 1 },
      dropped: { nullMessage: 0, conflicting: 2 },
    });
    expect(topic.counts).toMatchObject({
      fetched: { corrections: 2, confirmed: 1 },
      dropped: { nullMessage: 1, conflicting: 0 },
    });
    expect([urgency.rows.length, topic.rows.length]).toEqual([1, 2]);
    expect(Buffer.from(topic.rows.textAt(0)).toString()).toBe('no water');
  });

  test('takes of the pool the first rows of each dataset up to its limit', () => {
    const rows = collector();
    rows.limitConfirmed(0, 1, false);
    rows.limitConfirmed(1, 2, false);
    for (const number of [1, 2, 3])
      rows.add('confirmed', row(`text ${number}`, 'NORMAL', number === 1 ? null : 'road'));
    expect([rows.fetched(0).confirmed, rows.fetched(1).confirmed]).toEqual([1, 2]);
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
