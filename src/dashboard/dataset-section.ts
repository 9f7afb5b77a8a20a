import { shareChange } from '../model/predictions.ts';
import { counted } from '../text/markdown.ts';
import { changeCard } from './change-card.ts';
import { renderComparison } from './comparison.ts';
import { overallShares } from './confusion.ts';
import { classFigure, driftFigure, mixFigure, splitFigure } from './dataset-figures.ts';
import { countText, instantText, percentText, pointsText, signedText } from './format.ts';
import { ageOf } from './glance.ts';
import { renderGroup } from './group.ts';
import { type Html, html, idOf } from './html.ts';
import { type Kpi, renderKpis } from './kpi.ts';
import { predictionFigures } from './prediction-figures.ts';
import { promotionTimeline } from './promotion-timeline.ts';
import {
  classKind,
  type DatasetHistory,
  type DatasetVersion,
  labelDrift,
  type UnpublishedStatus,
} from './published-version.ts';
import { qualityFigures } from './quality-figures.ts';
import type { ModelPromotions } from './read-promotions.ts';
import { newestScore, scoreFigure } from './score-figure.ts';
import { type ModelScores, type ScoreLine, scoreLines } from './scores.ts';

/** What is known of the models that are trained on a dataset. */
interface KnownModels {
  readonly scores: readonly ModelScores[];
  readonly promotions: readonly ModelPromotions[];
}

/** Renders the part of the page about the versions of one dataset, as of an instant, with what is known of its models. */
export function renderDatasetSection(history: DatasetHistory, now: Date, models: KnownModels): Html {
  const { name, repo, pageUrl, versions, missing } = history;
  const titleId = idOf(name, 'title');
  return html`<section id="${idOf(name)}" aria-labelledby="${titleId}">
<header class="section"><h2 id="${titleId}">${titleOf(name)}</h2><p class="origin">Dataset <a href="${pageUrl}">${repo}</a></p></header>
${renderNotices(history)}${versions.length === 0 ? html`<p class="card empty">${missing ?? 'No version has been published yet. Versions appear here after the first run that publishes one.'}</p>` : renderVersions(history, now, models)}
</section>
`;
}

const NOTICES: Readonly<Record<UnpublishedStatus, Html>> = {
  held: html`<span class="outcome cancelled">Held</span> by a gate: nothing was published. The summary of the run shows what the gate measured and how to continue.`,
  failed: html`<span class="outcome failure">Failed</span>: nothing was published. The log of the run shows why.`,
  skipped: html`<span class="outcome">Skipped</span>: there were too few rows to publish.`,
};

/** Renders what keeps a new version from being published; usually nothing. */
function renderNotices({ lastStatus, waitsIn, pageUrl }: DatasetHistory): Html[] {
  const link = html`<a href="${pageUrl}/discussions/${waitsIn ?? ''}">#${waitsIn ?? ''}</a>`;
  const texts = [
    ...(lastStatus === null ? [] : [NOTICES[lastStatus]]),
    ...(waitsIn === null
      ? []
      : [html`<span class="outcome running">Waits for approval</span> in the pull request ${link}.`]),
  ];
  return texts.map(
    (text) => html`<p class="card notice">${text}</p>
`,
  );
}

/** A dataset's name as a title. */
export function titleOf(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

function renderVersions(
  history: DatasetHistory,
  now: Date,
  { scores: models, promotions }: KnownModels,
): Html {
  const { name, versions } = history;
  const scores = scoreLines(versions, models);
  const kind = classKind(versions);
  const isFirst = versions.length === 1;
  const rows = [
    ...changeCard(name, versions),
    splitFigure(name, versions, { isWide: kind !== 'one' }),
    ...(kind === 'none' ? [] : [classFigure(name, versions)]),
    ...(kind === 'none' || isFirst ? [] : [mixFigure(name, versions)]),
    ...(kind === 'one' && !isFirst ? [driftFigure(name, versions)] : []),
  ];
  const predictions = kind === 'one' ? predictionFigures(name, versions, scores) : [];
  const model = [
    ...predictions.slice(-1),
    ...(models.length === 0 ? [] : [scoreFigure(name, versions, { models, lines: scores })]),
  ];
  const open = [
    ...promotionTimeline(name, versions, { promotions, scores: models }),
    ...predictions.slice(0, -1),
  ];
  return html`${renderKpis(datasetKpis(history, now, scores))}
${open.length === 0 ? '' : html`<div class="grid">\n${open}</div>\n`}${renderGroup(models.length === 0 ? 'Confusions' : 'Confusions and scores', name, model)}${renderGroup('Rows and classes', name, rows)}${renderGroup('Quality of the rows', name, qualityFigures(name, versions))}${renderGroup('Compare two versions', name, [renderComparison(history, scores)])}`;
}

function datasetKpis(
  { versions, versionsLeftOut }: DatasetHistory,
  now: Date,
  scores: readonly ScoreLine[],
): Kpi[] {
  const [previous, latest] = versions.length < 2 ? [null, versions[0]] : versions.slice(-2);
  const hasChange = previous !== null && previous.rows !== null && latest?.rows !== null;
  const change = hasChange ? signedText(Number(latest?.rows) - Number(previous.rows)) : null;
  const leftOut = versionsLeftOut === 0 ? '' : `; ${countText(versionsLeftOut)} more not shown`;
  return [
    {
      name: 'Rows',
      value: html`${countText(latest?.rows ?? null)}`,
      detail: html`${change === null ? 'in the latest version' : `${changesText(latest) ?? change} since the version before`}`,
    },
    {
      name: 'Latest version',
      value: html`<span class="tag">${latest?.tag ?? ''}</span>`,
      detail: html`${instantText(latest.publishedAt)} UTC, ${ageOf(latest, now)}${newestScore(scores)}`,
    },
    {
      name: 'Versions',
      value: html`${countText(versions.length)}`,
      detail: html`since ${instantText(versions[0].publishedAt)}${leftOut}`,
    },
    classKind(versions) === 'one' ? (wrongKpi(versions) ?? driftKpi(versions)) : sourceKpi(latest),
  ];
}

/** How many rows came, went and got another value; null where the version does not record it. */
function changesText({ changes }: DatasetVersion): string | null {
  if (changes === null) return null;
  const [added, removed, relabelled] = [changes.added, changes.removed, changes.relabelled].map(countText);
  return `${added} added, ${removed} removed, ${relabelled} relabelled`;
}

/** Returns how often the model was wrong by the latest version; null where that version does not record it. */
function wrongKpi(versions: readonly DatasetVersion[]): Kpi | null {
  const shares = overallShares(versions);
  const [latest, before] = [shares.at(-1) ?? null, shares.at(-2) ?? null];
  if (latest === null) return null;
  const change = shareChange(latest, before);
  const since = change === null ? '' : `, ${pointsText(change)} since the version before`;
  return {
    name: 'Model wrong',
    value: html`${percentText(latest.share)}`,
    detail: html`of ${counted(latest.reviewed, 'reviewed row')}${since}`,
  };
}

function driftKpi(versions: readonly DatasetVersion[]): Kpi {
  const drift = versions.length < 2 ? null : labelDrift(versions[0], versions[versions.length - 1]);
  const over = `of the mix changed over ${counted(versions.length, 'version')}`;
  return {
    name: 'Label mix drift',
    value: html`${percentText(drift)}`,
    detail: html`${drift === null ? 'known from the second version on' : over}`,
  };
}

/** Where a mix of classes says nothing: how much of it a person corrected. */
function sourceKpi({ reviewedRows, poolRows }: DatasetVersion): Kpi {
  return {
    name: 'Corrections read',
    value: html`${countText(reviewedRows)}`,
    detail: html`${poolRows === null ? 'for the latest version' : `and ${countText(poolRows)} confirmed rows`}`,
  };
}
