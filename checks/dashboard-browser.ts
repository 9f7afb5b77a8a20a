// Opens in a real Chromium the dashboard of 60 versions and 200 runs, and one of datasets of every task, of many classes
// and of odd names: nothing is loaded or complained about, charts have marks, the pickers work by keyboard, nothing
// overflows; keeps screenshots for a person. Usage: [folder for screenshots]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { renderDashboard } from '../src/dashboard/page.ts';
import type { DatasetHistory } from '../src/dashboard/published-version.ts';
import type { ModelScores } from '../src/dashboard/scores.ts';
import { TASK_NAMES } from '../src/model/tasks.ts';
import { BUILT_IN } from '../test/support/built-in.ts';
import { Checks } from '../test/support/checks.ts';
import { growingVersions, historyOf, someRuns, taskVersions } from '../test/support/dashboard.ts';
import { improvingPredictions } from '../test/support/predictions.ts';
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
const BUILT_AT = new Date('2026-11-23T09:00:00Z');
const folder = path.resolve(process.argv[2] ?? '.ci-out/dashboard');
const checks = new Checks();

/** A page to look at, and how many charts it has. */
interface Case {
  readonly name: string;
  readonly datasets: readonly DatasetHistory[];
  /** What models tell, by the name of the dataset. */
  readonly scores: ReadonlyMap<string, readonly ModelScores[]>;
  readonly charts: number;
}

const RUN_CHARTS = 3;
const CHARTS = { none: 1, several: 3, one: 4 } as const;
/** Charts of what the model had predicted: of all reviewed rows and by class, or of corrections alone. */
const WRONG_CHARTS = 2;

const builtIn = BUILT_IN.map(({ name, classNames }) =>
  historyOf(name, improvingPredictions(growingVersions(name, classNames, VERSIONS))),
);
const two: Case = {
  name: 'two',
  datasets: builtIn.map((history, index) => ({
    ...history,
    lastStatus: index === 0 ? 'held' : null,
    waitsIn: index === 0 ? 3 : null,
  })),
  scores: new Map(builtIn.map((history) => [history.name, [someScores(history)]])),
  charts: RUN_CHARTS + 2 * (CHARTS.one + WRONG_CHARTS + 1),
};
const manyClasses = Array.from({ length: 200 }, (_, id) => `class number ${id} of two hundred`);
const odd = historyOf('constructor', improvingPredictions(taskVersions('text-classification', 5, HOSTILE)));
const ofTask = (name: string, versions: number, isCorrectedOnly: boolean, classNames?: readonly string[]) =>
  historyOf(
    name,
    improvingPredictions(taskVersions('text-classification', versions, classNames), { isCorrectedOnly }),
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
  charts: RUN_CHARTS + 7 * CHARTS.one + 3 * WRONG_CHARTS + 1 + 2 * CHARTS.several + 7 * CHARTS.none + 1,
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, datasets, scores } of [two, mixed]) {
  const page = renderDashboard({
    builtAt: BUILT_AT,
    repository: 'owner/app',
    history: { runs: someRuns(RUNS), workflow: 'retrain.yml' },
    datasets,
    scores,
  });
  writeFileSync(fileOf(name), page);
  const bytes = Buffer.byteLength(page);
  checks.check(`${name}: one file of ${Math.ceil(bytes / 1024)} KiB, below 1 MB`, bytes < 1_000_000, bytes);
}

const browser = await chromium.launch(BROWSER);
try {
  for (const shown of [two, mixed]) {
    for (const width of WIDTHS) {
      for (const colorScheme of ['light', 'dark'] as const) await look(shown, width, { colorScheme });
    }
  }
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
  checks.same(`${name}: nothing is complained about`, complaints, []);
  checks.same(`${name}: nothing is loaded`, requests, []);
  const marks: number[] = [];
  for (const figure of await page.locator('figure.chart').all()) {
    marks.push(await figure.locator('.drawing svg:visible').locator(MARKS).count());
  }
  checks.check(
    `${name}: each of ${marks.length} charts has marks`,
    marks.length === shown.charts && !marks.includes(0),
    marks,
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
    .locator('h2, h3, .origin, .kpi, .legend, .scroll:has(> .changes), .scroll:has(> .matrix)')
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
