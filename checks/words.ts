// Checks that the words of the built-in datasets are only where those are meant, and names of tasks only in the record of
// tasks: nothing else may know which datasets and which tasks there are. Part of `npm run lint`.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TASK_NAMES } from '../src/model/tasks.ts';
import { Checks } from '../test/support/checks.ts';
import { ROOT, trackedFiles } from './tracked-files.ts';

const TASKS_FILE = 'src/model/tasks.ts';
const WORDS = /department|urgency|grievance|complaint/i;
/** The two inputs, their variables, and the outputs and files that are called after them. */
const INPUTS = /\b(?:(?:department|urgency)-(?:dataset|tag|status)|(?:DEPARTMENT|URGENCY)_DATASET)\b/g;
/** Files that may hold the words, and why. */
const MEANT: readonly (readonly [RegExp, string])[] = [
  [/^presets\//, 'declare the built-in datasets'],
  [/^docs\/reference\/built-in\.md$/, 'describes them'],
  [/^CHANGELOG\.md$/, 'says what changed'],
  [/^examples\//, 'show them'],
  [/^(test|checks)\//, 'try them'],
  [/^\.ci\/run$/, 'names the file with rows that it tries them on'],
  [/^bench\//, 'measures them beside the service they come from'],
  [/^scripts\/(?:demo\/|screenshots\.ts$)/, 'runs them on rows it makes up'],
  [/^dist\//, 'built from files that are checked'],
];

const checks = new Checks();
const files = trackedFiles();
for (const [pattern, why] of MEANT) {
  checks.check(
    `${pattern} ${why}: there are such files`,
    files.some((file) => pattern.test(file)),
    'none',
  );
}
const others = files.filter((file) => !MEANT.some(([pattern]) => pattern.test(file)));
const found = linesOf(others, (line) => WORDS.test(line.replace(INPUTS, '')));
checks.check(`${others.length} other files know no built-in dataset`, found.length === 0, found.join(', '));
const tasks = linesOf(
  files.filter((file) => file.startsWith('src/') && file !== TASKS_FILE),
  (line) => TASK_NAMES.some((task) => line.includes(`'${task}'`)),
);
checks.check(`names of tasks are only in ${TASKS_FILE}`, tasks.length === 0, tasks.join(', '));
checks.close();

/** Returns the places, `file:line`, of the lines that `isMeant` is true of. */
function linesOf(of: readonly string[], isMeant: (line: string) => boolean): string[] {
  return of.flatMap((file) => {
    const lines = readFileSync(path.join(ROOT, file), 'utf8').split('\n');
    return lines.flatMap((line, index) => (isMeant(line) ? `${file}:${index + 1}` : []));
  });
}
