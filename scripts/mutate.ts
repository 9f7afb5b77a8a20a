// Changes one place of the source at a time, in a copy of the checkout, and runs the tests that are to notice. By hand,
// not in CI. Usage: mutate.ts [--folder <folder of src>]… [--count <mutants a folder>] [--seed <number>] [--only <text>]
// [--tests <tests>]… [--survivors <log>] [--seconds <limit of a mutant's tests>]. With --bundle <entry> the bundle is
// built from each mutant and --tests says which tests to run. Prints each survivor with its line; what is changed is
// chosen by the seed, or is what survived the run whose output is in the log.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { MersenneTwister } from '../src/engine/split/mersenne-twister.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

const { values } = parseArgs({
  options: {
    folder: {
      type: 'string',
      multiple: true,
      default: ['pipeline', 'hub', 'retraining', 'engine', 'version', 'gates', 'pii'],
    },
    count: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    tests: { type: 'string', multiple: true },
    bundle: { type: 'string' },
    survivors: { type: 'string' },
    seconds: { type: 'string', default: '60' },
  },
});
/** A mutant that makes a loop endless is noticed by the time its tests take. */
const TIME_LIMIT_MS = Number(values.seconds) * 1000;

/** What is changed into what, where the pattern stands in a line of code. */
const MUTATIONS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ < /g, ' <= '],
  [/ <= /g, ' < '],
  [/ > /g, ' >= '],
  [/ >= /g, ' > '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ \?\? /g, ' && '],
  [/ \+ /g, ' - '],
  [/ - /g, ' + '],
  [/ \+= /g, ' -= '],
  [/\+\+/g, '--'],
  [/\btrue\b/g, 'false'],
  [/\bfalse\b/g, 'true'],
  [/(?<=[(\s])!(?=[\w(])/g, ''],
  [/\.some\(/g, '.every('],
  [/\.every\(/g, '.some('],
  [/\bMath\.max\(/g, 'Math.min('],
  [/\bMath\.min\(/g, 'Math.max('],
  [/(?<=\bif \()[^;{}]+(?=\) )/g, 'true'],
  [/(?<=\bif \()[^;{}]+(?=\) )/g, 'false'],
  [/(?<![\w.'"`-])\d+(?![\w.'"`-])/g, '7'],
  [/^ +(?:await )?[\w.#]+\([^;]*\);$/g, ''],
];

interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

const random = new MersenneTwister(Number(values.seed));
const copy = makeCopy();
let killed = 0;
const survivors: Mutant[] = [];
try {
  const mutants = values.folder.flatMap((folder) =>
    values.survivors === undefined
      ? choose(listMutants(folder), Number(values.count))
      : listMutants(folder).filter(survivedIn(readFileSync(values.survivors, 'utf8'))),
  );
  console.log(`${mutants.length} mutants, seed ${values.seed}`);
  const [{ file }] = mutants;
  if (!passes(file)) throw new Error(`the tests of ${file} fail as it is`);
  for (const [index, mutant] of mutants.entries()) {
    if (isNoticed(mutant)) killed++;
    else {
      survivors.push(mutant);
      const { file, line, before, after } = mutant;
      console.log(`survived: ${file}:${line}\n  - ${before.trim()}\n  + ${after.trim()}`);
    }
    if (index % 20 === 19) console.log(`… ${index + 1} tried, ${survivors.length} survived`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${killed} mutants noticed, ${survivors.length} survived`);

function makeCopy(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'mutants-'));
  for (const file of execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n'))
    cpSync(path.join(ROOT, file), path.join(folder, file), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

function listMutants(folder: string): Mutant[] {
  const listed = execFileSync('git', ['ls-files', `src/${folder}`], { cwd: ROOT, encoding: 'utf8' });
  const files = listed.trim().split('\n');
  return files
    .filter((file) => file.includes(values.only))
    .flatMap((file) =>
      readFileSync(path.join(ROOT, file), 'utf8')
        .split('\n')
        .flatMap((before, index) =>
          changesOf(before).map((after) => ({ file, line: index + 1, before, after })),
        ),
    );
}

/** What a line may be changed into; none where it is no code that runs. */
function changesOf(line: string): string[] {
  if (/^\s*(\/?\*|\/\/|import |export (type|interface)|readonly |`)/.test(line)) return [];
  return MUTATIONS.flatMap(([pattern, replacement]) =>
    [...line.matchAll(pattern)]
      .filter(({ index }) => !isInText(line, index))
      .map((match) => line.slice(0, match.index) + replacement + line.slice(match.index + match[0].length)),
  ).filter((changed) => changed !== line);
}

/** True for a place inside quotes, or behind the start of a comment. */
function isInText(line: string, index: number): boolean {
  const before = line.slice(0, index).replace(/\\./g, '');
  return ["'", '"', '`'].some((quote) => before.split(quote).length % 2 === 0) || / \/\//.test(before);
}

/** Whether a mutant is among the survivors this program has printed. */
function survivedIn(log: string): (mutant: Mutant) => boolean {
  return ({ file, line, before, after }) =>
    log.includes(`survived: ${file}:${line}\n  - ${before.trim()}\n  + ${after.trim()}\n`);
}

function choose(mutants: Mutant[], count: number): Mutant[] {
  const order = random.permutation(mutants.length).subarray(0, count);
  return [...order].map((index) => mutants[index]);
}

function isNoticed({ file, line, after }: Mutant): boolean {
  const target = path.join(copy, file);
  const original = readFileSync(target, 'utf8');
  const lines = original.split('\n');
  lines[line - 1] = after;
  writeFileSync(target, lines.join('\n'));
  try {
    if (values.bundle !== undefined && !build(values.bundle)) return true;
    return !passes(file);
  } finally {
    writeFileSync(target, original);
  }
}

/** Runs the tests given, or else the quick ones that load a file; without any nothing is noticed. */
function passes(file: string): boolean {
  const roots = ['--roots', '<rootDir>/src', '<rootDir>/test'];
  const tests = values.tests ?? ['--findRelatedTests', file, '--testPathIgnorePatterns', 'itg'];
  return run('jest', ...tests, '--runInBand', '--bail', '--silent', '--passWithNoTests', ...roots) === 0;
}

/** Builds one bundle as scripts/build.ts does. @returns false when it cannot be built */
function build(entry: string): boolean {
  const out = ['--out', path.join('dist', entry), '--target', 'es2024', '--no-cache', '--quiet'];
  run('tsc', '--project', 'tsconfig.build.json', '--noCheck');
  return run('ncc', 'build', path.join('build', 'entries', `${entry}.js`), ...out) === 0;
}

function run(tool: string, ...args: string[]): number | null {
  const NODE_OPTIONS = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
  const bin = path.join(ROOT, 'node_modules', '.bin');
  const env = { ...process.env, NODE_OPTIONS, PATH: `${bin}${path.delimiter}${process.env.PATH}` };
  return spawnSync(path.join(bin, tool), args, { cwd: copy, env, stdio: 'ignore', timeout: TIME_LIMIT_MS })
    .status;
}
