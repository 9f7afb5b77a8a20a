import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { BundleScene, readVersion, variedReviews } from '../support/bundle-scene.ts';
import type { BundleRun } from '../support/run-bundle.ts';

const FINDS = ['canary.k@example.org', '9841000123', '९८४१०००१२४', '4111 1111 1111 1111'];

let scene: BundleScene;

beforeAll(async () => {
  scene = await BundleScene.start();
});

afterAll(() => scene.close());

beforeEach(async () => {
  await scene.newDatabase();
  await scene.addReviews([
    ...variedReviews(40),
    { message: `mail ${FINDS[0]} or call ${FINDS[1]}`, urgency: 'URGENT' },
    { message: `कार्ड ${FINDS[3]}, फोन ${FINDS[2]}मा`, urgency: 'URGENT' },
    { message: `कार्ड ${FINDS[3]}, फोन ${FINDS[1]}मा`, urgency: 'URGENT' },
  ]);
});

function run(name: string, gates: string) {
  const repos = {
    'department-dataset': `owner/${name}-department`,
    'urgency-dataset': `owner/${name}-urgency`,
  };
  return scene.run({ ...repos, gates });
}

async function textsOf(name: string, { outputs }: BundleRun): Promise<string[]> {
  const {
    train,
    eval: evaluation,
    test: tests,
  } = await readVersion(scene.hub, `owner/${name}-urgency`, outputs['urgency-tag']);
  return [...train, ...evaluation, ...tests].map(([text]) => String(text));
}

function publishedBy(name: string, { outputs }: BundleRun, file: string): string {
  return scene.hub.readFile(`owner/${name}-urgency`, outputs['urgency-tag'], file).toString();
}

/** What a run said, and what it sent but for the data. */
function saidBy(done: BundleRun): string {
  return JSON.stringify([done.log, done.outputs, done.summary]);
}

test('redacted texts are published, deduplicated as they are, and nobody is told what was found', async () => {
  const done = await run('redact', 'pii: { action: redact, region: NP }');
  expect([done.exitCode, done.outputs['urgency-status']]).toEqual([0, 'published']);
  const texts = await textsOf('redact', done);
  expect(texts.filter((text) => text.includes('['))).toEqual(
    expect.arrayContaining(['mail [EMAIL] or call [PHONE]', 'कार्ड [CARD], फोन [PHONE]मा']),
  );
  expect(texts.length).toBe(42);
  const card = publishedBy('redact', done, 'README.md');
  expect(card).toContain('- Phone numbers: 3 in 3 rows, replaced by `[PHONE]`');
  const metadata = publishedBy('redact', done, 'dataset_metadata.json');
  expect(JSON.parse(metadata).quality.pii).toEqual({
    action: 'redact',
    rows: 3,
    found: {
      email: { rows: 1, finds: 1 },
      phone: { rows: 3, finds: 3 },
      iban: { rows: 0, finds: 0 },
      card: { rows: 2, finds: 2 },
    },
  });
  for (const find of FINDS) expect(saidBy(done) + texts.join() + card + metadata).not.toContain(find);
});

test('a dataset whose rows hold some is held, and says how much', async () => {
  const done = await run('hold', 'pii: { action: hold, region: NP, find: [phone] }');
  expect([done.exitCode, done.outputs['urgency-status']]).toEqual([1, 'held']);
  expect(done.log).toContain('3 rows hold personal data (phone numbers: 3 in 3 rows), and none may');
  for (const find of FINDS) expect(saidBy(done)).not.toContain(find);
  expect(done.outputs['department-status']).toBe('published');
});

test('rows that hold some are dropped, or counted and left', async () => {
  const dropped = await run('drop', 'pii: { action: drop, region: NP }');
  expect(dropped.summary).toContain('with personal data: 3');
  expect(await textsOf('drop', dropped)).toHaveLength(40);
  const counted = await run('count', 'pii: { region: NP }');
  const texts = await textsOf('count', counted);
  expect(texts).toHaveLength(43);
  for (const find of FINDS) {
    expect(texts.join()).toContain(find);
    expect(saidBy(dropped) + saidBy(counted)).not.toContain(find);
  }
});

test('a region that is none stops the run before a row is read', async () => {
  const done = await run('region', 'pii: { region: UK }');
  expect(done.exitCode).toBe(1);
  expect(done.log).toContain('The region UK of pii is no country whose phone numbers are known.');
});
