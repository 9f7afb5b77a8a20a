// Makes the pictures of the README, docs/images/summary.png and dashboard.png, of real runs of the bundles against an
// embedded PostgreSQL and a local Hub: seven weeks of the demo's complaints. An emoji font is needed. Usage: screenshots.ts
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { BROWSER } from '../checks/browser.ts';
import { showSummary } from '../checks/show-summary.ts';
import { Platform } from './demo/complaints.ts';
import { expectStatuses } from './demo/runs.ts';
import { Stage } from './demo/stage.ts';

/** How many days ago each run was, and how many complaints came in before. */
const RUNS = [42, 35, 28, 21, 14, 7, 0].map((daysAgo, index) => ({
  daysAgo,
  complaints: index === 0 ? 3000 : 700,
}));
const MOST_BYTES = 200_000;
const WIDTH = 1120;
/** The dataset whose part of the dashboard is shown, down to the card of its matrix. */
const SHOWN = { first: '#dataset_urgency', last: '#dataset_urgency_confusions' };
const MARGIN = 14;
const images = path.resolve(import.meta.dirname, '../docs/images');

const folder = await mkdtemp(path.join(tmpdir(), 'screenshots-'));
try {
  await runAll();
  await mkdir(images, { recursive: true });
  const browser = await chromium.launch(BROWSER);
  try {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 }, colorScheme: 'light' });
    await takeSummary(page);
    await takeDashboard(page);
  } finally {
    await browser.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function runAll(): Promise<void> {
  const stage = await Stage.start({ folder, isServed: true, signal: new AbortController().signal });
  try {
    const platform = new Platform(2026);
    for (const { daysAgo, complaints } of RUNS) {
      await stage.database.insert(platform.grow(complaints));
      const run = await stage.prepare(nameOf(daysAgo), { daysAgo });
      expectStatuses(run, { department: 'published', urgency: 'published' });
    }
    const { exitCode, log } = await stage.drawDashboard('dashboard');
    if (exitCode !== 0) throw new Error(`The dashboard was not drawn: ${log}`);
  } finally {
    await stage.close();
  }
}

async function takeSummary(page: Page): Promise<void> {
  const { daysAgo } = RUNS[RUNS.length - 1];
  await showSummary(page, await readFile(path.join(folder, nameOf(daysAgo), 'summary.md'), 'utf8'));
  await page.addStyleTag({ content: `body{margin:0}#summary{padding:${MARGIN}px}` });
  const matrix = page.locator('h3:text("Where the model was wrong") + p + table');
  const last = await matrix.last().boundingBox();
  if (last === null) throw new Error('The summary does not tell of predictions.');
  await take(page, 'summary.png', { y: 0, height: last.y + last.height + MARGIN });
}

async function takeDashboard(page: Page): Promise<void> {
  await page.goto(pathToFileURL(path.join(folder, 'dashboard', 'index.html')).href);
  const [first, last] = await Promise.all([
    page.locator(SHOWN.first).boundingBox(),
    page.locator(SHOWN.last).boundingBox(),
  ]);
  if (first === null || last === null) throw new Error('The dashboard does not tell of predictions.');
  await take(page, 'dashboard.png', { y: first.y, height: last.y + last.height + MARGIN - first.y });
}

async function take(page: Page, name: string, clip: { y: number; height: number }): Promise<void> {
  const file = path.join(images, name);
  await page.screenshot({ path: file, fullPage: true, clip: { x: 0, width: WIDTH, ...clip } });
  const { size } = await stat(file);
  if (size > MOST_BYTES) throw new Error(`${name} has ${size} bytes, and may have ${MOST_BYTES}.`);
  console.log(`docs/images/${name}: ${WIDTH} × ${Math.round(clip.height)}, ${Math.ceil(size / 1024)} KiB`);
}

function nameOf(daysAgo: number): string {
  return `${daysAgo}-days-ago`;
}
