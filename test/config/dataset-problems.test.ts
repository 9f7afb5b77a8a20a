import { expect, test } from '@jest/globals';
import { presetsFolder, problemsOf, readText } from './config-scene.ts';

const PRESETS = presetsFolder();
const TASKS =
  'text-classification, multi-label-classification, token-classification, text-scoring, text-pair-classification, text-pair-scoring, chat, prompt-completion, preference, unpaired-preference';
const CLASS = 'a name in one line, without white space around it';
const REPO = 'owner/name, with letters, digits, "-", "_" and ".", at most 96 characters';
const LICENSE =
  'a license id of the Hub, such as cc-by-4.0, or other (https://huggingface.co/docs/hub/repositories-licenses)';
const TAG = 'a tag in one line without commas and colons, at most 100 characters';
const PUBLISHED = 'letters, digits, "_" and "-", at most 100 characters';
const NO_SKLEARN = 'sklearn keeps classes in proportion, and needs a task whose rows have one class each';

/** Problems of a file with these lines at its only dataset; lines and columns are those among them. */
function problemsAt(lines: string, defaults = '{}'): string[] {
  const text = `version: 1
defaults: ${defaults}
sources: { reviews: { corrections: SELECT 1 } }
datasets:
  mood:
${lines.replace(/^/gm, '    ')}
`;
  return problemsOf(() => readText(text, PRESETS)).map((problem) =>
    problem.replace(/^datasets\.yml:(\d+):(\d+)/, (_, line, column) =>
      Number(line) > 5 ? `${Number(line) - 5}:${Number(column) - 4}` : `above:${line}:${column}`,
    ),
  );
}

const CLASSIFIED = 'repo: owner/mood\nsource: reviews\ntask: text-classification\nclasses: [good, bad]';
const CHAT = 'repo: owner/mood\nsource: reviews\ntask: chat';

test.each([
  ['a repo without an owner', 'repo: owner/mood', 'repo: mood', [`1:7: repo must be ${REPO}, not "mood".`]],
  [
    'a repo with a dot too many',
    'owner/mood',
    'owner/a..b',
    [`1:7: repo must be ${REPO}, not "owner/a..b".`],
  ],
  ['nothing for a repo', 'repo: owner/mood', 'repo:', [`1:1: repo is empty. It must be ${REPO}.`]],
  [
    'no repo',
    'repo: owner/mood\n',
    '',
    ['above:5:3: Dataset mood has no repo. Add repo: the dataset repo on the Hub, owner/name.'],
  ],
  [
    'a misspelt task',
    'text-classification',
    'text-clasification',
    [`3:7: task must be one of ${TASKS}, not "text-clasification"; did you mean text-classification?`],
  ],
  [
    'an unknown task',
    'text-classification',
    'ranking',
    [`3:7: task must be one of ${TASKS}, not "ranking".`],
  ],
  [
    'no task',
    'task: text-classification\n',
    '',
    [`above:5:3: Dataset mood has no task. It is one of ${TASKS}.`],
  ],
  [
    'classes of another task',
    'text-classification',
    'text-scoring',
    [
      '4:1: Unknown key "classes" in dataset mood; known: task, repo, source, keep, keep-as, card, clean, min-dataset-len, correct-ratio, random-state, split, split-method, private, max-shrinkage, breaking-changes, similar-repo, max-conflicts, max-age, near-duplicates, max-near-duplicates, drop-near-duplicates, publish, on-gate, annotators, pii, columns, publish-as.',
    ],
  ],
  [
    'one class',
    '[good, bad]',
    '[good]',
    ['4:10: classes must list at least 2, not 1: with a single class there is nothing to learn.'],
  ],
  ['a class twice', '[good, bad]', '[good, bad, good]', ['4:22: The class "good" is listed twice.']],
  [
    'a number and true as classes',
    '[good, bad]',
    '[1, true, NO]',
    [
      '4:11: Class 1 must be text, and YAML reads "1" as a number. Write it in quotes.',
      '4:14: Class 2 must be text, and YAML reads "true" as true or false. Write it in quotes.',
    ],
  ],
  [
    'classes that no row can have',
    '[good, bad]',
    '[~, "", " a", "a\\nb", "a\\xA0"]',
    [
      `4:11: Class 1 is empty. It must be ${CLASS}.`,
      `4:14: Class 2 must be ${CLASS}, not the text "".`,
      `4:18: Class 3 must be ${CLASS}, not the text " a".`,
      `4:24: Class 4 must be ${CLASS}, not the text "a?b".`,
      `4:32: Class 5 must be ${CLASS}, not the text "a\u00a0".`,
    ],
  ],
  ['a class left out', '[good, bad]', '\n- good\n-', [`6:2: Class 2 is empty. It must be ${CLASS}.`]],
  [
    'no classes',
    '\nclasses: [good, bad]',
    '',
    [
      'above:5:3: Dataset mood has no classes. Add classes: the names of the classes, such as [no, yes]; their order gives the ids and must never change.',
    ],
  ],
  [
    'too many classes',
    '[good, bad]',
    `[${Array.from({ length: 65_536 }, (_, id) => `c${id}`).join(', ')}]`,
    ['4:10: classes must list at most 65535, not 65536.'],
  ],
])('%s', (_, before, after, problems) => {
  const lines = CLASSIFIED.replace(before, () => after);
  expect(lines).not.toBe(CLASSIFIED);
  expect(problemsAt(lines)).toEqual(problems);
});

test.each([
  ['split: 80/20', ['4:8: split must be the shares of train, eval and test, such as 80/10/10, not "80/20".']],
  [
    'split: 80/10/20',
    [
      '4:8: split must be the shares of train, eval and test, three numbers above 0 that add up to 100 (or to 1), such as 80/10/10, not "80/10/20".',
    ],
  ],
  ['private: yes', ['4:10: private must be true or false, not "yes".']],
  ['correct-ratio: -1', ['4:16: correct-ratio must be a number from 0 to 1000000, not "-1".']],
  ['correct-ratio: .nan', ['4:16: correct-ratio must be a number from 0 to 1000000, not ".nan".']],
  ['min-dataset-len: 1.5', ['4:18: min-dataset-len must be a whole number of at least 0, not "1.5".']],
  [
    'random-state: "42"',
    ['4:15: random-state must be a whole number from 0 to 4294967295, not the text "42".'],
  ],
  [
    'columns: { message: x, lable: y, messages: 1 }',
    [
      '4:12: Unknown key "message" in columns; did you mean messages?',
      '4:24: Unknown key "lable" in columns; known: messages, id, predicted, group, annotator, time.',
      '4:44: messages must be text, and YAML reads "1" as a number. Write it in quotes.',
    ],
  ],
  [
    'publish-as: { id: x, messages: a.b }',
    [
      '4:15: Unknown key "id" in publish-as; known: messages.',
      `4:32: messages must be ${PUBLISHED}, not "a.b".`,
    ],
  ],
  [
    'keep: [Messages]',
    ['4:8: The role messages is called "Messages" on the Hub already. Choose another name.'],
  ],
  ['keep: [a, A]', ['4:11: The kept column a is called "A" on the Hub already. Choose another name.']],
  [
    'keep: ["b c", a, a]',
    [`4:8: Column 1 must be ${PUBLISHED}, not the text "b c".`, '4:18: The column "a" is listed twice.'],
  ],
  ['keep: []', ['4:7: keep must list at least 1, not 0: remove the key instead.']],
  [
    'publish-as: { messages: x }\nkeep: [messages, X]',
    ['5:18: The role messages is called "X" on the Hub already. Choose another name.'],
  ],
  [
    'card: { title: "", about: 1, languages: [english], x: y }',
    [
      '4:16: title must be one line of text, at most 200 characters, not the text "".',
      '4:27: about must be text, and YAML reads "1" as a number. Write it in quotes.',
      '4:42: Language 1 must be an ISO 639 code such as en, code or multilingual, not "english".',
      '4:52: Unknown key "x" in card; known: title, about, languages, license, tags.',
    ],
  ],
  ...[
    ['CC-BY-SA-4.0', 'CC-BY-SA-4.0', '; did you mean cc-by-sa-4.0?'],
    ['CC BY 4.0', 'CC BY 4.0', '; did you mean cc-by-4.0?'],
    ['GPL-3.0-or-later', 'GPL-3.0-or-later', '; did you mean gpl-3.0?'],
    ['apache-2', 'apache-2', '; did you mean apache-2.0?'],
    ['Proprietary', 'Proprietary', '; did you mean other?'],
    ['https://a.org/terms', 'https://a.org/terms', '.'],
  ].map(([written, shown, end]): [string, string[]] => [
    `card: { license: ${written} }`,
    [`4:18: license must be ${LICENSE}, not "${shown}"${end}`],
  ]),
  [
    'card: { license: [mit], tags: "a, b" }',
    [
      `4:18: license must be ${LICENSE}, not a list.`,
      '4:31: tags must be a list, not the text "a, b"; did you mean tags: [a, b]?',
    ],
  ],
  [
    `card: { tags: ["", "license:mit", " a", "a\u2028b", yes, 1.0, ${'x'.repeat(101)}, b, b] }`,
    [
      `4:16: Tag 1 must be ${TAG}, not the text "".`,
      `4:20: Tag 2 must be ${TAG}, not the text "license:mit".`,
      `4:35: Tag 3 must be ${TAG}, not the text " a".`,
      `4:41: Tag 4 must be ${TAG}, not the text "a?    b".`,
      '4:57: Tag 6 must be text, and YAML reads "1.0" as a number. Write it in quotes.',
      `4:62: Tag 7 must be ${TAG}, not "${'x'.repeat(60)}…".`,
      '4:168: The tag "b" is listed twice.',
    ],
  ],
  ['split-method: sklearn', [`4:15: split-method must be stable, not "sklearn": ${NO_SKLEARN}.`]],
  [
    'clean: python',
    [
      '4:8: clean must be none or a list of steps, not "python": python removes the line breaks, tags and links of texts that a model learns to write.',
    ],
  ],
  [
    'lost-classes: allow',
    [
      '4:1: Unknown key "lost-classes" in dataset mood; known: task, repo, source, keep, keep-as, card, clean, min-dataset-len, correct-ratio, random-state, split, split-method, private, max-shrinkage, breaking-changes, similar-repo, max-conflicts, max-age, near-duplicates, max-near-duplicates, drop-near-duplicates, publish, on-gate, annotators, pii, columns, publish-as.',
    ],
  ],
])('at a chat: %s', (line, problems) => {
  expect(problemsAt(`${CHAT}\n${line}`)).toEqual(problems);
});

test('what defaults say is checked for each dataset', () => {
  expect(problemsAt(CLASSIFIED, '{ split-method: sklearn, split: 1/2/3, splt: a }')).toEqual([
    'above:2:43: split must be the shares of train, eval and test, three numbers above 0 that add up to 100 (or to 1), such as 80/10/10, not "1/2/3".',
    'above:2:50: Unknown key "splt" in defaults; did you mean split?',
  ]);
  expect(problemsAt(CLASSIFIED, '{ split-method: fast }')).toEqual([
    'above:2:27: split-method must be stable or sklearn, not "fast".',
  ]);
  expect(problemsAt(CHAT, '{ split-method: sklearn }')).toEqual([
    `above:5:3: The defaults set split-method: sklearn, but ${NO_SKLEARN}. Set split-method: stable here.`,
  ]);
  expect(problemsAt(`${CHAT}\nsplit-method: stable`, '{ split-method: sklearn }')).toEqual([]);
});

test.each([
  ['clean: [html, whitespace]', null],
  ['clean: python', null],
  ['clean: none', null],
  [
    'clean: [htm, URLs, white]',
    '4:9: Step 1 must be one of html, urls, whitespace, not "htm"; did you mean html?',
  ],
  ['clean: [html, html]', '4:15: The step "html" is listed twice.'],
  ['clean: []', '4:8: clean must list at least 1, not 0: if there is no step, set clean: none.'],
  [
    'clean: html, urls',
    '4:8: clean must be none, python or a list of steps, not "html, urls"; did you mean clean: [html, urls]?',
  ],
  [
    'clean: whitespce',
    '4:8: clean must be none, python or a list of steps, not "whitespce"; did you mean clean: [whitespace]?',
  ],
  ['clean: pyton', '4:8: clean must be none, python or a list of steps, not "pyton"; did you mean python?'],
  ['clean: true', '4:8: clean must be none, python or a list of steps, not "true".'],
  ['clean: [none]', '4:9: Step 1 must be one of html, urls, whitespace, not "none".'],
  [
    'clean:',
    '4:1: clean is empty. It must be none, python or a list of steps. Indent its value deeper than its key.',
  ],
])('how texts are cleaned: %s', (line, problem) => {
  expect(problemsAt(`${CLASSIFIED}\n${line}`)[0]?.replace(/^\d+/, '4') ?? null).toBe(problem);
});

test.each([
  [
    'text-classification',
    'unknown-classes: drop-class',
    '4:18: unknown-classes must be drop-row, not "drop-class": a row has one class, and without it the row has none.',
  ],
  ['multi-label-classification', 'unknown-classes: drop-class', null],
  [
    'multi-label-classification',
    'unknown-classes: drop-clas',
    '4:18: unknown-classes must be drop-row or drop-class, not "drop-clas"; did you mean drop-class?',
  ],
  ['multi-label-classification', 'labels-as: multi-hot', null],
  [
    'multi-label-classification',
    'labels-as: multihot',
    '4:12: labels-as must be class-ids or multi-hot, not "multihot"; did you mean multi-hot?',
  ],
  [
    'multi-label-classification',
    'publish-as: multi-hot',
    '4:13: publish-as must be a mapping of keys and values, not "multi-hot"; did you mean labels-as: multi-hot?',
  ],
  [
    'text-classification',
    'publish-as: multi-hot',
    '4:13: publish-as must be a mapping of keys and values, not "multi-hot".',
  ],
])('of a %s: %s', (task, line, problem) => {
  const lines = `${CLASSIFIED.replace('text-classification', task)}\n${line}`;
  expect(problemsAt(lines)[0]?.replace(/^\d+/, '4') ?? null).toBe(problem);
});

test('defaults that clean like python are refused for texts that a model writes', () => {
  expect(problemsAt(CHAT, '{ clean: python }')).toEqual([
    'above:5:3: The defaults set clean: python, but python removes the line breaks, tags and links of texts that a model learns to write. Set clean: none here.',
  ]);
  expect(problemsAt(`${CHAT}\nclean: [html]`, '{ clean: python }')).toEqual([]);
  expect(problemsAt(CLASSIFIED, '{ clean: python }')).toEqual([]);
});

test('a search that is skipped excludes what needs it, wherever each of them is set', () => {
  const needs = (key: string) =>
    `${key} needs the search that near-duplicates: none skips. Set near-duplicates: count, or remove ${key}.`;
  const max = needs('max-near-duplicates');
  const drop = needs('drop-near-duplicates');
  const problems = (lines: string, defaults?: string) => problemsAt(`${CHAT}\n${lines}`, defaults);
  expect(problems('near-duplicates: none\nmax-near-duplicates: 0\ndrop-near-duplicates: train')).toEqual([
    `4:18: ${max}`,
    `4:18: ${drop}`,
  ]);
  expect(problems('near-duplicates: none', '{ max-near-duplicates: 5 }')).toEqual([`4:18: ${max}`]);
  expect(problems('drop-near-duplicates: train', '{ near-duplicates: none }')).toEqual([`4:23: ${drop}`]);
  expect(problems('keep: [a]', '{ near-duplicates: none, max-near-duplicates: 5 }')).toEqual([
    `above:2:30: ${max}`,
  ]);
  expect(problems('near-duplicates: count\nmax-near-duplicates: 5', '{ near-duplicates: none }')).toEqual([]);
  expect(
    problems('near-duplicates: none\ndrop-near-duplicates: none', '{ drop-near-duplicates: train }'),
  ).toEqual([]);
  expect(problems('near-duplicates: search')).toEqual([
    '4:18: near-duplicates must be count or none, not "search".',
  ]);
});

test('scikit-learn keeps no group in one split', () => {
  expect(problemsAt(`${CLASSIFIED}\ncolumns: { group: owner }`, '{ split-method: sklearn }')).toEqual([
    '5:19: sklearn cannot keep a group in one split. Set split-method: stable here, or remove group.',
  ]);
});
