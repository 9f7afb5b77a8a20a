import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { BundleScene, DEPARTMENTS, readVersion, variedReviews } from '../support/bundle-scene.ts';

const HOSTILE_TEXTS = [
  '::error::owned',
  '::set-output name=updated::["pwned"]',
  '# heading | table | `code` [link](http://evil.example) ![x](y) @everyone',
  'half a tag <script>alert(1) & "quotes" \'and\' \\backslashes\\',
  `%0A%0D%25 \${{ secrets.HF_TOKEN }} $(id) \`id\``,
  '{"key": "value"} --- yaml: [broken',
  '\u202Eright to left\u2069 and \u0007 bell \u001b[31m red',
];

let scene: BundleScene;

beforeAll(async () => {
  scene = await BundleScene.start();
});

afterAll(() => scene.close());

beforeEach(() => scene.newDatabase());

test('unknown class names are dropped, counted and named', async () => {
  await scene.addReviews([
    ...variedReviews(40),
    { message: 'a', urgency: 'Urgent' },
    { message: 'b', urgency: 'Urgent' },
    { message: 'c', urgency: '::error::<b>|@all' },
  ]);
  const { exitCode, outputs, summary, log } = await scene.run(repos('unknown'));
  expect([exitCode, outputs['urgency-status']]).toEqual([0, 'published']);
  expect(JSON.parse(outputs.versions).urgency.num_samples).toBe(40);
  expect(summary).toContain('| Labelled | 40 | 3 | unknown class: 3 |');
  expect(summary).toContain('Unknown classes: “Urgent” (2; did you mean “URGENT”?), “');
  expect(summary).not.toMatch(/<b>|\|@all/);
  expect(log).toContain(
    '3 rows were dropped. Unknown classes: “Urgent” (2; did you mean “URGENT”?), “::error::<b>|@all” (1). The classes of the dataset: “NORMAL”, ',
  );
  expect(log).not.toMatch(/^::error::/m);
});

test('NULL messages and texts that are empty after cleaning are dropped and counted', async () => {
  const empty = ['', '   \n', '<br/>', 'https://example.org/x', ' <p> www.x.org </p> '];
  await scene.addReviews([
    ...variedReviews(40),
    { message: null, urgency: 'NORMAL' },
    ...empty.map((message) => ({ message, urgency: 'NORMAL' })),
  ]);
  const { outputs, summary, log } = await scene.run(repos('empty'));
  expect(JSON.parse(outputs.versions).urgency.num_samples).toBe(40);
  expect(summary).toContain('| Cleaned | 40 | 6 | no text: 1, empty after cleaning: 5 |');
  expect(log).toContain('::notice title=urgency%3A empty texts::6 rows were dropped');
});

test('sklearn puts classes of one and two rows into train whole, with a warning', async () => {
  await scene.addReviews([
    ...variedReviews(40).map(({ message, urgency }) => ({ message, urgency, department: DEPARTMENTS[0] })),
    { message: 'the only one', department: DEPARTMENTS[1] },
    { message: 'one of two', department: DEPARTMENTS[2] },
    { message: 'two of two', department: DEPARTMENTS[2] },
  ]);
  const inputs = { ...repos('tiny'), 'split-method': 'sklearn' };
  const { exitCode, outputs, summary, log } = await scene.run(inputs);
  expect([exitCode, outputs['department-status']]).toEqual([0, 'published']);
  const { train } = await readVersion(scene.hub, 'owner/tiny-department', outputs['department-tag']);
  expect(train).toEqual(
    expect.arrayContaining([
      ['the only one', 1],
      ['one of two', 2],
      ['two of two', 2],
    ]),
  );
  for (const name of [DEPARTMENTS[1], DEPARTMENTS[2]]) {
    const told = `“${name}” has no row in eval and test.`;
    expect([summary.replaceAll('&amp;', '&'), log]).toEqual([
      expect.stringContaining(told),
      expect.stringContaining(told),
    ]);
  }
});

test('reviews of one complaint that disagree leave its text out, and are counted', async () => {
  await scene.addReviews([...variedReviews(40), { message: 'twice', urgency: 'NORMAL' }]);
  await scene.addCorrections([{ complaintId: 41, urgency: 'URGENT' }]);
  await scene.addCorrections([{ complaintId: 1, urgency: 'NORMAL' }]);
  const { outputs, summary, log } = await scene.run(repos('twice'));
  expect(JSON.parse(outputs.versions).urgency.num_samples).toBe(40);
  expect(summary).toContain('duplicates: 1, labels that disagree on the same text (1 text): 2');
  expect(log).toContain('2 rows were dropped for labels that disagree on the same text (1 text).');
});

test('1 MB of <, of 4-byte characters, and hostile texts are published as they are', async () => {
  const texts = ['<'.repeat(1 << 20), '😡'.repeat(1 << 18), '𠜎𠜱𝄞🇳🇵👩‍👩‍👧', ...HOSTILE_TEXTS];
  await scene.addReviews([...variedReviews(40), ...texts.map((message) => ({ message, urgency: 'URGENT' }))]);
  const { exitCode, outputs, summary, log } = await scene.run(repos('hostile'));
  expect([exitCode, outputs.updated]).toEqual([0, '["department","urgency"]']);
  const version = await readVersion(scene.hub, 'owner/hostile-urgency', outputs['urgency-tag']);
  const published = new Set(Object.values(version).flatMap((rows) => rows.map(([text]) => text)));
  const cleaned = (text: string) => text.replace(/http\S+|<[^<>]*>/g, '').replace(/\s+/g, ' ');
  for (const text of texts) expect(published.has(cleaned(text))).toBe(true);
  for (const text of HOSTILE_TEXTS) {
    const piece = text.slice(0, 12);
    for (const shown of [summary, log, JSON.stringify(outputs)]) expect(shown).not.toContain(piece);
  }
  expect(log).not.toMatch(/^::(error|set-output)/m);
});

function repos(name: string) {
  return { 'department-dataset': `owner/${name}-department`, 'urgency-dataset': `owner/${name}-urgency` };
}
