import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { presetNames } from '../../src/config/presets.ts';
import { ConfigError } from '../../src/config/problems.ts';
import { TASK_NAMES } from '../../src/model/tasks.ts';
import { type PostgresServer, startPostgres, type TestDatabase } from '../support/postgres/server.ts';
import {
  type Example,
  examplesIn,
  isConfig,
  PRESETS_FOLDER,
  publishedRows,
  readExample,
  readRows,
  workflowExamples,
} from './examples.ts';
import { blocksOf, pages, readText } from './markdown.ts';

const PAGES = pages();
const EXAMPLES = PAGES.flatMap(examplesIn);
const COMPLETE = EXAMPLES.filter(({ tables }) => tables !== null);
const WORKFLOWS = workflowExamples(PAGES);

let server: PostgresServer;
let databases = 0;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.close());

describe('files in the documentation', () => {
  test.each(EXAMPLES.filter(({ gives }) => gives?.language !== 'text'))('$name can be read', ({ config }) => {
    expect(readExample(config).length).toBeGreaterThan(0);
  });

  test.each(COMPLETE.filter(({ gives }) => gives?.language === 'json'))(
    '$name publishes the rows shown',
    async ({ config, tables, gives }) => {
      const read = await readRows(readExample(config), await databaseWith(tables!));
      const rows = await Promise.all(read.map(publishedRows));
      expect(sorted(rows.flat())).toEqual(sorted(gives!.text.trim().split('\n').map(parseJson)));
    },
  );

  test.each(EXAMPLES.filter(({ gives }) => gives?.language === 'text'))(
    '$name is refused in the words shown',
    async (example) => {
      expect(await refusalOf(example)).toBe(example.gives!.text.trim());
    },
  );

  test('show each task with tables and rows, and each preset', () => {
    const complete = COMPLETE.filter(({ gives }) => gives?.language === 'json');
    const tasks = complete.flatMap(({ config }) => readExample(config).map(({ task }) => task));
    expect([...new Set(tasks)].sort()).toEqual([...TASK_NAMES].sort());
    const presets = EXAMPLES.flatMap(({ config }) => [...config.matchAll(/preset: ([\w-]+)/g)]);
    const named = presets.map(([, name]) => name);
    expect([...new Set(named)].sort()).toEqual(presetNames(PRESETS_FOLDER));
  });

  test.each(['config', 'tasks', 'rows', 'presets'])(
    'every YAML block in %s.md is one that is tried',
    (page) => {
      const blocks = blocksOf(`docs/reference/${page}.md`).filter(({ language }) => language === 'yaml');
      expect(blocks.filter(({ text }) => !isConfig(text))).toEqual([]);
    },
  );
});

describe('workflows in the documentation and the examples', () => {
  test.each(WORKFLOWS)('$name declares datasets that have rows', async ({ config, targets }) => {
    const definitions = readExample(config);
    const tables = COMPLETE.find(({ name }) => name.endsWith('A larger file'))!.tables!;
    const read = await readRows(definitions, await databaseWith(tables));
    expect(read.map(({ rows }) => rows.rows.length)).not.toContain(0);
    if (targets !== null) {
      const names = definitions.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(Object.keys(parse(targets))));
    }
  });

  test("the README's workflow is an example", () => {
    const [{ text }] = blocksOf('README.md').filter(({ language }) => language === 'yaml');
    expect(text).toBe(readText('examples/own-tables.yml').replace(/^(?:#.*\n)+/, ''));
    expect(WORKFLOWS.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['examples/own-tables.yml', 'examples/repository-file.yml']),
    );
  });
});

async function databaseWith(sql: string): Promise<TestDatabase> {
  const database = await server.createDatabase(`docs_${databases++}`);
  await database.query(sql);
  return database;
}

async function refusalOf({ config, tables }: Example): Promise<string> {
  try {
    const definitions = readExample(config);
    await readRows(definitions, await databaseWith(tables!));
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'nothing is wrong';
}

function parseJson(line: string): unknown {
  return JSON.parse(line);
}

function sorted(rows: readonly unknown[]): unknown[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
