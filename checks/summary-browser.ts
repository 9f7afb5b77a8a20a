// Draws the Mermaid charts of the demo's job summaries, and of hostile class names, by Mermaid in a real Chromium.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { mermaidPie } from '../src/action/summary/mermaid.ts';
import { Checks } from '../test/support/checks.ts';
import { BROWSER } from './browser.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const HOSTILE = ['a" : 5\n"b', '<img src=x>', '%% comment', '`}{`', 'नेपाल 😡', '#quot; ; \\'];
const mermaid = path.join(path.dirname(createRequire(import.meta.url).resolve('mermaid')), 'mermaid.min.js');
const screenshot = process.argv[2];
const checks = new Checks();

const browser = await chromium.launch(BROWSER);
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  await page.addScriptTag({ path: mermaid });
  for (const run of ['1-first-run', '2-new-reviews']) {
    const summary = readFileSync(path.join(ROOT, '.demo', run, 'summary.md'), 'utf8');
    const charts = [...summary.matchAll(/```mermaid\n([\s\S]*?)\n```/g)].map(([, chart]) => chart);
    const slices: number[] = [];
    for (const chart of charts) slices.push(await draw(chart));
    checks.check(`${run}: a pie of 4 departments and one of 3 urgencies`, String(slices) === '4,3', slices);
  }
  const slices = await draw(
    mermaidPie(
      'Hostile',
      HOSTILE.map((name) => [name, 1]),
    ).replace(/^```mermaid\n|\n```$/g, ''),
  );
  checks.check('hostile class names are slices and nothing else', slices === HOSTILE.length, slices);

  async function draw(chart: string): Promise<number> {
    const svg = await page.evaluate(async (definition) => {
      const { mermaid } = globalThis as unknown as {
        mermaid: { render(id: string, definition: string): Promise<{ svg: string }> };
      };
      return (await mermaid.render(`chart${Math.round(performance.now() * 1000)}`, definition)).svg;
    }, chart);
    await page.setContent(svg);
    if (screenshot !== undefined) await page.screenshot({ path: screenshot });
    return page.locator('path.pieCircle').count();
  }
} finally {
  await browser.close();
}
checks.close();
