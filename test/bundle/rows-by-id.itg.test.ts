import { lstat, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { BundleScene } from '../support/bundle-scene.ts';

let scene: BundleScene;
let folder: string;

beforeAll(async () => {
  scene = await BundleScene.start();
});
afterAll(() => scene.close());

beforeEach(async () => {
  await scene.newDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'rows-by-id-'));
  await scene.database.query(
    'CREATE TABLE answers (id text, body text, mood text, person text, at timestamptz, is_correction boolean DEFAULT true)',
  );
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type Answer = [id: string, body: string | null, mood: string, person: string | null, at: string | null];

async function insert(answers: readonly Answer[], isCorrection = true): Promise<void> {
  await scene.database.query(
    `INSERT INTO answers SELECT id, body, mood, person, at, ${isCorrection}
     FROM jsonb_to_recordset('${JSON.stringify(
       answers.map(([id, body, mood, person, at]) => ({ id, body, mood, person, at })),
     ).replaceAll("'", "''")}') AS a(id text, body text, mood text, person text, at timestamptz)`,
  );
}

function ordinary(count: number, at = '2026-01-01T00:00:00Z'): Answer[] {
  return Array.from({ length: count }, (_, index) => [
    `o${index}`,
    `ordinary ${index}`,
    index % 2 === 0 ? 'good' : 'bad',
    'ann',
    at,
  ]);
}

function run(repo: string, trust: string, inputs: Readonly<Record<string, string>> = {}) {
  const config = `
version: 1
sources:
  answers:
    corrections: SELECT id, body, mood, person, at FROM answers WHERE is_correction
    confirmed: SELECT id, body, mood FROM answers WHERE NOT is_correction
datasets:
  moods:
    repo: ${repo}
    source: answers
    task: text-classification
    columns: { text: body, label: mood, annotator: person, time: at }
    clean: python
    classes: [good, bad]
    min-dataset-len: 10
${trust.replace(/^/gm, '    ')}
`;
  return scene.run({
    'department-dataset': '',
    'urgency-dataset': '',
    config,
    'output-dir': folder,
    'split-method': 'stable',
    ...inputs,
  });
}

const statusOf = ({ outputs }: { outputs: Readonly<Record<string, string>> }) =>
  JSON.parse(outputs.versions).moods.status;

const HOSTILE: readonly Answer[] = [
  ['10', 'same', 'good', 'ann', '2026-01-01T00:00:00.000001Z'],
  ['9', ' same', 'bad', 'bob', '2026-01-01T00:00:00.000002Z'],
  ['8', '<b>same</b>', 'good', 'cid', '2025-01-01T00:00:00Z'],
  ['7', 'tie', 'good', null, null],
  ['6', 'tie', 'bad', null, null],
  ['5', null, 'good', 'ann', null],
  ['4', '<br>', 'good', 'ann', null],
  ['secret "4"\n', 'unknown', 'angry', 'ann', null],
];
const PROBLEMS = [
  ['4', 'empty'],
  ['5', 'no-text'],
  ['6', 'conflict'],
  ['7', 'conflict'],
  ['secret "4"\n', 'unknown-class'],
];

async function dropped(): Promise<[string, string, string][]> {
  const text = await readFile(path.join(folder, 'moods', 'dropped.jsonl'), 'utf8');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const { id, source, reason, ...others } = JSON.parse(line);
      expect(others).toEqual({});
      return [id, source, reason];
    });
}

test.each([
  [
    'annotators: unanimous',
    [
      ['8', 'conflict'],
      ['9', 'conflict'],
      ['10', 'conflict'],
      ['p1', 'conflict'],
    ],
    null,
  ],
  [
    'annotators: majority',
    [
      ['9', 'outvoted'],
      ['p1', 'outvoted'],
    ],
    0,
  ],
  [
    'annotators: latest',
    [
      ['8', 'outvoted'],
      ['10', 'outvoted'],
    ],
    1,
  ],
] as const)('with %s dropped rows are listed by id', async (trust, rows, label) => {
  await insert([...ordinary(20), ...HOSTILE]);
  await insert([['p1', 'same', 'bad', null, null]], false);
  const repo = `owner/${trust.slice(12)}`;
  const result = await run(repo, trust);
  expect([result.exitCode, statusOf(result)]).toEqual([0, 'published']);
  const listed = await dropped();
  const expected = [...PROBLEMS, ...rows].map(([id, reason]) => [
    id,
    id.startsWith('p') ? 'confirmed' : 'reviewed',
    reason,
  ]);
  expect(listed.toSorted()).toEqual(expected.toSorted());
  expect(listed[0][0]).toBe('4');
  const metadata = JSON.parse(await readFile(path.join(folder, 'moods', 'dataset_metadata.json'), 'utf8'));
  expect(metadata.quality).toMatchObject({
    agreement: { alpha: expect.any(Number), texts: 2, annotators: 5 },
    newestCorrection: '2026-01-01T00:00:00.000Z',
    stages: { deduplicated: label === null ? 20 : 21 },
  });
  expect(await readFile(path.join(folder, 'moods', 'README.md'), 'utf8')).toContain(
    "Krippendorff's alpha of 5",
  );
  for (const told of [result.log, result.summary, JSON.stringify(metadata)])
    expect(told).not.toContain('secret');
});

test('the list is there for a skipped dataset and a dry run, and an older one or a link gives way', async () => {
  await insert([...ordinary(5), ...HOSTILE.slice(5)]);
  await mkdir(path.join(folder, 'moods'));
  await writeFile(path.join(folder, 'mine'), 'mine');
  await symlink(path.join(folder, 'mine'), path.join(folder, 'moods', 'dropped.jsonl'));
  expect(statusOf(await run('owner/few', ''))).toBe('skipped');
  expect((await dropped()).map(([id]) => id)).toEqual(['4', '5', 'secret "4"\n']);
  expect(await readFile(path.join(folder, 'mine'), 'utf8')).toBe('mine');
  expect((await lstat(path.join(folder, 'moods', 'dropped.jsonl'))).isFile()).toBe(true);
  await scene.database.query('TRUNCATE answers');
  await insert(ordinary(20));
  expect(statusOf(await run('owner/few', '', { 'dry-run': 'true' }))).toBe('dry-run');
  expect(await dropped()).toEqual([]);
});

test('a dataset whose newest correction is too old is held, though its data is published', async () => {
  const now = Date.now();
  const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString();
  await insert(ordinary(20, daysAgo(10)));
  const repo = 'owner/aging';
  expect(statusOf(await run(repo, 'max-age: 2w'))).toBe('published');
  const unchanged = await run(repo, 'max-age: 2w');
  expect([unchanged.exitCode, statusOf(unchanged)]).toEqual([0, 'unchanged']);
  const { requests } = scene.hub;
  const before = requests.length;
  const held = await run(repo, 'max-age: 1w');
  expect([held.exitCode, statusOf(held)]).toEqual([1, 'held']);
  expect(held.log).toContain(
    'max-age: the newest correction is 10.1 days old, and it may be at most 7 days old',
  );
  expect(requests.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
  const [[tag]] = [...scene.hub.repo(repo).tags];
  scene.hub.repo(repo).tags.clear();
  expect(statusOf(await run(repo, 'max-age: 1w'))).toBe('unchanged');
  expect(scene.hub.repo(repo).tags.has(tag)).toBe(true);
  expect(statusOf(await run(repo, 'max-age: 1w'))).toBe('held');
  await insert([['new', 'ordinary 1', 'bad', 'ann', daysAgo(0)]]);
  expect(statusOf(await run(repo, 'max-age: 1w'))).toBe('unchanged');
});

test('max-age without a time is a problem of the file', async () => {
  await scene.database.query('ALTER TABLE answers ALTER at TYPE text');
  const { exitCode, log } = await run('owner/timeless', 'max-age: 1w');
  expect(exitCode).toBe(1);
  expect(log).toContain('The column at is text, and time must be timestamptz, timestamp, date or a number.');
});
