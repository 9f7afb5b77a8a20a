import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RowCollector } from '../../../src/engine/rows/collect-rows.ts';
import { TextRanker } from '../../../src/engine/rows/rank.ts';
import { TextIndex } from '../../../src/engine/rows/text-index.ts';
import type { AnnotatorRule } from '../../../src/model/trust.ts';
import { textShape } from '../../support/shapes.ts';

const CLASSES = ['a', 'b', 'c'];

/** A row whose id is unique; of the pool without annotator and time. */
interface Row {
  readonly text: string;
  readonly label: string;
  readonly group: string | null;
  readonly annotator: string | null;
  readonly time: string | null;
}

function collect(
  rule: AnnotatorRule,
  corrections: readonly (readonly [number, Row])[],
  pool: readonly Row[],
) {
  const layout = {
    texts: [0],
    values: [1],
    member: 1,
    group: 2,
    predicted: null,
    annotator: 3,
    time: { field: 4, isInstant: true, until: 3 },
    id: 5,
  };
  const dataset = { shape: textShape(CLASSES), layout, isIdItem: true, annotators: rule, pii: null };
  const collector = new RowCollector([dataset], new TextIndex(new TextRanker(42)), 42);
  const fields = ({ text, label, group, annotator, time }: Row, id: number) =>
    [text, label, group, annotator, time, `${id}`].map((value) =>
      value === null ? null : Buffer.from(value),
    );
  for (const [id, row] of corrections) collector.add('corrections', fields(row, id));
  for (const [id, row] of pool.entries()) collector.add('confirmed', fields(row, 1000 + id));
  const [{ rows, counts, ids, dropped }] = collector.finish();
  const kept = Array.from({ length: rows.length }, (_, row) => ({
    text: Buffer.from(rows.textAt(row)).toString(),
    label: CLASSES[rows.classIds[row]],
    rank: [rows.rankHigh[row], rows.rankLow[row]],
    id: Number(ids.of(row)),
  }));
  return { kept, counts, dropped: Buffer.concat([...dropped.lines()]).toString() };
}

const row = fc.record<Row>({
  text: fc.constantFrom('x', 'y', 'z'),
  label: fc.constantFrom(...CLASSES),
  group: fc.constantFrom(null, 'g', 'h'),
  annotator: fc.constantFrom(null, 'ann', 'bob', 'cid'),
  time: fc.constantFrom(null, '1', '2.000001', '2.000002', 'infinity', '-Infinity', 'Infinity'),
});
const rows = fc.array(row, { maxLength: 14 });

/** The label that counts, by the words of the rule, of a text's corrections. */
function decided(rule: AnnotatorRule, corrections: readonly Row[]): string | null {
  const labels = new Set(corrections.map(({ label }) => label));
  if (labels.size === 1) return corrections[0].label;
  if (rule === 'unanimous') return null;
  if (rule === 'latest') return last(corrections);
  const names = new Set(corrections.map(({ annotator }) => annotator).filter((name) => name !== null));
  const votes = [
    ...corrections.filter(({ annotator }) => annotator === null).map(({ label }) => label),
    ...[...names].map((name) => last(corrections.filter(({ annotator }) => annotator === name))),
  ].filter((vote) => vote !== null);
  const tally = CLASSES.map((label) => votes.filter((vote) => vote === label).length);
  const most = Math.max(...tally);
  return tally.filter((count) => count === most).length === 1 ? CLASSES[tally.indexOf(most)] : null;
}

function last(corrections: readonly Row[]): string | null {
  const at = (time: string | null) =>
    time === null || Number.isNaN(Number(time)) ? -Infinity : Number(time);
  const newest = Math.max(...corrections.map(({ time }) => at(time)));
  const labels = new Set(corrections.filter(({ time }) => at(time) === newest).map(({ label }) => label));
  return labels.size === 1 ? [...labels][0] : null;
}

test.each(['unanimous', 'majority', 'latest'] as const)('%s decides as its words say', (rule) => {
  fc.assert(
    fc.property(rows, rows, (corrections, pool) => {
      const { kept, counts, dropped } = collect(rule, [...corrections.entries()], pool);
      const lines = dropped
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line));
      const all = [...corrections, ...pool];
      const reasons = new Map<number, string>();
      for (const text of new Set(all.map((one) => one.text))) {
        const own = corrections.filter((one) => one.text === text);
        const sampled = pool.filter((one) => one.text === text);
        const label = own.length > 0 ? decided(rule, own) : decided('unanimous', sampled);
        const found = kept.find((one) => one.text === text);
        expect(found?.label ?? null).toBe(label);
        const idOf = (one: Row) =>
          corrections.includes(one) ? corrections.indexOf(one) : 1000 + pool.indexOf(one);
        const ofText = all.filter((one) => one.text === text);
        if (label !== null) expect(found?.id).toBe(idOf(ofText.find((one) => one.label === label)!));
        for (const one of ofText) {
          if (label === null) reasons.set(idOf(one), 'conflict');
          else if (one.label !== label) reasons.set(idOf(one), 'outvoted');
        }
      }
      expect(new Map(lines.map(({ id, reason }) => [Number(id), reason]))).toEqual(
        new Map([...reasons].sort(([a], [b]) => a - b)),
      );
      const { duplicate, outvoted, conflicting } = counts.dropped;
      expect(lines).toHaveLength(outvoted + conflicting);
      expect(kept).toHaveLength(all.length - duplicate - outvoted - conflicting);
    }),
    { numRuns: 300 },
  );
});

test.each(['unanimous', 'majority', 'latest'] as const)('%s does not depend on the order of rows', (rule) => {
  const shuffled = rows.chain((corrections) => {
    const entries = [...corrections.entries()];
    return fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length }));
  });
  fc.assert(
    fc.property(shuffled, rows, ([entries, others], pool) => {
      const of = (corrections: typeof entries) => {
        const { kept, ...result } = collect(rule, corrections, pool);
        return {
          ...result,
          kept: kept.map(({ id: _, ...one }) => one).sort((a, b) => a.text.localeCompare(b.text)),
        };
      };
      expect(of(others)).toEqual(of(entries));
    }),
    { numRuns: 300 },
  );
});

test('agreement is over texts of several annotators, each with their last value', () => {
  const make = (text: string, label: string, annotator: string | null, time: string | null): Row => ({
    text,
    label,
    annotator,
    time,
    group: null,
  });
  const corrections = [
    make('x', 'a', 'ann', '1'),
    make('x', 'b', 'ann', '2'),
    make('x', 'b', 'bob', null),
    make('y', 'a', 'ann', '1'),
    make('y', 'a', null, '1'),
    make('y', 'a', null, '1'),
    make('z', 'a', 'cid', '1'),
    make('z', 'b', 'cid', '1'),
    make('z', 'b', 'bob', '1'),
    make('alone', 'c', 'dan', '3'),
    make('soon', 'c', 'dan', '3.001'),
    make('never', 'c', 'dan', 'Infinity'),
    make('before', 'c', 'dan', '-Infinity'),
  ];
  const { counts } = collect('unanimous', [...corrections.entries()], []);
  expect(counts.agreement).toEqual({ alpha: 1, texts: 2, annotators: 4 });
  expect(counts.newestCorrection).toBe('1970-01-01T00:00:03.000Z');
  expect(counts.futureCorrections).toBe(2);
});
