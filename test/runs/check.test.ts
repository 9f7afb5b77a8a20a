import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CHECK } from '../../src/action/check-inputs.ts';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { readInputs } from '../../src/action/read-inputs.ts';
import { runCheck } from '../../src/runs/check.ts';
import { environmentOf } from '../support/inputs.ts';
import { Step } from '../support/step.ts';

const FILE = `version: 1
sources:
  tickets:
    corrections: { file: tickets.sql }
datasets:
  team:
    repo: acme/teams
    source: tickets
    task: text-classification
    classes: [billing, shipping]
`;

let step: Step;

beforeAll(async () => {
  step = await Step.start();
});
afterAll(() => step.close());

describe('runCheck', () => {
  test('names the datasets of a file in which nothing is wrong', async () => {
    const { exitCode, outputs, log, summary } = await check(FILE, 'SELECT id, text, label FROM tickets');
    expect([exitCode, outputs]).toEqual([0, { datasets: '["team"]' }]);
    expect(log).toBe(
      'team: text-classification with 2 classes, for acme/teams\nNo problem was found in 1 dataset.\n',
    );
    expect(summary).toContain('| team | text-classification | 2 classes | acme/teams |');
  });

  test('shows each problem on its line, and fails', async () => {
    const { exitCode, outputs, log, summary } = await check(FILE.replace('task: text', 'task: txt'), '');
    expect([exitCode, outputs]).toEqual([1, { datasets: '[]' }]);
    expect(log).toMatch(/^::error file=sql\/datasets\.yml,line=9,col=11::/m);
    expect(log).toMatch(
      /^::error file=sql\/datasets\.yml,line=4,col=26::The file "tickets\.sql" must hold SQL/m,
    );
    expect(summary).toMatch(/sql\/datasets\.yml&#58;9&#58;11&#58; task must be/);
  });

  test('warns of what most likely does not do what it is meant to', async () => {
    const { exitCode, log } = await check(
      `${FILE}    pii: { find: [phone] }\n`,
      'SELECT id, text, label FROM t LIMIT 9',
    );
    expect(exitCode).toBe(0);
    expect(log).toMatch(/^::warning title=Source tickets,file=sql\/tickets\.sql,line=1,col=\d+::LIMIT/m);
    expect(log).toMatch(/^::warning title=team%3A phone numbers::/m);
  });

  test('checks the file together with the inputs', async () => {
    const sql = 'SELECT id, text, label FROM t';
    const file = `${FILE}    max-near-duplicates: 1\n`;
    expect((await check(file, sql)).exitCode).toBe(0);
    const excluded = await check(file, sql, { gates: 'near-duplicates: none' });
    expect([excluded.exitCode, excluded.log]).toEqual([
      1,
      expect.stringContaining('- gates and the settings of the dataset team '),
    ]);
    const unknown = await check(FILE, sql, { 'split-method': 'random' });
    expect(unknown.log).toContain('- split-method must be stable or sklearn, not "random"');
    const missing = await check(FILE, sql, { config: '' });
    expect(missing.log).toContain('- config is missing: the file that declares the datasets');
  });
});

async function check(file: string, sql: string, inputs: Readonly<Record<string, string>> = {}) {
  const folder = path.join(step.folder, 'sql');
  await mkdir(folder, { recursive: true });
  await Promise.all([
    writeFile(path.join(folder, 'datasets.yml'), file),
    writeFile(path.join(folder, 'tickets.sql'), sql),
  ]);
  const environment = environmentOf(
    { config: 'sql/datasets.yml', 'split-method': 'stable', ...inputs },
    { GITHUB_WORKSPACE: step.folder },
  );
  return step.run(() => runCheck(readInputs(GITHUB_ACTIONS, CHECK, environment)));
}
