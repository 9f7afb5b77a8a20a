// Checks that people read plain sentences: in pages, action.yml, examples, presets, the schema, and messages and comments
// of src. Part of `npm run lint`. The patterns are those that readers had to read twice; each has what to write instead.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Checks } from '../test/support/checks.ts';
import { ROOT, trackedFiles } from './tracked-files.ts';

/** What readers had to read twice, and what to write instead. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:told|tells?|telling)\b/i, 'reports, shows, lists, records, names'],
  [/\bsa(?:y|ys|id) so\b/i, 'the verb that is meant: records, sets, warns'],
  [/(?<!\b[Tt]here )\b(?:is|are|was|were) none(?! of)\b/, 'is not a …'],
  [/\b(?:that|which|what|it) (?:is|are) no\b(?! longer| more| match)/i, 'that is not a …'],
  [/\bstands?\b(?![ -](?:for|ins?)\b)/i, 'is, is stored, stays'],
  [/\blies?\b/i, 'is, is stored'],
  [/\bgives? way\b/i, 'if it is empty, … is read'],
  [/\bof (?:no )?use\b/i, 'usable, helps'],
  [/\bany size goes\b/i, 'of any size'],
  [/\bbecomes? of\b|\bbecame of\b/i, 'what happens to …, the status of …'],
  [/\bnear cop(?:y|ies)\b/i, 'near-duplicate'],
  [/\bbut for\b/i, 'except for'],
  [/\bfor ever\b/i, 'in all versions, never changes'],
  [/\b[Ll]eft out, (?:the|this|it|they|only)\b/, 'without it, …; by default …'],
  [/\b(?:is|are) of interest\b/i, 'matters'],
  [/\bwho (?:has|wants|knows|needs)\b/i, 'a subject: a user, a reader, a token'],
];

/** Files in which a pattern is meant, and why. */
const MEANT: readonly (readonly [RegExp, string])[] = [
  [/^docs\/reference\/messages\.md$/, 'generated from the messages, which are checked in src'],
];

const checks = new Checks();
const files = trackedFiles().filter((file) =>
  /^(?:src\/.*\.ts|[^/]+\.md|docs\/.*\.md|examples\/.*\.(?:md|yml)|presets\/.*|(?:[a-z-]+\/)?action\.yml|[a-z-]+\/README\.md|config\.schema\.json)$/.test(
    file,
  ),
);
for (const [pattern, why] of MEANT) {
  checks.check(
    `${pattern} ${why}: there are such files`,
    files.some((file) => pattern.test(file)),
    'none',
  );
}
const read = files.filter((file) => !MEANT.some(([pattern]) => pattern.test(file)));
const found = read.flatMap(findIn);
for (const place of found) console.log(place);
checks.check(`${read.length} files have plain sentences`, found.length === 0, `${found.length} places above`);
checks.close();

/** Returns the places of a file with a pattern, with what to write instead. */
function findIn(file: string): string[] {
  return readLines(file).flatMap((line, index) => {
    return PATTERNS.filter(([pattern]) => pattern.test(line)).map(
      ([pattern, instead]) => `${file}:${index + 1}: “${pattern.exec(line)![0]}”: write ${instead}`,
    );
  });
}

/** Reads the lines of a file that people read: of the changelog, only the newest version. */
function readLines(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  if (file !== 'CHANGELOG.md') return text.split('\n');
  const [head, newest = ''] = text.split(/^## /m);
  return `${head}## ${newest}`.split('\n');
}
