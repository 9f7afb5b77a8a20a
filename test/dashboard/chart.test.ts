import { expect, test } from '@jest/globals';
import { type Chart, drawChart } from '../../src/dashboard/chart.ts';

function ticks(categories: readonly string[], changes: Partial<Chart> = {}): string[] {
  const series = [{ colour: 's0', values: categories.map((_, index) => 1 + index) }];
  const chart: Chart = { kind: 'bars', categories, series, valueText: String, ...changes };
  const drawing = drawChart(chart, { width: 500, height: 200 });
  return [...drawing.matchAll(/text-anchor="middle"[^>]*>([^<]*)</g)].map(([, text]) => text);
}

test('a day of several versions is written once', () => {
  expect(ticks(['6 Apr', '6 Apr', '6 Apr', '7 Apr', '7 Apr', '8 Apr'])).toEqual(['6 Apr', '7 Apr', '8 Apr']);
});

test('of many days writes those that have room, the newest among them', () => {
  const days = Array.from({ length: 60 }, (_, day) => `${day} Apr`);
  const written = ticks(days);
  expect(written.length).toBeLessThan(15);
  expect(written.at(-1)).toBe('59 Apr');
});

test('lines of several classes neither lie upon each other nor are filled', () => {
  const series = ['s0', 's1'].map((colour) => ({ colour, values: [10, 20] }));
  const chart: Chart = { kind: 'lines', categories: ['a', 'b'], series, valueText: String };
  const drawing = drawChart(chart, { width: 500, height: 200 });
  const lines = [...drawing.matchAll(/<path d="([^"]*)"[^>]*stroke="var\(--s\d\)"/g)].map(([, path]) => path);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe(lines[1]);
  expect(drawing).not.toMatch(/fill="var\(--s\d\)"/);
});
