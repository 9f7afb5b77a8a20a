import { createHash } from 'node:crypto';
import { renderDatasetSection, titleOf } from './dataset-section.ts';
import { instantText } from './format.ts';
import { byNeed, renderGlance } from './glance.ts';
import { html, idOf, trusted } from './html.ts';
import { pageScript } from './page-script.ts';
import type { DatasetHistory } from './published-version.ts';
import type { ModelPromotions } from './read-promotions.ts';
import type { RunHistory } from './run.ts';
import { renderRunsSection } from './runs-section.ts';
import type { ModelScores } from './scores.ts';
import { pageStyle } from './style.ts';

/** All that the dashboard shows. */
export interface DashboardData {
  readonly builtAt: Date;
  /** Repository of the workflow, null when it is not known. */
  readonly repository: string | null;
  readonly history: RunHistory;
  readonly datasets: readonly DatasetHistory[];
  /** What the cards of models report of the datasets, by the name of the dataset. */
  readonly scores: ReadonlyMap<string, readonly ModelScores[]>;
  /** What the tags of models record of their promotions, by the name of the dataset. */
  readonly promotions: ReadonlyMap<string, readonly ModelPromotions[]>;
}

/**
 * Renders the dashboard as one HTML file that needs no network and no server. Its policy lets the browser run only its own
 * script, whatever the names in it hold.
 */
export function renderDashboard(data: DashboardData): string {
  const { builtAt, repository, history, datasets, scores, promotions } = data;
  const style = pageStyle();
  const script = pageScript();
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${sha256(style)}'`,
    `script-src 'sha256-${sha256(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const ordered = byNeed(datasets);
  const links = [
    ['glance', 'All datasets'],
    ...ordered.map(({ name }) => [idOf(name), titleOf(name)]),
    ['runs', 'Workflow runs'],
  ];
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>Dataset dashboard${repository === null ? '' : ` · ${repository}`}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<div><h1>Dataset dashboard</h1><p>${repository === null ? '' : `${repository} · `}as of ${instantText(builtAt)} UTC</p></div>
<button type="button" id="theme" hidden>${SWITCH_ICON}<span></span></button>
</header>
<nav aria-label="Sections"><ul>${links.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<main id="content" tabindex="-1">
${renderGlance(ordered, builtAt)}${ordered.map((each) => renderDatasetSection(each, builtAt, { scores: scores.get(each.name) ?? [], promotions: promotions.get(each.name) ?? [] }))}${renderRunsSection(history)}
</main>
<footer><p>This page is built from the metadata of the tagged versions, the cards and the tags of the models, and the runs of the workflow. It holds counts, names of classes and settings, but no text of a row.</p></footer>
<script>${trusted(script)}</script>
</body>
</html>
`);
}

const SWITCH_ICON = trusted(
  '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1.5a6.5 6.5 0 1 0 0 13z" fill="currentColor"/><circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.4"/></svg>',
);

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
