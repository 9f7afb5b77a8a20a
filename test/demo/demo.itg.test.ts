import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SCRIPT = path.join(ROOT, 'scripts/demo/demo.ts');
/** Eleven runs of a bundle, also where others share the processor. */
jest.setTimeout(180_000);

const LOCAL_ADDRESS = /http:\/\/127\.0\.0\.1:\d+[^\s)"<>`]*/g;

let folder: string;
let child: ChildProcess;
let printed: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'demo-'));
});

afterEach(async () => {
  child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

test('teaches what the action does, and leaves the pages it names', async () => {
  start();
  expect(await ended()).toBe(0);
  const said = unwrapped();
  for (const line of [
    // A row before and after.
    String.raw`message: "<p>Power goes off 9 times a day   in ward 7, Butwal.</p>\n<p>छिटो समाधान गरिपाऊँ । https://example.org/photo/61</p>"`,
    'model: NORMAL officer: URGENT',
    'published: "Power goes off 9 times a day in ward 7, Butwal. छिटो समाधान गरिपाऊँ ।", URGENT (1), in ',
    // A conflict.
    'warning: urgency: conflicting labels: 2 rows were dropped for labels that disagree on the same text (1 text).',
    'Until they agree, it is in no version',
    '2-disagreement/datasets/urgency/dropped.jsonl',
    'urgency: The data has not changed since',
    // The loop's trigger.
    'the Space sambodhan/retrain-urgency was triggered: RUNNING_APP_STARTING.',
    'notice: urgency: not triggered again:',
    'The step ran twice, and the Space was restarted once.',
    // A held dataset.
    'error: urgency: held: max-shrinkage:',
    'urgency: Held',
    'raise the gate: `gates: "max-shrinkage: 95"`',
    // A promotion, and a model that is not better.
    'promoted: No model is in production yet',
    'promoted: The candidate is better than production on v',
    'kept: The candidate is not better than production (−',
    'The tag `production` is still on promoted-v',
    // What comes next.
    'npm run demo -- --own',
    'copy examples/own-tables.yml',
    'README.md, “What you need”',
    'npm run demo -- --serve',
  ]) {
    expect(said).toContain(line.replaceAll(/\s+/g, ' '));
  }
  expect(said.match(/warning: /g)).toHaveLength(2);
  expect(printed).not.toMatch(/::|\x1b|http:\/\/127/);
  const lines = printed.split('\n');
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  expect(lines.length).toBeLessThan(105);
  const named = [...said.matchAll(/\S+\.(?:html|md)(?= (?!“))/g)].map(([file]) => file);
  const pages = named.filter((file) => path.resolve(file).startsWith(folder));
  expect(pages).toHaveLength(2);
  for (const page of pages) await access(page);
  const dashboard = await readFile(pages.find((page) => page.endsWith('.html')) ?? '', 'utf8');
  expect(dashboard).toMatch(/<bdi>sambodhan\/urgency-classifier<\/bdi>: in production is <code>promoted-v/);
  expect(dashboard).toMatch(
    /<td>In production<\/td><\/tr>\n<tr><th scope="row">v\d+_\d+<\/th><td>Promoted<\/td>/,
  );
});

test('serves what it made until it is interrupted, with links that work and commands to paste', async () => {
  start('--serve');
  await saying(/^psql '(.*)'$/m);
  const [, endpoint, token] = /^export HF_ENDPOINT=(\S+) .*HF_TOKEN=(\S+)$/m.exec(printed) ?? [];
  const [, repo, tag] = /load_dataset\("(.*)", revision="(.*)"\)/.exec(printed) ?? [];
  const headers = { Authorization: `Bearer ${token}` };
  const card = await fetch(`${endpoint}/datasets/${repo}/resolve/${tag}/README.md`, { headers });
  expect(await card.text()).toContain(`load_dataset("${repo}", revision="${tag}")`);

  const pages = (await readdir(folder, { recursive: true })).filter((file) =>
    /\.(?:html|md|txt)$/.test(file),
  );
  const texts = await Promise.all(pages.map((file) => readFile(path.join(folder, file), 'utf8')));
  const links = new Set([printed, ...texts].flatMap((text) => text.match(LOCAL_ADDRESS) ?? []));
  expect(links.size).toBeGreaterThan(8);
  for (const link of links) expect([link, (await fetch(link)).status]).toEqual([link, 200]);

  const [, url] = /^psql '(.*)'$/m.exec(printed) ?? [];
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SELECT count(*)::integer AS count FROM complaints');
  expect(rows).toEqual([{ count: 4602 }]);
  await expect(client.query('DELETE FROM complaints')).rejects.toThrow('permission denied');
  await client.end();

  child.kill('SIGINT');
  expect(await ended()).toBe(0);
  expect(printed).toContain('Stopped: the Hub and the database are gone.');
  await expect(fetch(endpoint)).rejects.toThrow();
});

test("serves one's own tables, which the commands to paste check, preview and publish, until npm is ended", async () => {
  const tables = path.join(folder, 'tables.sql');
  await writeFile(
    tables,
    `CREATE TABLE tickets (id integer PRIMARY KEY, body text, predicted text);
     CREATE TABLE reviews (ticket_id integer REFERENCES tickets, correct text);
     INSERT INTO tickets SELECT n, 'ticket ' || n, (ARRAY['billing', 'shipping', 'technical'])[1 + n % 3] FROM generate_series(1, 60) n;
     INSERT INTO reviews SELECT id, 'billing' FROM tickets WHERE id <= 40`,
  );
  startByNpm('--own', '--tables', tables);
  await saying('until Ctrl-C.');
  const shell = printed.split('\n').filter((line) => line.startsWith('export '));
  const [, words] = /^alias prepare-dataset="(.*)"$/m.exec(printed) ?? [];
  const [starter] = /^version: 1$.*^ {4}classes: .*?$/ms.exec(printed) ?? [];
  await writeFile(path.join(folder, 'datasets.yml'), starter!);
  const lines = printed.split('\n').filter((line) => line.startsWith('prepare-dataset '));
  expect(lines).toHaveLength(3);
  const paste = [...shell, ...lines.map((line) => line.replace('prepare-dataset', words))].join('\n');
  const pasted = await promisify(execFile)('bash', ['-ec', paste], { cwd: folder });
  expect(pasted.stdout).toContain('No problem was found in 1 dataset.');
  expect(pasted.stdout).toContain('A private repo would be created');
  expect(pasted.stdout).toMatch(/^reviews: Version .*60 rows/m);
  // The role of the command may not change a table.
  expect(pasted.stderr).not.toContain('may change tables');
  const [, endpoint] = /HF_ENDPOINT=(\S+)/.exec(printed) ?? [];
  const headers = { Authorization: 'Bearer hf_demo' };
  expect((await fetch(`${endpoint}/api/datasets/acme/reviews`, { headers })).status).toBe(200);

  const [, reader] = /POSTGRES_URL='(.*)'/.exec(printed) ?? [];
  const [, owner] = /^psql '(.*)'$/m.exec(printed) ?? [];
  await ask(owner, 'CREATE SCHEMA other; CREATE TABLE other.more (id integer)');
  await ask(reader, 'SELECT id FROM other.more');
  await expect(ask(reader, 'DELETE FROM tickets')).rejects.toThrow('permission denied');

  child.kill('SIGTERM');
  await ended();
  expect(printed).toContain('Stopped: the Hub and the database are gone.');
  await expect(fetch(endpoint)).rejects.toThrow();
});

test("leaves no server and no data of one's own tables when a terminal ends all its processes", async () => {
  start('--own');
  await saying('until Ctrl-C.');
  const [, port] = /127\.0\.0\.1:(\d+)\/postgres/.exec(printed) ?? [];
  const data = (await findServer(Number(port)))!;
  process.kill(data.pid, 'SIGINT');
  while ((await findServer(Number(port))) !== null) await sleep(20);
  child.kill('SIGINT');
  expect(await ended()).toBe(0);
  expect(await findServer(Number(port))).toBeNull();
  await expect(access(data.directory)).rejects.toThrow();
});

test.each([
  ['nothing', null, 'Check the path after --tables.'],
  [
    'SQL with a mistake',
    'CREATE TABLE t (id integer);\nSELEC 1',
    'syntax error at or near "SELEC" (line 2).',
  ],
])('with %s for tables, it ends with one sentence', async (_, sql, sentence) => {
  const tables = path.join(folder, 'bad.sql');
  if (sql !== null) await writeFile(tables, sql);
  start('--own', '--tables', tables);
  expect(await ended()).toBe(1);
  expect(printed).toContain(sentence);
  expect(printed).not.toContain('    at ');
});

test('ends in the middle of a run when it is told to', async () => {
  start();
  await saying('1. A first version');
  child.kill('SIGTERM');
  expect(await ended()).toBe(130);
  expect(printed).toMatch(/\nStopped\.\n$/);
});

/** Starts the demo as `npm run demo` does. */
function startByNpm(...options: readonly string[]): void {
  const { FORCE_COLOR: _, ...env } = process.env;
  begin(
    spawn('npm', ['run', '--silent', 'demo', '--', ...options], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

function start(...options: readonly string[]): void {
  const node = ['--disable-warning=ExperimentalWarning', SCRIPT, '--folder', folder, ...options];
  const { FORCE_COLOR: _, ...env } = process.env;
  begin(spawn(process.execPath, node, { env, stdio: ['ignore', 'pipe', 'pipe'] }));
}

function begin(started: ChildProcess): void {
  child = started;
  printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      printed += text;
    });
  }
}

async function ask(connectionString: string, sql: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The data and the process of the PostgreSQL that listens on the port; null for none. */
async function findServer(port: number): Promise<{ directory: string; pid: number } | null> {
  for (const name of await readdir(tmpdir())) {
    const directory = path.join(tmpdir(), name);
    const lines = (await readFile(path.join(directory, 'postmaster.pid'), 'utf8').catch(() => '')).split(
      '\n',
    );
    if (Number(lines[3]) === port) return { directory, pid: Number(lines[0]) };
  }
  return null;
}

async function ended(): Promise<unknown> {
  if (child.exitCode === null) await once(child, 'close');
  return child.exitCode;
}

/** Waits until that was printed. @throws Error when the demo ended before */
async function saying(wanted: string | RegExp): Promise<void> {
  while (printed.search(wanted) === -1) {
    if (child.exitCode !== null) throw new Error(`The demo ended:\n${printed}`);
    await sleep(20);
  }
}

function unwrapped(): string {
  return printed.replaceAll(/\s+/g, ' ');
}
