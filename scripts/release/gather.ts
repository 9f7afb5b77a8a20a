// Gathers what a release consists of in release/: the action as an archive, its bill of materials (CycloneDX) and
// their checksums. Usage: gather.ts <tag>
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const sbom = execFileSync('npm', ['sbom', '--omit=dev', '--sbom-format=cyclonedx'], {
  cwd: ROOT,
  maxBuffer: 1 << 26,
});
writeFileSync(path.join(FOLDER, `${name}.cdx.json`), sbom);
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

function sectionOf(title: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  return sections
    .find((section) => section.startsWith(`${title}\n`) || section.startsWith(`${title} `))
    ?.replace(/^.*\n/, '')
    .trim();
}
