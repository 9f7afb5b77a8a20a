import { counted } from '../text/markdown.ts';
import type { Chart } from './chart.ts';
import { SERIES_COLOURS, seriesColour } from './colours.ts';
import { renderFigure } from './figure.ts';
import { countText, percentText, UNKNOWN } from './format.ts';
import { type Html, html, idOf } from './html.ts';
import { overVersions, versionTable } from './over-versions.ts';
import type { DatasetVersion } from './published-version.ts';
import { valueScale } from './value-scale.ts';

type Versions = readonly DatasetVersion[];

/** A line of a chart: one number of each version, null where the version does not record it. */
interface QualityLine {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** Highest value of an axis of shares at least. */
const LEAST_SHARE = 0.01;
const DIGITS = 3;

/** Returns the figures about the quality of the rows over versions; none of what no version records. */
export function qualityFigures(dataset: string, versions: Versions): Html[] {
  return [
    ...measuresFigure(dataset, versions),
    ...droppedFigure(dataset, versions),
    ...agreementFigure(dataset, versions),
    ...personalDataFigure(dataset, versions),
  ];
}

/** What the gates of the same names compare with their limits, as far as versions record it. */
function measuresFigure(dataset: string, versions: Versions): Html[] {
  const share = (part: number | null | undefined, whole: number | null | undefined) =>
    part === null || part === undefined || !whole ? null : part / whole;
  const lines = known([
    {
      name: 'Unknown classes',
      values: versions.map(({ dropped, fetchedRows, classNames }) =>
        classNames.length === 0 ? null : share(dropped?.get('Unknown class') ?? (dropped && 0), fetchedRows),
      ),
    },
    {
      name: 'Conflicts',
      values: versions.map(({ dropped, fetchedRows }) =>
        share(dropped?.get('Conflict') ?? (dropped && 0), fetchedRows),
      ),
    },
    {
      name: 'Near-duplicates in test',
      values: versions.map(({ nearDuplicates, splits }) => share(nearDuplicates, splits?.test)),
    },
    {
      name: 'Rows gone',
      values: versions.map(({ rows }, index) => {
        const before = index === 0 ? null : versions[index - 1].rows;
        return rows === null || before === null ? null : share(Math.max(0, before - rows), before);
      }),
    },
  ]);
  if (lines.length === 0) return [];
  const scale = valueScale([0, LEAST_SHARE, ...lines.flatMap(({ values }) => values.filter(isKnown))]);
  const digits = scale.interval < 0.01 ? 1 : 0;
  return [
    lineFigure(dataset, versions, {
      id: 'measures',
      title: 'What the gates measure',
      note: 'The gates max-unknown-classes, max-conflicts, max-near-duplicates and max-shrinkage limit these shares: of the rows read, of the rows of test, and of the rows of the version before.',
      lines,
      scale: { ...scale, valueText: (value) => percentText(value, digits) },
      text: (value) => percentText(value),
    }),
  ];
}

function agreementFigure(dataset: string, versions: Versions): Html[] {
  const lines = known([{ name: "Krippendorff's alpha", values: versions.map(({ agreement }) => agreement) }]);
  if (lines.length === 0) return [];
  const scale = valueScale([0, 1, ...lines.flatMap(({ values }) => values.filter(isKnown))]);
  return [
    lineFigure(dataset, versions, {
      id: 'agreement',
      title: 'Agreement of annotators',
      note: "Krippendorff's alpha: 1 is full agreement, 0 is chance.",
      lines,
      scale,
      text: (value) => (value === null ? UNKNOWN : String(Number(value.toFixed(DIGITS)))),
    }),
  ];
}

function lineFigure(
  dataset: string,
  versions: Versions,
  {
    id,
    title,
    note,
    lines,
    scale,
    text,
  }: {
    id: string;
    title: string;
    note: string;
    lines: readonly QualityLine[];
    scale: Pick<Chart, 'min' | 'max' | 'interval' | 'valueText'>;
    text: (value: number | null) => string;
  },
): Html {
  const last = ({ values }: QualityLine) => text(values.findLast(isKnown) ?? null);
  return renderFigure({
    id: idOf(dataset, id),
    title,
    note,
    summary: `${title} over ${counted(versions.length, 'version')}: ${lines.map((line) => `${line.name} ${last(line)}`).join('; ')}.`,
    chart: {
      kind: 'lines',
      ...overVersions(versions),
      series: lines.map(({ values }, index) => ({ colour: seriesColour(index), values })),
      ...scale,
    },
    legend: lines.map((line, index) => ({
      colour: seriesColour(index),
      name: html`${line.name} ${last(line)}`,
    })),
    table: versionTable(
      `${title} of ${dataset}`,
      lines.map(({ name }) => html`${name}`),
      versions,
      (_, index) => lines.map(({ values }) => text(values[index])),
    ),
  });
}

function droppedFigure(dataset: string, versions: Versions): Html[] {
  return countsFigure(dataset, versions, {
    id: 'dropped',
    title: 'Dropped rows',
    note: 'Rows that were read and not published, by reason.',
    counts: versions.map(({ dropped }) => dropped),
  });
}

function personalDataFigure(dataset: string, versions: Versions): Html[] {
  return countsFigure(dataset, versions, {
    id: 'pii',
    title: 'Personal data',
    note: 'How often each kind was found in the rows read.',
    counts: versions.map(({ personalData }) => personalData),
  });
}

/** Bars of counts by name; nothing where no version has one above zero. The smallest of many names are summed up. */
function countsFigure(
  dataset: string,
  versions: Versions,
  {
    id,
    title,
    note,
    counts,
  }: { id: string; title: string; note: string; counts: readonly (ReadonlyMap<string, number> | null)[] },
): Html[] {
  const names = [...new Set(counts.flatMap((each) => [...(each?.keys() ?? [])]))];
  const all = names
    .map((name) => ({ name, values: counts.map((each) => each && (each.get(name) ?? 0)) }))
    .map((line) => ({ ...line, sum: line.values.reduce<number>((sum, value) => sum + Number(value), 0) }))
    .filter(({ sum }) => sum > 0)
    .toSorted((a, b) => b.sum - a.sum);
  if (all.length === 0) return [];
  const isCut = all.length > SERIES_COLOURS;
  const large = isCut ? all.slice(0, SERIES_COLOURS - 1) : all;
  const small = all.slice(large.length);
  const rest: QualityLine[] = isCut
    ? [
        {
          name: 'Other reasons',
          values: counts.map((each, index) =>
            each === null ? null : small.reduce((sum, { values }) => sum + Number(values[index]), 0),
          ),
        },
      ]
    : [];
  const lines: QualityLine[] = [...large, ...rest];
  const last = ({ values }: QualityLine) => countText(values.findLast(isKnown) ?? null);
  const colourOf = (index: number) => (index < large.length ? seriesColour(index) : 'other');
  return [
    renderFigure({
      id: idOf(dataset, id),
      title,
      note,
      summary: `${title} over ${counted(versions.length, 'version')}: ${lines.map((line) => `${line.name} ${last(line)}`).join('; ')}.`,
      chart: {
        kind: 'bars',
        ...overVersions(versions),
        series: lines.map(({ values }, index) => ({ colour: colourOf(index), values })),
        valueText: countText,
      },
      legend: lines.map((line, index) => ({
        colour: colourOf(index),
        name: html`${line.name} ${last(line)}`,
      })),
      table: versionTable(
        `${title} of ${dataset}`,
        all.map(({ name }) => html`${name}`),
        versions,
        (_, index) => all.map(({ values }) => countText(values[index])),
      ),
    }),
  ];
}

/** Returns the lines of which a version has a value. */
function known(lines: readonly QualityLine[]): QualityLine[] {
  return lines.filter(({ values }) => values.some(isKnown));
}

function isKnown(value: number | null): value is number {
  return value !== null;
}
