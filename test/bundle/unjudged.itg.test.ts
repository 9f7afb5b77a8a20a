import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { BundleScene } from '../support/bundle-scene.ts';
import { PRODUCT_TABLES } from '../support/products.ts';
import type { BundleRun } from '../support/run-bundle.ts';

const CANARY = 'CANARY of an annotator';
let scene: BundleScene;

beforeAll(async () => {
  scene = await BundleScene.start();
});
afterAll(() => scene.close());

/** Runs the bundle on a product's tables. @param datasets the keys of each dataset, its source's before a bar */
async function runPreset(
  preset: keyof typeof PRODUCT_TABLES,
  rows: readonly string[],
  datasets: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
): Promise<BundleRun> {
  await scene.newDatabase();
  await scene.database.query(PRODUCT_TABLES[preset]);
  for (const statement of rows) await scene.database.query(statement);
  const named = Object.entries(datasets).map(([name, keys]) => ({ name, keys: keys.split(' | ') }));
  const config = [
    'version: 1',
    'sources:',
    ...named.map(({ name, keys }) => `  ${name}: { preset: ${preset}, ${keys[0]} }`),
    'datasets:',
    ...named.map(
      ({ name, keys }) =>
        `  ${name}: { repo: owner/${preset}-${name}, source: ${name}, min-dataset-len: 3, ${keys[1]} }`,
    ),
  ].join('\n');
  const run = await scene.run({ 'department-dataset': '', 'urgency-dataset': '', config, ...inputs });
  expect(JSON.stringify(run)).not.toContain(CANARY);
  return run;
}

/** Rows of the newest version of a dataset. */
async function published(repo: string): Promise<Record<string, unknown>[]> {
  const rows = ['train', 'eval', 'test'].map((split) => {
    const content = scene.hub.readFile(repo, 'main', `data/${split}-00000-of-00001.parquet`);
    return parquetReadObjects({ file: new Uint8Array(content).buffer, compressors });
  });
  return (await Promise.all(rows)).flat();
}

function statuses({ outputs }: BundleRun): Record<string, string> {
  const versions: Record<string, { status: string }> = JSON.parse(outputs.versions);
  return Object.fromEntries(Object.entries(versions).map(([name, { status }]) => [name, status]));
}

const MULTI = 'task: multi-label-classification, classes: [a, b]';
const SINGLE = 'task: text-classification, classes: [a, b]';

/** 40 annotations by two controls, and 20 that have no result of theirs. */
const LABEL_STUDIO = [
  `INSERT INTO task SELECT n, 1, jsonb_build_object('text', CASE n WHEN 60 THEN '${CANARY}' ELSE 'text ' || n END), true
   FROM generate_series(1, 60) n`,
  `INSERT INTO task VALUES (61, 1, '{"text": [{"author": "${CANARY}", "text": "a dialogue"}]}', true),
     (62, 1, '{"text": {"author": "${CANARY}"}}', true)`,
  `INSERT INTO task_completion (task_id, result, completed_by_id)
   SELECT n, CASE
       WHEN n <= 40 THEN jsonb_build_array(
         jsonb_build_object('from_name', 'topics', 'type', 'choices', 'value', jsonb_build_object('choices', jsonb_build_array(c))),
         jsonb_build_object('from_name', 'mood', 'type', 'choices', 'value', jsonb_build_object('choices', jsonb_build_array(c))))
       WHEN n <= 45 THEN jsonb_build_array(
         jsonb_build_object('from_name', 'topic', 'type', 'choices', 'value', '{"choices": ["a"]}'::jsonb))
       WHEN n <= 48 THEN jsonb_build_array(
         jsonb_build_object('from_name', 'topics', 'type', 'taxonomy', 'value', '{"taxonomy": [["a"]]}'::jsonb),
         jsonb_build_object('from_name', 'mood', 'type', 'rating', 'value', '{"rating": 3}'::jsonb),
         jsonb_build_object('from_name', 'stars', 'type', 'rating', 'value', '{"rating": 3}'::jsonb))
       WHEN n <= 50 THEN jsonb_build_array(
         jsonb_build_object('from_name', 'topics', 'type', 'choices', 'value', '{"start": 0, "end": 2, "choices": ["a"]}'::jsonb))
       ELSE '[]' END, 1
   FROM generate_series(1, 60) n, LATERAL (SELECT CASE n % 2 WHEN 0 THEN 'a' ELSE 'b' END AS c) choice`,
  `INSERT INTO task_completion (task_id, result, completed_by_id)
   SELECT n, '[{"from_name": "topics", "type": "choices", "value": {"choices": ["a"]}}]', 1 FROM generate_series(61, 62) n`,
  'INSERT INTO task_completion (task_id, result, completed_by_id) VALUES (60, NULL, 2)',
  `INSERT INTO task_completion (task_id, result, completed_by_id, was_cancelled) VALUES (1, '[]', 2, true)`,
];

test('Label Studio: an annotation without a result of the control is not judged, and none at all holds the dataset', async () => {
  const run = await runPreset('label-studio', LABEL_STUDIO, {
    topics: `project: 1, control: topics, choice: multiple | ${MULTI}`,
    mood: `project: 1, control: mood | ${SINGLE}`,
    mistyped: `project: 1, control: topisc, choice: multiple | ${MULTI}`,
    stars: `project: 1, control: stars, choice: multiple | ${MULTI}`,
    'mistyped-mood': `project: 1, control: moood | ${SINGLE}`,
    seen: `project: 1, control: topics, choice: multiple, without-result: no-class | ${MULTI}`,
    'seen-nothing': `project: 1, control: topisc, choice: multiple, without-result: no-class | ${MULTI}`,
  });
  expect(run.exitCode).toBe(1);
  expect(statuses(run)).toEqual({
    topics: 'published',
    mood: 'published',
    mistyped: 'held',
    stars: 'held',
    'mistyped-mood': 'held',
    seen: 'published',
    'seen-nothing': 'held',
  });
  const rows = await published('owner/label-studio-topics');
  expect(rows.map(({ labels }) => (labels as unknown[]).length)).toEqual(Array(40).fill(1));
  expect(await published('owner/label-studio-mood')).toHaveLength(40);
  const seen = await published('owner/label-studio-seen');
  expect(seen.filter(({ labels }) => (labels as unknown[]).length === 0)).toHaveLength(15);
  expect(seen).toHaveLength(55);
  const leftOut =
    'annotations without a result of the control “topics”: 16, annotations whose result of the control “topics” is no choice: 3, annotations whose choice of the control “topics” is about a part of the text (perRegion): 2, annotations of a task whose “text” is no text: 2';
  expect(run.log).toContain(`::warning title=topics%3A rows left out::Left out by the source: ${leftOut}.`);
  expect(run.summary).toContain(`Left out by the source&#58; ${leftOut.replaceAll(':', '&#58;')}.`);
  expect(run.log).not.toContain('title=mistyped%3A rows left out');
  expect(run.log).toContain(
    '::error title=mistyped%3A held::usable-rows: no row was read, because the source left out annotations without a result of the control “topisc”: 63, and at least one row must be usable.',
  );
});

/** Project 1 shares no labels and holds an import of the first person; 2 shares them; 3 takes one category; 4 has none; 5 is of texts. */
const DOCCANO = [
  `INSERT INTO projects_project VALUES (1, false, false), (2, true, false), (3, false, true), (4, false, false), (5, false, false)`,
  `INSERT INTO label_types_categorytype (id, text) VALUES (1, 'a'), (2, 'b')`,
  `INSERT INTO examples_example SELECT 100 * p + n, p, 'text ' || p || ' ' || n FROM generate_series(1, 5) p, generate_series(1, 60) n`,
  `INSERT INTO labels_category (example_id, label_id, user_id)
   SELECT 100 * p + n, 1 + n % 2, CASE WHEN p = 1 AND n <= 12 THEN 1 ELSE 2 END
   FROM generate_series(1, 3) p, generate_series(1, 26) n`,
  `INSERT INTO labels_textlabel (example_id, user_id, text)
   SELECT 500 + n, CASE WHEN n <= 40 THEN 2 ELSE 1 END, 'answer ' || n FROM generate_series(1, 50) n`,
  'INSERT INTO examples_examplestate (example_id, confirmed_by_id) SELECT id, 2 FROM examples_example',
];

test('doccano: what others labelled is not judged by who confirmed it, and nothing labelled is no judgement', async () => {
  const run = await runPreset('doccano', DOCCANO, {
    alone: `project: 1 | ${MULTI}`,
    shared: `project: 2 | ${MULTI}`,
    one: `project: 3 | ${SINGLE}`,
    spans: `project: 4 | ${MULTI}`,
    answers: 'project: 1, labels: texts | task: prompt-completion',
    written: 'project: 5, labels: texts | task: prompt-completion',
  });
  expect(statuses(run)).toEqual({
    alone: 'published',
    shared: 'published',
    one: 'published',
    spans: 'held',
    answers: 'held',
    written: 'published',
  });
  const sizes = await Promise.all(
    ['alone', 'shared'].map(async (name) => {
      const rows = await published(`owner/doccano-${name}`);
      return [rows.length, rows.filter(({ labels }) => (labels as unknown[]).length === 0).length];
    }),
  );
  expect(sizes).toEqual([
    [48, 34],
    [60, 34],
  ]);
  expect(await published('owner/doccano-written')).toHaveLength(40);
  for (const [name, text] of [
    [
      'written',
      'confirmed examples with labels of other people only: 10, confirmed examples without a label: 10.',
    ],
    ['alone', 'confirmed examples with labels of other people only: 12.'],
    ['one', 'confirmed examples without a label: 34.'],
  ]) {
    expect(run.log).toContain(`::warning title=${name}%3A rows left out::Left out by the source: ${text}`);
  }
  expect(run.log).toContain('the source left out confirmed examples without a label: 60,');
});

/** 30 records with an answer each, and some that cannot be read or have none; every JSON is as it was sent. */
const ARGILLA = [
  "INSERT INTO workspaces (name) VALUES ('team')",
  "INSERT INTO datasets (name, workspace_id) SELECT 'tickets', id FROM workspaces",
  "INSERT INTO questions (name, dataset_id) SELECT unnest(ARRAY['label', 'labels', 'score']), id FROM datasets",
  ...Array.from({ length: 30 }, (_, n) =>
    argillaRecord(
      String.raw`{"text": "text ${n} \\u0000 \ud83d\ude00 \\ud83d"}`,
      `{"label": {"value": "${n % 2 === 0 ? 'a' : 'b'}"}, "labels": {"value": ["a"]}, "score": {"value": ${n % 5}}}`,
    ),
  ),
  argillaRecord(String.raw`{"text": "${CANARY} \ud83d"}`, '{"label": {"value": "a"}}'),
  argillaRecord(String.raw`{"text": "${CANARY} \ude00\ud83d"}`, '{"label": {"value": "a"}}'),
  argillaRecord(String.raw`{"text": "${CANARY} \\\u0000"}`, '{"label": {"value": "a"}}'),
  argillaRecord('{"text": "noted"}', String.raw`{"label": {"value": "a"}, "note": {"value": "\uDC00"}}`),
  argillaRecord('{"text": "of another question"}', '{"note": {"value": "b"}}'),
  argillaRecord(
    '{"text": "of another type"}',
    '{"label": {"value": ["a"]}, "labels": {"value": "a"}, "score": {"value": "high"}}',
  ),
  argillaRecord(
    '{"text": [{"role": "user"}]}',
    '{"label": {"value": "a"}, "labels": {"value": []}, "score": {"value": 1}}',
  ),
  String.raw`INSERT INTO suggestions (record_id, question_id, value)
   SELECT r.id, q.id, '"\ud83d"' FROM records r, questions q WHERE r.fields::text LIKE '%text 1 %'`,
];

function argillaRecord(fields: string, values: string): string {
  return `WITH record AS (INSERT INTO records (dataset_id, fields) SELECT id, '${fields}' FROM datasets RETURNING id)
    INSERT INTO responses (record_id, "values", status) SELECT id, '${values}', 'submitted' FROM record`;
}

test('Argilla: what PostgreSQL cannot read of a JSON value costs its row only, and a missing question holds the dataset', async () => {
  const source = 'workspace: team, dataset: tickets';
  const run = await runPreset('argilla', ARGILLA, {
    label: `${source}, question: label | ${SINGLE}`,
    labels: `${source}, question: labels, type: multi_label_selection | ${MULTI}`,
    score: `${source}, question: score, type: rating | task: text-scoring`,
    mistyped: `${source}, question: labl | ${SINGLE}`,
    'of-another-type': `${source}, question: label, type: rating | task: text-scoring`,
  });
  expect(statuses(run)).toEqual({
    label: 'published',
    labels: 'published',
    score: 'published',
    mistyped: 'held',
    'of-another-type': 'held',
  });
  const rows = await published('owner/argilla-label');
  expect(rows.map(({ text }) => text).sort()).toEqual(
    Array.from({ length: 30 }, (_, n) => `text ${n} \\u0000 😀 \\ud83d`).sort(),
  );
  expect(await published('owner/argilla-labels')).toHaveLength(30);
  expect(await published('owner/argilla-score')).toHaveLength(30);
  for (const [name, question, type] of [
    ['label', 'label', 'label_selection'],
    ['labels', 'labels', 'multi_label_selection'],
    ['score', 'score', 'rating'],
  ]) {
    expect(run.log).toContain(
      `title=${name}%3A rows left out::Left out by the source: submitted responses with \\u0000 or half a surrogate pair in their JSON, which no text can hold: 4, submitted responses without an answer to the question “${question}”: 1, submitted responses whose answer to “${question}” is no ${type}: 1, submitted responses to a record whose field “text” is no text: 1.`,
    );
  }
});

interface Answer {
  readonly content: unknown;
  readonly rating?: unknown;
  readonly more?: object;
}

/** A rating of an answer to one question; `raw` stands in the snapshot as it is, escapes and all. */
function openWebUi(id: string, { content, rating = 1, more = {} }: Answer, raw = ''): string {
  const messages = {
    q: { id: 'q', parentId: null, role: 'user', content: `question ${id}` },
    a: { id: 'a', parentId: 'q', role: 'assistant', content, ...more },
    b: { id: 'b', parentId: 'q', role: 'assistant', content: `another answer to ${id}` },
  };
  const json = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'`;
  const snapshot = json({ chat: { chat: { history: { messages } } } }).replace('RAW', () => raw);
  return `INSERT INTO feedback VALUES ('${id}', 'ana', 0, 'rating', ${json({ rating })},
    ${json({ message_id: 'a', chat_id: id, arena: true })}, ${snapshot}, 1790000000, 1790000000)`;
}

const REASONING =
  '<details type="reasoning" done="true" duration="1">\n<summary>Thought</summary>\n> CANARY of an annotator\n</details>\n';

const OPEN_WEBUI = [
  ...Array.from({ length: 30 }, (_, n) =>
    openWebUi(`plain-${n}`, { content: `answer ${n}`, rating: n % 2 === 0 ? 1 : '-1' }),
  ),
  openWebUi('float', { content: 'float', rating: '1.0' }),
  openWebUi('negative', { content: 'negative', rating: '-1.0' }).replace('"-1.0"', '-1.0'),
  openWebUi('thinking', { content: `${REASONING}Forty-two.` }),
  openWebUi('blocks', {
    content: [
      { type: 'text', text: 'one' },
      { type: 'text', text: 'two' },
    ],
  }),
  openWebUi('high', { content: 'RAW' }, String.raw`\ud83d`),
  openWebUi('low', { content: 'RAW' }, String.raw`\\\ude00`),
  openWebUi('nul', { content: 'RAW' }, String.raw`\u0000`),
  openWebUi('escaped', { content: 'RAW' }, String.raw`\\ud83d \ud83d\ude00`),
  openWebUi('tool', {
    content: `<details type="tool_calls" done="true" arguments="${CANARY}">\n</details>\n42`,
  }),
  openWebUi('code', { content: '42', more: { output: [{ type: 'open_webui:code_interpreter' }] } }),
  openWebUi('endless', { content: `${REASONING.replace('</details>\n', '')}Forty-two.` }),
  openWebUi('image', { content: [{ type: 'image_url', image_url: { url: CANARY } }] }),
  openWebUi('neutral', { content: 'neutral', rating: 0 }),
  openWebUi('bare', { content: 'bare' }).replace(/'\{"chat".*\}'/, 'NULL'),
];

test('Open WebUI: reasoning is no part of an answer, and what cannot be read or repeated is left out by its cause', async () => {
  const run = await runPreset('open-webui', OPEN_WEBUI, {
    ratings: 'format: ratings | task: unpaired-preference',
    pairs: 'format: preferences | task: preference',
  });
  expect([run.exitCode, statuses(run)]).toEqual([0, { ratings: 'published', pairs: 'published' }]);
  const said = (value: unknown) => (value as { content: string }[]).map(({ content }) => content).join();
  const answers = new Map(
    (await published('owner/open-webui-ratings')).map(({ completion, label }) => [said(completion), label]),
  );
  expect([...answers.keys()].filter((answer) => !answer.startsWith('answer')).sort()).toEqual([
    'Forty-two.',
    '\\ud83d 😀',
    'float',
    'negative',
    'one\ntwo',
  ]);
  expect([answers.size, answers.get('float'), answers.get('negative')]).toEqual([35, true, false]);
  const pairs = await published('owner/open-webui-pairs');
  expect(pairs).toHaveLength(35);
  expect(pairs.filter(({ chosen }) => said(chosen) === 'Forty-two.')).toHaveLength(1);
  for (const [name, format] of [
    ['ratings', 'ratings'],
    ['pairs', 'preferences'],
  ]) {
    expect(run.log).toContain(
      `title=${name}%3A rows left out::Left out by the source: ${format} with \\u0000 or half a surrogate pair in their JSON, which no text can hold: 3, ${format} without a thumb up or down: 1, ${format} without a snapshot of the chat: 1, ${format} whose chat has reasoning without an end: 1, ${format} whose chat has tool calls or code that was run: 2, ${format} whose chat has a message that is not text, or an empty answer: 1.`,
    );
  }
});

test('Open WebUI: answers without another one to compare with hold nothing', async () => {
  const alone = openWebUi('alone', { content: 'alone' }).replace(/,"b":\{[^}]*\}/, '');
  const run = await runPreset('open-webui', [alone], { lonely: 'format: preferences | task: preference' });
  expect([run.exitCode, statuses(run)]).toEqual([0, { lonely: 'skipped' }]);
  expect(run.log).toContain('preferences without another answer to the same message: 1.');
});
