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
  expect(done.log).toContain('The region UK of pii is unknown.');
});

/** Texts as they are read, and as they are published with action: redact and a region. */
const WHOLE: readonly (readonly [region: string, read: string, published: string])[] = [
  ['DE', 'Mail josé.garcía@correo.es kam', 'Mail [EMAIL] kam'],
  ['DE', 'Mail jose\u0301.garci\u0301a@mu\u0308ller.example kam', 'Mail [EMAIL] kam'],
  ['DE', 'an info@müller.de, a@example.рф', 'an [EMAIL], [EMAIL]'],
  ['DE', 'breit max＠example.de', 'breit [EMAIL]'],
  ['DE', 'versteckt max\u200b@\u2060exam\u00adple.de ja', 'versteckt [EMAIL] ja'],
  ['DE', 'राम१२.ram@example.org छ', '[EMAIL] छ'],
  ['DE', '我的邮箱是test@example.com请回复', '我的邮箱是[EMAIL]请回复'],
  ['DE', 'Bild foo@2x.png, Paket react@18.2.0-rc.beta', 'Bild foo@2x.png, Paket react@18.2.0-rc.beta'],
  ['DE', 'SHA256:0301234567abcdef', 'SHA256:0301234567abcdef'],
  ['DE', 'Handy 0171/1234567 oder 030 / 35390412', 'Handy [PHONE] oder [PHONE]'],
  ['DE', 'Büro 0621/12345-67, 0049 30 23 12 51 23.', 'Büro [PHONE], [PHONE].'],
  ['DE', 'aus Paris +49 (0) 30 23125123, 0033 6 12 34 56 78', 'aus Paris [PHONE], [PHONE]'],
  ['DE', 'am 03/12/2024, Az. 030/2024, 093/815/08152', 'am 03/12/2024, Az. 030/2024, 093/815/08152'],
  ['FR', 'au 0033 6 12 34 56 78 ou 06/12/34/56/78', 'au [PHONE] ou [PHONE]'],
  ['FR', 'SIREN 612 345 678, Sécu 1 85 05 78 006 084 36', 'SIREN 612 345 678, Sécu 1 85 05 78 006 084 36'],
  ['IN', 'licence AMC.9999999999 of 9999999999', 'licence AMC.9999999999 of [PHONE]'],
];

test.each(['DE', 'FR', 'IN'])(
  'addresses and numbers are found whole, and nothing else: %s',
  async (region) => {
    const texts = WHOLE.filter(([where]) => where === region);
    await scene.addReviews(texts.map(([, message]) => ({ message, urgency: 'URGENT' })));
    const done = await run(`whole-${region}`, `pii: { action: redact, region: ${region} }`);
    const published = await textsOf(`whole-${region}`, done);
    expect(texts.map(([, , text]) => text).filter((text) => !published.includes(text))).toEqual([]);
    expect(done.log).not.toContain('pii has no region');
  },
);

test('without a region the run warns, and finds numbers with + and 00 only', async () => {
  await scene.addReviews([{ message: 'call 0049 171 1234567 or 0171 1234567', urgency: 'URGENT' }]);
  const done = await run('no-region', 'pii: { action: redact }');
  expect(done.log).toMatch(
    /::warning title=urgency%3A phone numbers::pii has no region, so only phone numbers that start with \+ or 00 are found\./,
  );
  expect(await textsOf('no-region', done)).toContain('call [PHONE] or 0171 1234567');
  const emails = await run('no-phones', 'pii: { action: redact, find: [email] }');
  expect([emails.exitCode, emails.log]).toEqual([0, expect.not.stringContaining('pii has no region')]);
});
