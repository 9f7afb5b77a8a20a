// Makes the pictures of the README, docs/images/summary.png and dashboard.png, of real runs of the bundles against an
// embedded PostgreSQL and a local Hub: seven weeks of support tickets. An emoji font is needed. Usage: screenshots.ts
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { BROWSER } from '../checks/browser.ts';
import { showSummary } from '../checks/show-summary.ts';
import { BundleScene } from '../test/support/bundle-scene.ts';
import { runBundle } from '../test/support/run-bundle.ts';
import { slowClock } from './demo/stage.ts';

const DAY_MS = 86_400_000;
/** How many days ago each run was, and how many tickets came in before. */
const RUNS = [42, 35, 28, 21, 14, 7, 0].map((daysAgo, index) => ({
  daysAgo,
  tickets: index === 0 ? 3000 : 700,
}));
const MOST_BYTES = 200_000;
const WIDTH = 1120;
const MARGIN = 14;
const TOKEN = 'hf_pictures';
const images = path.resolve(import.meta.dirname, '../docs/images');

/** Tickets whose review puts some into another class than the model, most often a class that is like it. */
const TABLES = `
CREATE TABLE tickets (id integer PRIMARY KEY, body text, topic text, priority text);
CREATE TABLE ticket_reviews (ticket_id integer, guess text, topic text, priority_guess text, priority text, at timestamptz);
CREATE FUNCTION share(seed text) RETURNS double precision LANGUAGE sql AS
  $$ SELECT ('x' || left(md5(seed), 7))::bit(28)::integer / 268435456.0 $$;`;
const GROW = (from: number, to: number, accuracy: number, at: string) => `
INSERT INTO tickets SELECT i,
    'Ticket ' || i || (SELECT string_agg(' ' || substr(md5(i || 'word' || n), 1, 6), '') FROM generate_series(1, 12) n)
      || CASE WHEN i % 60 = 0 THEN ' Write to customer' || i || '@example.com.' ELSE '' END,
    (ARRAY['billing','billing','billing','account','account','delivery','delivery','returns','product question'])[1 + floor(9 * share('t' || i))::integer],
    (ARRAY['normal','normal','normal','urgent','urgent','outage'])[1 + floor(6 * share('p' || i))::integer]
  FROM generate_series(${from}, ${to}) AS i;
INSERT INTO ticket_reviews SELECT id,
    CASE WHEN share('g' || id) < ${accuracy} THEN topic WHEN share('h' || id) < 0.75 THEN
      CASE topic WHEN 'billing' THEN 'account' WHEN 'account' THEN 'billing' WHEN 'delivery' THEN 'returns' WHEN 'returns' THEN 'delivery' ELSE 'account' END
      ELSE 'product question' END,
    topic,
    CASE WHEN share('q' || id) < ${accuracy} THEN priority WHEN priority = 'urgent' THEN 'normal' ELSE 'urgent' END,
    priority, '${at}'
  FROM tickets WHERE id BETWEEN ${from} AND ${to} AND id % 2 = 0 AND id % 40 <> 0;`;
const CONFIG = `
version: 1
defaults: { min-dataset-len: 500, pii: { find: [email], action: redact } }
sources:
  topics:
    corrections: SELECT t.id, t.body, r.topic, r.guess, r.at FROM ticket_reviews r JOIN tickets t ON t.id = r.ticket_id
    confirmed: SELECT id, body, topic FROM tickets WHERE id % 2 = 1
    pending: SELECT count(*) FROM tickets WHERE id % 40 = 0
  priorities:
    corrections: SELECT t.id, t.body, r.priority, r.priority_guess AS guess, r.at FROM ticket_reviews r JOIN tickets t ON t.id = r.ticket_id
    confirmed: SELECT id, body, priority FROM tickets WHERE id % 2 = 1
    pending: SELECT count(*) FROM tickets WHERE id % 40 = 0
datasets:
  topic:
    repo: acme/ticket-topics
    source: topics
    task: text-classification
    columns: { text: body, label: topic, predicted: guess, time: at }
    classes: [billing, account, delivery, returns, product question]
  priority:
    repo: acme/ticket-priorities
    source: priorities
    task: text-classification
    columns: { text: body, label: priority, predicted: guess, time: at }
    classes: [normal, urgent, outage]
`;

const folder = await mkdtemp(path.join(tmpdir(), 'screenshots-'));
const dashboard = path.join(folder, 'index.html');
try {
  const summary = await runAll();
  await mkdir(images, { recursive: true });
  const browser = await chromium.launch(BROWSER);
  try {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 }, colorScheme: 'light' });
    await takeSummary(page, summary);
    await takeDashboard(page);
  } finally {
    await browser.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Publishes a version of each week, and draws the dashboard. @returns the summary of the last run */
async function runAll(): Promise<string> {
  const scene = await BundleScene.start();
  try {
    scene.hub.addToken({ token: TOKEN, user: 'acme', role: 'write' });
    await scene.database.query(TABLES);
    const inputs = { 'hf-token': TOKEN, config: CONFIG, 'department-dataset': '', 'urgency-dataset': '' };
    let summary = '';
    let last = 0;
    for (const [index, { daysAgo, tickets }] of RUNS.entries()) {
      const at = new Date(Date.now() - daysAgo * DAY_MS - 3 * 3_600_000).toISOString();
      await scene.database.query(GROW(last + 1, last + tickets, 0.72 + 0.025 * index, at));
      last += tickets;
      const nodeOptions = daysAgo === 0 ? {} : { nodeOptions: ['--import', slowClock(daysAgo * DAY_MS)] };
      const run = await scene.run(inputs, {}, nodeOptions);
      if (run.outputs.updated !== '["topic","priority"]') throw new Error(`Not published: ${run.log}`);
      summary = run.summary;
    }
    const hub = { 'hf-token': TOKEN, 'hub-endpoint': scene.hub.url };
    const { exitCode, log } = await runBundle(
      { ...hub, config: CONFIG, workflow: 'retrain.yml', path: dashboard },
      { folder: 'dashboard' },
    );
    if (exitCode !== 0) throw new Error(`The dashboard was not drawn: ${log}`);
    return summary;
  } finally {
    await scene.close();
  }
}

async function takeSummary(page: Page, summary: string): Promise<void> {
  await showSummary(page, summary);
  await page.addStyleTag({ content: `body{margin:0}#summary{padding:${MARGIN}px}` });
  const matrix = page.locator('details:has(> summary:text-is("Confusion matrix"))').first();
  await matrix.evaluate((details) => details.setAttribute('open', ''));
  await take(page, 'summary.png', await bottomOf(matrix));
}

async function takeDashboard(page: Page): Promise<void> {
  await page.goto(pathToFileURL(dashboard).href);
  await take(page, 'dashboard.png', await bottomOf(page.locator('#dataset_topic_confusions')));
}

async function bottomOf(element: ReturnType<Page['locator']>): Promise<number> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('The page shows no matrix.');
  return box.y + box.height + MARGIN;
}

async function take(page: Page, name: string, height: number): Promise<void> {
  const file = path.join(images, name);
  await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width: WIDTH, height } });
  const { size } = await stat(file);
  if (size > MOST_BYTES) throw new Error(`${name} has ${size} bytes, and may have ${MOST_BYTES}.`);
  console.log(`docs/images/${name}: ${WIDTH} × ${Math.round(height)}, ${Math.ceil(size / 1024)} KiB`);
}
