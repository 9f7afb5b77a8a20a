// Builds the bundles in dist/: tsc emits JavaScript, ncc puts each entry and all it imports into one folder, and the
// root action's thread into a folder inside.
// With --check it also fails when what it built differs from what is committed.
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { thirdPartyLicenses } from './licenses.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const BIN = path.join(ROOT, 'node_modules', '.bin');

rmSync(path.join(ROOT, 'build'), { recursive: true, force: true });
run(path.join(BIN, 'tsc'), '--project', 'tsconfig.build.json');
leaveOutUnused('@actions/core');
rmSync(path.join(ROOT, 'dist'), { recursive: true, force: true });
for (const file of readdirSync(path.join(ROOT, 'src', 'entries'))) {
  const name = path.basename(file, '.ts');
  const statsFile = bundle(path.join('entries', name), name);
  writeFileSync(path.join(ROOT, 'dist', name, 'licenses.txt'), thirdPartyLicenses(statsFile));
}
bundle('spark/engine-worker', path.join('prepare-dataset', 'engine-worker'));
if (process.argv.includes('--check')) {
  const changed = execFileSync('git', ['status', '--porcelain', 'dist'], { cwd: ROOT, encoding: 'utf8' });
  if (changed !== '') {
    console.error(`dist/ is not what the source builds. Run "npm run bundle" and commit:\n${changed}`);
    process.exit(1);
  }
}

/**
 * Has the bundler leave out what no action calls of a package whose modules do nothing by themselves, and what only that
 * imports: the package does not say so of itself. What is built finds a copy that does.
 */
function leaveOutUnused(name: string): void {
  const folder = path.join(ROOT, 'build', 'node_modules', name);
  cpSync(path.join(ROOT, 'node_modules', name), folder, { recursive: true });
  const file = path.join(folder, 'package.json');
  const described = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...described, sideEffects: false }));
}

/** @returns the file with the statistics of what the bundle holds */
function bundle(module: string, folder: string): string {
  const statsFile = path.join(ROOT, 'build', `${path.basename(folder)}.stats.json`);
  run(
    path.join(BIN, 'ncc'),
    'build',
    path.join('build', `${module}.js`),
    '--out',
    path.join('dist', folder),
    '--target',
    'es2024',
    '--no-cache',
    '--quiet',
    '--stats-out',
    statsFile,
  );
  return statsFile;
}

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { cwd: ROOT, stdio: 'inherit' });
}
