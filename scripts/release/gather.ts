// Gathers what a release consists of in release/: the action as an archive, its bill of materials (CycloneDX) and
// their checksums. Usage: gather.ts <tag>
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'release');
const [tag] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const changelog = readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8');

if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, but package.json says ${version}.`);
const notes = sectionOf(version);
if (notes === undefined) throw new Error(`CHANGELOG.md has no section "## ${version}".`);

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
const name = `prepare-dataset-${version}`;
const archive = path.join(FOLDER, `${name}.tar.gz`);
execFileSync('git', ['archive', `--prefix=${name}/`, `--output=${archive}`, 'HEAD'], { cwd: ROOT });
writeFileSync(path.join(FOLDER, `${name}.cdx.json`), billOfMaterials());
const checksums = readdirSync(FOLDER)
  .sort()
  .map(
    (file) =>
      `${createHash('sha256')
        .update(readFileSync(path.join(FOLDER, file)))
        .digest('hex')}  ${file}`,
  );
writeFileSync(path.join(FOLDER, 'SHA256SUMS'), `${checksums.join('\n')}\n`);
writeFileSync(path.join(FOLDER, 'NOTES.md'), notes);
console.log(checksums.join('\n'));

/**
 * The bill of materials of the bundles. All packages are development packages, so that who installs the command installs
 * none of them: those that the source imports are what the bundles are made of.
 */
function billOfMaterials(): Buffer {
  const { devDependencies, ...described } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));
  const imported = globSync('src/**/*.ts', { cwd: ROOT }).flatMap((file) =>
    Array.from(
      readFileSync(path.join(ROOT, file), 'utf8').matchAll(
        /(?:from|import\()\s*'((?:@[^/']+\/)?[^./'][^/']*)/g,
      ),
      ([, specifier]) => specifier,
    ),
  );
  const dependencies = Object.fromEntries(
    Object.entries(devDependencies).filter(([name]) => imported.includes(name)),
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'sbom-'));
  const { devDependencies: _, ...root } = lock.packages[''];
  lock.packages[''] = { ...root, dependencies };
  const npm = (...words: string[]) => execFileSync('npm', words, { cwd: folder, maxBuffer: 1 << 26 });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ ...described, dependencies }));
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify(lock));
  try {
    // Drops from the lock file what nothing needs any more; all it needs to know is there.
    npm('install', '--package-lock-only', '--offline', '--ignore-scripts', '--no-audit', '--no-fund');
    return npm('sbom', '--package-lock-only', '--sbom-format=cyclonedx');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sectionOf(title: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  return sections
    .find((section) => section.startsWith(`${title}\n`) || section.startsWith(`${title} `))
    ?.replace(/^.*\n/, '')
    .trim();
}
