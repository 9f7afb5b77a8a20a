// Prepares the documentation site in .site/: the pages of docs/, in which links to other files of the repository lead to
// GitHub, and the configuration of the generator with the pages in the order of docs/index.md. Needs Node only.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const SITE = path.join(ROOT, '.site');
const REPOSITORY = 'https://github.com/sambodhan/prepare-dataset';

rmSync(SITE, { recursive: true, force: true });
mkdirSync(SITE);
cpSync(path.join(ROOT, 'docs'), path.join(SITE, 'docs'), { recursive: true });
for (const name of readdirSync(path.join(SITE, 'docs'), { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.md')) continue;
  const file = path.join(SITE, 'docs', name);
  const text = readFileSync(file, 'utf8');
  if (text.includes('\n\nMoved to [')) rmSync(file);
  else writeFileSync(file, withOutsideLinks(text, path.posix.join('docs', name)));
}
const index = readFileSync(path.join(ROOT, 'docs/index.md'), 'utf8');
const config = readFileSync(path.join(ROOT, 'site/mkdocs.yml'), 'utf8');
writeFileSync(path.join(SITE, 'mkdocs.yml'), `${config}nav: ${JSON.stringify(navigationOf(index))}\n`);

/** Returns the text of a page with links to files outside docs/ replaced by their addresses on GitHub. */
function withOutsideLinks(text: string, page: string): string {
  return text.replace(/(\]\()(\.\.\/[^)\s#]+)(#[^)\s]*)?(?=\))/g, (link, open, target, anchor = '') => {
    const found = path.posix.join(path.posix.dirname(page), target);
    if (found.startsWith('docs/')) return link;
    const kind = statSync(path.join(ROOT, found)).isDirectory() ? 'tree' : 'blob';
    return `${open}${REPOSITORY}/${kind}/main/${found.replace(/\/$/, '')}${anchor}`;
  });
}

/** Returns the navigation: the pages by the headings of the index, in its order. */
function navigationOf(markdown: string): unknown[] {
  const [, ...sections] = markdown.split(/^## /m);
  const groups = sections.map((section) => {
    const pages = [...section.matchAll(/\[([^\]]+)\]\((?!\.\.)([\w/-]+\.md)\)/g)];
    return { [section.split('\n', 1)[0]]: pages.map(([, title, page]) => ({ [title]: page })) };
  });
  return [{ Home: 'index.md' }, ...groups];
}
