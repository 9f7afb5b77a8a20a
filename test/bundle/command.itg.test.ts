import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ISSUER_KEY } from '../support/local-github/routes/identity.ts';
import { type LocalGitHub, startLocalGitHub } from '../support/local-github/server.ts';
import { type LocalHub, startLocalHub } from '../support/local-hub/server.ts';
import { type PostgresServer, startPostgres, type TestDatabase } from '../support/postgres/server.ts';
import { type CommandOptions, runCommand } from '../support/run-command.ts';

const TOKEN = 'hf_writer_CANARY';
const PASSWORD = 'passwordCANARY';
const ROW = 'CANARY ticket';
const SECRETS = [TOKEN, PASSWORD];

let hub: LocalHub;
let postgres: PostgresServer;
let github: LocalGitHub;
let database: TestDatabase;
let folder: string;
let repo: string;

beforeAll(async () => {
  [hub, postgres, github] = await Promise.all([startLocalHub(), startPostgres(), startLocalGitHub()]);
  hub.addToken({ token: TOKEN, user: 'owner', role: 'write' });
  await postgres.query(`CREATE ROLE reader LOGIN PASSWORD '${PASSWORD}'`);
});
afterAll(() => Promise.all([hub.close(), postgres.close(), github.close()]));

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'command-'));
  repo = `owner/teams-${randomUUID()}`;
  database = await postgres.createDatabase(`db_${randomUUID()}`);
  await database.query('CREATE TABLE tickets (id integer, body text, team text)');
  await database.query('GRANT SELECT ON tickets TO reader');
  await addTickets(1, 40);
  await writeFile(path.join(folder, 'datasets.yml'), fileOf(repo));
  hub.clearRequests();
  hub.faults.clear();
});
afterEach(() => rm(folder, { recursive: true }));

function fileOf(name: string): string {
  return `version: 1
sources:
  tickets:
    corrections: SELECT id, body AS text, team AS label FROM tickets
datasets:
  teams:
    repo: ${name}
    source: tickets
    task: text-classification
    classes: [billing, shipping]
    min-dataset-len: 10
`;
}

async function addTickets(from: number, to: number): Promise<void> {
  await database.query(
    `INSERT INTO tickets SELECT n, $1 || ' number ' || n, CASE n % 2 WHEN 0 THEN 'billing' ELSE 'shipping' END FROM generate_series($2::integer, $3::integer) n`,
    [ROW, from, to],
  );
}

function command(words: readonly string[], options: Partial<CommandOptions> = {}) {
  const { environment, ...rest } = options;
  return runCommand(words, {
    cwd: folder,
    environment: {
      POSTGRES_URL: urlWith(PASSWORD),
      HF_TOKEN: TOKEN,
      HF_ENDPOINT: hub.url,
      ...environment,
    },
    ...rest,
  });
}

function urlWith(password: string): string {
  return database.url({ user: 'reader', password, params: { sslmode: 'disable' } });
}

const writes = () => hub.requests.filter(({ method }) => method !== 'GET');

/** What nothing that the command prints or writes may hold outside of a person's own terminal. */
function expectNothingSecret(...texts: readonly string[]): void {
  for (const text of texts) {
    for (const secret of [...SECRETS, 'CANARY']) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/^::|##\[/m);
  }
}

describe('check', () => {
  test('says what is in a file, without a database and without secrets', async () => {
    const environment = { POSTGRES_URL: '', HF_TOKEN: '', HF_ENDPOINT: 'http://127.0.0.1:1' };
    expect(await command(['check', 'datasets.yml'], { environment })).toEqual({
      exitCode: 0,
      stdout: `teams: text-classification with 2 classes, for ${repo}\nNo problem was found in 1 dataset.\n`,
      stderr: '',
    });
  });

  test('shows problems at their places, as JSON too, and ends with 2', async () => {
    const file = path.join(folder, 'datasets.yml');
    await writeFile(file, (await readFile(file, 'utf8')).replace('source: tickets', 'source: tickts'));
    const shown = await command(['check', 'datasets.yml']);
    expect([shown.exitCode, shown.stdout]).toEqual([2, '']);
    expect(shown.stderr).toMatch(/^datasets\.yml:8:13: error: .*tickets/m);
    const { exitCode, stdout } = await command(['check', '--json', 'datasets.yml']);
    const { messages, ...result } = JSON.parse(stdout);
    expect([exitCode, result]).toMatchObject([2, { exit_code: 2, datasets: [] }]);
    expect(messages).toMatchObject([{ level: 'error', file: 'datasets.yml', line: 8, column: 13 }]);
  });

  test('reads a file elsewhere, with the SQL beside it', async () => {
    const elsewhere = path.join(folder, 'elsewhere');
    const below = path.join(folder, 'below');
    await Promise.all([mkdir(elsewhere), mkdir(below)]);
    await writeFile(path.join(elsewhere, 'tickets.sql'), 'SELECT id, text, label FROM tickets');
    const text = fileOf(repo).replace(/corrections: .*/, 'corrections: { file: tickets.sql }');
    await writeFile(path.join(elsewhere, 'datasets.yml'), text);
    for (const words of [['../elsewhere/datasets.yml'], [path.join(elsewhere, 'datasets.yml')]])
      expect(await command(['check', ...words], { cwd: below })).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await command(['check', 'none.yml'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('There is no file "none.yml" in '),
    });
  });
});

describe('diff', () => {
  test('shows the rows that splits and classes gained and lost between two versions, and no row', async () => {
    const tags: string[] = [];
    for (const change of [
      '',
      `DELETE FROM tickets WHERE id <= 4; UPDATE tickets SET team = 'shipping' WHERE id IN (10, 12)`,
    ]) {
      if (change !== '') {
        await database.query(change);
        await addTickets(41, 47);
      }
      const { stdout } = await command(['run', 'datasets.yml', '--json']);
      tags.push(JSON.parse(stdout).versions.teams.tag);
    }
    const words = ['diff', ...tags, '--dataset', repo];
    const { exitCode, stdout, stderr } = await command(words);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`${tags[0]} → ${tags[1]}`);
    expect(stdout).toContain('Rows added: 7, removed: 4, relabelled: 2, moved: 0, same: 34.');
    expect(stdout).toContain('| billing | shipping | 2 |');
    expectNothingSecret(stdout);
    const { difference } = JSON.parse((await command([...words, '--json'])).stdout);
    expect(difference).toMatchObject({
      added: 7,
      removed: 4,
      classes: [
        { name: 'billing', added: 3, removed: 2, relabelled_to: 0, relabelled_from: 2, net: -1 },
        { name: 'shipping', added: 4, removed: 2, relabelled_to: 2, relabelled_from: 0, net: 4 },
      ],
    });
    const unknown = await command(['diff', tags[0], 'v20200101_000000', '--dataset', repo]);
    expect([unknown.exitCode, unknown.stderr]).toEqual([
      1,
      expect.stringContaining('has no version v20200101_000000'),
    ]);
    expect((await command(['diff', ...tags])).stderr).toContain('dataset is missing');
    const elsewhere = await command([...words, '--output-dir', 'nowhere']);
    expect([elsewhere.exitCode, elsewhere.stderr]).toEqual([
      2,
      expect.stringContaining('There is no folder "nowhere"'),
    ]);
  });

  test('lists the ids of rows that differ where output-dir has them', async () => {
    const inFolder = (name: string) => path.join(folder, 'out', 'teams', name);
    const idFiles = async () =>
      (await readdir(path.join(folder, 'out', 'teams'))).filter((name) => name.startsWith('row_ids-'));
    const run = async (...words: string[]) => {
      const { exitCode, stdout, stderr } = await command([
        'run',
        'datasets.yml',
        '--json',
        '--output-dir',
        'out',
        ...words,
      ]);
      expect([exitCode, stderr]).toEqual([0, expect.any(String)]);
      return JSON.parse(stdout).versions.teams.tag as string;
    };
    const before = await run();
    const [first] = await idFiles();
    const inMemory = await readFile(inFolder(first), 'utf8');
    expect(inMemory).not.toContain('CANARY');
    const ids = inMemory
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(ids.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, row) => row + 1),
    );
    await run('--memory-limit', '1MB');
    expect(await idFiles()).toEqual([first]);
    expect(await readFile(inFolder(first), 'utf8')).toBe(inMemory);

    await database.query(
      `DELETE FROM tickets WHERE id <= 4; UPDATE tickets SET team = 'shipping' WHERE id IN (10, 12)`,
    );
    await addTickets(41, 67);
    const now = await run();
    expect(await idFiles()).toHaveLength(2);
    const words = ['diff', before, now, '--dataset', repo];
    const shown = await command([...words, '--output-dir', 'out', '--json']);
    const { ids: listed } = JSON.parse(shown.stdout).difference;
    const sorted = (of: readonly string[]) => of.map(Number).sort((a, b) => a - b);
    expect(listed.unknown).toEqual([]);
    expect([sorted(listed.removed), sorted(listed.relabelled)]).toEqual([
      [1, 2, 3, 4],
      [10, 12],
    ]);
    expect(listed.added).toHaveLength(20);
    const file = path.join('out', 'teams', `difference-${before}-${now}.jsonl`);
    expect(listed.file).toBe(file);
    const lines = (await readFile(path.join(folder, file), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const idsOf = (change: string) =>
      sorted(lines.filter((line) => line.change === change).map(({ id }) => id));
    expect(idsOf('added')).toEqual(Array.from({ length: 27 }, (_, row) => row + 41));
    expect([idsOf('removed'), idsOf('relabelled')]).toEqual([
      [1, 2, 3, 4],
      [10, 12],
    ]);
    expect(lines.find(({ change }) => change === 'removed')).toEqual({
      change: 'removed',
      id: expect.any(String),
      source: 'reviewed',
      split: ids.find(({ id }) => id === listed.removed[0]).split,
      version: before,
    });
    const text = (await command([...words, '--output-dir', 'out'])).stdout;
    expect(text).toMatch(/Ids of rows added: (\d+, ){20}and 7 more\./);
    expect(text).toContain(`All ids are in \`${file}\`.`);
    expectNothingSecret(shown.stdout, text);

    await writeFile(inFolder(first), inMemory.replace('{"split":"eval"', '{"split":"test"'));
    const wrong = await command([...words, '--output-dir', 'out']);
    expect([wrong.exitCode, wrong.stderr]).toEqual([
      1,
      expect.stringMatching(/Line \d+ of out\/teams\/row_ids-\w+\.jsonl is not the id of the row/),
    ]);
    await rm(inFolder(first));
    const half = await command([...words, '--output-dir', 'out', '--json']);
    expect(JSON.parse(half.stdout).difference.ids).toMatchObject({ unknown: [before], removed: [], file });
    const [second] = await idFiles();
    await rm(inFolder(second));
    await writeFile(inFolder(first), inMemory);
    const earlier = await command([...words, '--output-dir', 'out', '--json']);
    const { relabelled, ...rest } = JSON.parse(earlier.stdout).difference.ids;
    expect(sorted(relabelled)).toEqual([10, 12]);
    expect(rest).toMatchObject({ unknown: [now], added: [] });
    await mkdir(path.join(folder, 'elsewhere'));
    const none = await command([...words, '--output-dir', 'elsewhere']);
    expect([none.exitCode, none.stdout]).toEqual([
      0,
      expect.stringContaining(
        `The ids of the rows of ${before} are unknown: \`elsewhere\` does not have them.`,
      ),
    ]);
    expect(await readdir(path.join(folder, 'elsewhere'))).toEqual([]);

    await database.query('DELETE FROM tickets WHERE id = 20');
    await writeFile(inFolder(second), '');
    await run();
    expect(await idFiles()).toHaveLength(2);
    expect(await idFiles()).not.toContain(first);
  });
});

describe('preview', () => {
  test('writes nothing to the Hub, and shows neither secrets nor rows where others may read', async () => {
    const { exitCode, stdout, stderr } = await command([
      'preview',
      'datasets.yml',
      '--summary',
      'summary.md',
    ]);
    expect([exitCode, writes()]).toEqual([0, []]);
    expect(stdout).toContain('teams: text-classification from the source tickets');
    expect(stdout).toContain('“billing” (20)');
    const summary = await readFile(path.join(folder, 'summary.md'), 'utf8');
    expect(summary).toContain('billing');
    expectNothingSecret(stdout, stderr, summary);
  });

  test('as JSON prints nothing else on standard output, on a terminal too', async () => {
    const { exitCode, stdout, stderr } = await command(['preview', 'datasets.yml', '--json']);
    const result = JSON.parse(stdout);
    expect([exitCode, result.versions.teams]).toMatchObject([
      0,
      { status: 'dry-run', would: 'published', num_samples: 40 },
    ]);
    expect(stderr).toContain('billing');
    expectNothingSecret(stdout, stderr);
    const terminal = await command(['preview', 'datasets.yml', '--json'], { isTerminal: true });
    expectNothingSecret(terminal.stdout);
  });

  test('shows five rows to the person at a terminal, unless it is the log of a CI', async () => {
    const { exitCode, stdout } = await command(['preview', 'datasets.yml', '--summary', 'summary.md'], {
      isTerminal: true,
    });
    expect(exitCode).toBe(0);
    expect(stdout.match(/- text: CANARY ticket number \d+/g)).toHaveLength(5);
    expect(stdout.match(/label: (billing|shipping)/g)).toHaveLength(5);
    for (const secret of SECRETS) expect(stdout).not.toContain(secret);
    expectNothingSecret(await readFile(path.join(folder, 'summary.md'), 'utf8'));
    const inCi = await command(['preview', 'datasets.yml'], {
      isTerminal: true,
      environment: { CI: 'true' },
    });
    expectNothingSecret(inCi.stdout);
  });

  test('shows rows of large texts, which a thread prepares', async () => {
    await database.query("UPDATE tickets SET body = body || repeat(' long', 200000)");
    const { exitCode, stdout } = await command(['preview', 'datasets.yml'], { isTerminal: true });
    expect([exitCode, stdout.match(/- text: CANARY ticket number \d+ long/g)?.length]).toEqual([0, 5]);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(200);
  });

  test('ends with 1 where run would', async () => {
    await database.query("UPDATE tickets SET team = 'billing'");
    const words = ['preview', 'datasets.yml', '--gates', 'min-rows-per-class: 5', '--json'];
    const { exitCode, stdout } = await command(words);
    expect([exitCode, JSON.parse(stdout).versions.teams.would]).toEqual([1, 'held']);
  });

  test('takes the token that hf auth login stored', async () => {
    await mkdir(path.join(folder, '.cache/huggingface'), { recursive: true });
    await writeFile(path.join(folder, '.cache/huggingface/token'), `${TOKEN}\n`);
    const { exitCode, stdout, stderr } = await command(['preview', 'datasets.yml'], {
      environment: { HF_TOKEN: '' },
    });
    expect(exitCode).toBe(0);
    expectNothingSecret(stdout, stderr);
  });

  test.each([
    [
      { POSTGRES_URL: '' },
      "POSTGRES_URL is not set. Set it to the connection URL of the database: export POSTGRES_URL='",
    ],
    [{ HF_TOKEN: '' }, 'HF_TOKEN is not set, and there is no token that hf auth login stored.'],
  ])('with %j ends with 2 and says what to set', async (environment, message) => {
    const { exitCode, stdout, stderr } = await command(['preview', 'datasets.yml'], { environment });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(message)]);
    expectNothingSecret(stdout, stderr);
  });

  test.each([
    ['a URL of another database', () => `mysql://u:${PASSWORD}@h/d`, 'postgres'],
    ['a password that is wrong', () => urlWith(`wrong${PASSWORD}`), 'password'],
  ])('ends with 1 for %s, and does not show it', async (_, url, message) => {
    const { exitCode, stdout, stderr } = await command(['preview', 'datasets.yml'], {
      environment: { POSTGRES_URL: url() },
    });
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(message)]);
    expectNothingSecret(stdout, stderr);
  });
});

describe('run', () => {
  test('publishes, and then has nothing to do', async () => {
    const first = await command(['run', 'datasets.yml', '--json', '--output-dir', 'out']);
    const { updated, versions } = JSON.parse(first.stdout);
    expect([first.exitCode, updated, versions.teams.status]).toEqual([0, ['teams'], 'published']);
    expect(hub.readFile(repo, versions.teams.tag, 'README.md').length).toBeGreaterThan(0);
    expect((await readFile(path.join(folder, 'out/teams/README.md'), 'utf8')).length).toBeGreaterThan(0);
    expectNothingSecret(first.stdout, first.stderr);
    hub.clearRequests();
    const second = await command(['run', 'datasets.yml']);
    expect([second.exitCode, writes()]).toEqual([0, []]);
    expect(second.stdout).toContain('The data has not changed');
  });

  test('proves the identity of another CI to the Hub', async () => {
    hub.createRepo(repo);
    hub.trustPublisher({ repository: 'owner/app', resource: `datasets/${repo}` }, ISSUER_KEY);
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } =
      github.identityEnvironment('owner/app');
    const response = await fetch(`${url}&audience=${encodeURIComponent(hub.url)}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const { value: identity } = (await response.json()) as { value: string };
    const environment = { HF_TOKEN: '', HF_OIDC_ID_TOKEN: identity };
    const { exitCode, stdout, stderr } = await command(['run', 'datasets.yml'], { environment });
    expect([exitCode, hub.hasRepo(repo)]).toEqual([0, true]);
    for (const text of [stdout, stderr]) expect(text).not.toContain(identity);
    const expired = await command(['run', 'datasets.yml'], {
      environment: { HF_TOKEN: '', HF_OIDC_ID_TOKEN: 'x.y.z' },
    });
    expect([expired.exitCode, expired.stderr]).toEqual([
      1,
      expect.stringContaining('did not accept the identity token in HF_OIDC_ID_TOKEN'),
    ]);
  });

  test('ends with 130 when it is interrupted, with a summary', async () => {
    const held = postgres
      .openDatabase(database.name)
      .query('BEGIN; LOCK tickets; SELECT pg_sleep(20)')
      .catch(() => []);
    const { exitCode, stderr } = await command(['run', 'datasets.yml', '--summary', 'summary.md'], {
      onStart: (child) => setTimeout(() => child.kill('SIGINT'), 1500),
    });
    await postgres.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'BEGIN; LOCK%'",
    );
    await held;
    expect([exitCode, stderr]).toEqual([130, expect.stringContaining('The run was cancelled.')]);
    expect(await readFile(path.join(folder, 'summary.md'), 'utf8')).toContain('The run was cancelled.');
  });

  test('goes on when what reads its output stops reading', async () => {
    const { exitCode } = await command(['run', 'datasets.yml'], {
      onStart: (child) => child.stdout?.destroy(),
    });
    expect([exitCode, hub.hasRepo(repo)]).toEqual([0, true]);
  });
});

test.each([
  ['20.20.2', 2],
  ['22.14.0', 2],
  ['22.15.0', 0],
  ['25.0.0', 0],
])('Node %s ends with %d', async (version, exitCode) => {
  const code = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`;
  const environment = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
  const { stderr, ...ended } = await command(['check', 'datasets.yml'], { environment });
  expect(ended.exitCode).toBe(exitCode);
  const sentence = `prepare-dataset needs Node 22.15 or newer, and this is Node ${version}.`;
  expect(stderr.startsWith(sentence)).toBe(exitCode === 2);
});

test('a mistyped word gets a suggestion, and help is on standard output', async () => {
  expect(await command(['previw', 'datasets.yml'])).toMatchObject({
    exitCode: 2,
    stdout: '',
    stderr: expect.stringContaining('Did you mean preview?'),
  });
  const help = await command(['preview', '--help']);
  expect([help.exitCode, help.stderr]).toEqual([0, '']);
  for (const part of ['POSTGRES_URL', '--split-method', '--json', '--summary FILE'])
    expect(help.stdout).toContain(part);
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(await command(['--version'])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
});
