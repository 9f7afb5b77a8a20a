import { renderComparison } from './comparison.ts';
import { classFigure, driftFigure, mixFigure, splitFigure } from './dataset-figures.ts';
import { counted, countText, instantText, percentText, signedText } from './format.ts';
import { type Html, html } from './html.ts';
import { type Kpi, renderKpis } from './kpi.ts';
import { type DatasetHistory, labelDrift } from './published-version.ts';

/** The part of the page about the versions of one dataset. */
export function renderDatasetSection(history: DatasetHistory): Html {
  const { label, repo, pageUrl, versions, missing } = history;
  return html`<section id="${label}" aria-labelledby="${label}-title">
<header class="section"><h2 id="${label}-title">${titleOf(label)}</h2><p class="origin">Dataset <a href="${pageUrl}">${repo}</a></p></header>
${versions.length === 0 ? html`<p class="card empty">${missing ?? 'No version has been published yet. Versions appear here after the first run that publishes one.'}</p>` : renderVersions(history)}
</section>
`;
}

/** A label's name as a title. */
export function titleOf(label: string): string {
  return `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`;
}

function renderVersions(history: DatasetHistory): Html {
  const { label, versions } = history;
  return html`${renderKpis(datasetKpis(history))}
<div class="grid">
${splitFigure(label, versions)}${classFigure(label, versions)}${mixFigure(label, versions)}${driftFigure(label, versions)}${renderComparison(history)}
</div>`;
}

function datasetKpis({ versions, versionsLeftOut }: DatasetHistory): Kpi[] {
  const [previous, latest] = versions.length < 2 ? [null, versions[0]] : versions.slice(-2);
  const hasChange = previous !== null && previous.rows !== null && latest?.rows !== null;
  const change = hasChange ? signedText(Number(latest?.rows) - Number(previous.rows)) : null;
  const drift = versions.length < 2 || latest === null ? null : labelDrift(versions[0], latest);
  const leftOut = versionsLeftOut === 0 ? '' : `; ${countText(versionsLeftOut)} more not shown`;
  return [
    {
      name: 'Rows',
      value: html`${countText(latest?.rows ?? null)}`,
      detail: html`${change === null ? 'in the latest version' : `${change} since the version before`}`,
    },
    {
      name: 'Latest version',
      value: html`<span class="tag">${latest?.tag ?? ''}</span>`,
      detail: html`${latest === null ? '' : `${instantText(latest.publishedAt)} UTC`}`,
    },
    {
      name: 'Versions',
      value: html`${countText(versions.length)}`,
      detail: html`since ${instantText(versions[0].publishedAt)}${leftOut}`,
    },
    {
      name: 'Label mix drift',
      value: html`${percentText(drift)}`,
      detail: html`${drift === null ? 'needs the classes of two versions' : `of the mix moved over ${counted(versions.length, 'version')}`}`,
    },
  ];
}
