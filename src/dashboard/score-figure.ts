import { counted } from '../text/markdown.ts';
import { SERIES_COLOURS, seriesColour } from './colours.ts';
import { renderFigure } from './figure.ts';
import { UNKNOWN } from './format.ts';
import { type Html, html, idOf, nameText, plainName } from './html.ts';
import { overVersions, versionTable } from './over-versions.ts';
import type { DatasetVersion } from './published-version.ts';
import type { ModelScores, ScoreLine } from './scores.ts';
import { valueScale } from './value-scale.ts';

/** Metrics that get a column of the table. */
const MOST_COLUMNS = 40;
const DIGITS = 4;
/** No metric is beyond, and no axis would be exact there. */
const LARGEST_DRAWN = 1e15;

/**
 * What models reported for the versions: a chart of the metrics that are numbers, and the table of all; or why there is
 * nothing to show.
 */
export function scoreFigure(
  dataset: string,
  versions: readonly DatasetVersion[],
  { models, lines }: { models: readonly ModelScores[]; lines: readonly ScoreLine[] },
): Html {
  const id = idOf(dataset, 'scores');
  const silent = silentModels(models, lines);
  if (lines.length === 0) {
    return html`<div class="card full" id="${id}"><h3>Scores</h3>${silent.map((text) => html`<p class="empty">${text}</p>`)}</div>`;
  }
  const columns = lines.slice(0, MOST_COLUMNS);
  const table = versionTable(
    `Scores of ${dataset}`,
    columns.map(({ name }) => nameText(name)),
    versions,
    (_, index) => columns.map(({ values }) => valueText(values[index])),
  );
  const drawn = lines.filter(({ values }) => values.some(isDrawn)).slice(0, SERIES_COLOURS);
  const note = ['Scores in the cards of the models, by the version they were trained on.', ...silent].join(
    ' ',
  );
  if (drawn.length === 0) {
    return html`<div class="card full" id="${id}"><h3>Scores</h3><p class="note">${note}</p>${table}</div>`;
  }
  const series = drawn.map(({ values }, index) => ({
    colour: seriesColour(index),
    values: values.map((value) => (isDrawn(value) ? value : null)),
  }));
  return renderFigure({
    id,
    title: 'Scores',
    note,
    summary: `Scores over ${counted(versions.length, 'version')}: ${drawn.map((line) => `${plainName(line.name)} ${lastValue(line)}`).join('; ')}.`,
    chart: {
      kind: 'lines',
      ...overVersions(versions),
      series,
      ...valueScale(series.flatMap(({ values }) => values.filter(isDrawn))),
    },
    legend: drawn.map((line, index) => ({
      colour: seriesColour(index),
      name: html`${nameText(line.name)} ${lastValue(line)}`,
    })),
    table,
    isWide: true,
  });
}

/** What the first metric came to on the newest version, to follow when it was published; empty where it is not known. */
export function newestScore(lines: readonly ScoreLine[]): Html {
  const line = lines.find(({ values }) => values.at(-1) !== null);
  return line === undefined ? html`` : html`; ${nameText(line.name)} ${valueText(line.values.at(-1))}`;
}

/** Returns a sentence for each model without a score of the versions shown. */
function silentModels(models: readonly ModelScores[], lines: readonly ScoreLine[]): string[] {
  return models
    .filter(({ model }) => lines.every((line) => line.model !== model))
    .map(({ model, missing }) => `${model}: ${missing ?? 'The card has no score of the versions shown.'}`);
}

function lastValue({ values }: ScoreLine): string {
  return valueText(values.findLast((value) => value !== null));
}

function valueText(value: number | string | null | undefined): string {
  if (value === null || value === undefined) return UNKNOWN;
  return isNumber(value) ? String(Number(value.toPrecision(DIGITS))) : value;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isDrawn(value: unknown): value is number {
  return isNumber(value) && Math.abs(value) <= LARGEST_DRAWN;
}
