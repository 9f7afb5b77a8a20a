// Opens the dashboard of 60 versions and 200 runs in a real Chromium: nothing is loaded or complained about, charts have
// marks, the pickers work by keyboard, nothing overflows; keeps screenshots for a person. Usage: [folder for screenshots]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { renderDashboard } from '../src/dashboard/page.ts';
import { BUILT_IN } from '../test/support/built-in.ts';
import { Checks } from '../test/support/checks.ts';
import { growingVersions, historyOf, someRuns } from '../test/support/dashboard.ts';
import { BROWSER } from './browser.ts';

const [VERSIONS, RUNS] = [60, 200];
const WIDTHS = [390, 1280];
/** What a chart draws for values, by their colours; lines of the grid have others. */
const MARKS = ['s0', 'train', 'accent', 'success'].map((name) => `[fill="var(--${name})"]`).join(', ');
const folder = path.resolve(process.argv[2] ?? '.ci-out/dashboard');
const checks = new Checks();

const dashboard = renderDashboard({
  builtAt: new Date('2026-11-23T09:00:00Z'),
  repository: 'owner/app',
  history: { runs: someRuns(RUNS), workflow: 'retrain.yml' },
  datasets: BUILT_IN.map(({ name, classNames }) =>
    historyOf(name, growingVersions(name, classNames, VERSIONS)),
  ),
});
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const file = path.join(folder, 'index.html');
writeFileSync(file, dashboard);
const bytes = Buffer.byteLength(dashboard);
checks.check(`one file of ${Math.ceil(bytes / 1024)} KiB, below 1 MB`, bytes < 1_000_000, bytes);

const browser = await chromium.launch(BROWSER);
try {
  for (const width of WIDTHS) {
    for (const colorScheme of ['light', 'dark'] as const) await look(width, { colorScheme });
  }
  await useByKeyboard();
} finally {
  await browser.close();
}
checks.close();

async function look(width: number, options: BrowserContextOptions): Promise<void> {
  const name = `${width} px, ${options.colorScheme}`;
  const { page, complaints, requests } = await open({ ...options, viewport: { width, height: 900 } });
  await page.screenshot({ path: path.join(folder, `${width}-${options.colorScheme}.png`), fullPage: true });
  checks.same(`${name}: nothing is complained about`, complaints, []);
  checks.same(`${name}: nothing is loaded`, requests, []);
  const marks: number[] = [];
  for (const figure of await page.locator('figure.chart').all()) {
    marks.push(await figure.locator('.drawing svg:visible').locator(MARKS).count());
  }
  checks.check(
    `${name}: each of ${marks.length} charts has marks`,
    marks.length === 11 && !marks.includes(0),
    marks,
  );
  const overflow = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  checks.same(`${name}: no scrolling sideways`, overflow, 0);
  await page.context().close();
}

async function useByKeyboard(): Promise<void> {
  const { page, complaints } = await open({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
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
    'the theme is switched by keyboard',
    await page.evaluate('document.documentElement.dataset.theme'),
    'dark',
  );
  checks.same('nothing is complained about in use', complaints, []);
  await page.context().close();
}

async function open(
  options: BrowserContextOptions,
): Promise<{ page: Page; complaints: string[]; requests: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const [complaints, requests]: string[][] = [[], []];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  requests.shift();
  return { page, complaints, requests };
}
