import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';

const require = createRequire(import.meta.url);
/** Mermaid's own parser of Markdown, which speaks GitHub's dialect, and what it cleans markup with. */
const ofMermaid = createRequire(require.resolve('mermaid'));

/** Shows a job summary as GitHub does: its Markdown in GitHub's own style, cleaned of what GitHub would not show. */
export async function showSummary(page: Page, markdown: string): Promise<void> {
  const { marked } = ofMermaid('marked') as { marked: { parse(markdown: string): string } };
  const style = readFileSync(require.resolve('github-markdown-css/github-markdown.css'), 'utf8');
  await page.setContent(
    `<!doctype html><style>${style}</style><main id="summary" class="markdown-body"></main>`,
  );
  await page.addScriptTag({
    path: path.join(path.dirname(ofMermaid.resolve('dompurify')), 'purify.min.js'),
  });
  await page.locator('#summary').evaluate((summary, markup) => {
    const { DOMPurify } = globalThis as unknown as { DOMPurify: { sanitize(markup: string): string } };
    summary.innerHTML = DOMPurify.sanitize(markup);
  }, marked.parse(markdown));
}
