// Shows job summaries in a real Chromium in GitHub's own style: those of the demo, and those of
// datasets of every task, of many classes and of hostile names. Usage: [folder for screenshots]
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { renderJobSummary } from '../src/action/summary/job-summary.ts';
import { TASK_NAMES } from '../src/model/tasks.ts';
import type { DatasetReport } from '../src/report/dataset-report.ts';
import { Checks } from '../test/support/checks.ts';
import { datasetReport, heldReport, type ReportOf, runReport } from '../test/support/reports.ts';
import { taskReport } from '../test/support/tasks.ts';
import { ticketRuns } from '../test/support/tickets.ts';
import { BROWSER } from './browser.ts';
import { showSummary } from './show-summary.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const ENDPOINT = 'https://hub.example';
const RUNS_URL = 'https://hub.example/owner/app/actions/workflows/retrain.yml';
const HOSTILE = [
  'a" : 5\n"b',
  '</summary></details><img src=x onerror=alert(1)>',
  '%% comment | a cell',
  '`}{`',
  'नेपाल 😡 \u202Eesrever',
  '#quot; ; \\',
  '[link](https://evil.example) https://evil.example @everyone',
];
const WIDTHS = [390, 1280];
const VERDICTS: Readonly<Record<string, RegExp>> = {
  published: /^✅ Datasets: 2 of 2 published · 431 new rows · \d warnings$/,
  held: /^✋ Datasets: 1 of 2 published · 1 held · 10 new rows · \d warnings$/,
  awaiting: /^⏳ Datasets: 1 of 2 published · 1 waiting for approval · 10 new rows · \d warnings$/,
  unchanged: /^💤 Datasets: 2 of 2 unchanged · \d warnings$/,
};
const folder = path.resolve(process.argv[2] ?? '.ci-out/summary');
const checks = new Checks();

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(BROWSER);
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  for (const run of ['1-first-version', '3-nothing-new']) {
    const summary = readFileSync(path.join(ROOT, '.demo', run, 'summary.md'), 'utf8');
    await showSummary(page, summary);
    checks.same(`${run}: a matrix of 4 departments and one of 3 urgencies`, await matricesOf(page), [4, 3]);
    await page.screenshot({ path: path.join(folder, `${run}.png`), fullPage: true });
  }
  await lookAtUnchanged();
  for (const [name, datasets] of Object.entries(ticketRuns())) {
    for (const width of WIDTHS) {
      for (const colorScheme of ['light', 'dark'] as const)
        await lookAtTickets(name, datasets, { width, colorScheme });
    }
  }
  for (const dryRun of [false, true]) {
    for (const width of WIDTHS) await lookAtMixed(dryRun, width);
  }
} finally {
  await browser.close();
}
checks.close();

/** Datasets of every task, one of 200 classes, one whose names are hostile, and one that is held for them. */
function mixedReports(dryRun: boolean): DatasetReport[] {
  const manyNames = Array.from({ length: 200 }, (_, id) => `class number ${id}`);
  const many = withClasses('many-classes', manyNames);
  const hostile = withClasses('hostile', HOSTILE);
  const [name] = HOSTILE;
  const reading = {
    source: name,
    corrections: HOSTILE.map((column) => ({
      name: column,
      type: column,
      uses: [{ role: 'keep' as const, publishedAs: { name: column, type: 'string' as const } }],
    })),
    confirmed: [{ name: '::error::x', type: 'text', uses: [] }],
  };
  const unknown = HOSTILE.map((each) => ({ name: each, rows: 1 }));
  const counts = { ...hostile.counts!, unknownClassNames: unknown };
  const predictions = {
    reviewed: 9,
    corrected: 6,
    pairs: [
      [0, 1, 4],
      [1, 1, 3],
      [null, 6, 2],
    ] as const,
  };
  const reports = [
    ...TASK_NAMES.map((task) => taskReport(task)),
    many,
    { ...hostile, reading, counts: { ...counts, predictions }, reason: HOSTILE.join(' ') },
    { ...heldByHostile(), counts },
  ];
  return dryRun
    ? reports.map(
        ({ name, repo, shape, reading, classRows, gates, conflictIds, counts, contents, reason }) => {
          const read = { name, repo, shape, reading, classRows, gates, conflictIds, counts, reason };
          return datasetReport({ status: 'dry-run', ...read, ...(contents !== null && { contents }) });
        },
      )
    : reports;
}

/** A dataset that gates hold whose findings name hostile classes, with ids and a pull request. */
function heldByHostile(): ReportOf<'held'> {
  const { gates, ...held } = heldReport({ name: 'held', repo: 'owner/held' });
  return {
    ...held,
    gates: gates.map((result) => ({ ...result, measured: HOSTILE.join(' ') })),
    pullRequest: { number: 3, url: `${ENDPOINT}/datasets/owner/held/discussions/3`, state: 'open' },
    conflictIds: HOSTILE,
  };
}

function withClasses(name: string, classNames: readonly string[]): ReportOf<'published'> {
  const { shape, contents } = datasetReport();
  const rows = (id: number) => ({ train: id + 1, eval: 0, test: 0 });
  return datasetReport({
    name,
    repo: `owner/${name}`,
    shape: { ...shape, classNames },
    classRows: classNames.map((_, id) => id + 1),
    contents: {
      ...contents!,
      classBalance: Object.fromEntries(classNames.map((each, id) => [each, rows(id)])),
      missingClasses: classNames.map((className) => ({
        className,
        splits: ['eval', 'test'] as const,
        rows: 3,
        groups: null,
      })),
    },
  });
}

/** A run that changed nothing fits on one screen, folded as it is, however much is known of its datasets. */
async function lookAtUnchanged(): Promise<void> {
  const predictions = {
    reviewed: 5,
    corrected: 2,
    pairs: [
      [0, 0, 3],
      [1, 0, 2],
    ] as const,
  };
  const datasets = ['department', 'urgency'].map((name) => {
    const report = datasetReport({ name, status: 'unchanged', isNewVersion: false, pending: 12 });
    const counts = { ...report.counts!, predictions, newestCorrection: '2026-11-20T00:00:00.000Z' };
    return { ...report, counts };
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 100 } });
  const deliveries = [
    { channel: 'E-mail', state: 'delivered' as const, detail: 'Sent to 1 of 1 recipients.' },
  ];
  await showSummary(
    page,
    renderJobSummary({
      run: runReport({ datasets }),
      deliveries,
      dryRun: false,
      endpoint: ENDPOINT,
      runsUrl: RUNS_URL,
    }),
  );
  const box = await page.locator('#summary').boundingBox();
  checks.check('an unchanged run is at most 800 px high at 1280', box!.height <= 800, `${box!.height} px`);
  await page.locator('details').evaluateAll((all) => {
    for (const each of all) each.setAttribute('open', '');
  });
  await page.screenshot({ path: path.join(folder, 'unchanged.png'), fullPage: true });
  await page.close();
}

/** What a person sees first of a run: the verdict, what needs a person, and a table of which a telephone shows all. */
async function lookAtTickets(
  ending: string,
  datasets: readonly DatasetReport[],
  { width, colorScheme }: { width: number; colorScheme: 'light' | 'dark' },
): Promise<void> {
  const name = `tickets, ${ending}, ${width} px, ${colorScheme}`;
  const page = await browser.newPage({ viewport: { width, height: 100 }, colorScheme });
  const deliveries = [{ channel: 'W&B', state: 'failed' as const, detail: 'api.example answered 503.' }];
  const run = runReport({ datasets });
  await showSummary(
    page,
    renderJobSummary({ run, deliveries, dryRun: false, endpoint: ENDPOINT, runsUrl: RUNS_URL }),
  );
  await page.addStyleTag({ content: 'body{margin:0}#summary{padding:16px}' });
  const first = await page.locator('#summary > :first-child').textContent();
  checks.check(`${name}: the verdict is first`, VERDICTS[ending].test(first ?? ''), first);
  const tops = await page
    .locator(':text-is("Personal data in topic"), #summary > h3:has-text("Warnings"), #summary > table')
    .evaluateAll((found) => found.map((each) => each.getBoundingClientRect().top));
  checks.same(
    `${name}: what needs a person is above the table`,
    tops.toSorted((a, b) => a - b),
    tops,
  );
  const cut = await page
    .locator('#summary > :not(details)')
    .evaluateAll((found) =>
      found
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map((each) => each.textContent),
    );
  checks.same(`${name}: nothing above the details is cut`, cut, []);
  const left = await page.locator('td').evaluateAll((cells) =>
    cells
      .filter(({ textContent }) => /^[+−]?\d[\d,.]*( %)?( \(.*\))?$/.test(textContent ?? ''))
      .filter((cell) => cell.getAttribute('align') !== 'right')
      .map(({ textContent }) => textContent),
  );
  checks.same(`${name}: figures are aligned to the right`, left, []);
  const links = await page.locator('#summary > table:first-of-type td:first-child a').allTextContents();
  checks.check(`${name}: the first column has the links`, links.includes('topic'), links);
  checks.same(
    `${name}: the earlier runs are linked`,
    await page.locator('a:text-is("Earlier runs")').getAttribute('href'),
    RUNS_URL,
  );
  await page.screenshot({
    path: path.join(folder, `tickets-${ending}-${width}-${colorScheme}.png`),
    fullPage: true,
  });
  await page.close();
}

async function lookAtMixed(dryRun: boolean, width: number): Promise<void> {
  const name = `${dryRun ? 'dry run' : 'run'} of every task, ${width} px`;
  const datasets = mixedReports(dryRun);
  const deliveries = [{ channel: HOSTILE[1], state: 'failed' as const, detail: HOSTILE[2] }];
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: 'dark' });
  await showSummary(
    page,
    renderJobSummary({
      run: runReport({ datasets }),
      deliveries,
      dryRun,
      endpoint: ENDPOINT,
      runsUrl: RUNS_URL,
    }),
  );
  checks.same(
    `${name}: each dataset can be unfolded, and nothing else`,
    await page.locator('details > summary strong').allTextContents(),
    datasets.map((dataset) => dataset.name),
  );
  checks.same(`${name}: a matrix of few classes, hostile ones too`, await matricesOf(page), [HOSTILE.length]);
  const ragged = await page
    .locator('table')
    .evaluateAll((tables) =>
      (tables as unknown as Table[]).filter(
        ({ rows }) => new Set([...rows].map(({ cells }) => cells.length)).size > 1,
      ),
    );
  checks.same(`${name}: the rows of a table have as many cells as its head`, ragged.length, 0);
  const strange = await page.locator('#summary').evaluate((summary) => {
    const found = [...summary.querySelectorAll('img, script, iframe, a:not([href^="https://hub.example/"])')];
    return found.map(({ outerHTML }) => outerHTML);
  });
  checks.same(`${name}: no name makes an image, a script or a link`, strange, []);
  const text = (await page.locator('#summary').textContent()) ?? '';
  checks.check(`${name}: nothing is undefined`, !/NaN|undefined|Infinity|\[object/.test(text), text);
  checks.check(`${name}: no name turns the text around it`, !/[\u202A-\u202E\u2066-\u2069]/.test(text), text);
  await page.locator('details').evaluateAll((all) => {
    for (const each of all) each.setAttribute('open', '');
  });
  await page.screenshot({
    path: path.join(folder, `${dryRun ? 'dry-run' : 'run'}-${width}.png`),
    fullPage: true,
  });
  await page.close();
}

/** As much of a table's element as is looked at. */
interface Table {
  readonly rows: Iterable<{ readonly cells: ArrayLike<Cell> & Iterable<Cell> }>;
}

interface Cell {
  readonly textContent: string;
}

/** Classes of each matrix of predictions on the page. */
function matricesOf(page: Page): Promise<number[]> {
  return page.locator('table').evaluateAll((tables) =>
    (tables as unknown as Table[])
      .map(({ rows }) => [...rows][0].cells)
      .filter(([first]) => first.textContent.startsWith('Predicted ↓'))
      .map(({ length }) => length - 1),
  );
}
