import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, SVGRenderer]);

/** Values of one colour. Colours are CSS variables, so that one drawing serves light and dark. */
export interface Series {
  /** Name of a CSS variable without its dashes, one for all values or one for each. */
  readonly colour: string | readonly string[];
  readonly values: readonly (number | null)[];
}

export interface Chart {
  /** `areas` and `bars` are stacked; `lines` are not, are not filled, and continue over values that are not known. */
  readonly kind: 'bars' | 'areas' | 'line' | 'lines';
  /** Texts of the category axis, one for each value. */
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** For lines: each value has a mark, and those that are true a larger one. */
  readonly marks?: readonly boolean[];
  readonly valueText: (value: number) => string;
  /** Bounds of the value axis where the values do not decide. */
  readonly min?: number;
  readonly max?: number;
  /** Distance of the value axis' ticks, or what makes good ones. */
  readonly interval?: number;
}

interface ChartSize {
  readonly width: number;
  readonly height: number;
}

const FONT_SIZE = 12;
const FONT_WIDTH = 6.6;

/** Draws a chart as an SVG element without inline styles, which the page's policy forbids. */
export function drawChart(chart: Chart, { width, height }: ChartSize): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawing.setOption(optionsOf(chart, width));
    return bareSvg(drawing.renderToSVGString());
  } finally {
    drawing.dispose();
  }
}

function optionsOf(chart: Chart, width: number) {
  const { categories, valueText, min, max, interval } = chart;
  const label = { color: 'var(--muted)', fontSize: FONT_SIZE };
  const highest = max ?? highestValue(chart);
  const widest = Math.max(valueText(highest).length, valueText(min ?? 0).length);
  const left = Math.ceil(widest * FONT_WIDTH) + 14;
  const longest = Math.max(1, ...categories.map((text) => text.length));
  const most = Math.max(2, Math.floor((width - left) / (longest * FONT_WIDTH + 22)));
  const step = Math.max(1, Math.ceil(categories.length / most));
  const ticks = ticksOf(categories, step);
  return {
    animation: false,
    grid: { left, right: 10, top: 12, bottom: 26, containLabel: false },
    xAxis: {
      type: 'category' as const,
      data: [...categories],
      boundaryGap: chart.kind === 'bars',
      axisTick: { show: false },
      axisLine: { lineStyle: { color: 'var(--line-strong)' } },
      axisLabel: { ...label, interval: (index: number) => ticks.has(index) },
    },
    yAxis: {
      type: 'value' as const,
      min,
      max,
      interval,
      splitNumber: 4,
      axisLabel: { ...label, formatter: valueText },
      splitLine: { lineStyle: { color: 'var(--line)' } },
    },
    series: chart.series.map((series) => seriesOf(chart, series)),
  };
}

/** Returns the values that have a tick: the first of each text, from the newest on, those with room for it. */
function ticksOf(categories: readonly string[], step: number): ReadonlySet<number> {
  const ticks = new Set<number>();
  let next = Number.POSITIVE_INFINITY;
  for (let index = categories.length - 1; index >= 0; index--) {
    if (categories[index] === categories[index - 1] || next - index < step) continue;
    ticks.add(index);
    next = index;
  }
  return ticks;
}

function seriesOf({ kind, marks }: Chart, { colour, values }: Series): BarSeriesOption | LineSeriesOption {
  const paint = (index: number) => `var(--${typeof colour === 'string' ? colour : colour[index]})`;
  const isStacked = kind === 'bars' || kind === 'areas';
  const shared = { silent: true, stack: isStacked ? 'all' : undefined };
  if (kind === 'bars') {
    const data = values.map((value, index) => ({ value, itemStyle: { color: paint(index) } }));
    return { ...shared, type: 'bar', barCategoryGap: '22%', barMaxWidth: 36, data };
  }
  // A lone value makes no line.
  const showSymbol = marks !== undefined || values.filter((value) => value !== null).length === 1;
  return {
    ...shared,
    type: 'line',
    symbol: 'circle',
    showSymbol,
    showAllSymbol: true,
    connectNulls: kind === 'lines',
    lineStyle: { color: isStacked ? 'var(--surface)' : paint(0), width: isStacked ? 1 : 2 },
    itemStyle: { color: paint(0) },
    ...(kind === 'lines' ? {} : { areaStyle: { color: paint(0), opacity: kind === 'line' ? 0.12 : 1 } }),
    symbolSize: 4,
    data: values.map((value, index) =>
      marks?.[index] === true ? { value, symbol: 'diamond', symbolSize: 9 } : value,
    ),
  };
}

function highestValue({ kind, series, categories }: Chart): number {
  const sums = categories.map((_, index) => {
    const values = series.map(({ values }) => values[index] ?? 0);
    return kind === 'line' || kind === 'lines'
      ? Math.max(0, ...values)
      : values.reduce((sum, value) => sum + value, 0);
  });
  return Math.max(1, ...sums);
}

/** The drawing without styles, and without what only a living chart needs. */
function bareSvg(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:style|class|ecmeta_\w+|pointer-events|xmlns:xlink|version|baseProfile)="[^"]*"/g, '')
    .replace(/<rect [^>]*fill="none"[^>]*><\/rect>/g, '')
    .replace(/><\/(?:path|rect|circle)>/g, '/>')
    .replace(/ fill-opacity="1"| stroke-width="1"/g, '')
    .replace('<svg ', '<svg aria-hidden="true" focusable="false" ')
    .replaceAll('\n', '');
}
