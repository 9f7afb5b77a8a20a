import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BundleScene, TOKEN } from '../support/bundle-scene.ts';
import { call } from '../support/local-hub/call.ts';
import type { BundleRun } from '../support/run-bundle.ts';

const ROWS = 300;
const METADATA = 'dataset_metadata.json';

let scene: BundleScene;

beforeAll(async () => {
  scene = await BundleScene.start();
  await scene.newDatabase();
  await scene.database.query(`CREATE TABLE reviews AS
    SELECT n AS id, 'this is the text number ' || n || CASE WHEN n % 5 = 0 THEN ' call +977 9841234567' ELSE '' END AS text,
      (ARRAY['bug', 'praise', 'question'])[1 + n % 3] AS label, n / 3 AS score, 'team ' || n / 4 AS team,
      'site ' || n / 5 AS site, 'en' AS lang, now() - interval '400 days' AS at
    FROM generate_series(1, ${ROWS}) AS n`);
});

afterAll(() => scene.close());

type Settings = Readonly<Record<string, unknown>>;

const CLASSES = ['bug', 'praise', 'question'];

/** Runs the bundle for datasets, each with its repo; JSON is YAML. */
function run(datasets: Readonly<Record<string, Settings>>, inputs = {}, where = ''): Promise<BundleRun> {
  const reviews = { corrections: `SELECT * FROM reviews ${where}` };
  const numbers = { corrections: 'SELECT id, text, label, 1 AS lang FROM reviews' };
  const defaults = { source: 'reviews', task: 'text-classification', 'min-dataset-len': 4 };
  const config = {
    version: 1,
    sources: 'type' in datasets ? { reviews, numbers } : { reviews },
    datasets: Object.fromEntries(
      Object.entries(datasets).map(([name, settings]) => [
        name,
        { ...defaults, repo: `owner/${name}`, ...settings },
      ]),
    ),
  };
  const given = { 'department-dataset': '', 'urgency-dataset': '', config: JSON.stringify(config, null, 1) };
  return scene.run({ ...given, ...inputs });
}

function statusesOf({ outputs }: BundleRun): Record<string, string> {
  const versions: Record<string, { status: string }> = JSON.parse(outputs.versions);
  return Object.fromEntries(Object.entries(versions).map(([name, { status }]) => [name, status]));
}

/** The metadata that `main` of a repo holds. */
function metadataOf(name: string) {
  return JSON.parse(String(scene.hub.readFile(`owner/${name}`, 'main', METADATA)));
}

/** What the summary says of a dataset that breaking-changes holds. */
function heldFor({ summary }: BundleRun, name: string): string {
  const [, block = ''] = summary.split(`### ✋ ${name} is held`);
  const [line = ''] = block.split('\n').filter((text) => text.startsWith('- **breaking-changes**'));
  return line.replaceAll('\\', '').replaceAll('&#58;', ':').replaceAll('&gt;', '>');
}

const redact = (...find: string[]) => ({ find, action: 'redact', region: 'NP' });
const KEPT = { classes: CLASSES, keep: ['lang'] };
const SCORE = { task: 'text-scoring' };
const NUMBERS = { ...KEPT, source: 'numbers' };

/** How a dataset was declared, how it is now, and what the gate says; null where nothing breaks. */
const CASES: Readonly<Record<string, readonly [before: Settings, now: Settings, says: RegExp | null]>> = {
  swapped: [
    { classes: CLASSES },
    { classes: ['praise', 'bug', 'question'] },
    /2 class ids of 200 rows change their meaning \(0: bug → praise, 1: praise → bug\)/,
  ],
  renamed: [
    { classes: CLASSES },
    { classes: ['bug', 'compliment', 'question'] },
    /1 class id of 100 rows changes its meaning \(1: praise → compliment\)/,
  ],
  removed: [
    { classes: CLASSES },
    { classes: ['bug', 'praise'] },
    /1 class id of 100 rows changes its meaning \(2: question → none\)/,
  ],
  inserted: [
    { classes: CLASSES },
    { classes: ['bug', 'new', 'praise', 'question'] },
    /2 class ids of 200 rows change their meaning \(1: praise → new, 2: question → praise\)/,
  ],
  appended: [{ classes: CLASSES }, { classes: [...CLASSES, 'new'] }, null],
  column: [KEPT, { classes: CLASSES }, /the column lang is gone/],
  type: [KEPT, { ...KEPT, source: 'numbers' }, /the column lang has another type/],
  numbers: [NUMBERS, NUMBERS, null],
  task: [
    { classes: CLASSES },
    SCORE,
    /the task went from text-classification to text-scoring; the column label is gone/,
  ],
  seed: [
    { classes: CLASSES },
    { classes: CLASSES, 'random-state': 7 },
    /random-state changed from 42 to 7, which moves \d+ of 300 rows to another split/,
  ],
  shares: [
    { classes: CLASSES, split: '40/10/50' },
    { classes: CLASSES, split: '80/10/10' },
    /split changed from 40\/10\/50 to 80\/10\/10, which moves 1[3-7]\d of 300 rows to another split/,
  ],
  'same-shares': [{ classes: CLASSES }, { classes: CLASSES, split: '0.80/.1/0.10' }, null],
  method: [
    { classes: CLASSES },
    { classes: CLASSES, 'split-method': 'sklearn' },
    /split-method changed from stable to sklearn, which may move any of 300 rows to another split/,
  ],
  grouped: [
    { classes: CLASSES },
    { classes: CLASSES, columns: { group: 'team' } },
    /the group was added, which may move any of 300 rows/,
  ],
  ungrouped: [
    { classes: CLASSES, columns: { group: 'team' } },
    { classes: CLASSES },
    /the group was dropped/,
  ],
  regrouped: [
    { classes: CLASSES, columns: { group: 'team' } },
    { classes: CLASSES, columns: { group: 'site' } },
    /the group is another column/,
  ],
  redacted: [
    { classes: CLASSES, pii: redact('email') },
    { classes: CLASSES, pii: redact('email', 'phone') },
    /phone numbers \(60 rows\) are redacted, which may move up to 60 of 300 rows/,
  ],
  'nothing-redacted': [
    { classes: CLASSES, pii: redact('iban') },
    { classes: CLASSES, pii: redact('iban', 'email') },
    null,
  ],
};

const declared = (which: 0 | 1) =>
  Object.fromEntries(Object.entries(CASES).map(([name, both]) => [name, both[which]]));
const held = Object.entries(CASES).filter(([, [, , says]]) => says !== null);

describe('a dataset that means something else than its last version', () => {
  let first: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const published = await run(declared(0));
    expect(published.exitCode).toBe(0);
    first = Object.fromEntries(Object.keys(CASES).map((name) => [name, metadataOf(name).version_tag]));
  });

  test('is held, and the run names the ids or counts the rows', async () => {
    const commits = Object.keys(CASES).map((name) => scene.hub.repo(`owner/${name}`).commits.length);
    const changed = await run(declared(1));
    expect(changed.exitCode).toBe(1);
    const statuses = statusesOf(changed);
    for (const [name, [, , says]] of Object.entries(CASES)) {
      const isMeant = says === null ? /^(published|unchanged)$/ : /^held$/;
      expect([name, statuses[name]]).toEqual([name, expect.stringMatching(isMeant)]);
      if (says !== null) expect([name, heldFor(changed, name)]).toEqual([name, expect.stringMatching(says)]);
    }
    expect(changed.log).toMatch(/^::error title=seed%3A held::breaking-changes: since v/m);
    expect(statuses).toMatchObject({ appended: 'published', 'same-shares': 'unchanged' });
    const after = Object.keys(CASES).map((name) => scene.hub.repo(`owner/${name}`).commits.length);
    expect(after.map((count, index) => count - commits[index]!)).toEqual(
      Object.keys(CASES).map((name) => (name === 'appended' ? 1 : 0)),
    );
    expect(metadataOf('appended')).toMatchObject({
      splits_since: first.appended,
      earlier_versions: [{ num_samples: 300 }],
    });
  });

  test('is published where that is allowed, and then changed no more', async () => {
    const gates = 'breaking-changes: allow\nlost-classes: allow\nmax-shrinkage: 100';
    const allowed = await run(declared(1), { gates });
    expect(allowed.exitCode).toBe(0);
    const statuses = statusesOf(allowed);
    for (const [name] of held) expect([name, statuses[name]]).toEqual([name, 'published']);
    const again = await run(declared(1));
    expect(again.exitCode).toBe(0);
    expect(new Set(Object.values(statusesOf(again)))).toEqual(new Set(['unchanged']));
  });

  test('begins its splits anew where rows moved, and only there', () => {
    const anew = held.filter(([name]) => metadataOf(name).splits_since === metadataOf(name).version_tag);
    expect(anew.map(([name]) => name)).toEqual([
      'seed',
      'shares',
      'method',
      'grouped',
      'ungrouped',
      'regrouped',
      'redacted',
    ]);
    expect(metadataOf('swapped').splits_since).toBe(first.swapped);
    const card = String(scene.hub.readFile('owner/swapped', 'main', 'README.md'));
    expect(card).toContain(`| Splits comparable since | \`${first.swapped}\` |`);
  });

  test('counts exactly the rows that a new seed moves', async () => {
    const [, count] = /moves (\d+) of 300 rows/.exec(
      heldFor(await run({ swapped: { classes: CASES.swapped![1].classes, 'random-state': 8 } }), 'swapped'),
    )!;
    const [{ moved }] = await scene.database.query(`
      WITH placed AS (
        SELECT seed, id, mod(('x' || encode(substr(sha256(convert_to(seed || ':' || text, 'UTF8')), 1, 8), 'hex'))
          ::bit(64)::bigint + 2^64::numeric, 2^64::numeric) / 2^64::numeric AS r
        FROM reviews, unnest(ARRAY[42, 8]) AS seed),
      splits AS (SELECT id, seed, CASE WHEN r < 0.1 THEN 1 WHEN r < 0.2 THEN 2 ELSE 3 END AS split FROM placed)
      SELECT count(*)::integer AS moved FROM splits AS a JOIN splits AS b USING (id)
      WHERE a.seed = 42 AND b.seed = 8 AND a.split <> b.split`);
    expect(Number(count)).toBe(moved);
    expect(moved).toBeGreaterThan(50);
  });
});

describe('the repo of another dataset', () => {
  test('two datasets that swap their repos are both held', async () => {
    const classes = CLASSES;
    await run({ one: { classes }, two: { classes: [...classes, 'new'] } });
    const swapped = await run({
      one: { classes, repo: 'owner/two' },
      two: { classes: [...classes, 'new'], repo: 'owner/one' },
    });
    expect(statusesOf(swapped)).toEqual({ one: 'held', two: 'held' });
    expect(heldFor(swapped, 'one')).toContain('the repo holds the dataset two, not one');
  });

  test('is published over once a person merged the pull request, and then changed no more', async () => {
    const datasets = { three: { classes: CLASSES.toReversed(), repo: 'owner/one' } };
    const offered = await run(datasets, { gates: 'on-gate: pull-request' });
    expect(statusesOf(offered)).toEqual({ three: 'awaiting-approval' });
    const url = `${scene.hub.url}/api/datasets/owner/one/discussions/1/merge`;
    expect((await call(url, { method: 'POST', token: TOKEN })).status).toBe(200);
    const merged = await run(datasets);
    expect([merged.exitCode, statusesOf(merged)]).toEqual([0, { three: 'unchanged' }]);
    expect(metadataOf('one')).toMatchObject({ label_column: 'three', label_map: { question: 0 } });
  });
});

describe('metadata that cannot be read on main', () => {
  const datasets = { lost: { classes: CLASSES } };

  beforeAll(async () => {
    expect((await run(datasets)).exitCode).toBe(0);
  });

  // Other rows, as of another database: enough, too few to split, none.
  test.each([
    ['deleted', null, 'WHERE id <= 250'],
    ['emptied', '{}', 'WHERE id % 7 = 0'],
    ['garbled', '<<<<<<< HEAD', 'WHERE false'],
    ['a list', '[]', ''],
  ])('%s, holds a dataset of which versions are tagged', async (_, text, where) => {
    const whole = String(scene.hub.readFile('owner/lost', 'main', METADATA));
    scene.hub.commitAs('somebody', 'owner/lost', { [METADATA]: text });
    const commits = scene.hub.repo('owner/lost').commits.length;
    const broken = await run(datasets, {}, where);
    expect(scene.hub.repo('owner/lost').commits).toHaveLength(commits);
    scene.hub.commitAs('somebody', 'owner/lost', { [METADATA]: whole });
    expect([broken.exitCode, statusesOf(broken)]).toEqual([1, { lost: 'held' }]);
    expect(heldFor(broken, 'lost')).toMatch(
      /main has no readable dataset_metadata\.json, although 1 version of the repo is tagged, the last as v/,
    );
  });

  test('and is restored, is of the version it was', async () => {
    expect(statusesOf(await run(datasets))).toEqual({ lost: 'unchanged' });
  });

  test('is a first version in a repo whose tags are no versions', async () => {
    scene.hub.createRepo('owner/fresh');
    const id = scene.hub.commitAs('somebody', 'owner/fresh', { 'README.md': '# Fresh' });
    scene.hub.repo('owner/fresh').tags.set('v1.0', { commit: id, message: '' });
    expect(statusesOf(await run({ fresh: { classes: CLASSES } }))).toEqual({ fresh: 'published' });
  });
});

describe('rows that become fewer', () => {
  const datasets = { fewer: { classes: CLASSES } };
  const share = (count: number) => run(datasets, {}, `WHERE id <= ${count}`);

  test('by 28 % in each run are held at the second, until a person accepts it', async () => {
    expect(statusesOf(await share(300))).toEqual({ fewer: 'published' });
    expect(statusesOf(await share(216))).toEqual({ fewer: 'published' });
    const second = await share(156);
    expect([second.exitCode, statusesOf(second)]).toEqual([1, { fewer: 'held' }]);
    expect(second.log).toMatch(
      /max-shrinkage: 48\.0 %25 of the rows are gone since v\d+_\d+ \(300, now 156\)/,
    );
    const accepted = await run(datasets, { gates: 'max-shrinkage: 50' }, 'WHERE id <= 156');
    expect(statusesOf(accepted)).toEqual({ fewer: 'published' });
    expect(statusesOf(await share(150))).toEqual({ fewer: 'published' });
    expect(statusesOf(await share(100))).toEqual({ fewer: 'held' });
  });

  test.each([20, 12, 0])(
    'to %i, as those of a wrong database, are held and not only too few',
    async (count) => {
      const wrong = await share(count);
      expect([wrong.exitCode, statusesOf(wrong)]).toEqual([1, { fewer: 'held' }]);
      expect(wrong.log).toMatch(/^::error title=fewer%3A held::.*max-shrinkage: .*Check that postgres-url/m);
      expect(wrong.log).not.toMatch(/^::error.*Collect more reviews/m);
    },
  );

  test('than another run publishes meanwhile are held', async () => {
    const few = (count: number) => run({ overtaken: { classes: CLASSES } }, {}, `WHERE id <= ${count}`);
    await few(120);
    const { commits, tags } = scene.hub.repo('owner/overtaken');
    const before = new Map(tags);
    expect(statusesOf(await few(300))).toEqual({ overtaken: 'published' });
    const [larger, after] = [commits.pop()!, new Map(tags)];
    for (const tag of after.keys()) if (!before.has(tag)) tags.delete(tag);
    const publish = () => {
      commits.push(larger);
      for (const [tag, target] of after) tags.set(tag, target);
    };
    scene.hub.faults.add({ method: 'POST', path: /\/commit\/main$/, when: 'before', kind: { run: publish } });
    const overtaken = await few(150);
    expect([overtaken.exitCode, statusesOf(overtaken)]).toEqual([1, { overtaken: 'held' }]);
    expect(overtaken.log).toMatch(
      /max-shrinkage: 50\.0 %25 of the rows are gone since v\d+_\d+ \(300, now 150\)/,
    );
    expect(commits.at(-1)).toBe(larger);
  });

  test('in a first run are skipped', async () => {
    const early = await run({ early: { classes: CLASSES } }, {}, 'WHERE id <= 3');
    expect([early.exitCode, statusesOf(early)]).toEqual([0, { early: 'skipped' }]);
  });
});

describe('corrections whose time is in the future', () => {
  const datasets = { aged: { classes: CLASSES, columns: { time: 'at' }, 'max-age': '14d' } };

  test.each(['9999-12-31', 'infinity', "now() + interval '3 days'"])(
    '%s, make no correction newer',
    async (time) => {
      const value = time.startsWith('now') ? time : `'${time}'`;
      await scene.database.query(`UPDATE reviews SET at = ${value} WHERE id = 1`);
      const { exitCode, log, summary } = await run(datasets);
      expect(exitCode).toBe(1);
      expect(log).toMatch(
        /^::error title=aged%3A held::max-age: the newest correction is 400(\.1)? days old \(without 1 correction whose time is in the future\)/m,
      );
      expect(log).toMatch(
        /^::warning title=aged%3A corrections in the future::1 correction has a time in the future/m,
      );
      expect(summary).toContain('1 correction has a time in the future');
      expect(summary).toContain('The newest correction is 400 days old.');
    },
  );

  test('are held where there are no others', async () => {
    await scene.database.query("UPDATE reviews SET at = '9999-12-31'");
    const { exitCode, log } = await run(datasets);
    expect(exitCode).toBe(1);
    expect(log).toContain('max-age: 300 corrections have their time in the future and none in the past');
  });

  test('by less than clocks differ are the newest', async () => {
    await scene.database.query("UPDATE reviews SET at = now() + interval '2 minutes' WHERE id = 1");
    const { exitCode, summary } = await run(datasets);
    expect([exitCode, summary.includes('is 0 hours old.')]).toEqual([0, true]);
  });
});
