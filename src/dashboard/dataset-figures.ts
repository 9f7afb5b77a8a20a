import { SPLIT_NAMES } from '../model/rows.ts';
import { counted } from '../text/markdown.ts';
import { classLines } from './classes.ts';
import { SERIES_COLOURS, seriesColour } from './colours.ts';
import { type LegendEntry, renderFigure } from './figure.ts';
import { countText, percentText } from './format.ts';
import { type Html, html, idOf, nameText, plainName } from './html.ts';
import { overVersions, versionTable } from './over-versions.ts';
import { classKind, type DatasetVersion, labelDrift } from './published-version.ts';

type Versions = readonly DatasetVersion[];

const MOST_TABLE_CLASSES = 40;
/** Distances of the lines of the drift's axis. */
const DRIFT_STEPS = [0.005, 0.01, 0.02, 0.05, 0.1];

/**
 * Rows of each split over the versions.
 *
 * @param options.isWide true where no other chart is beside it
 */
export function splitFigure(dataset: string, versions: Versions, options: { isWide: boolean }): Html {
  const series = SPLIT_NAMES.map((split) => ({
    colour: split,
    values: versions.map(({ splits }) => splits?.[split] ?? null),
  }));
  return renderFigure({
    ...options,
    id: idOf(dataset, 'splits'),
    title: 'Rows per split',
    note: 'Size of each version, divided into its splits.',
    summary: `Rows per split over ${counted(versions.length, 'version')}: from ${rowsText(versions[0])} to ${rowsText(versions[versions.length - 1])} in all.`,
    chart: { kind: 'bars', ...overVersions(versions), series, valueText: shortCount },
    legend: SPLIT_NAMES.map((split) => ({ colour: split, name: html`${split}` })),
    table: versionTable(
      `Rows per split of ${dataset}`,
      ['All', ...SPLIT_NAMES].map((name) => html`${name}`),
      versions,
      ({ rows, splits }) => [rows, ...SPLIT_NAMES.map((split) => splits?.[split] ?? null)].map(countText),
    ),
  });
}

/** Rows of each class over the versions. */
export function classFigure(dataset: string, versions: Versions): Html {
  const hasSeveral = classKind(versions) === 'several';
  const { series, legend, names } = classSeries(versions, (rows) => rows);
  const lines = tableLines(versions);
  return renderFigure({
    id: idOf(dataset, 'classes'),
    title: 'Rows per class',
    note: hasSeveral
      ? 'Rows of each version that have the class; a row may have several.'
      : 'Size of each version, divided into its classes.',
    summary: `Rows per class over ${counted(versions.length, 'version')}: ${names}.`,
    chart: { kind: hasSeveral ? 'lines' : 'bars', ...overVersions(versions), series, valueText: shortCount },
    legend,
    table: versionTable(
      `Rows per class of ${dataset}`,
      lines.map(({ name }) => className(name)),
      versions,
      (_, index) => lines.map(({ rows }) => countText(rows[index])),
    ),
  });
}

/** Share of each class over the versions. */
export function mixFigure(dataset: string, versions: Versions): Html {
  const hasSeveral = classKind(versions) === 'several';
  const share = (rows: number | null, { classRows, rows: all }: DatasetVersion) => {
    const total = hasSeveral
      ? (all ?? 0)
      : [...(classRows?.values() ?? [])].reduce((sum, each) => sum + each, 0);
    return rows === null || total === 0 ? null : rows / total;
  };
  const { series, legend, names } = classSeries(versions, share);
  const lines = tableLines(versions);
  return renderFigure({
    id: idOf(dataset, 'mix'),
    title: hasSeveral ? 'Share of rows with each class' : 'Label mix',
    note: hasSeveral
      ? 'A row may have several classes, so the shares do not add up to 100 %.'
      : 'Share of each class in each version.',
    summary: `Share of each class over ${counted(versions.length, 'version')}: ${names}.`,
    chart: {
      kind: hasSeveral ? 'lines' : 'areas',
      ...overVersions(versions),
      series,
      valueText: (value) => percentText(value, 0),
      min: 0,
      max: 1,
      interval: 0.25,
    },
    legend,
    table: versionTable(
      `Share of each class of ${dataset}`,
      lines.map(({ name }) => className(name)),
      versions,
      (version, index) => lines.map(({ rows }) => percentText(share(rows[index], version))),
    ),
  });
}

/** How far the label mix has moved. */
export function driftFigure(dataset: string, versions: Versions): Html {
  const sinceFirst = versions.map((version) => labelDrift(versions[0], version));
  const highest = Math.max(...sinceFirst.map(Number));
  const step = DRIFT_STEPS.find((candidate) => 4 * candidate >= highest) ?? 0.25;
  const sinceLast = versions.map((version, index) =>
    index === 0 ? null : labelDrift(versions[index - 1], version),
  );
  return renderFigure({
    id: idOf(dataset, 'drift'),
    title: 'Label mix drift',
    note: 'Share of the rows that would have to change class to give the mix of the first version shown.',
    summary: `Drift of the label mix over ${counted(versions.length, 'version')}: ${percentText(sinceFirst.at(-1) ?? null)} since the first.`,
    chart: {
      kind: 'line',
      ...overVersions(versions),
      series: [{ colour: 'accent', values: sinceFirst }],
      valueText: (value) => percentText(value, value === 0 ? 0 : 1),
      min: 0,
      max: 4 * step,
      interval: step,
    },
    table: versionTable(
      `Drift of the label mix of ${dataset}`,
      [html`Since the first`, html`Since the one before`],
      versions,
      (_, index) => [percentText(sinceFirst[index]), percentText(sinceLast[index])],
    ),
  });
}

function classSeries(
  versions: Versions,
  readValue: (rows: number | null, version: DatasetVersion) => number | null,
) {
  const all = classLines(versions, SERIES_COLOURS + 1);
  // Of several classes a row no sum says how many rows have one of the small ones.
  const lines = classKind(versions) === 'several' ? all.filter(({ name }) => name !== null) : all;
  const colourOf = (name: string | null, index: number) => (name === null ? 'other' : seriesColour(index));
  const legend = lines.map(
    ({ name }, index): LegendEntry => ({ colour: colourOf(name, index), name: className(name) }),
  );
  const series = lines.map(({ name, rows }, index) => ({
    colour: colourOf(name, index),
    values: rows.map((each, version) => readValue(each, versions[version])),
  }));
  const names = lines.map(({ name }) => (name === null ? 'other classes' : plainName(name))).join('; ');
  return { series, legend, names: names === '' ? 'not recorded' : names };
}

/** Classes of a table, which has room for more than a drawing. */
function tableLines(versions: Versions) {
  const lines = classLines(versions, MOST_TABLE_CLASSES);
  return classKind(versions) === 'several' ? lines.filter(({ name }) => name !== null) : lines;
}

function className(name: string | null): Html {
  return name === null ? html`Other classes` : nameText(name);
}

function rowsText({ rows }: DatasetVersion): string {
  return rows === null ? 'an unknown number of rows' : counted(rows, 'row');
}

/** A count that is short enough for an axis. */
function shortCount(count: number): string {
  const [divisor, unit] = count >= 1e6 ? [1e6, 'M'] : count >= 1e4 ? [1e3, 'k'] : [1, ''];
  return divisor === 1 ? countText(count) : `${Number((count / divisor).toFixed(1))}${unit}`;
}
