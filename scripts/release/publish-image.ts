// Builds the container image of a tag for each platform, pushes it, and writes its name and digest to the outputs of
// the step. Runs without any package. Usage: publish-image.ts <tag>; needs docker with buildx, logged in to the
// registry.
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { imageTags, planRelease } from './plan-release.ts';

const [tag = ''] = process.argv.slice(2);
const {
  GITHUB_REPOSITORY: repository = '',
  GITHUB_SHA: commit = '',
  GITHUB_OUTPUT: output = '',
} = process.env;
const name = `ghcr.io/${repository.toLowerCase()}`;
const tags = execFileSync('git', ['tag', '--list'], { encoding: 'utf8' }).split('\n');
const metadata = path.join(mkdtempSync(path.join(tmpdir(), 'image-')), 'metadata.json');
docker('create', '--name', 'release', '--use');
docker(
  'build',
  '--platform=linux/amd64,linux/arm64',
  '--provenance=false',
  '--push',
  `--metadata-file=${metadata}`,
  `--label=org.opencontainers.image.version=${tag.slice(1)}`,
  `--label=org.opencontainers.image.revision=${commit}`,
  ...imageTags(tag, planRelease(tag, tags)).map((each) => `--tag=${name}:${each}`),
  '.',
);
const digest: string = JSON.parse(readFileSync(metadata, 'utf8'))['containerimage.digest'];
appendFileSync(output, `name=${name}\ndigest=${digest}\n`);
console.log(`${name}@${digest}`);

function docker(...words: string[]): void {
  execFileSync('docker', ['buildx', ...words], { stdio: 'inherit' });
}
