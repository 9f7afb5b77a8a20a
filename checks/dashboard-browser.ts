// Opens in a real Chromium the dashboard of 60 versions and 200 runs, and one of datasets of every task, of many classes
// and of odd names, and one of runs of seconds: what needs a person is first, nothing is loaded or complained about, charts have marks, the pickers work by keyboard, nothing
// overflows; keeps screenshots for a person. Usage: [folder for screenshots]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { renderDashboard } from '../src/dashboard/page.ts';
import type { DatasetHistory } from '../src/dashboard/published-version.ts';
import type { ModelPromotions } from '../src/dashboard/read-promotions.ts';
import type { WorkflowRun } from '../src/dashboard/run.ts';
import type { ModelScores } from '../src/dashboard/scores.ts';
import { TASK_NAMES } from '../src/model/tasks.ts';
import { type DatasetMetadata, versionTagOf } from '../src/version/metadata.ts';
import { BUILT_IN } from '../test/support/built-in.ts';
import { Checks } from '../test/support/checks.ts';
import {
  growingVersions,
  historyOf,
  someRuns,
  taskVersions,
  withChanges,
} from '../test/support/dashboard.ts';
import { improvingPredictions } from '../test/support/predictions.ts';
import { promotionsFrom, somePromotions } from '../test/support/promotions.ts';
import { someScores } from '../test/support/scores.ts';
import { BROWSER } from './browser.ts';
import { contrastsOf } from './contrast.ts';

const [VERSIONS, RUNS] = [60, 200];
const WIDTHS = [390, 1280];
/** What a chart draws for values, by their colours; lines of the grid have others. */
const MARKS = ['s0', 'train', 'accent', 'success']
  .map((name) => `[fill="var(--${name})"], [stroke="var(--${name})"]`)
  .join(', ');
const HOSTILE = [
  '</script><img src=x onerror=alert(1)>',
  '\u202Eesrever',
  '__proto__',
  '',
  'नेपाल 😡',
  '7',
  '3',
];
/** Size of a page of 15 datasets of up to 60 versions. */
const MOST_BYTES = 1_200_000;
/** Height of the page of two datasets on a telephone. */
const MOST_HEIGHT = 6000;
const BUILT_AT = new Date('2026-11-23T09:00:00Z');
const folder = path.resolve(process.argv[2] ?? '.ci-out/dashboard');
const checks = new Checks();

/** A page to look at, and how many charts it has. */
interface Case {
  readonly name: string;
  readonly datasets: readonly DatasetHistory[];
  /** Scores of models, by the name of the dataset. */
  readonly scores: ReadonlyMap<string, readonly ModelScores[]>;
  /** Promotions of models, by the name of the dataset. */
  readonly promotions: ReadonlyMap<string, readonly ModelPromotions[]>;
  readonly charts: number;
  readonly runs: readonly WorkflowRun[];
}

const RUN_CHARTS = 3;
/** Charts of rows and classes, and two of the quality of the rows. */
const CHARTS = { none: 3, several: 5, one: 6 } as const;
/** Charts of what the model had predicted: of all reviewed rows and by class, or of corrections alone. */
const WRONG_CHARTS = 2;

const builtIn = BUILT_IN.map(({ name, classNames }) =>
  historyOf(name, withChanges(improvingPredictions(growingVersions(name, classNames, VERSIONS)))),
);
const two: Case = {
  name: 'two',
  datasets: builtIn.map((history, index) => ({
    ...history,
    lastStatus: index === 0 ? 'held' : null,
    waitsIn: index === 0 ? 3 : null,
  })),
  scores: new Map(builtIn.map((history) => [history.name, [someScores(history)]])),
  promotions: new Map(
    await Promise.all(
      builtIn.map(async (history) => [history.name, [await somePromotions(history)]] as const),
    ),
  ),
  charts: RUN_CHARTS + 2 * (CHARTS.one + WRONG_CHARTS + 1),
  runs: someRuns(RUNS),
};
const manyClasses = Array.from({ length: 200 }, (_, id) => `class number ${id} of two hundred`);
const odd = historyOf(
  'constructor',
  withChanges(improvingPredictions(taskVersions('text-classification', 5, HOSTILE))),
);
const ofTask = (name: string, versions: number, isCorrectedOnly: boolean, classNames?: readonly string[]) =>
  historyOf(
    name,
    withChanges(
      improvingPredictions(taskVersions('text-classification', versions, classNames), { isCorrectedOnly }),
    ),
  );
const dozen = Array.from({ length: 12 }, (_, id) => `Infrastructure, Utilities & Resources ${id + 1}`);
const mixed: Case = {
  name: 'mixed',
  datasets: [
    ...TASK_NAMES.map((task) => historyOf(task, taskVersions(task, 8))),
    historyOf('runs', taskVersions('text-classification', 2)),
    ofTask('corrected-only', 9, true, dozen.slice(0, 4)),
    ofTask('twelve', 6, false, dozen),
    odd,
    historyOf('many-labels', taskVersions('multi-label-classification', 5, manyClasses)),
    ofTask('many-classes', 5, false, manyClasses),
    historyOf(`a${'-very'.repeat(11)}-long`, taskVersions('text-scoring', 1)),
    { ...historyOf('unpublished', []), lastStatus: 'skipped' },
    { ...historyOf('broken', []), lastStatus: 'failed', missing: 'The Hub does not find it.' },
  ],
  scores: new Map([
    ['runs', [{ model: 'owner/silent', scores: [], missing: 'The model has no card yet.' }]],
    ['constructor', HOSTILE.map((name) => ({ ...someScores(odd, name), model: `owner/${name}` }))],
  ]),
  promotions: new Map([
    [
      'constructor',
      await Promise.all(HOSTILE.map((name) => promotionsFrom(`owner/${name}`, { production: name }))),
    ],
  ]),
  charts: RUN_CHARTS + 7 * CHARTS.one + 3 * WRONG_CHARTS + 1 + 3 * CHARTS.several + 6 * CHARTS.none + 1,
  runs: someRuns(RUNS),
};

/** Eight runs a day of some seconds, a first version, and a dataset of which more and more is recorded. */
const busy: Case = {
  name: 'busy',
  datasets: [
    historyOf('first', growingVersions('first', ['yes', 'no'], 1)),
    historyOf('recorded', recordedVersions()),
    { ...historyOf('held', growingVersions('held', ['yes', 'no'], 3)), lastStatus: 'held' },
  ],
  scores: new Map(),
  promotions: new Map(),
  charts: RUN_CHARTS + 2 * CHARTS.one + 2,
  runs: someRuns(RUNS).map((run, index) => ({
    ...run,
    startedAt: new Date(BUILT_AT.getTime() - index * 3 * 3_600_000),
    durationMs: run.durationMs && run.durationMs / 40,
    stepMs: run.stepMs && new Map(Array.from(run.stepMs, ([step, ms]) => [step, ms / 40])),
  })),
};

/** Versions, several a day, that record personal data and how far annotators agree. */
function recordedVersions(): DatasetMetadata[] {
  return growingVersions('recorded', ['yes', 'no'], 12).map((version, index) => ({
    ...version,
    version_tag: versionTagOf(new Date(BUILT_AT.getTime() - (12 - index) * 3 * 3_600_000)),
    quality: {
      ...version.quality,
      agreement: { alpha: 0.6 + index / 40, texts: 90, annotators: 4 },
      pii: { action: 'redact', rows: 4, found: { email: { finds: index + 2, rows: 2 } } },
    },
  }));
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, datasets, scores, promotions, runs } of [two, mixed, busy]) {
  const page = renderDashboard({
    builtAt: BUILT_AT,
    repository: 'owner/app',
    history: { runs, workflow: 'retrain.yml' },
    datasets,
    scores,
    promotions,
  });
  writeFileSync(fileOf(name), page);
  const bytes = Buffer.byteLength(page);
  checks.check(
    `${name}: one file of ${Math.ceil(bytes / 1024)} KiB, below 1.2 MB`,
    bytes < MOST_BYTES,
    bytes,
  );
}

const browser = await chromium.launch(BROWSER);
try {
  for (const shown of [two, mixed, busy]) {
    for (const width of WIDTHS) {
      for (const colorScheme of ['light', 'dark'] as const) await look(shown, width, { colorScheme });
    }
  }
  await lookAtBusy();
  await useByKeyboard();
} finally {
  await browser.close();
}
checks.close();

async function look(shown: Case, width: number, options: BrowserContextOptions): Promise<void> {
  const name = `${shown.name}, ${width} px, ${options.colorScheme}`;
  const viewport = { width, height: 900 };
  const { page, complaints, requests } = await open(shown, { ...options, viewport });
  const picture = path.join(folder, `${shown.name}-${width}-${options.colorScheme}.png`);
  await page.screenshot({ path: picture, fullPage: true });
  await lookAtGlance(page, shown, name);
  if (shown === two && width === 390) {
    const height = await page.evaluate('document.documentElement.scrollHeight');
    checks.check(`${name}: at most ${MOST_HEIGHT} px high`, Number(height) <= MOST_HEIGHT, height);
  }
  const isFolded = await page.locator('details.group:not([open])').count();
  checks.same(`${name}: groups are folded on a telephone alone`, isFolded > 0, width === 390);
  await page.locator('details.group').evaluateAll((all) => {
    for (const each of all) each.setAttribute('open', '');
  });
  checks.same(`${name}: nothing is complained about`, complaints, []);
  checks.same(`${name}: nothing is loaded`, requests, []);
  const marks: number[] = [];
  for (const figure of await page.locator('figure.chart:has(.drawing)').all()) {
    marks.push(await figure.locator('.drawing svg:visible').locator(MARKS).count());
  }
  checks.check(
    `${name}: each of ${marks.length} charts has marks`,
    marks.length === shown.charts && !marks.includes(0),
    marks,
  );
  const strips = await page
    .locator('.strip')
    .evaluateAll((found) =>
      found.map((strip) => [strip.getBoundingClientRect().width, strip.children.length]),
    );
  checks.check(
    `${name}: each timeline of models has a bar for each version, wide enough to see`,
    strips.length === [...shown.promotions.values()].flat().length &&
      strips.every(([wide, bars]) => bars > 0 && wide / bars >= 4),
    strips,
  );
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  checks.same(`${name}: no scrolling sideways`, overflow, 0);
  const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
  checks.same(`${name}: no id twice`, ids.length, new Set(ids).size);
  const links = await page.locator('nav a').evaluateAll((found) => found.map((link) => link.hash.slice(1)));
  checks.same(
    `${name}: each link leads to a section`,
    links,
    await page.locator('section').evaluateAll((found) => found.map(({ id }) => id)),
  );
  const clipped = await page
    .locator(
      'h2, h3, .origin, .kpi, .legend, .scroll:has(> .changes), .scroll:has(> .matrix), .change .scroll',
    )
    .evaluateAll((found) =>
      found
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent),
    );
  checks.same(`${name}: no title, figure or column of a comparison is clipped`, clipped, []);
  const bar = await page.locator('nav').boundingBox();
  checks.check(`${name}: the links take one line`, (bar?.height ?? 0) < 64, bar);
  for (const [kind, selector] of [
    ['half', '.chart:not(.full)'],
    ['full', '.chart.full'],
  ]) {
    const heights = await page
      .locator(`${selector} .drawing svg:visible`)
      .evaluateAll((found) => found.map((each) => Math.round(each.getBoundingClientRect().height)));
    checks.same(`${name}: charts of ${kind} the width are equally high`, new Set(heights).size, 1);
  }
  const contrasts = await page.locator('.matrix td[class]:not(.sum)').evaluateAll(contrastsOf);
  checks.check(`${name}: shaded cells can be read`, Math.min(...contrasts) >= 4.5, Math.min(...contrasts));
  const texts = await page
    .locator(
      '.glance span, .glance a, .note, .origin, .kpi dt, .kpi span, .empty, summary, .legend span, td, th',
    )
    .evaluateAll(contrastsOf);
  checks.check(`${name}: all texts can be read`, Math.min(...texts) >= 4.5, Math.min(...texts));
  const old = await page.locator('.kpi .old').allTextContents();
  checks.same(
    `${name}: what is old is marked`,
    old.length,
    shown.datasets.filter(({ versions }) => versions.length > 0 && isOld(versions.at(-1)!.publishedAt))
      .length,
  );
  const repeated = await page.locator('.drawing svg:visible').evaluateAll((drawings) =>
    drawings.flatMap((drawing) => {
      const texts = [...drawing.querySelectorAll('text')];
      const ticks = texts.filter((text) => text.getAttribute('text-anchor') === 'middle');
      const said = ticks.map(({ textContent }) => textContent);
      return said.filter((text, index) => text === said[index + 1]);
    }),
  );
  checks.same(`${name}: no tick repeats the one before`, repeated, []);
  await page.context().close();
}

/** All datasets are at the top, a line each, those that need a person first. */
async function lookAtGlance(page: Page, { datasets }: Case, name: string): Promise<void> {
  const first = await page.locator('section').first().getAttribute('id');
  checks.same(`${name}: the page opens with all datasets`, first, 'glance');
  const lines = await page.locator('.glance li').allTextContents();
  const rank = (line: string) =>
    /Failed|Held/.test(line) ? 0 : /Waits|Cannot be read|Skipped|No version/.test(line) ? 1 : 2;
  checks.same(`${name}: each dataset has a line`, lines.length, datasets.length);
  checks.same(`${name}: what needs a person is first`, lines.map(rank), lines.map(rank).toSorted());
  const trends = await page.locator('.glance .trend polyline').count();
  const grown = datasets.filter(({ versions }) => versions.length > 1).length;
  checks.same(`${name}: each dataset of two versions has a trend`, trends, grown);
  const cut = await page
    .locator('.glance, .glance li > *')
    .evaluateAll(
      (found) => found.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).length,
    );
  checks.same(`${name}: nothing of a line is cut`, cut, 0);
}

/** Short durations are in seconds, several versions a day have times, and one value is no chart. */
async function lookAtBusy(): Promise<void> {
  const { page } = await open(busy, { viewport: { width: 1280, height: 900 } });
  const textsOf = (id: string) => page.locator(`#${id} .wide text`).allTextContents();
  const durations = (await textsOf('run-history')).filter((text) => /\d\s(s|min|h)$/.test(text));
  checks.check(
    'busy: runs of seconds are in seconds',
    durations.length > 2 && durations.every((text) => text.endsWith('s')),
    durations,
  );
  const times = (await textsOf('dataset_recorded_splits')).filter((text) =>
    /^\d+ \w+, \d\d:\d\d$/.test(text),
  );
  checks.check('busy: versions of one day have their time', times.length > 1, times);
  const days = (await textsOf('run-history')).filter((text) => /^\d+ [A-Z]/.test(text));
  checks.check(
    'busy: a day of several runs is named once',
    days.length > 3 && new Set(days).size === days.length,
    days,
  );
  checks.same('busy: a first version has no chart', await page.locator('#dataset_first .drawing').count(), 0);
  const values = await page.locator('#dataset_first figure td').count();
  checks.check('busy: a first version has its values', values > 4, values);
  for (const id of ['measures', 'dropped', 'agreement', 'pii'])
    checks.same(
      `busy: ${id} is drawn over versions`,
      await page.locator(`#dataset_recorded_${id} .drawing`).count(),
      1,
    );
  await page.context().close();
}

function isOld(publishedAt: Date): boolean {
  return BUILT_AT.getTime() - publishedAt.getTime() >= 30 * 86_400_000;
}

async function useByKeyboard(): Promise<void> {
  const { page, complaints } = await open(two, {
    viewport: { width: 1280, height: 900 },
    colorScheme: 'light',
  });
  const comparison = page.locator('[data-comparison]').first();
  const said = () => comparison.locator('output').textContent();
  const before = await said();
  await comparison.locator('select').first().focus();
  await page.keyboard.press('End');
  const first = await said();
  checks.check('the version picker works by keyboard', first !== before, first);
  const change = await comparison.locator('tbody.rows tr').first().locator('td').nth(2).textContent();
  checks.check('the comparison shows the chosen versions', /^\+[\d,]+/.test(change ?? ''), change);
  await page.keyboard.press('Tab');
  const focused = await page.evaluate('document.activeElement.tagName');
  checks.same(
    'the other picker or the swap comes next',
    ['SELECT', 'BUTTON'].includes(String(focused)),
    true,
  );
  await page.locator('#theme').focus();
  await page.keyboard.press('Enter');
  checks.same(
    'the theme is switched by keyboard, and the button says what it does next',
    [
      await page.evaluate('document.documentElement.dataset.theme'),
      await page.locator('#theme').textContent(),
    ],
    ['dark', 'Switch to light'],
  );
  checks.same('nothing is complained about in use', complaints, []);
  await page.context().close();
}

async function open(
  { name }: Case,
  options: BrowserContextOptions,
): Promise<{ page: Page; complaints: string[]; requests: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const [complaints, requests]: string[][] = [[], []];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(fileOf(name)).href);
  requests.shift();
  return { page, complaints, requests };
}

function fileOf(name: string): string {
  return path.join(folder, `${name}.html`);
}
