import { counted } from '../text/markdown.ts';
import { durationText, instantText, percentText, UNKNOWN } from './format.ts';
import { renderGroup } from './group.ts';
import { type Html, html, nameText } from './html.ts';
import { type Kpi, renderKpis } from './kpi.ts';
import { OUTCOMES, quantile, type RunHistory, successRate, type WorkflowRun } from './run.ts';
import { historyFigure, stepsFigure, successFigure } from './runs-figures.ts';
import { renderTable } from './table.ts';

const LATEST_RUNS = 8;

/** The part of the page about the runs of the workflow. */
export function renderRunsSection(history: RunHistory): Html {
  if ('missing' in history) return section(html``, html`<p class="card empty">${history.missing}</p>`);
  const { runs, workflow } = history;
  const of = html`<p class="origin">Workflow <code>${workflow}</code></p>`;
  if (runs.length === 0) {
    return section(
      of,
      html`<p class="card empty">This workflow has not run yet. Its runs appear here after the first run.</p>`,
    );
  }
  const table = runTable('All runs shown here', runs);
  const latest = html`<div class="card full"><h3>Latest runs</h3>${runTable('Latest runs', runs.slice(0, LATEST_RUNS))}</div>`;
  return section(
    of,
    html`${renderKpis(runKpis(runs))}
<div class="grid">
${historyFigure(runs, table)}</div>
${renderGroup('Success, steps and latest runs', 'the workflow', [successFigure(runs), stepsFigure(runs), latest])}`,
  );
}

function section(origin: Html, content: Html): Html {
  return html`<section id="runs" aria-labelledby="runs-title">
<header class="section"><h2 id="runs-title">Workflow runs</h2>${origin}</header>
${content}
</section>
`;
}

function runKpis(runs: readonly WorkflowRun[]): Kpi[] {
  const [last] = runs;
  const durations = runs.flatMap(({ outcome, durationMs }) =>
    outcome === 'success' && durationMs !== null ? [durationMs] : [],
  );
  const counts = OUTCOMES.map(({ outcome, word }) => ({
    word: word.toLowerCase(),
    count: runs.filter((run) => run.outcome === outcome).length,
  })).filter(({ count }) => count > 0);
  const slow = quantile(durations, 0.95);
  return [
    {
      name: 'Success rate',
      value: html`${percentText(successRate(runs))}`,
      detail: html`of the runs that succeeded or failed`,
    },
    {
      name: 'Last run',
      value: outcomeText(last),
      detail: html`${instantText(last.startedAt)} UTC`,
    },
    {
      name: 'Typical duration',
      value: html`${durationText(quantile(durations, 0.5))}`,
      detail: html`${slow === null ? 'no run succeeded' : `median of successes; 95 % within ${durationText(slow)}`}`,
    },
    {
      name: 'Runs shown',
      value: html`${runs.length}`,
      detail: html`${counts.map(({ word, count }) => `${count} ${word}`).join(', ')}`,
    },
  ];
}

function runTable(caption: string, runs: readonly WorkflowRun[]): Html {
  const rows = runs.map((run) => [
    run.url === null ? html`#${run.number}` : html`<a href="${run.url}">#${run.number}</a>`,
    outcomeText(run),
    html`${instantText(run.startedAt)}`,
    durationText(run.durationMs),
    run.event === '' ? UNKNOWN : nameText(run.event.replaceAll('_', ' ')),
  ]);
  return html`${renderTable(`${caption}: ${counted(runs.length, 'run')}`, ['Run', 'Outcome', 'Started (UTC)', 'Duration', 'Started by'], rows)}`;
}

function outcomeText({ outcome }: WorkflowRun): Html {
  const word = OUTCOMES.find((known) => known.outcome === outcome)?.word ?? UNKNOWN;
  return html`<span class="outcome ${outcome}">${word}</span>`;
}
