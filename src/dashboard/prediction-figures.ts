import { type CorrectedShare, confusions } from '../model/predictions.ts';
import { counted } from '../text/markdown.ts';
import type { Chart } from './chart.ts';
import { SERIES_COLOURS, seriesColour } from './colours.ts';
import {
  classSharesOf,
  isJudged,
  type JudgedVersion,
  newShares,
  overallShares,
  pairShares,
  shareBasis,
  shareIn,
} from './confusion.ts';
import { pairName, renderConfusions } from './confusion-table.ts';
import { renderFigure } from './figure.ts';
import { countText, percentText, UNKNOWN } from './format.ts';
import { type Html, html, idOf, nameText, plainName } from './html.ts';
import { overVersions, versionTable } from './over-versions.ts';
import type { DatasetVersion } from './published-version.ts';
import type { ScoreLine } from './scores.ts';
import { valueScale } from './value-scale.ts';

type Versions = readonly DatasetVersion[];

/** Classes and confusions that get a column of a table. */
const MOST_COLUMNS = 20;
/** Highest value of an axis at least. */
const LEAST_SHARE = 0.01;

/**
 * Whether the model is wrong less often than it was, and where it is: nothing for versions that do not record what it had
 * predicted.
 *
 * @param scores of models, which name the versions they were trained on
 */
export function predictionFigures(dataset: string, versions: Versions, scores: readonly ScoreLine[]): Html[] {
  const judged = versions.filter(isJudged);
  const latest = judged.at(-1);
  if (latest === undefined) return [];
  const basis = shareBasis(judged);
  const table = renderConfusions(dataset, latest, judged.at(-2) ?? null, basis);
  const drawn = { marks: trainedOn(versions, scores), note: noteOf(versions, scores), latest };
  if (basis === 'corrections') {
    return latest.predictions.corrected === 0 ? [table] : [confusionFigure(dataset, versions, drawn), table];
  }
  const hasClasses = judged.some((version) => classSharesOf(version, basis).size > 0);
  const wrong = wrongFigure(dataset, versions, { ...drawn, isWide: !hasClasses });
  return hasClasses ? [wrong, classFigure(dataset, versions, drawn), table] : [wrong, table];
}

interface Drawn {
  readonly marks: readonly boolean[];
  /** How to read the marks. */
  readonly note: string;
  readonly latest: JudgedVersion;
}

function trainedOn(versions: Versions, scores: readonly ScoreLine[]): boolean[] {
  return versions.map((_, index) => scores.some(({ values }) => values[index] !== null));
}

function noteOf(versions: Versions, scores: readonly ScoreLine[]): string {
  const isTrained = trainedOn(versions, scores).includes(true);
  const marks = `Each mark is a version${isTrained ? ', a diamond one that a model was trained on' : ''}.`;
  const silent = versions.filter((version) => !isJudged(version)).length;
  if (silent === 0) return marks;
  return `${marks} ${counted(silent, 'version')} of ${versions.length} ${silent === 1 ? 'does' : 'do'} not record what the model had predicted.`;
}

function wrongFigure(
  dataset: string,
  versions: Versions,
  { marks, note, isWide }: Drawn & { isWide: boolean },
): Html {
  const [all, recent] = [overallShares(versions), newShares(versions)];
  const lines = [
    { colour: 's0', name: 'All reviewed rows', shares: all },
    { colour: 's2', name: 'Rows reviewed since the version before', shares: recent },
  ].filter(({ shares }) => shares.some((share) => share !== null));
  const values = lines.map(({ shares }) => shares.map((share) => share?.share ?? null));
  return renderFigure({
    id: idOf(dataset, 'wrong'),
    title: 'How often the model is wrong',
    note: `Share of the reviewed rows that were corrected. ${note}`,
    summary: `Share of reviewed rows that were corrected over ${counted(versions.length, 'version')}: ${shareText(lastOf(all))} at last.`,
    chart: shareChart(versions, values, { colours: lines.map(({ colour }) => colour), marks }),
    legend: lines.map(({ colour, name, shares }) => ({
      colour,
      name: html`${name} ${shareText(lastOf(shares))}`,
    })),
    table: versionTable(
      `How often the model was wrong on ${dataset}`,
      [html`Of all reviewed`, html`Of those reviewed since`],
      versions,
      (_, index) => [partText(all[index]), partText(recent[index])],
    ),
    isWide,
  });
}

function classFigure(dataset: string, versions: Versions, { marks, latest }: Drawn): Html {
  const judged = versions.map((version) =>
    isJudged(version) ? classSharesOf(version, 'right class') : null,
  );
  const newest = classSharesOf(latest, 'right class');
  const names = latest.classNames
    .filter((name) => judged.some((shares) => shares?.has(name)))
    .map((name) => ({ name, reviewed: newest.get(name)?.reviewed ?? 0 }))
    .toSorted((a, b) => b.reviewed - a.reviewed)
    .slice(0, MOST_COLUMNS)
    .map(({ name }) => name);
  const drawn = names.slice(0, SERIES_COLOURS);
  const lines = drawn.map((name) => judged.map((shares) => shares?.get(name)?.share ?? null));
  const rest =
    names.length > drawn.length ? ` The ${drawn.length} classes with the most rows are drawn.` : '';
  return renderFigure({
    id: idOf(dataset, 'wrongclasses'),
    title: 'How often the model is wrong, by class',
    note: `Share of the reviewed rows of each right class that the model had put into another class.${rest}`,
    summary: `Share of reviewed rows of each class that were corrected over ${counted(versions.length, 'version')}: ${drawn.map((name, index) => `${plainName(name)} ${percentText(lastOf(lines[index]))}`).join('; ')}.`,
    chart: shareChart(versions, lines, { colours: drawn.map((_, index) => seriesColour(index)), marks }),
    legend: drawn.map((name, index) => ({
      colour: seriesColour(index),
      name: html`${nameText(name)} ${percentText(lastOf(lines[index]))}`,
    })),
    table: versionTable(
      `How often the model was wrong on each class of ${dataset}`,
      names.map(nameText),
      versions,
      (_, index) => names.map((name) => partText(judged[index]?.get(name) ?? null)),
    ),
  });
}

function confusionFigure(dataset: string, versions: Versions, { marks, note, latest }: Drawn): Html {
  const judged = versions.map((version) =>
    isJudged(version) ? { version, shares: pairShares(version, 'corrections') } : null,
  );
  const pairs = [...pairShares(latest, 'corrections').values()].slice(0, MOST_COLUMNS);
  const lines = pairs.map((pair) =>
    judged.map((each) => each && shareIn(each.version, each.shares, pair, 'corrections')),
  );
  const drawn = pairs.slice(0, SERIES_COLOURS);
  const all = confusions(latest.predictions).length;
  const rest = all > drawn.length ? ` The ${drawn.length} most frequent of ${countText(all)} are drawn.` : '';
  return renderFigure({
    id: idOf(dataset, 'wrong'),
    title: 'What corrections change',
    note: `Share of each confusion, from the predicted to the right class, in all corrections. The SELECT reads corrected rows only, so how often the model is right is not known. ${note}${rest}`,
    summary: `Share of each confusion in all corrections over ${counted(versions.length, 'version')}: ${drawn.map(({ predicted, right }, index) => `${predicted === null ? 'no class' : plainName(predicted)} to ${plainName(right)} ${percentText(lastOf(lines[index]))}`).join('; ')}.`,
    chart: shareChart(versions, lines.slice(0, drawn.length), {
      colours: drawn.map((_, index) => seriesColour(index)),
      marks,
    }),
    legend: drawn.map((pair, index) => ({
      colour: seriesColour(index),
      name: html`${pairName(pair)} ${percentText(lastOf(lines[index]))}`,
    })),
    table: versionTable(`What corrections of ${dataset} change`, pairs.map(pairName), versions, (_, index) =>
      lines.map((line) => percentText(line[index])),
    ),
    isWide: true,
  });
}

function shareChart(
  versions: Versions,
  lines: readonly (readonly (number | null)[])[],
  { colours, marks }: { colours: readonly string[]; marks: readonly boolean[] },
): Chart {
  const known = lines.flat().filter((value) => value !== null);
  const scale = valueScale([0, LEAST_SHARE, ...known]);
  const digits = scale.interval < 0.01 ? 1 : 0;
  return {
    kind: 'lines',
    ...overVersions(versions),
    series: lines.map((values, index) => ({ colour: colours[index], values })),
    ...scale,
    marks,
    valueText: (value) => percentText(value, digits),
  };
}

function lastOf<T>(values: readonly (T | null)[]): T | null {
  return values.findLast((value) => value !== null) ?? null;
}

function shareText(share: CorrectedShare | null): string {
  return percentText(share?.share ?? null);
}

function partText(part: CorrectedShare | null): string {
  if (part === null) return UNKNOWN;
  return `${percentText(part.share)} (${countText(part.corrected)} of ${countText(part.reviewed)})`;
}
