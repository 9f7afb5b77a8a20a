import { expect, test } from '@jest/globals';
import { type Chart, drawChart } from '../../src/dashboard/chart.ts';
import { axisTexts, durationUnit } from '../../src/dashboard/format.ts';

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

test('lines go on over a value that is not known, and a lone value is marked', () => {
  const draw = (...values: (number | null)[]) => {
    const series = [{ colour: 's0', values }];
    const chart: Chart = { kind: 'lines', categories: values.map(String), series, valueText: String };
    const drawing = drawChart(chart, { width: 500, height: 200 });
    const [, line = ''] = /<path d="([^"]*)"[^>]*stroke="var\(--s0\)"/.exec(drawing) ?? [];
    return { points: line.match(/[ML]/g)?.join('') ?? '', isMarked: /fill="var\(--s0\)"/.test(drawing) };
  };
  expect(draw(1, null, 3)).toEqual({ points: 'ML', isMarked: false });
  expect(draw(null, 2, null)).toMatchObject({ isMarked: true });
});

test('instants within two days have their time, those of many months their month', () => {
  const after = (...hours: number[]) => axisTexts(hours.map((hour) => new Date(Date.UTC(2026, 3, 6, hour))));
  expect(after(2, 9, 26)).toEqual(['6 Apr, 02:00', '6 Apr, 09:00', '7 Apr, 02:00']);
  expect(after(2, 9, 75)).toEqual(['6 Apr', '6 Apr', '9 Apr']);
  expect(after(2, 24 * 301 + 2)).toEqual(['Apr 2026', 'Feb 2027']);
  expect(after(2)).toEqual(['6 Apr']);
  expect(after()).toEqual([]);
});

test('durations are in the unit in which they can be read', () => {
  expect([0, 4000, 120_000, 121_000, 7_200_000, 7_201_000].map((ms) => durationUnit(ms).name)).toEqual([
    's',
    's',
    's',
    'min',
    'min',
    'h',
  ]);
});
