// Builds the documentation site as its workflow does and follows each link of each built page.
// Usage: checks/site.ts <zensical>
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Parser } from 'htmlparser2';
import { Checks } from '../test/support/checks.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const SITE = path.join(ROOT, '.site');
const HTML = path.join(SITE, 'html');
const [zensical] = process.argv.slice(2);

execFileSync(process.execPath, ['scripts/site.ts'], { cwd: ROOT, stdio: 'inherit' });
execFileSync(zensical, ['build', '--strict', '--config-file', path.join(SITE, 'mkdocs.yml')], {
  stdio: 'inherit',
});

const pages = new Map(globSync('**/*.html', { cwd: HTML }).map((file) => [file, readPage(file)]));
const checks = new Checks();
for (const [file, { links }] of pages) {
  const dead = links.filter((link) => !leadsSomewhere(link, file));
  checks.check(
    `each of the ${links.length} links of ${file} leads somewhere`,
    dead.length === 0,
    dead.join(', '),
  );
}
const index = readFileSync(path.join(HTML, 'search.json'), 'utf8');
checks.check(
  'a setting is found by the search',
  index.includes('max-shrinkage'),
  'max-shrinkage is not in search.json',
);
checks.close();

/** Reads the ids of a page, and its links to pages, styles, scripts and images of the site. */
function readPage(file: string): { ids: Set<string>; links: string[] } {
  const ids = new Set<string>();
  const links: string[] = [];
  const parser = new Parser({
    onopentag(_, { id, href, src }) {
      if (id !== undefined) ids.add(id);
      const link = href ?? src;
      if (link !== undefined && link !== '' && !/^[a-z]+:/.test(link)) links.push(link);
    },
  });
  parser.end(readFileSync(path.join(HTML, file), 'utf8'));
  return { ids, links };
}

function leadsSomewhere(link: string, from: string): boolean {
  const base = new URL(`https://site.invalid/prepare-dataset/${from}`);
  const { pathname, hash } = new URL(link, base);
  const target = decodeURIComponent(pathname)
    .replace(/^\/(prepare-dataset\/)?/, '')
    .replace(/(^|\/)$/, '$1index.html');
  if (!existsSync(path.join(HTML, target))) return false;
  const anchor = decodeURIComponent(hash.slice(1));
  return anchor === '' || anchor === '__top' || (pages.get(target)?.ids.has(anchor) ?? false);
}
