import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { filesIn, pages, proseOf, ROOT, readText } from './markdown.ts';

const FILES = markdownFiles();
/** Pages that only name the new place of what messages up to 1.7.0 name them for. */
const MOVED = ['docs/built-in.md', 'docs/config.md', 'docs/postgresql.md'];
/** Words a person reads before the first workflow is worth pasting. */
const LONGEST_README = 1_200;

test.each(FILES)('each link in %s leads somewhere', (file) => {
  const links = [...proseOf(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
  expect(links.filter((link) => !leadsSomewhere(link, file))).toEqual([]);
});

test('each page is linked from docs/index.md', () => {
  const index = readText('docs/index.md');
  const names = pages().filter((file) => !['README.md', 'docs/index.md', ...MOVED].includes(file));
  expect(names.filter((file) => !index.includes(`](${file.replace('docs/', '')})`))).toEqual([]);
});

test.each(MOVED)('%s only names the page that it moved to', (file) => {
  const target = file.replace('docs/', 'reference/');
  expect(readText(file)).toContain(`\n\nMoved to [${target}](${target}).`);
});

test('CONTRIBUTING describes each folder of src/', () => {
  const contributing = readText('CONTRIBUTING.md');
  const folders = readdirSync(path.join(ROOT, 'src'));
  expect(folders.filter((folder) => !contributing.includes(`\n  ${folder}/ `))).toEqual([]);
});

test('each example is linked from examples/README.md', () => {
  const examples = readText('examples/README.md');
  const names = filesIn('examples', '.yml').map((file) => path.basename(file));
  expect(names.filter((name) => !examples.includes(`](${name})`))).toEqual([]);
});

test(`the README has at most ${LONGEST_README} words`, () => {
  expect(readText('README.md').trim().split(/\s+/).length).toBeLessThanOrEqual(LONGEST_README);
});

/** The Markdown files of the repository, also those that are not committed yet. */
function markdownFiles(): string[] {
  const found = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return found.split('\n').filter((file) => file !== '' && existsSync(path.join(ROOT, file)));
}

function leadsSomewhere(link: string, file: string): boolean {
  if (/^[a-z]+:/.test(link)) return true;
  const [target, anchor] = link.split('#');
  const found = target === '' ? file : path.posix.join(path.posix.dirname(file), target);
  if (!existsSync(path.join(ROOT, found))) return false;
  return anchor === undefined || anchorsOf(found).includes(anchor);
}

/** Anchors of headings as GitHub makes them. */
function anchorsOf(file: string): string[] {
  const headings = [...proseOf(file).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
