import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { BundleScene, variedReviews } from '../support/bundle-scene.ts';

let scene: BundleScene;
let folder: string;

beforeAll(async () => {
  scene = await BundleScene.start();
  folder = await mkdtemp(path.join(tmpdir(), 'predictions-'));
});
afterAll(async () => {
  await scene.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => scene.newDatabase());

const TICKETS = `
CREATE TABLE tickets (id integer, body text, mood text, guess text);
INSERT INTO tickets SELECT i,
  CASE WHEN i % 11 = 0 THEN '' ELSE 'ticket ' || i END,
  CASE i % 5 WHEN 0 THEN 'good' WHEN 1 THEN 'bad' WHEN 2 THEN ' odd ' WHEN 3 THEN 'good' ELSE 'other' END,
  CASE i % 7 WHEN 0 THEN NULL WHEN 1 THEN 'bad' WHEN 2 THEN 'odd' WHEN 3 THEN 'Good' WHEN 4 THEN E'good\\n' ELSE 'good' END
FROM generate_series(1, 200) AS i`;
const CONFIG = (repo: string) => `
version: 1
sources:
  tickets:
    corrections: SELECT id, body, mood, guess FROM tickets
datasets:
  moods:
    repo: ${repo}
    source: tickets
    task: text-classification
    columns: { text: body, label: mood, predicted: guess }
    classes: [good, bad, odd]
    min-dataset-len: 10
`;

function runFile(repo: string) {
  return scene.run({
    'department-dataset': '',
    'urgency-dataset': '',
    config: CONFIG(repo),
    'output-dir': folder,
  });
}

function predictionsOf(repo: string) {
  return JSON.parse(scene.hub.readFile(repo, 'main', 'dataset_metadata.json').toString()).quality.predictions;
}

test('a declared dataset tells what was predicted as SQL counts it, and the share that was corrected', async () => {
  await scene.database.query(TICKETS);
  const { exitCode, summary } = await runFile('owner/moods');
  expect(exitCode).toBe(0);
  const counted = await scene.database.query(`
    WITH known AS (
      SELECT array_position('{good,bad,odd}', btrim(mood, E' \\n')) - 1 AS "right",
        array_position('{good,bad,odd}', btrim(guess, E' \\n')) - 1 AS said
      FROM tickets
    )
    SELECT said, "right", count(*)::integer AS rows FROM known WHERE "right" IS NOT NULL
    GROUP BY said, "right" ORDER BY rows DESC, "right", said NULLS FIRST`);
  const pairs = counted.map(({ said, right, rows }) => [said, right, rows]);
  const sum = (of: typeof pairs) => of.reduce((total, [, , rows]) => total + rows, 0);
  const [reviewed, corrected] = [sum(pairs), sum(pairs.filter(([said, right]) => said !== right))];
  expect(predictionsOf('owner/moods')).toEqual({ reviewed, corrected, pairs });
  const share = `${((100 * corrected) / reviewed).toFixed(1)} %`;
  expect(summary).toContain(`${corrected} of ${reviewed} reviewed rows were corrected (${share}).`);
  expect(summary).toContain('| Predicted ↓ right → | good | bad | odd |');

  await scene.database.query("UPDATE tickets SET guess = 'good' WHERE mood = 'good'");
  await scene.database.query("UPDATE tickets SET body = 'changed' WHERE id = 1");
  const next = await runFile('owner/moods');
  expect(next.summary).toMatch(
    /reviewed rows were corrected \(\d+\.\d %, −\d+\.\d points since v\d{8}_\d{6}\)/,
  );
  expect(next.summary).toMatch(/\| good \|.*\| 0\.0 % \| −\d+\.\d points \|/);
});

test('the built-in datasets tell the matrix without a share, and how many reviews wait', async () => {
  await scene.addReviews(variedReviews(40));
  await scene.database.query(
    `UPDATE misclassified_complaints SET model_predicted_urgency = 'HIGHLY URGENT' WHERE complaint_id % 2 = 0;
     UPDATE misclassified_complaints SET reviewed = CASE complaint_id % 3 WHEN 0 THEN false END WHERE complaint_id < 7`,
  );
  const { exitCode, summary } = await scene.run();
  expect(exitCode).toBe(0);
  const [{ waiting }] = await scene.database.query(
    'SELECT count(*)::integer AS waiting FROM misclassified_complaints WHERE reviewed IS NOT TRUE',
  );
  expect(waiting).toBeGreaterThan(4);
  expect(summary).toContain('| Dataset | Rows | To review |');
  expect(summary).toMatch(new RegExp(`\\| ${waiting} \\|$`, 'm'));
  expect(summary).toContain('The SELECT reads corrected rows only');
  expect(summary).not.toContain('Share corrected');
  const { reviewed, corrected, pairs } = predictionsOf('owner/urgency');
  expect(corrected).toBe(reviewed);
  expect(pairs.some(([said, right]: [number | null, number]) => said === right)).toBe(false);
});
