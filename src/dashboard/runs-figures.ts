import { counted } from '../text/markdown.ts';
import { seriesColour } from './colours.ts';
import { renderFigure } from './figure.ts';
import { axisTexts, durationText, durationUnit, instantText, percentText } from './format.ts';
import { type Html, html, nameText } from './html.ts';
import { OUTCOMES, rollingSuccessRate, stepTimes, successRate, type WorkflowRun } from './run.ts';
import { renderTable } from './table.ts';

const WINDOW = 20;
const MOST_STEPS = 6;
const MOST_STEP_RUNS = 60;

/** Duration and outcome of each run. */
export function historyFigure(newestFirst: readonly WorkflowRun[], table: Html): Html {
  const runs = newestFirst.toReversed();
  const counts = OUTCOMES.map((known) => ({
    ...known,
    count: runs.filter(({ outcome }) => outcome === known.outcome).length,
  })).filter(({ count }) => count > 0);
  const { inUnit, unitText } = inDurationUnit(runs.map(({ durationMs }) => durationMs ?? 0));
  return renderFigure({
    id: 'run-history',
    title: 'Run history',
    note: 'Each bar is a run. Its height is the duration. A narrow screen shows the newest 60 runs.',
    summary: `Duration and outcome of ${counted(runs.length, 'run')}: ${counts.map(({ word, count }) => `${count} ${word.toLowerCase()}`).join(', ')}.`,
    isWide: true,
    chart: {
      kind: 'bars',
      categories: axisTexts(runs.map(({ startedAt }) => startedAt)),
      series: [
        {
          colour: runs.map(({ outcome }) => outcome),
          values: runs.map(({ durationMs }) => inUnit(durationMs)),
        },
      ],
      valueText: unitText,
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
    note: `Share of successes among the last ${WINDOW} runs that succeeded or failed, up to each of them.`,
    summary: `Success rate over ${counted(rates.length, 'run')}: ${percentText(successRate(newestFirst))} in all, ${percentText(rates.at(-1)?.rate ?? null)} over the last ${WINDOW}.`,
    chart: {
      kind: 'line',
      categories: axisTexts(rates.map(({ run }) => run.startedAt)),
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

/** Time of the steps in the newest runs that have it. */
export function stepsFigure(newestFirst: readonly WorkflowRun[]): Html {
  const runs = newestFirst
    .filter(({ stepMs }) => stepMs !== null && stepMs.size > 0)
    .slice(0, MOST_STEP_RUNS);
  if (runs.length === 0) {
    return html`<div class="card chart"><h3>Processing time by step</h3><p class="empty">GitHub gave no times of steps for these runs. It keeps them as long as the logs of the runs, and a token needs the permission <code>actions: read</code> to read them.</p></div>`;
  }
  runs.reverse();
  const times = stepTimes(runs);
  const large = times.slice(0, times.length > MOST_STEPS ? MOST_STEPS - 1 : MOST_STEPS);
  const small = times.slice(large.length);
  const sums = runs.map(({ stepMs }) => [...(stepMs?.values() ?? [])].reduce((sum, ms) => sum + ms, 0));
  const { inUnit, unitText } = inDurationUnit(sums);
  const lines = large.map(({ name }, index) => ({
    colour: seriesColour(index),
    name: nameText(name),
    values: runs.map(({ stepMs }) => inUnit(stepMs?.get(name) ?? null)),
  }));
  if (small.length > 0) {
    const sum = ({ stepMs }: WorkflowRun) => small.reduce((ms, { name }) => ms + (stepMs?.get(name) ?? 0), 0);
    lines.push({
      colour: 'other',
      name: html`${counted(small.length, 'other step')}`,
      values: runs.map((run) => inUnit(sum(run))),
    });
  }
  const total = times.reduce((ms, { totalMs }) => ms + totalMs, 0);
  return renderFigure({
    id: 'step-times',
    title: 'Processing time by step',
    note: `The newest ${counted(runs.length, 'run')} with times of steps. Steps of the same name are added up.`,
    summary: `Time of ${counted(times.length, 'step')} in ${counted(runs.length, 'run')}. The longest is ${times[0].name.slice(0, 60)}, ${durationText(times[0].medianMs)} in the median.`,
    chart: {
      kind: 'bars',
      categories: axisTexts(runs.map(({ startedAt }) => startedAt)),
      series: lines,
      valueText: unitText,
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

/** Returns how durations are put on an axis, and how its values are written: seconds as seconds, hours as hours. */
function inDurationUnit(durationsMs: readonly number[]) {
  const { name, ms: unitMs } = durationUnit(Math.max(0, ...durationsMs));
  return {
    inUnit: (ms: number | null) => (ms === null ? null : Number((ms / unitMs).toFixed(2))),
    unitText: (value: number) => `${Number(value.toFixed(2))}\u00A0${name}`,
  };
}
