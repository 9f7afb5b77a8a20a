import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, DEPARTMENTS, readVersion, variedReviews } from '../support/bundle-scene.ts';

let scene: BundleScene;
beforeAll(async () => {
  scene = await BundleScene.start();
});
afterAll(() => scene.close());
beforeEach(() => scene.newDatabase());

describe('stable', () => {
  test('no row of a class of 5 changes its split when another class grows, nor any other row', async () => {
    await scene.addReviews([...reviewsOf(DEPARTMENTS[0], 1000), ...reviewsOf(DEPARTMENTS[1], 5)]);
    const before = await placesOf(await publish());
    for (const count of [5, 20, 100]) {
      await scene.addReviews(reviewsOf(DEPARTMENTS[0], count, `grown by ${count}`));
      const now = await placesOf(await publish());
      expect(now.size).toBeGreaterThan(before.size);
      expect([...before].filter(([text, split]) => now.get(text) !== split)).toEqual([]);
    }
  });

  test('no row changes its split when reviews are taken back and classes are corrected', async () => {
    await scene.addReviews(variedReviews(300));
    const before = await placesOf(await publish());
    await scene.database.query('DELETE FROM misclassified_complaints WHERE complaint_id % 3 = 0');
    await scene.database.query(
      'UPDATE misclassified_complaints SET correct_department = $1 WHERE complaint_id % 7 = 0',
      [DEPARTMENTS[3]],
    );
    const now = await placesOf(await publish());
    expect(now.size).toBe(200);
    for (const [text, split] of now) expect(before.get(text)).toBe(split);
  });

  test('a class without a row in some split is told in summary and annotations', async () => {
    await scene.addReviews([...reviewsOf(DEPARTMENTS[0], 300), ...reviewsOf(DEPARTMENTS[1], 1)]);
    const { summary, log } = await scene.run({
      'urgency-dataset': '',
      'department-dataset': 'owner/uneven',
    });
    const told = /“Education, Health & Social Welfare” has no row in eval and test\. Collect more reviews/;
    expect(summary.replaceAll('&amp;', '&')).toMatch(told);
    expect(log).toMatch(new RegExp(`::warning title=department%3A class missing in a split::${told.source}`));
    expect(log).not.toContain('Security & Law Enforcement');
  });
});

describe('grouped rows', () => {
  /** Reviews of calls: of two classes in many groups, and of a third in one. */
  async function runGrouped(repo: string, inputs: Readonly<Record<string, string>> = {}, gates = '') {
    const config = `
version: 1
sources:
  calls: { corrections: "SELECT id, body, topic, customer FROM calls" }
datasets:
  topics:
    repo: ${repo}
    source: calls
    task: text-classification
    columns: { text: body, label: topic, group: customer }
    classes: [Haus, Leben, Kfz]
    min-dataset-len: 10
${gates}`;
    return scene.run({ 'department-dataset': '', 'urgency-dataset': '', config, ...inputs });
  }

  const explained =
    /“Kfz” has no row in .*: 243 rows of it are in 1 group, and the rows of a group stay in one split\. Collect reviews of this class in more groups\./;

  beforeEach(() =>
    scene.database.query(`CREATE TABLE calls AS
      SELECT id, 'call number ' || id AS body, CASE WHEN id % 2 = 0 THEN 'Haus' ELSE 'Leben' END AS topic,
        'customer ' || id / 2 AS customer FROM generate_series(1, 6000) AS id
      UNION ALL SELECT 10000 + id, 'car number ' || id, 'Kfz', 'broker' FROM generate_series(1, 243) AS id`),
  );

  test('that a split lacks are explained by their groups, the same in memory and on disk', async () => {
    for (const inputs of [{}, { 'memory-limit': '1MB' }] as Record<string, string>[]) {
      const { exitCode, log, summary } = await runGrouped(
        `owner/calls-${Object.keys(inputs).length}`,
        inputs,
      );
      expect([exitCode, log.includes('are kept on disk')]).toEqual([0, 'memory-limit' in inputs]);
      expect(log).toMatch(explained);
      expect(summary).toMatch(explained);
      expect(log).not.toContain('Collect more reviews');
    }
  });

  test('are named with their groups by min-rows-per-class, and where there are too few', async () => {
    const held = await runGrouped('owner/calls-held', {}, '    min-rows-per-class: 3001');
    expect(held.log).toContain(
      'min-rows-per-class: Haus (3,000 in 3,000 groups), Leben (3,000 in 3,000 groups)',
    );
    expect(held.log).toContain('Kfz (243 in 1 group) have fewer rows');
    await scene.database.query("DELETE FROM calls WHERE topic <> 'Kfz'");
    const few = await runGrouped('owner/calls-few');
    expect(few.log).toContain(
      '243 rows in 1 group are too few: train, eval and test need at least one row each. The rows of a group stay in one split: collect reviews of more groups, or choose other shares for split.',
    );
  });
});

test('sklearn publishes what 1.0.0 published', async () => {
  await scene.addReviews(variedReviews(300));
  const { outputs } = await scene.run({ 'split-method': 'sklearn', 'department-dataset': 'owner/exact' });
  const tag = outputs['department-tag'];
  const metadata = JSON.parse(String(scene.hub.readFile('owner/exact', tag, 'dataset_metadata.json')));
  expect(metadata.content_sha256).toBe('a37bedb34122b49c6f2c5d16d58cf93207beb75bb93c51d6247742f3cc5b8676');
});

async function publish(): Promise<string> {
  const { outputs } = await scene.run({ 'urgency-dataset': '', gates: 'max-shrinkage: 90' });
  expect(outputs['department-status']).toBe('published');
  return outputs['department-tag'];
}

/** The split each text stands in. */
async function placesOf(tag: string): Promise<Map<unknown, string>> {
  const version = await readVersion(scene.hub, 'owner/department', tag);
  return new Map(Object.entries(version).flatMap(([split, rows]) => rows.map(([text]) => [text, split])));
}

function reviewsOf(department: string, count: number, prefix = department) {
  return Array.from({ length: count }, (_, number) => ({
    message: `${prefix} number ${number}`,
    department,
  }));
}
