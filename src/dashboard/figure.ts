import { type Chart, drawChart, type Series } from './chart.ts';
import { type Html, html, trusted } from './html.ts';

/** What a colour of a chart means. */
export interface LegendEntry {
  readonly colour: string;
  readonly name: Html;
}

interface Figure {
  readonly id: string;
  readonly title: string;
  /** What the reader should know to read it, one sentence. */
  readonly note: string;
  /** What there is to see, in words, for those who do not see it. */
  readonly summary: string;
  readonly chart: Chart;
  readonly legend?: readonly LegendEntry[];
  /** The same values as a table. */
  readonly table: Html;
  /** True for one as wide as the page, default false. */
  readonly isWide?: boolean;
}

const NARROW = { width: 330, height: 220 };
const HALF = { width: 500, height: 240 };
const FULL = { width: 1040, height: 230 };
/** Values that can be distinguished on a phone. */
const MOST_ON_PHONE = 60;

/** A chart with its title, legend and the table of its values, drawn for a wide and for a narrow screen. */
export function renderFigure(figure: Figure): Html {
  const { id, title, note, summary, chart, legend = [], table, isWide = false } = figure;
  const entries = legend.map(
    ({ colour, name }) =>
      html`<li><svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" rx="3" fill="var(--${colour})"/></svg><span>${name}</span></li>`,
  );
  return html`<figure class="card chart${isWide ? ' full' : ''}" id="${id}">
<figcaption><h3>${title}</h3><p class="note">${note}</p></figcaption>
${entries.length === 0 ? '' : html`<ul class="legend">${entries}</ul>`}
${
  hasCourse(chart)
    ? html`${renderDrawing(chart, { summary, isWide })}
<details class="values"><summary>Values<span class="hidden"> of “${title}”</span> as a table</summary>${table}</details>`
    : html`<p class="note">A chart appears as soon as there are two values.</p>${table}`
}
</figure>
`;
}

function renderDrawing(chart: Chart, { summary, isWide }: { summary: string; isWide: boolean }): Html {
  const wide = drawChart(chart, isWide ? FULL : HALF);
  const narrow = drawChart(newest(chart, MOST_ON_PHONE), NARROW);
  return html`<div class="drawing" role="img" aria-label="${summary}"><div class="wide">${trusted(wide)}</div><div class="narrow">${trusted(narrow)}</div></div>`;
}

/** Whether there is a course to draw: one value alone would be a lone dot or bar. */
function hasCourse({ series }: Chart): boolean {
  return series.some(({ values }) => values.filter((value) => value !== null).length > 1);
}

function newest(chart: Chart, most: number): Chart {
  const cut = <T>(values: readonly T[]) => values.slice(-most);
  const series = chart.series.map(
    ({ colour, values }): Series => ({
      colour: typeof colour === 'string' ? colour : cut(colour),
      values: cut(values),
    }),
  );
  return { ...chart, categories: cut(chart.categories), marks: chart.marks && cut(chart.marks), series };
}
