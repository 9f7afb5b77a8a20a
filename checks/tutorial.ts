// Runs the tutorial, docs/tutorial.md, against a PostgreSQL and a local Hub: saves its files, runs its commands by the
// committed bundles, and compares what they print with what the page shows.
// Usage: checks/tutorial.ts <python with examples/training/requirements.txt> [--update, which writes the outputs into the page]
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Block, blocksOf } from '../test/docs/markdown.ts';
import { Checks } from '../test/support/checks.ts';
import { startLocalHub } from '../test/support/local-hub/server.ts';
import { startPostgres } from '../test/support/postgres/server.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const PAGE = path.join(ROOT, 'docs/tutorial.md');
const COMMAND = 'npx github:sambodhan/prepare-dataset#v1 ';
const TAG = /\bv\d{8}_\d{6}\b/g;
const [python, mode] = process.argv.slice(2);

const folder = mkdtempSync(path.join(tmpdir(), 'tutorial-'));
const [hub, postgres] = await Promise.all([startLocalHub(), startPostgres()]);
hub.addToken({ token: 'hf_tutorial', user: 'acme', role: 'write' });
const database = await postgres.createDatabase('shop');
const environment = {
  PATH: process.env.PATH,
  HOME: folder,
  POSTGRES_URL: database.url({ user: 'dataset_reader', password: 'reader', params: { sslmode: 'disable' } }),
  HF_TOKEN: 'hf_tutorial',
  HF_ENDPOINT: hub.url,
  HF_HUB_DISABLE_XET: '1',
  HF_HUB_DISABLE_PROGRESS_BARS: '1',
  HF_DATASETS_DISABLE_PROGRESS_BARS: '1',
};
const checks = new Checks();
/** What each command printed, the last one first. */
const outputs: { shown: Block; output: string }[] = [];
let tag = '';

try {
  const blocks = blocksOf('docs/tutorial.md');
  for (const [index, { language, text, line, section }] of blocks.entries()) {
    if (language === 'sql') await database.query(text);
    if (language === 'yaml' && /^version: 1$/m.test(text))
      writeFileSync(path.join(folder, 'datasets.yml'), text);
    const command = text.split('\n').findLast((candidate) => /^(npx|python) /.test(candidate));
    if (language !== 'bash' || command === undefined) continue;
    const output = await run(command);
    const shown = blocks[index + 1];
    outputs.unshift({ shown, output });
    if (mode === '--update') continue;
    checks.same(`line ${line}: ${section}: ${command}`, output, withoutChance(shown.text));
  }
  if (mode === '--update') writeFileSync(PAGE, withOutputs(readFileSync(PAGE, 'utf8')));
} finally {
  await Promise.all([hub.close(), postgres.close()]);
  rmSync(folder, { recursive: true });
}
checks.close();

/** Returns the page with what was printed in place of what it shows. */
function withOutputs(page: string): string {
  const lines = page.split('\n');
  for (const { shown, output } of outputs) {
    const count = shown.text.split('\n').length - 1;
    lines.splice(shown.line - 1, count, ...output.trimEnd().split('\n'));
  }
  return lines.join('\n');
}

/** Runs a command of the page in its folder, and returns what it printed, without what chance decides. */
async function run(command: string): Promise<string> {
  const [program, ...given] = command.startsWith(COMMAND)
    ? [
        process.execPath,
        path.join(ROOT, 'bin/prepare-dataset.cjs'),
        ...command.slice(COMMAND.length).split(' '),
      ]
    : [python, ...command.split(' ').slice(1)];
  const words = given.map((word) =>
    word === 'train.py' ? path.join(ROOT, 'examples/training/train.py') : word.replace(TAG, tag),
  );
  const child = spawn(program, words, { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  if (command.startsWith(COMMAND)) child.stderr.on('data', (chunk) => chunks.push(chunk));
  else child.stderr.pipe(process.stderr);
  const [code] = await new Promise<[number | null]>((resolve) =>
    child.once('close', (...end) => resolve([end[0]])),
  );
  const output = Buffer.concat(chunks).toString();
  checks.check(`${command} succeeds`, code === 0, output);
  tag = output.match(TAG)?.[0] ?? tag;
  return withoutChance(output);
}

/** A text with one time and one tag, with rounded scores, and without the lines of uploads, whose order changes. */
function withoutChance(output: string): string {
  return output
    .replace(/^\[\d+\.\d s\]/gm, '[0.5 s]')
    .replace(/\btook \d+(\.\d+)? m?s\b/g, 'took 0.3 s')
    .replace(TAG, 'v20261201_010000')
    .replace(/^candidate [0-9a-f]{40}$/gm, 'candidate 5f8a…')
    .replace(/\b0\.(\d{2})\d+\b/g, '0.$1')
    .replace(/, \d+ KiB$/gm, '')
    .replace(/(^\[0\.5 s\] datasets\/\S+: uploaded .*\n)+/gm, '…\n')
    .trimEnd()
    .concat('\n');
}
