import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { filesIn, proseOf, ROOT, readText } from './markdown.ts';

const FOLDERS = [
  '.',
  'docs',
  'examples',
  'examples/training',
  'pause-space',
  'restart-space',
  'trigger-retraining',
  'dashboard',
];
const FILES = FOLDERS.flatMap((folder) => filesIn(folder, '.md'));
/** Words a person reads before the first workflow is worth pasting. */
const LONGEST_README = 1_800;

test.each(FILES)('each link in %s leads somewhere', (file) => {
  const links = [...proseOf(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
  expect(links.filter((link) => !leadsSomewhere(link, file))).toEqual([]);
});

test('each document is linked from the README', () => {
  const readme = readText('README.md');
  expect(filesIn('docs', '.md').filter((file) => !readme.includes(`](${file}`))).toEqual([]);
  const examples = readText('examples/README.md');
  const names = filesIn('examples', '.yml').map((file) => path.basename(file));
  expect(names.filter((name) => !examples.includes(`](${name})`))).toEqual([]);
});

test(`the README has at most ${LONGEST_README} words`, () => {
  expect(readText('README.md').trim().split(/\s+/).length).toBeLessThanOrEqual(LONGEST_README);
});

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
