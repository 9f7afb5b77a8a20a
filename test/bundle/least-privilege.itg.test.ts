import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { BundleScene, variedReviews } from '../support/bundle-scene.ts';

const SCRIPT = path.resolve(import.meta.dirname, '../../examples/reader-role.sql');
let scene: BundleScene;

beforeAll(async () => {
  scene = await BundleScene.start();
});

afterAll(() => scene.close());

beforeEach(async () => {
  await scene.newDatabase();
  await scene.addReviews(variedReviews(40));
});

test('the rights of reader-role.sql are enough, and bring no warning', async () => {
  for (const statement of await reader()) await scene.database.query(statement);
  const url = scene.database.url({ user: 'dataset_reader', password: "it's read" });
  const { exitCode, outputs, log } = await scene.run({ ...repos('reader'), 'postgres-url': url });
  expect([exitCode, outputs.updated]).toEqual([0, '["department","urgency"]']);
  expect(log).not.toContain('may change');
  await expect(
    scene.database.query("SET ROLE dataset_reader; INSERT INTO complaints (message) VALUES ('x')"),
  ).rejects.toThrow('permission denied for table complaints');
});

test('a role that may write is a warning', async () => {
  const { exitCode, log } = await scene.run(repos('writer'));
  expect(exitCode).toBe(0);
  expect(log).toContain(
    '::warning title=PostgreSQL::The database role may change tables (complaints, misclassified_complaints), but this action only reads.',
  );
});

/** The script's statements with psql's variables filled in. */
async function reader(): Promise<string[]> {
  const script = await readFile(SCRIPT, 'utf8');
  return script
    .replace(/^--.*$|^SELECT.*\\gset$/gm, '')
    .replace(":'password'", "'it''s read'")
    .replace(':"database"', `"${scene.database.name}"`)
    .replace(':"schema"', 'public')
    .split(';')
    .filter((statement) => statement.trim() !== '');
}

function repos(name: string) {
  return { 'department-dataset': `owner/${name}-department`, 'urgency-dataset': `owner/${name}-urgency` };
}
