import { counted } from '../text/markdown.ts';
import { seriesColour } from './colours.ts';
import { renderFigure } from './figure.ts';
import { dayText, durationText, instantText, percentText } from './format.ts';
import { type Html, html, nameText } from './html.ts';
import { OUTCOMES, rollingSuccessRate, stepTimes, successRate, type WorkflowRun } from './run.ts';
import { renderTable } from './table.ts';

const WINDOW = 20;
const MOST_STEPS = 6;
const MOST_STEP_RUNS = 60;
const MINUTE_MS = 60_000;

/** Duration and outcome of each run. */
export function historyFigure(newestFirst: readonly WorkflowRun[], table: Html): Html {
  const runs = newestFirst.toReversed();
  const counts = OUTCOMES.map((known) => ({
    ...known,
    count: runs.filter(({ outcome }) => outcome === known.outcome).length,
  })).filter(({ count }) => count > 0);
  return renderFigure({
    id: 'run-history',
    title: 'Run history',
    note: 'A bar for each run, as long as the run took. A phone shows the newest 60.',
    summary: `Duration and outcome of ${counted(runs.length, 'run')}: ${counts.map(({ word, count }) => `${count} ${word.toLowerCase()}`).join(', ')}.`,
    isWide: true,
    chart: {
      kind: 'bars',
      categories: runs.map(({ startedAt }) => dayText(startedAt)),
      series: [
        {
          colour: runs.map(({ outcome }) => outcome),
          values: runs.map(({ durationMs }) => minutes(durationMs)),
        },
      ],
      valueText: minutesText,
    },
    legend: counts.map(({ outcome, word }) => ({ colour: outcome, name: html`${word}` })),
    table,
  });
}

/** Success rate over a window of runs. */
export function successFigure(newestFirst: readonly WorkflowRun[]): Html {
  const rates = rollingSuccessRate(newestFirst.toReversed(), WINDOW);
  return renderFigure({
    id: 'success-rate',
    title: 'Success rate',
    note: `Successes among the last ${WINDOW} runs that succeeded or failed, at each of them.`,
    summary: `Success rate over ${counted(rates.length, 'run')}: ${percentText(successRate(newestFirst))} in all, ${percentText(rates.at(-1)?.rate ?? null)} over the last ${WINDOW}.`,
    chart: {
      kind: 'line',
      categories: rates.map(({ run }) => dayText(run.startedAt)),
      series: [{ colour: 'accent', values: rates.map(({ rate }) => rate) }],
      valueText: (rate) => percentText(rate, 0),
      min: 0,
      max: 1,
      interval: 0.25,
    },
    table: renderTable(
      'Success rate at each run',
      ['Run', 'Started (UTC)', `Success rate, last ${WINDOW}`],
      rates
        .toReversed()
        .map(({ run, rate }) => [`#${run.number}`, instantText(run.startedAt), percentText(rate)]),
    ),
  });
}

/** Time of the steps in the newest runs that tell it. */
export function stepsFigure(newestFirst: readonly WorkflowRun[]): Html {
  const runs = newestFirst
    .filter(({ stepMs }) => stepMs !== null && stepMs.size > 0)
    .slice(0, MOST_STEP_RUNS);
  if (runs.length === 0) {
    return html`<div class="card chart"><h3>Processing time by step</h3><p class="empty">GitHub told no times of steps for these runs. It keeps them as long as the runs' logs, and tells them to a token with the permission <code>actions: read</code>.</p></div>`;
  }
  runs.reverse();
  const times = stepTimes(runs);
  const large = times.slice(0, times.length > MOST_STEPS ? MOST_STEPS - 1 : MOST_STEPS);
  const small = times.slice(large.length);
  const lines = large.map(({ name }, index) => ({
    colour: seriesColour(index),
    name: nameText(name),
    values: runs.map(({ stepMs }) => minutes(stepMs?.get(name) ?? null)),
  }));
  if (small.length > 0) {
    const sum = ({ stepMs }: WorkflowRun) => small.reduce((ms, { name }) => ms + (stepMs?.get(name) ?? 0), 0);
    lines.push({
      colour: 'other',
      name: html`${counted(small.length, 'other step')}`,
      values: runs.map((run) => minutes(sum(run))),
    });
  }
  const total = times.reduce((ms, { totalMs }) => ms + totalMs, 0);
  return renderFigure({
    id: 'step-times',
    title: 'Processing time by step',
    note: `The newest ${counted(runs.length, 'run')} whose steps GitHub tells; steps of the same name are added up.`,
    summary: `Time of ${counted(times.length, 'step')} in ${counted(runs.length, 'run')}. The longest is ${times[0].name.slice(0, 60)}, ${durationText(times[0].medianMs)} in the median.`,
    chart: {
      kind: 'bars',
      categories: runs.map(({ startedAt }) => dayText(startedAt)),
      series: lines,
      valueText: minutesText,
    },
    legend: lines,
    table: renderTable(
      'Time of each step',
      ['Step', 'Median', '95 % within', 'Share of all time', 'Runs'],
      times.map(({ name, runs: count, medianMs, slowMs, totalMs }) => [
        nameText(name),
        durationText(medianMs),
        durationText(slowMs),
        percentText(total === 0 ? null : totalMs / total),
        count,
      ]),
    ),
  });
}

function minutes(ms: number | null): number | null {
  return ms === null ? null : Number((ms / MINUTE_MS).toFixed(2));
}

function minutesText(value: number): string {
  return `${Number(value.toFixed(2))}\u00A0min`;
}
