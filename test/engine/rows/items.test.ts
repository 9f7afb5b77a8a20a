import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RowCollector } from '../../../src/engine/rows/collect-rows.ts';
import { TextRanker } from '../../../src/engine/rows/rank.ts';
import { TextIndex } from '../../../src/engine/rows/text-index.ts';
import { ValueUnpacker } from '../../../src/engine/rows/values.ts';
import type { AnnotatorRule } from '../../../src/model/trust.ts';
import { SHARES, textShape } from '../../support/shapes.ts';

const CLASSES = ['a', 'b', 'c'];

interface Row {
  readonly id: string | null;
  readonly text: string;
  /** NULL in a row of another dataset, and `z` is none. */
  readonly label: string | null;
  readonly shop: string | null;
  readonly annotator: string | null;
  readonly time: string | null;
}

/** @param isTimed false for corrections that tell no time, nor their annotators */
function collect(
  rule: AnnotatorRule,
  {
    corrections,
    pool,
    isNoted = true,
  }: { corrections: readonly Row[]; pool: readonly Row[]; isNoted?: boolean },
) {
  const layout = {
    texts: [0],
    values: [1, 2],
    member: 1,
    group: null,
    predicted: null,
    annotator: isNoted ? 3 : null,
    time: isNoted ? { field: 4, isInstant: true, until: 9 } : null,
    id: 5,
  };
  const { values, ...others } = textShape(CLASSES);
  const shape = { ...others, values: [...values, { name: 'shop', type: 'string' as const }] };
  const dataset = { shape, layout, isIdItem: true, annotators: rule, pii: null, shares: SHARES };
  const collector = new RowCollector([dataset], new TextIndex(new TextRanker(42)), 42);
  for (const [source, rows] of [
    ['corrections', corrections],
    ['confirmed', pool],
  ] as const) {
    for (const { text, label, shop, annotator, time, id } of rows)
      collector.add(
        source,
        [text, label, shop, annotator, time, id].map((value) => (value === null ? null : Buffer.from(value))),
      );
  }
  const [{ rows, counts, ids, dropped }] = collector.finish();
  const unpacker = new ValueUnpacker(shape, rows.valueMemory!);
  const shopOf = (value: number) => {
    const shop = unpacker.at(value)[1];
    return shop === null ? null : Buffer.from(shop as Uint8Array).toString();
  };
  const kept = Array.from({ length: rows.length }, (_, row) => ({
    text: Buffer.from(rows.textAt(row)).toString(),
    label: CLASSES[rows.classIds[row]],
    id: ids.of(row),
    shop: shopOf(rows.valueNumbers![row]),
  }));
  return { kept, counts, dropped: Buffer.concat([...dropped.lines()]).toString() };
}

const row = fc.record<Row>({
  id: fc.constantFrom(null, '', '1', '2', '3', '10'),
  text: fc.constantFrom('t', 'u', 'v', 'w'),
  label: fc.constantFrom(...CLASSES, 'a', 'a', 'z', null),
  shop: fc.constantFrom(null, 'north', 'south'),
  annotator: fc.constantFrom(null, 'ann', 'bob'),
  time: fc.constantFrom(null, '1', '2', '3'),
});
const rows = fc.array(row, { maxLength: 10 });
const RULES = ['unanimous', 'majority', 'latest'] as const;

test.each(RULES)('%s: no two texts of one id are published, nor what a correction has corrected', (rule) => {
  fc.assert(
    fc.property(rows, rows, fc.boolean(), (corrections, pool, isNoted) => {
      const { kept, counts, dropped } = collect(rule, { corrections, pool, isNoted });
      const own = (given: readonly Row[]) => given.filter(({ label }) => label !== null);
      const correctedIds = new Set(own(corrections).map(({ id }) => id));
      const all = [...own(corrections), ...own(pool)];
      for (const { text, label, id } of kept) {
        const sources = all.filter(
          (one) => one.text === text && one.label === label && (one.id ?? '') === id,
        );
        expect(sources.length).toBeGreaterThan(0);
        const isOfUse = (one: Row) =>
          own(corrections).includes(one) || one.id === null || !correctedIds.has(one.id);
        expect(sources.some(isOfUse)).toBe(true);
      }
      // Of each id that is not NULL, the rows that count have one text.
      const lines = dropped
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line));
      for (const id of ['1', '2', '3', '10']) {
        const texts = new Set(kept.filter((one) => one.id === id).map(({ text }) => text));
        expect(texts.size).toBeLessThan(2);
        const confirmed = own(pool).filter((one) => one.id === id && one.label !== 'z');
        const left = lines.filter(
          (line) => line.id === id && line.source === 'confirmed' && line.reason === 'corrected',
        );
        if (correctedIds.has(id)) expect(left).toHaveLength(confirmed.length);
      }
      const {
        duplicate,
        outvoted,
        conflicting,
        corrected = 0,
        keptColumn = 0,
        unknownClass,
      } = counts.dropped;
      expect(lines).toHaveLength(outvoted + conflicting + corrected + keptColumn + unknownClass);
      expect(kept).toHaveLength(
        counts.stages.labelled - duplicate - outvoted - conflicting - corrected - keptColumn,
      );
    }),
    { numRuns: 400 },
  );
});

test.each(RULES)('%s: what is published does not depend on the order of rows', (rule) => {
  const shuffled = rows.chain((made) =>
    fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length })),
  );
  fc.assert(
    fc.property(shuffled, shuffled, ([corrections, others], [pool, otherPool]) => {
      const of = (given: Parameters<typeof collect>[1]) => {
        const { kept, counts, dropped } = collect(rule, given);
        const { unknownClassNames: _, ...sums } = counts;
        return {
          kept: kept.map(({ text, label, shop }) => `${text} ${label} ${shop}`).sort(),
          sums,
          dropped,
        };
      };
      expect(of({ corrections: others, pool: otherPool })).toEqual(of({ corrections, pool }));
    }),
    { numRuns: 400 },
  );
});

const made = (id: string | null, text: string, label: string, more: Partial<Row> = {}): Row => ({
  id,
  text,
  label,
  shop: null,
  annotator: null,
  time: null,
  ...more,
});

test('a confirmed row of a text whose corrections are all left out is left out with them', () => {
  const corrections = [made('1', 't', 'a', { time: '1' }), made('1', 'u', 'b', { time: '2' })];
  const pool = [made('7', 't', 'c'), made('8', 'u', 'c'), made('9', 'v', 'c')];
  const latest = collect('latest', { corrections, pool });
  expect(latest.kept.map(({ text, label }) => `${text} ${label}`)).toEqual(['u b', 'v c']);
  expect(latest.counts.dropped).toMatchObject({ outvoted: 2, corrected: 1 });
  const unanimous = collect('unanimous', { corrections, pool });
  expect(unanimous.kept.map(({ text }) => text)).toEqual(['v']);
  expect(unanimous.counts).toMatchObject({
    dropped: { conflicting: 2, corrected: 2 },
    conflictingTexts: 0,
    conflictingIds: 1,
    repeatedIds: 1,
  });
});

test('a text that another id also corrected goes by the corrections that count', () => {
  const corrections = [
    made('1', 't', 'a', { time: '1' }),
    made('1', 'u', 'a', { time: '2' }),
    made('2', 't', 'b', { time: '1' }),
  ];
  const { kept, counts } = collect('unanimous', { corrections, pool: [made('3', 't', 'a')] });
  expect(kept.map(({ text, label }) => `${text} ${label}`).sort()).toEqual(['t b', 'u a']);
  expect(counts.dropped).toMatchObject({ outvoted: 2, conflicting: 0 });
  expect(counts.dropped.corrected).toBeUndefined();
});

test('ids that occur several times among conflicting rows are counted, each once', () => {
  const corrections = [
    made('1', 't', 'a'),
    made('1', 't', 'b'),
    made('1', 't', 'c'),
    made('2', 't', 'a'),
    made('3', 'u', 'a'),
    made('3', 'u', 'a'),
    made(null, 'v', 'a'),
    made(null, 'v', 'b'),
    made('10', 'w', 'a'),
    made('10', 'x', 'b'),
  ];
  const { counts } = collect('unanimous', { corrections, pool: [], isNoted: false });
  expect(counts).toMatchObject({ conflictingTexts: 2, conflictingIds: 1, repeatedIds: 2 });
  expect(counts.dropped).toMatchObject({ conflicting: 8, duplicate: 1 });
});

test('of several confirmed texts of an id one counts, and none if they disagree', () => {
  const pool = [made('1', 't', 'a'), made('1', 'u', 'a'), made('2', 'v', 'a'), made('2', 'w', 'b')];
  const { kept, counts } = collect('latest', { corrections: [], pool });
  expect(kept).toHaveLength(1);
  expect(['t', 'u']).toContain(kept[0].text);
  expect(counts.dropped).toMatchObject({ outvoted: 1, conflicting: 2 });
});

test('rows of another dataset of the source correct nothing', () => {
  const corrections = [{ ...made('1', 't', 'a'), label: null }];
  const { kept } = collect('unanimous', { corrections, pool: [made('1', 'u', 'b')] });
  expect(kept.map(({ text }) => text)).toEqual(['u']);
});

test.each([
  ['unanimous', 'south'],
  ['majority', 'south'],
  ['latest', 'north'],
] as const)('%s: rows that differ only in a kept column are no conflict', (rule, shop) => {
  const corrections = [
    made('12', 't', 'a', { shop: 'east', time: '1' }),
    made('10', 't', 'a', { shop: 'north', time: '3' }),
    made('9', 't', 'a', { shop: 'south', time: '2' }),
    made('8', 't', 'a', { shop: 'south', time: '1' }),
    made('7', 'u', 'a', { shop: 'south' }),
    made('6', 'u', 'b', { shop: 'south' }),
  ];
  const pool = [
    made('1', 't', 'a', { shop: 'west' }),
    made('2', 't', 'b', { shop: 'south' }),
    made('3', 'v', 'a'),
  ];
  const { kept, counts, dropped } = collect(rule, { corrections, pool });
  expect(kept.map(({ text, label, shop: own }) => [text, label, own])).toEqual([
    ['t', 'a', shop],
    ['v', 'a', null],
  ]);
  expect(counts.dropped).toMatchObject({
    keptColumn: rule === 'latest' ? 4 : 3,
    duplicate: rule === 'latest' ? 0 : 1,
    outvoted: 1,
    conflicting: 2,
  });
  expect(dropped).toContain('{"id":"1","source":"confirmed","reason":"kept-column"}');
  expect(dropped).toContain('{"id":"2","source":"confirmed","reason":"outvoted"}');
});

test('a majority is of labels, whatever is kept beside them', () => {
  const corrections = [
    made('1', 't', 'a', { shop: 'north', annotator: 'ann' }),
    made('2', 't', 'a', { shop: 'south', annotator: 'bob' }),
    made('0', 't', 'b', { shop: 'north' }),
  ];
  const { kept, counts } = collect('majority', { corrections, pool: [] });
  expect(kept.map(({ label, shop }) => [label, shop])).toEqual([['a', 'north']]);
  expect(counts.dropped).toMatchObject({ keptColumn: 1, outvoted: 1, conflicting: 0 });
});

test('nor are they without annotators and times, and among confirmed rows', () => {
  const corrections = [made('2', 't', 'a', { shop: 'north' }), made('1', 't', 'a')];
  const pool = [made('10', 'u', 'b', { shop: 'north' }), made('9', 'u', 'b', { shop: 'south' })];
  const { kept, counts } = collect('unanimous', { corrections, pool, isNoted: false });
  expect(kept.map(({ text, shop }) => [text, shop])).toEqual([
    ['t', null],
    ['u', 'south'],
  ]);
  expect(counts.dropped).toMatchObject({ keptColumn: 2, conflicting: 0 });
});
