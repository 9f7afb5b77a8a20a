import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { splitRows } from '../../src/engine/split/split.ts';
import { parseSplit } from '../../src/model/split-shares.ts';
import { parseConnectionUrl } from '../../src/postgres/connection-settings.ts';
import { startLocalHub } from '../support/local-hub/server.ts';
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts';
import { runBundle } from '../support/run-bundle.ts';
import { examplesIn, readExample, readRows } from './examples.ts';
import { blocksOf, filesIn, readText } from './markdown.ts';

/** Recipes without a dataset of their own. */
const WITHOUT_ROWS = ['few-rows', 'private-network', 'sample-rows', 'verify-a-version'].map(
  (name) => `docs/recipes/${name}.md`,
);

test('each other recipe shows its tables and the rows it gives', () => {
  const recipes = filesIn('docs/recipes', '.md').filter((file) => !WITHOUT_ROWS.includes(file));
  const shown = recipes.filter((file) =>
    examplesIn(file).some(({ tables, gives }) => tables !== null && gives?.language === 'json'),
  );
  expect(shown).toEqual(recipes);
});

describe('with a database', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.close());

  test('sample rows: a dry run writes the files that the recipe names, and nothing to the Hub', async () => {
    const [{ text }] = blocksOf('docs/recipes/sample-rows.md').filter(({ language }) => language === 'yaml');
    const [{ with: inputs }] = parse(text);
    const [{ config, tables }] = examplesIn('docs/recipes/few-rows.md');
    const database = await server.createDatabase('sample_rows');
    await database.query(tables!);
    const hub = await startLocalHub();
    hub.addToken({ token: 'hf_writer', user: 'acme', role: 'write' });
    const workspace = mkdtempSync(path.join(tmpdir(), 'workspace-'));
    try {
      const run = await runBundle({
        ...inputs,
        'dry-run': String(inputs['dry-run']),
        'output-dir': path.join(workspace, inputs['output-dir']),
        'postgres-url': database.url({ params: { sslmode: 'disable' } }),
        'hf-token': 'hf_writer',
        'hub-endpoint': hub.url,
        config,
      });
      expect(run.exitCode).toBe(0);
      const written = readdirSync(path.join(workspace, 'out/team'), { recursive: true, encoding: 'utf8' });
      expect(written).toEqual(
        expect.arrayContaining(['README.md', 'data/test-00000-of-00001.parquet', 'dropped.jsonl']),
      );
      expect(run.log).not.toContain('Ticket number');
      expect(hub.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    } finally {
      await hub.close();
      rmSync(workspace, { recursive: true });
    }
  });

  test('150 rows: has the numbers of the table', async () => {
    const file = 'docs/recipes/few-rows.md';
    const [{ config, tables }] = examplesIn(file);
    const [{ name, classNames, settings }] = readExample(config);
    const database = await server.createDatabase('few_rows');
    await database.query(tables!);
    const [{ rows }] = await readRows(readExample(config), database);
    const { split, 'min-dataset-len': smallest } = parse(config).datasets[name];
    const how = { classNames, fractions: parseSplit(split), method: 'stable', seed: 42 } as const;
    const splits = splitRows({ rows: rows.rows, ...how });
    const shown = Object.fromEntries(
      [...readText(file).matchAll(/^\| ([a-z ]+) \| (\d+) \|$/gm)].map(([, of, count]) => [
        of,
        Number(count),
      ]),
    );
    expect(shown).toEqual({
      corrections: rows.rows.length / 2,
      'confirmed rows in the sample': rows.rows.length / 2,
      train: splits.train.length,
      eval: splits.eval.length,
      test: splits.test.length,
    });
    expect(rows.rows.length).toBe(150);
    expect(settings).toMatchObject({ minDatasetLen: smallest });
  });
});

describe('private network', () => {
  /** Has characters that a URL must not hold as they are, as the tokens of AWS do. */
  const SECRET = 'app:5432/?Action=connect&X-Amz-Signature=a+b%2F@c';
  const steps = blocksOf('docs/recipes/private-network.md').filter(({ language }) => language === 'yaml');
  const scripts = steps.map(({ section, text }): [string, string] => [
    section,
    (parse(text) as { run?: string }[]).find(({ run }) => run !== undefined)!.run!,
  ]);

  test('shows four ways', () => {
    expect(scripts.map(([section]) => section)).toEqual([
      'SSH tunnel',
      'Cloud SQL',
      'Amazon RDS with IAM',
      'Azure with Entra ID',
    ]);
  });

  test.each(scripts)('%s gives a URL that the action reads', (section, script) => {
    const { url, masked } = runStep(script, SECRET);
    const { password, user, host, database } = parseConnectionUrl(url);
    expect([user, database]).toEqual([expect.stringMatching(/^dataset[-_]reader/), 'app']);
    expect(host).not.toBe('');
    if (section === 'Cloud SQL') return expect(password).toBeUndefined();
    expect(password).toBe(SECRET);
    expect(masked).toContain(encodeURIComponent(SECRET));
  });
});

/** Runs the script of a step with stand-ins for the clouds' programs, which print the secret where they give a token. */
function runStep(script: string, secret: string): { url: string; masked: string[] } {
  const folder = mkdtempSync(path.join(tmpdir(), 'step-'));
  try {
    const stand = (name: string, body: string) =>
      writeFileSync(path.join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    for (const name of ['aws', 'az']) stand(name, `printf '%s\\n' '${secret}'`);
    for (const name of ['ssh', 'cloud-sql-proxy', 'timeout']) stand(name, 'exit 0');
    const environment = path.join(folder, 'environment');
    const log = execFileSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: `${folder}:${process.env.PATH}`,
        HOME: folder,
        GITHUB_ENV: environment,
        TUNNEL_KEY: 'key',
        TUNNEL_HOST_KEY: 'host',
        DATABASE_PASSWORD: secret,
      },
    });
    const [, url] = /^POSTGRES_URL=(.*)$/m.exec(readFileSync(environment, 'utf8'))!;
    return { url, masked: [...log.matchAll(/^::add-mask::(.*)$/gm)].map(([, value]) => value) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
