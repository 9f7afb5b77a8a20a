import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene } from '../support/bundle-scene.ts';

const ROWS = 5000;

let scene: BundleScene;
let folder: string;

beforeAll(async () => {
  scene = await BundleScene.start();
  await scene.newDatabase();
});
afterAll(() => scene.close());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'answers-'));
});
afterEach(() => rm(folder, { recursive: true }));

const user = (content: string) => ({ role: 'user', content });
const assistant = (content: string | null, more = {}) => ({ role: 'assistant', content, ...more });
const CALL = { tool_calls: [{ id: '1', type: 'function', function: { name: 'weather', arguments: '{}' } }] };

type Dropped = readonly [reason: string, row: readonly unknown[]];

interface Case {
  readonly task: string;
  readonly roles: readonly string[];
  readonly type: 'text' | 'jsonb';
  /** An ordinary row by its number. */
  readonly ordinary: (number: number) => readonly unknown[];
  readonly dropped: readonly Dropped[];
  readonly kept: readonly (readonly unknown[])[];
}

const CASES: Readonly<Record<string, Case>> = {
  chat: {
    task: 'chat',
    roles: ['messages'],
    type: 'jsonb',
    ordinary: (number) => [[user(`question ${number}`), assistant(`answer ${number}`)]],
    dropped: [
      ['no-answer', [[user('a')]]],
      ['no-answer', [[user('a'), assistant('')]]],
      ['no-answer', [[user('a'), assistant('b'), user('c'), assistant(' \n')]]],
      ['no-answer', [[user('a'), { role: 'gpt', content: 'b' }]]],
      ['tool-calls', [[user('a'), assistant('', CALL)]]],
      ['tool-calls', [[user('a'), assistant(null, CALL), { role: 'tool', content: '12' }, assistant('b')]]],
      ['empty', [[user(''), assistant('')]]],
      ['malformed', [[user('a'), assistant(null)]]],
    ],
    kept: [
      [[user('a'), assistant('b'), user('thank you')]],
      [[user('a'), assistant('c', { tool_calls: [] })]],
    ],
  },
  completions: {
    task: 'prompt-completion',
    roles: ['prompt', 'completion'],
    type: 'jsonb',
    ordinary: (number) => [[user(`question ${number}`)], [assistant(`answer ${number}`)]],
    dropped: [
      ['no-answer', [[user('a')], [user('b')]]],
      ['no-answer', [[user('a')], [user('b'), assistant('')]]],
      ['empty', [[user('a')], [assistant(' ')]]],
      ['empty', [[user(' ')], [assistant('b')]]],
      ['tool-calls', [[user('a'), assistant('', CALL)], [assistant('b')]]],
    ],
    kept: [[[user('a'), assistant(''), user('b')], [assistant('c')]]],
  },
  texts: {
    task: 'prompt-completion',
    roles: ['prompt', 'completion'],
    type: 'text',
    ordinary: (number) => [`question ${number}`, `answer ${number}`],
    dropped: [
      ['empty', ['a', ' \n']],
      ['empty', ['', 'b']],
    ],
    kept: [['a', 'a']],
  },
  pairs: {
    task: 'preference',
    roles: ['prompt', 'chosen', 'rejected'],
    type: 'jsonb',
    ordinary: (number) => [[user(`question ${number}`)], [assistant(`good ${number}`)], [assistant('bad')]],
    dropped: [
      ['empty', [[user('a')], [assistant('')], [assistant('b')]]],
      ['empty', [[user('a')], [assistant('b')], [assistant('')]]],
      ['same-answers', [[user('a')], [assistant('b')], [assistant('b')]]],
      ['same-answers', [[user('a')], [assistant('b')], [assistant(' b\n', { name: 'x' })]]],
      ['tool-calls', [[user('a')], [assistant('', CALL)], [assistant('b')]]],
      ['no-answer', [[user('a')], [user('c')], [assistant('b')]]],
    ],
    kept: [[[user('a')], [assistant('a')], [assistant('b')]]],
  },
  'text-pairs': {
    task: 'preference',
    roles: ['prompt', 'chosen', 'rejected'],
    type: 'text',
    ordinary: (number) => [`question ${number}`, `good ${number}`, 'bad'],
    dropped: [
      ['same-answers', ['a', 'b', 'b']],
      ['same-answers', ['a', 'b', ' b\n']],
      ['empty', ['a', '', 'b']],
    ],
    kept: [['a', 'a', 'b']],
  },
  ratings: {
    task: 'unpaired-preference',
    roles: ['prompt', 'completion', 'label'],
    type: 'jsonb',
    ordinary: (number) => [[user(`question ${number}`)], [assistant(`answer ${number}`)], number % 2 === 0],
    dropped: [
      ['no-answer', [[user('a')], [user('b')], true]],
      ['tool-calls', [[user('a')], [assistant('', CALL)], false]],
    ],
    kept: [[[user('a')], [assistant('b')], true]],
  },
};

const WORDS: Readonly<Record<string, string>> = {
  'no-answer': 'without an answer of the assistant',
  'same-answers': 'with two answers that are the same',
  'tool-calls': 'with tool calls',
};
const COUNTS: Readonly<Record<string, string>> = {
  'no-answer': 'noAnswer',
  'same-answers': 'sameAnswers',
  'tool-calls': 'toolCalls',
};

async function fill(name: string, { roles, type, ordinary, dropped, kept }: Case): Promise<void> {
  const typeOf = (role: string) => (role === 'label' ? 'boolean' : type);
  const columns = roles.map((role) => `${role} ${typeOf(role)}`);
  await scene.database.query(`CREATE TABLE "${name}" (id int, ${columns.join(', ')})`);
  const rows = [
    ...dropped.map(([, row]) => row),
    ...kept,
    ...Array.from({ length: ROWS }, (_, number) => ordinary(number)),
  ].map((row, id) => ({ id, ...Object.fromEntries(roles.map((role, index) => [role, row[index]])) }));
  await scene.database.query(
    `INSERT INTO "${name}" SELECT * FROM jsonb_to_recordset('${JSON.stringify(rows).replaceAll("'", "''")}')
       AS rows(id int, ${columns.join(', ')})`,
  );
}

describe.each(Object.entries(CASES))('%s', (name, scenario) => {
  const { task, dropped, kept } = scenario;

  test('answers that nothing is learnt from are dropped and counted by reason, in memory and on disk', async () => {
    await fill(name, scenario);
    const metadata = [];
    for (const [where, limit] of [
      ['memory', '4GB'],
      ['disk', '1MB'],
    ]) {
      const repo = `owner/${name}-${where}`;
      const config = `
version: 1
sources: { ${name}: { corrections: SELECT * FROM "${name}" } }
datasets: { ${name}: { repo: ${repo}, source: ${name}, task: ${task}, near-duplicates: none } }`;
      const given = { 'department-dataset': '', 'urgency-dataset': '', config, 'output-dir': folder };
      const done = await scene.run({ ...given, 'memory-limit': limit });
      expect([done.exitCode, done.log.includes('are kept on disk')]).toEqual([0, where === 'disk']);
      const text = await readFile(path.join(folder, name, 'dropped.jsonl'), 'utf8');
      const listed = text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(listed).toEqual(dropped.map(([reason], id) => ({ id: String(id), source: 'reviewed', reason })));
      const found = JSON.parse(String(scene.hub.readFile(repo, 'main', 'dataset_metadata.json')));
      expect(found.num_samples).toBe(ROWS + kept.length);
      const card = String(scene.hub.readFile(repo, 'main', 'README.md'));
      for (const [reason, words] of Object.entries(WORDS)) {
        const rows = dropped.filter(([other]) => other === reason).length;
        expect([reason, found.quality.dropped[COUNTS[reason]]]).toEqual([reason, rows || undefined]);
        expect([reason, done.summary.includes(`${words}: ${rows}`)]).toEqual([reason, rows > 0]);
        expect([reason, card.toLowerCase().includes(`| ${words} | ${rows} |`)]).toEqual([reason, rows > 0]);
        if (rows > 0) expect(done.log).toMatch(new RegExp(`unusable texts::.*${rows} ${words}`));
      }
      metadata.push(found);
    }
    const [memory, disk] = metadata;
    expect(disk.content_sha256).toBe(memory.content_sha256);
    expect(disk.quality).toEqual(memory.quality);
  });
});
