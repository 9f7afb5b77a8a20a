import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pMap from 'p-map';
import { BundleScene } from '../support/bundle-scene.ts';
import { type Listening, listen } from '../support/http/listen.ts';
import { type LocalGitHub, startLocalGitHub } from '../support/local-github/server.ts';
import { type LocalWandb, startLocalWandb } from '../support/local-wandb/server.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { errorAnswer, READY, startAnswer } from '../support/postgres/wire.ts';
import type { BundleRun } from '../support/run-bundle.ts';

/** A row's only word: a name to PostgreSQL, and a text that may be shown nowhere. */
const CANARY = 'canaryword';
/** A column name that PostgreSQL suggests another for. */
const MISTYPED = 'SELECT id, text, lable AS label FROM reviews';

let scene: BundleScene;
let folder: string;
let github: LocalGitHub;
let wandb: LocalWandb;
let mail: MailServer;
const servers: Listening[] = [];

beforeAll(async () => {
  [scene, github, wandb, mail, folder] = await Promise.all([
    BundleScene.start(),
    startLocalGitHub(),
    startLocalWandb(),
    startMailServer({ disabledCommands: ['STARTTLS'] }),
    mkdtemp(path.join(tmpdir(), 'database-errors-')),
  ]);
  await scene.newDatabase();
  const { port } = scene.postgres;
  for (const statement of [
    "CREATE TABLE reviews AS SELECT n AS id, 'text ' || n AS text, (ARRAY['yes', 'no'])[1 + n % 2] AS label FROM generate_series(1, 40) AS n",
    `UPDATE reviews SET text = '${CANARY}' WHERE id = 5`,
    "CREATE TYPE mood AS ENUM ('good')",
    "CREATE FUNCTION looked_up(name text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'SELECT ' || name; RETURN name; END $$",
    "CREATE FUNCTION refused(name text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused %', name; END $$",
    "CREATE FUNCTION denied(name text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE 'permission denied for table %', name USING ERRCODE = '42501'; END $$",
    'CREATE MATERIALIZED VIEW summed AS SELECT * FROM reviews WITH NO DATA',
    'CREATE EXTENSION postgres_fdw',
    `CREATE SERVER here FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '${port}', dbname 'postgres')`,
    "CREATE SERVER nowhere FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '1', dbname 'postgres')",
    'CREATE FOREIGN TABLE unmapped (id int, text text, label text) SERVER here',
    'CREATE FOREIGN TABLE far (id int, text text, label text) SERVER nowhere',
    "CREATE USER MAPPING FOR postgres SERVER nowhere OPTIONS (user 'postgres', password 'x')",
    "CREATE ROLE small LOGIN SUPERUSER PASSWORD 'x'",
    "ALTER ROLE small SET temp_file_limit = '64kB'",
    "ALTER ROLE small SET work_mem = '64kB'",
    "CREATE ROLE brief LOGIN SUPERUSER PASSWORD 'x'",
    "ALTER ROLE brief SET transaction_timeout = '1s'",
    "CREATE ROLE stranger NOLOGIN PASSWORD 'x'",
  ]) {
    await scene.database.query(statement);
  }
});

afterAll(() =>
  Promise.all([
    scene.close(),
    github.close(),
    wandb.close(),
    mail.close(),
    rm(folder, { recursive: true, force: true }),
    ...servers.map((server) => server.close()),
  ]),
);

interface Case {
  readonly name: string;
  readonly sql: string;
  /** User of the connection, default the superuser. */
  readonly user?: string;
  readonly says: readonly string[];
}

/** The place that every error of a row names. */
const PLACE =
  'The corrections of source tickets (line 4 of datasets.yml) could not be read for dataset answers. PostgreSQL at ';
const ROW = 'To see the row, run the SELECT in psql';

/** Errors that the text of a row causes: PostgreSQL quotes it, as a value or as a name. */
const QUOTING: readonly Case[] = [
  {
    name: 'a table named by a text',
    sql: 'SELECT id, text::regclass::text AS text, label FROM reviews WHERE id = 5',
    says: [
      'a table, view or sequence that a value or dynamic SQL names does not exist (SQLSTATE 42P01)',
      'to_regclass()',
      ROW,
    ],
  },
  {
    name: 'a sequence named by a text',
    sql: 'SELECT id, nextval(text)::text AS text, label FROM reviews WHERE id = 5',
    says: ['(SQLSTATE 42P01)'],
  },
  {
    name: 'a function named by a text',
    sql: 'SELECT id, text::regproc::text AS text, label FROM reviews WHERE id = 5',
    says: ['a function or an operator that a value or dynamic SQL names does not exist (SQLSTATE 42883)'],
  },
  {
    name: 'a type named by a text',
    sql: 'SELECT id, text::regtype::text AS text, label FROM reviews WHERE id = 5',
    says: ['(SQLSTATE 42704)'],
  },
  {
    name: 'a schema named by a text',
    sql: 'SELECT id, text::regnamespace::text AS text, label FROM reviews WHERE id = 5',
    says: ['a schema that a value or dynamic SQL names does not exist (SQLSTATE 3F000)'],
  },
  {
    name: 'a class of an enum',
    sql: 'SELECT id, text, text::mood AS label FROM reviews',
    says: ['a text cannot be read as the type that it is cast to', '(SQLSTATE 22P02)', 'pg_input_is_valid()'],
  },
  {
    name: 'a text that is not JSON',
    sql: "SELECT id, text::json ->> 'a' AS text, label FROM reviews",
    says: ['(SQLSTATE 22P02)'],
  },
  {
    name: 'dynamic SQL',
    sql: 'SELECT id, looked_up(text) AS text, label FROM reviews WHERE id = 5',
    says: ['dynamic SQL names a column that does not exist (SQLSTATE 42703)'],
  },
  {
    name: 'RAISE',
    sql: 'SELECT id, refused(text) AS text, label FROM reviews WHERE id = 5',
    says: ['a function that the SELECT calls raised an error of its own by RAISE EXCEPTION (SQLSTATE P0001)'],
  },
  {
    name: 'a right to a table named by a text',
    sql: 'SELECT id, denied(text) AS text, label FROM reviews WHERE id = 5',
    says: ['may not read what the query needs'],
  },
  {
    name: 'a time zone named by a text',
    sql: 'SELECT id, (now() AT TIME ZONE text)::text AS text, label FROM reviews WHERE id = 5',
    says: ['a function was given a value that it does not accept (SQLSTATE 22023)'],
  },
];

/** Conditions of the server and of rows that need words. */
const CONDITIONS: readonly Case[] = [
  {
    name: '22012',
    sql: 'SELECT id, text, (1 / (id - 7))::text AS label FROM reviews',
    says: ['a number was divided by zero (SQLSTATE 22012)', 'NULLIF(divisor, 0)', ROW],
  },
  {
    name: '42704, no user mapping',
    sql: 'SELECT id, text, label FROM unmapped',
    says: ['such as a user mapping for a foreign table', 'CREATE USER MAPPING'],
  },
  {
    name: '08001, a foreign server that is away',
    sql: 'SELECT id, text, label FROM far',
    says: ['a connection failed, to a foreign server (postgres_fdw, dblink)', '(SQLSTATE 08001)'],
  },
  {
    name: '55000, a materialized view without data',
    sql: 'SELECT id, text, label FROM summed',
    says: ['such as a materialized view without data', 'REFRESH MATERIALIZED VIEW'],
  },
  {
    name: '53400, temp_file_limit',
    sql: "SELECT n AS id, repeat('x', 900) || n AS text, 'yes' AS label FROM generate_series(1, 5000) AS n ORDER BY text",
    user: 'small',
    says: ['usually temp_file_limit (SQLSTATE 53400)', 'SET temp_file_limit'],
  },
  {
    name: '25P04, transaction_timeout',
    sql: 'SELECT id, text || pg_sleep(0.2) AS text, label FROM reviews',
    user: 'brief',
    says: ['longer than the transaction_timeout', '(SQLSTATE 25P04)', 'SET transaction_timeout'],
  },
];

describe('while rows are read', () => {
  let runs: Map<string, BundleRun>;

  beforeAll(async () => {
    const entries = await pMap(
      [...QUOTING, ...CONDITIONS],
      async ({ name, sql, user }) => [name, await runWith(sql, user)] as const,
      { concurrency: 3 },
    );
    runs = new Map(entries);
  });

  test.each([...QUOTING, ...CONDITIONS].map((each) => [each.name, each] as const))(
    '%s is reported by its condition, source, dataset and line, and by no word of PostgreSQL',
    (name, { says }) => {
      const { exitCode, log, summary } = runs.get(name)!;
      expect(exitCode).toBe(1);
      expect(summary).toContain('The corrections of source tickets');
      for (const words of [PLACE.replace(' PostgreSQL at ', ''), ...says]) expect(log).toContain(words);
      expect(log).not.toContain('Its log says what is wrong');
      expect(`${log}${summary}`).not.toContain(CANARY);
    },
  );
});

test('no channel gets the word of a row that PostgreSQL takes for a name', async () => {
  const key = 'wandb_key';
  wandb.addKey(key, { entity: 'team' });
  github.addToken('ghs_token', { permissions: ['issues=write'], repositories: ['owner/app'] });
  const repository = github.createRepository('owner/app');
  const event = path.join(folder, 'event.json');
  await writeFile(event, JSON.stringify({ repository: { default_branch: 'main' } }));
  const { log, summary } = await runWith(QUOTING[0]!.sql, undefined, {
    inputs: {
      'wandb-api-key': key,
      'wandb-base-url': wandb.url,
      'smtp-url': `smtp://localhost:${mail.port}?tls=off`,
      'email-to': 'team@example.org',
      'email-from': 'Datasets <datasets@example.org>',
      'github-token': 'ghs_token',
    },
    environment: {
      RUNNER_DEBUG: '1',
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: 'owner/app',
      GITHUB_RUN_ID: '1',
      GITHUB_WORKFLOW: 'Prepare datasets',
      GITHUB_JOB: 'prepare',
      GITHUB_EVENT_NAME: 'schedule',
      GITHUB_EVENT_PATH: event,
    },
  });
  const [issue] = repository.issues;
  const [sent] = mail.mails;
  const bodies = [
    log,
    summary,
    issue!.body,
    `${sent!.parsed.text}${sent!.parsed.html}`,
    ...wandb.requests.map(({ body }) => body),
    ...github.requests.map(({ body }) => body),
  ];
  for (const body of [log, summary, issue!.body, sent!.parsed.text]) expect(body).toContain('42P01');
  for (const body of bodies) expect(body).not.toContain(CANARY);
});

test('a wrong column of one’s own SQL is reported on its line, with the hint of PostgreSQL', async () => {
  const { exitCode, log } = await runWith(MISTYPED);
  expect(exitCode).toBe(1);
  expect(log).toContain('file=datasets.yml,line=4');
  expect(log).toContain('The column "lable" does not exist');
  expect(log).toContain(`PostgreSQL's hint: Perhaps you meant to reference the column "reviews.label".`);
  expect(log).not.toContain('docs/reference/built-in.md');
});

test('every SELECT that cannot be read is reported, and what the others lack', async () => {
  const config = `version: 1
sources:
  first:
    corrections: ${MISTYPED}
    confirmed: SELECT id, text, label FROM nowhere
  second:
    corrections: DELETE FROM reviews
  third:
    corrections: SELECT id, text FROM reviews
datasets:
${['first', 'second', 'third']
  .map(
    (name) =>
      `  ${name}: { repo: owner/${name}, source: ${name}, task: text-classification, classes: [yes, no] }`,
  )
  .join('\n')}
`;
  const inputs = { config, 'department-dataset': '', 'urgency-dataset': '' };
  const { exitCode, log } = await scene.run(inputs);
  expect(exitCode).toBe(1);
  const [message] = /^::error::.*/m.exec(log) ?? [''];
  expect(message.split('%0A- ').slice(1)).toEqual([
    expect.stringMatching(/^config:4:\d+: The column "lable" does not exist/),
    expect.stringMatching(/^config:5:\d+: The table "nowhere" does not exist/),
    'config:7:18: This statement gives no rows. It must be one SELECT.',
    'config:9:18: Dataset third. The role label: the SELECT has no column label. It has id, text. Add AS label to the right column, or map it with columns.',
  ]);
});

describe('a log-in that is refused with 28000', () => {
  test.each([
    [
      'connection requires a valid client certificate',
      'demands a client certificate, which this action cannot send',
    ],
    ['PAM authentication failed for user "reader"', 'Amazon RDS'],
    ['LDAP authentication failed for user "reader"', 'LDAP or RADIUS'],
    ['role "reader" is not permitted to log in', 'ALTER ROLE … LOGIN'],
    [
      'no pg_hba.conf entry for host "192.0.2.1", user "reader", database "app", no encryption',
      "let this machine's address in",
    ],
    ['the database is asleep', 'the database is asleep'],
  ])('%s', async (words, meaning) => {
    const url = await fakeServer(() => errorAnswer('28000', words));
    const { exitCode, log } = await runWith('SELECT 1', undefined, { inputs: { 'postgres-url': url } });
    expect(exitCode).toBe(1);
    expect(log).toContain('does not let user "reader" into database "app"');
    expect(log).toContain(meaning);
    expect(log.includes('address in (pg_hba.conf')).toBe(words.startsWith('no pg_hba.conf'));
  });
});

test('PgBouncer in statement mode is named', async () => {
  const refusal = 'transaction blocks not allowed in statement pooling mode';
  const url = await fakeServer((count) =>
    (count === 0 ? [startAnswer(), READY] : [errorAnswer('08P01', refusal)]).reduce((all, each) =>
      Buffer.concat([all, each]),
    ),
  );
  const { exitCode, log } = await runWith('SELECT 1', undefined, { inputs: { 'postgres-url': url } });
  expect(exitCode).toBe(1);
  expect(log).toMatch(/The connection pooler at 127\.0\.0\.1:\d+ works in statement mode/);
  expect(log).toContain('pool_mode = transaction');
});

/** Runs the bundle with one dataset whose corrections are this SELECT, in line 4 of the file. */
async function runWith(
  sql: string,
  user?: string,
  {
    inputs = {},
    environment = {},
  }: { inputs?: Record<string, string>; environment?: NodeJS.ProcessEnv } = {},
): Promise<BundleRun> {
  const workspace = await mkdtemp(path.join(folder, 'workspace-'));
  const config = `version: 1
sources:
  tickets:
    corrections: ${JSON.stringify(sql)}
datasets:
  answers:
    repo: owner/answers
    source: tickets
    task: text-classification
    classes: ['yes', 'no']
`;
  await writeFile(path.join(workspace, 'datasets.yml'), config);
  const credentials = user === undefined ? {} : { user, password: 'x' };
  const given = {
    'postgres-url': scene.database.url({ ...credentials, params: { sslmode: 'disable' } }),
    config: 'datasets.yml',
    'department-dataset': '',
    'urgency-dataset': '',
  };
  return scene.run(
    { ...given, ...inputs },
    { GITHUB_WORKSPACE: workspace, ...environment },
    { cwd: workspace },
  );
}

/** A server whose answer to each message a client sends is made by its number. @returns its URL */
async function fakeServer(answer: (count: number) => Buffer): Promise<string> {
  const server = createServer((socket) => {
    let count = 0;
    socket.on('data', () => socket.write(answer(count++)));
  });
  const listening = await listen(server);
  servers.push(listening);
  return `postgresql://reader:secret@127.0.0.1:${listening.port}/app?sslmode=disable`;
}
