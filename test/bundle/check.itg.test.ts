import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runBundle } from '../support/run-bundle.ts';

const FILE = `version: 1
sources:
  tickets:
    corrections: { file: sql/tickets.sql }
datasets:
  team:
    repo: acme/teams
    source: tickets
    task: text-classification
    classes: [billing, shipping]
`;

let workspace: string;

beforeAll(async () => {
  workspace = await mkdtemp(path.join(tmpdir(), 'check-'));
  await mkdir(path.join(workspace, '.github/sql'), { recursive: true });
  await writeFile(path.join(workspace, '.github/sql/tickets.sql'), 'SELECT id, text, label FROM t\nLIMIT 5');
});
afterAll(() => rm(workspace, { recursive: true }));

async function check(text: string) {
  await writeFile(path.join(workspace, '.github/datasets.yml'), text);
  const inputs = { config: '.github/datasets.yml' };
  return runBundle(inputs, { folder: 'check', environment: { GITHUB_WORKSPACE: workspace } });
}

test('names the datasets of a file that can be used, with warnings at their lines, and needs no secret', async () => {
  const { exitCode, outputs, masked, log, summary } = await check(FILE);
  expect([exitCode, outputs, masked]).toEqual([0, { datasets: '["team"]' }, []]);
  expect(log).toMatch(
    /^::warning title=Source tickets,file=\.github\/sql\/tickets\.sql,line=2,col=1::LIMIT/m,
  );
  expect(summary).toContain('| team | text-classification | 2 classes | acme/teams |');
});

test('annotates each problem at its line, and fails', async () => {
  const { exitCode, outputs, log } = await check(
    FILE.replace('source: tickets', 'source: tickts').replace('repo', 'rpo'),
  );
  expect([exitCode, outputs]).toEqual([1, { datasets: '[]' }]);
  const places = [...log.matchAll(/^::error file=\.github\/datasets\.yml,line=(\d+),col=(\d+)::/gm)];
  expect(places.map(([, line, column]) => `${line}:${column}`)).toEqual(['6:3', '7:5', '8:13']);
});
