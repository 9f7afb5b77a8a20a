import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { BundleScene } from '../support/bundle-scene.ts';
import { cancelBundle, expectCancelled } from '../support/cancel-bundle.ts';
import { type Listening, listen } from '../support/http/listen.ts';
import { type Silence, type SilentProxy, startSilentProxy } from '../support/postgres/silent-proxy.ts';
import type { BundleRun } from '../support/run-bundle.ts';

const ROWS = 'SELECT id, text, label FROM reviews';
const SLOW = 'SELECT id, text || pg_sleep(3600) AS text, label FROM reviews';
/** What a run that waits for ever is given up after; none of the waits of this file takes half of it. */
const HUNG_MS = 120_000;
/** Statement timeouts short enough that 30 s more are the most of what is waited for. */
const BRIEF = { statement_timeout: '2000' };
const SET_UP = { connect_timeout: '3' };

let scene: BundleScene;
let folder: string;
let holder: Client;
const listening: Listening[] = [];
const stopped: number[] = [];
let count = 0;

beforeAll(async () => {
  [scene, folder] = await Promise.all([BundleScene.start(), mkdtemp(path.join(tmpdir(), 'waiting-'))]);
  await scene.newDatabase();
  await scene.database.query(
    "CREATE TABLE reviews AS SELECT n AS id, 'text ' || n || repeat('x', 500) AS text, (ARRAY['yes', 'no'])[1 + n % 2] AS label FROM generate_series(1, 2000) AS n",
  );
  await scene.database.query('CREATE TABLE locked AS SELECT * FROM reviews');
  holder = new Client({ connectionString: scene.database.url() });
  await holder.connect();
});

afterAll(async () => {
  for (const pid of stopped) process.kill(pid, 'SIGCONT');
  await Promise.all([...listening.map((server) => server.close()), holder.end()]);
  await Promise.all([scene.close(), rm(folder, { recursive: true, force: true })]);
});

/** A run, and the port it was given; null when it had to be given up. */
type Waited = { readonly run: BundleRun | null; readonly port: number };

describe('a database that goes silent ends the run, with what was waited for', () => {
  let waits: Record<keyof typeof WAITS, Waited>;

  // All of them at once: most take 30 s more than the statement timeout.
  beforeAll(async () => {
    const started = Object.entries(WAITS).map(async ([name, start]) => [name, await start()] as const);
    waits = Object.fromEntries(await Promise.all(started)) as typeof waits;
  }, 2 * HUNG_MS);

  test.each<[keyof typeof WAITS, RegExp[]]>([
    [
      'mid-COPY',
      [
        /The corrections of source tickets \(line 4 of datasets\.yml\) could not be read for dataset answers-\d+\./,
        /did not send all rows in database "\S+" within 32 s: its statement timeout of 2 s should have ended/,
        /[\d,]+ rows had arrived, the last byte [\d.]+ s before/,
        /Still reading `tickets\.corrections`: [\d,]+ rows so far, \d+(\.\d)? s\./,
      ],
    ],
    [
      'in Describe',
      [
        /did not describe the SELECTs in database "\S+" within 32 s/,
        /Still waiting for the database to describe the SELECTs: \d+(\.\d)? s\./,
      ],
    ],
    [
      'a stopped backend',
      [/did not send all rows in database "\S+" within 35 s/, /could not be read for dataset/],
    ],
    [
      'after BEGIN',
      [/did not begin a transaction in database "\S+" within 3 s \(connect_timeout\)/, /Attempt 3 of 4/],
    ],
    [
      'at the request for TLS',
      [/accepted the connection, but did not answer the request for TLS within 3 s/, /A proxy/],
    ],
    ['at the start', [/accepted the connection, but did not answer the start of the session within 3 s/]],
    ['at the log-in', [/accepted the connection, but did not answer the log-in within 3 s/]],
  ])('%s', (name, expected) => {
    const { run, port } = waits[name];
    expect(run?.exitCode).toBe(1);
    for (const words of expected) expect(run!.log).toMatch(words);
    expect(run!.log).toContain(`127.0.0.1:${port}`);
  });

  test('at COMMIT: all rows are read, so they are published', () => {
    expect(waits['at COMMIT'].run?.exitCode).toBe(0);
  });

  test('what answers another protocol without TLS is named at once', () => {
    const { run, port } = waits['another protocol'];
    expect(run?.exitCode).toBe(1);
    expect(run!.log).toContain(`What answers at 127.0.0.1:${port} does not speak PostgreSQL's protocol`);
    expect(run!.log).not.toContain('Attempt 1');
  });

  test('a locked table is named as a lock, with its source and dataset, and blames no line', () => {
    const { run } = waits['a locked table'];
    expect(run?.exitCode).toBe(1);
    const { log } = run!;
    expect(log).toMatch(
      /The corrections of source tickets \(line 4 of datasets\.yml\) could not be read for dataset answers-\d+\. A table that is read was locked by another session/,
    );
    expect(log).toContain('SQLSTATE 55P03');
    expect(log).toContain('pg_blocking_pids');
    expect(log).not.toContain('file=datasets.yml');
  });
});

test('SIGINT ends a run at once while the database is silent', async () => {
  const proxy = await proxyWith({ after: /COPY \(/, bytes: 20_000 });
  const run = await cancelBundle(scene, 'SIGINT', async () => proxy.silenced() > 0, {
    ...(await inputs(ROWS, { port: proxy.port })),
    'department-dataset': '',
    'urgency-dataset': '',
  });
  expectCancelled(run);
});

const WAITS = {
  'mid-COPY': () => behindProxy({ after: /COPY \(/, bytes: 100_000 }, BRIEF),
  'in Describe': () => behindProxy({ after: /SELECT \* FROM/ }, BRIEF),
  'after BEGIN': () => behindProxy({ after: /BEGIN ISOLATION/ }, SET_UP),
  'at COMMIT': () => behindProxy({ after: /COMMIT/ }, {}),
  'at the request for TLS': () => silentServer({ sslmode: 'prefer' }),
  'at the start': () => silentServer({ sslmode: 'disable' }),
  'at the log-in': () => behindProxy({ after: /SCRAM-SHA-256/ }, SET_UP),
  'another protocol': async () => {
    const server = await listen(createServer((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')));
    listening.push(server);
    return waitAt(server.port, ROWS, { connect_timeout: '5', sslmode: 'disable' });
  },
  'a stopped backend': async () => {
    const name = 'to-be-stopped';
    const ended = new AbortController();
    const params = { statement_timeout: '5000', application_name: name };
    const waited = waitAt(scene.postgres.port, SLOW, params).finally(() => ended.abort());
    await stopBackend(name, ended.signal);
    return waited;
  },
  'a locked table': async () => {
    await holder.query('BEGIN; LOCK TABLE locked IN ACCESS EXCLUSIVE MODE');
    const options = { options: '-c lock_timeout=300' };
    const waited = await waitAt(scene.postgres.port, ROWS.replace('reviews', 'locked'), options);
    await holder.query('ROLLBACK');
    return waited;
  },
};

async function behindProxy(silence: Silence, params: Record<string, string>): Promise<Waited> {
  const { port } = await proxyWith(silence);
  return waitAt(port, ROWS, params);
}

async function proxyWith(silence: Silence): Promise<SilentProxy> {
  const proxy = await startSilentProxy(scene.postgres.port, silence);
  listening.push(proxy);
  return proxy;
}

/** A server, or a proxy without one behind it, that accepts connections and answers nothing. */
async function silentServer(params: Record<string, string>): Promise<Waited> {
  const server = await listen(createServer((socket) => socket.resume()));
  listening.push(server);
  return waitAt(server.port, ROWS, { ...SET_UP, ...params });
}

async function waitAt(port: number, sql: string, params: Record<string, string>): Promise<Waited> {
  const signal = AbortSignal.timeout(HUNG_MS);
  const workspace = await mkdtemp(path.join(folder, 'workspace-'));
  const run = await scene
    .run(await inputs(sql, { port, params, workspace }), { GITHUB_WORKSPACE: workspace }, { signal })
    .catch((error) => {
      if (signal.aborted) return null;
      throw error;
    });
  return { run, port };
}

/** Inputs of a dataset of its own whose corrections are this SELECT, in line 4 of the file. */
async function inputs(
  sql: string,
  { port, params = {}, workspace }: { port: number; params?: Record<string, string>; workspace?: string },
): Promise<Record<string, string>> {
  const name = `answers-${count++}`;
  const config = `version: 1
sources:
  tickets:
    corrections: ${JSON.stringify(sql)}
datasets:
  ${name}:
    repo: owner/${name}
    source: tickets
    task: text-classification
    classes: ['yes', 'no']
`;
  if (workspace !== undefined) await writeFile(path.join(workspace, 'datasets.yml'), config);
  const url = scene.database.url({ params: { sslmode: 'disable', ...params } });
  return {
    'postgres-url': url.replace(`:${scene.postgres.port}/`, `:${port}/`),
    config: workspace === undefined ? config : 'datasets.yml',
    'department-dataset': '',
    'urgency-dataset': '',
  };
}

/** Stops the process of a session as soon as its COPY runs. */
async function stopBackend(name: string, ended: AbortSignal): Promise<void> {
  const find = "SELECT pid FROM pg_stat_activity WHERE application_name = $1 AND query LIKE 'COPY%pg_sleep%'";
  while (!ended.aborted) {
    const [backend] = await scene.postgres.query(find, [name]);
    if (backend !== undefined) {
      process.kill(backend.pid, 'SIGSTOP');
      stopped.push(backend.pid);
      return;
    }
    await sleep(20);
  }
}
