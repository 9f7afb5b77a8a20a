import { expect, test } from '@jest/globals';
import { presetsFolder, problemsOf, readText } from './config-scene.ts';

const PRESETS = presetsFolder();
const VALID = `version: 1
sources:
  reviews:
    corrections: SELECT 1
datasets:
  mood:
    repo: owner/mood
    source: reviews
    task: text-classification
    classes: [good, bad]
`;

const NAME = 'small letters, digits and "-", the first a letter, at most 60 characters';
const CLASS = 'a name in one line, without white space around it';
const ABOUT_CORRECTIONS = 'the SELECT of the rows that a person reviewed, or { file: a path }';

test('a file without a problem', () => {
  expect(problemsOf(() => readText(VALID, PRESETS))).toEqual([]);
});

test.each<[what: string, before: string, after: string, problems: string[]]>([
  ['another version', 'version: 1', 'version: 2', ['1:10: version must be 1, not "2".']],
  ['a version in quotes', 'version: 1', 'version: "1"', ['1:10: version must be 1, not the text "1".']],
  [
    'no version',
    'version: 1\n',
    '',
    ['1:1: The file has no version. Add version: the version of this format, 1.'],
  ],
  [
    'a key twice',
    'version: 1',
    'version: 1\nversion: 1',
    ['2:1: The key "version" occurs twice. Remove one.'],
  ],
  [
    'a misspelt key',
    'version: 1',
    'verson: 1',
    [
      '1:1: Unknown key "verson" in the file; did you mean version?',
      '1:1: The file has no version. Add version: the version of this format, 1.',
    ],
  ],
  [
    'a key that every object has',
    'version: 1',
    'version: 1\nconstructor: 1',
    ['2:1: Unknown key "constructor" in the file; known: version, defaults, sources, datasets.'],
  ],
  [
    'a merge key',
    '    classes',
    '    <<: { a: b }\n    classes',
    ['10:5: Merge keys (<<) are not read. Write the keys out, or set them once in defaults.'],
  ],
  ['a key that is a list', '    classes', '    ? [a]\n    : b\n    classes', ['10:7: A key must be text.']],
  [
    'a key with a tag',
    'version',
    '!!str version',
    ['1:1: The file has no version. Add version: the version of this format, 1.', '1:7: A key must be text.'],
  ],
  [
    'a value with a tag',
    '[good, bad]',
    '!!seq [good, bad]',
    ['10:20: classes has a YAML tag, and tags are not supported. Remove it.'],
  ],
  [
    'an alias to nothing',
    '[good, bad]',
    '*x',
    ['10:14: This alias has no anchor of the same name before it.'],
  ],
  [
    'an alias to what it stands in',
    '[good, bad]',
    '&x [good, *x]',
    [`10:17: Class 2 must be ${CLASS}, not a list.`],
  ],
])('%s', (_, before, after, problems) => expectProblems(before, after, problems));

test.each<[what: string, before: string, after: string, problems: string[]]>([
  ['a tab', '    classes', '\tclasses', ['10:1: A tab cannot indent. Use spaces.']],
  [
    'a list without its end',
    '[good, bad]',
    '[good, bad',
    [
      '11:1: This is not YAML. Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
  ],
  ['a quote without its end', '[good, bad]', '"good', ['11:1: This is not YAML. Missing closing quote ".']],
  [
    'a colon in a text',
    '[good, bad]',
    'a: b: c',
    ['10:14: Neither a second key nor a list can start here. Put a text that contains ": " in quotes.'],
  ],
  [
    'a text that starts with @',
    '[good, bad]',
    '@x',
    ['10:14: A text cannot start with this character. Put it in quotes.'],
  ],
  [
    'an escape that is none',
    '[good, bad]',
    '"\\q"',
    [
      '10:15: Double quotes have no such escape. Use single quotes, in which a backslash is a plain character.',
    ],
  ],
  [
    'a key over two lines',
    'version: 1',
    'version\none: 1',
    ['1:1: A key must be in one line and be followed by ":".'],
  ],
  [
    'two documents',
    VALID,
    `${VALID}---\n${VALID}`,
    ['11:1: A second document starts here. Write one document, without another "---".'],
  ],
  ['nothing', VALID, '', ['1:1: Nothing is declared here. Declare version, sources and datasets.']],
  [
    'a comment only',
    VALID,
    '# a\n',
    ['1:1: Nothing is declared here. Declare version, sources and datasets.'],
  ],
  ['a list', VALID, '\n- a\n', ['2:1: The file must be a mapping of keys and values, not a list.']],
  ['a text', VALID, 'a\n', ['1:1: The file must be a mapping of keys and values, not "a".']],
  [
    'an empty mapping',
    VALID,
    '{}\n',
    [
      '1:1: The file has no version. Add version: the version of this format, 1.',
      '1:1: The file has no sources. Add sources: sources of rows, by name.',
      '1:1: The file has no datasets. Add datasets: datasets to publish, by name.',
    ],
  ],
  [
    'old YAML by its directive, in which no is false',
    VALID,
    `%YAML 1.1\n---\n${VALID.replace('good', 'no')}`,
    [],
  ],
  ['a byte order mark', 'version', '\uFEFFversion', []],
  ['Windows line ends', VALID, VALID.replaceAll('\n', '\r\n'), []],
  [
    'Windows line ends and a mistake',
    VALID,
    VALID.replaceAll('\n', '\r\n').replace('[good, bad]', 'good'),
    ['10:14: classes must be a list, not "good"; did you mean classes: [good]?'],
  ],
])('YAML: %s', (_, before, after, problems) => expectProblems(before, after, problems));

test.each<[what: string, before: string, after: string, problems: string[]]>([
  [
    'no SQL',
    'SELECT 1',
    '" "',
    ['4:18: corrections must be SQL, not empty and without NUL, or { file: a path }, not the text " ".'],
  ],
  [
    'nothing for SQL',
    ' SELECT 1',
    '',
    ['4:5: corrections is empty. It must be SQL, not empty and without NUL, or { file: a path }.'],
  ],
  [
    'a number for SQL',
    'SELECT 1',
    '1',
    ['4:18: corrections must be text, and YAML reads "1" as a number. Write it in quotes.'],
  ],
  [
    'NUL in SQL',
    'SELECT 1',
    '"a\\0"',
    ['4:18: corrections must be SQL, not empty and without NUL, or { file: a path }, not the text "a?".'],
  ],
  [
    'another key than file',
    'SELECT 1',
    '{ path: a.sql }',
    [
      '4:5: corrections has no file. Add file: the path of the SQL file, relative to this file.',
      '4:20: Unknown key "path" in corrections; known: file.',
    ],
  ],
  [
    'a misspelt statement',
    'corrections',
    'correction',
    [
      `3:3: Source reviews has no corrections. Add corrections: ${ABOUT_CORRECTIONS}.`,
      '4:5: Unknown key "correction" in source reviews; did you mean corrections?',
    ],
  ],
  [
    'a source that is text',
    '\n    corrections: SELECT 1',
    ' SELECT 1',
    ['3:12: Source reviews must be a mapping of keys and values, not "SELECT 1".'],
  ],
  [
    'a name with a capital',
    '  mood:',
    '  Mood:',
    [`6:3: The name of a dataset must be ${NAME}, not "Mood".`],
  ],
  [
    'a long name',
    '  mood:',
    `  ${'m'.repeat(61)}:`,
    [`6:3: The name of a dataset must be ${NAME}, not "${'m'.repeat(60)}…".`],
  ],
  [
    'a source whose name has a capital',
    '  reviews:\n',
    '  Reviews:\n',
    [
      `3:3: The name of a source must be ${NAME}, not "Reviews".`,
      '8:13: The source "reviews" does not exist; did you mean Reviews?',
    ],
  ],
  [
    'a misspelt source',
    'source: reviews',
    'source: review',
    ['8:13: The source "review" does not exist; did you mean reviews?'],
  ],
  [
    'an unknown source',
    'source: reviews',
    'source: elsewhere',
    ['8:13: The source "elsewhere" does not exist; known: reviews.'],
  ],
  [
    'an unused source',
    '  reviews:\n',
    '  other: { corrections: SELECT 2 }\n  reviews:\n',
    ['3:3: No dataset uses the source other. Use it in one, or remove it.'],
  ],
  [
    'no sources',
    '\n  reviews:\n    corrections: SELECT 1',
    ' {}',
    ['2:10: sources is empty. Declare a source under its name.'],
  ],
  [
    'nothing for sources',
    '\n  reviews:\n    corrections: SELECT 1',
    '',
    [
      '2:1: sources is empty. It must be a mapping with a source under each name. Indent its value deeper than its key.',
    ],
  ],
  [
    'a repo twice, whatever its case',
    'datasets:\n',
    'datasets:\n  talk: { repo: Owner/Mood, source: reviews, task: chat }\n',
    ['8:11: The dataset talk has the repo "owner/mood" already. Give each a repo of its own.'],
  ],
  [
    'a dataset twice',
    'datasets:\n',
    'datasets:\n  mood: { repo: a/b, source: reviews, task: chat }\n',
    ['7:3: The key "mood" occurs twice. Remove one.'],
  ],
])('sources and names: %s', (_, before, after, problems) => expectProblems(before, after, problems));

test.each<[what: string, before: string, after: string, problems: string[]]>([
  [
    'unknown',
    'corrections: SELECT 1',
    'preset: exampel',
    [
      '3:3: Source reviews has no project. Add project: number of the project.',
      '4:13: preset must be example, not "exampel"; did you mean example?',
    ],
  ],
  [
    'without a parameter',
    'corrections: SELECT 1',
    'preset: example',
    ['3:3: Source reviews has no project. Add project: number of the project.'],
  ],
  [
    'with wrong parameters',
    '\n    corrections: SELECT 1',
    ' { preset: example, project: x, control: [a], format: pair, note: 1 }',
    [
      '3:40: project must be a whole number, not "x".',
      '3:52: control must be text, at most 1000 characters, not a list.',
      '3:65: format must be ratings or pairs, not "pair"; did you mean pairs?',
      '3:77: note must be text, and YAML reads "1" as a number. Write it in quotes.',
    ],
  ],
  [
    'with a number that is not whole',
    'corrections: SELECT 1',
    'preset: example\n    project: 9007199254740993',
    ['5:14: project must be a whole number, not "9007199254740993".'],
  ],
  [
    'with SQL beside it',
    'corrections: SELECT 1',
    'preset: example\n    project: 1\n    corrections: SELECT 2',
    [
      '6:5: Unknown key "corrections" in source reviews; known: preset, project, control, note, format, row-security.',
    ],
  ],
])('a preset %s', (_, before, after, problems) => expectProblems(before, after, problems));

const TASKS =
  'text-classification, multi-label-classification, token-classification, text-scoring, text-pair-classification, text-pair-scoring, chat, prompt-completion, preference, unpaired-preference';

test.each<[what: string, before: string, after: string, problems: string[]]>([
  ...(
    [
      ['dpo', 'preference'],
      ['KTO', 'unpaired-preference'],
      ['sft', 'prompt-completion'],
      ['multilabel', 'multi-label-classification'],
      ['multi label', 'multi-label-classification'],
      ['Text_Classification', 'text-classification'],
      ['sentence-similarity', 'text-pair-scoring'],
    ] as const
  ).map(([name, meant]): [string, string, string, string[]] => [
    `the task ${name}`,
    'task: text-classification',
    `task: ${name}`,
    [`9:11: task must be one of ${TASKS}, not "${name}"; did you mean ${meant}?`],
  ]),
  ...(
    [
      ['https://huggingface.co/datasets/owner/mood', 'owner/mood'],
      ['https://huggingface.co/datasets/owner/mood/tree/main?a=b', 'owner/mood'],
      ['hf://datasets/owner/mood', 'owner/mood'],
      ['datasets/owner/mood', 'owner/mood'],
      ['huggingface.co/datasets/owner/mood', 'owner/mood'],
      ['git@hf.co:datasets/owner/mood.git', 'owner/mood'],
      ['http://localhost:8080/datasets/owner/mood/', 'owner/mood'],
    ] as const
  ).map(([repo, meant]): [string, string, string, string[]] => [
    `the repo ${repo}`,
    'repo: owner/mood',
    `repo: ${repo}`,
    [
      `7:11: repo must be owner/name, with letters, digits, "-", "_" and ".", at most 96 characters, not "${repo}"; did you mean ${meant}?`,
    ],
  ]),
  [
    'the password of an address, which is not repeated',
    'repo: owner/mood',
    'repo: https://me:hf_secret@huggingface.co/datasets/owner/mood',
    [
      '7:11: repo must be owner/name, with letters, digits, "-", "_" and ".", at most 96 characters, not "https://…@huggingface.co/datasets/owner/mood"; did you mean owner/mood?',
    ],
  ],
  [
    'a role beside columns',
    '    classes',
    '    group: customer\n    classes',
    [
      '10:5: Unknown key "group" in dataset mood. It belongs in columns: did you mean columns: { group: customer }?',
    ],
  ],
  [
    'a text of the card beside the card',
    '    classes',
    '    title: Mood of a ticket\n    classes',
    [
      '10:5: Unknown key "title" in dataset mood. It belongs in card: did you mean card: { title: Mood of a ticket }?',
    ],
  ],
  [
    'a default beside defaults, whose value is a mapping',
    'sources:',
    'pii: { find: [email], do: redact }\nsources:',
    ['2:1: Unknown key "pii" in the file. It belongs in defaults: did you mean defaults: { pii: … }?'],
  ],
  [
    'columns whose keys and values changed places',
    '    classes',
    '    columns: { body: text, team: label }\n    classes',
    [
      '10:16: Unknown key "body" in columns. The key comes first: did you mean text: body?',
      '10:28: Unknown key "team" in columns. The key comes first: did you mean label: team?',
    ],
  ],
  [
    'one column to keep',
    '    classes',
    '    keep: lang\n    classes',
    ['10:11: keep must be a list, not "lang"; did you mean keep: [lang]?'],
  ],
  [
    'classes after commas',
    '[good, bad]',
    'good, bad',
    ['10:14: classes must be a list, not "good, bad"; did you mean classes: [good, bad]?'],
  ],
  [
    'a text of which a part can be no item',
    '    classes',
    '    keep: lang, a b\n    classes',
    ['10:11: keep must be a list, not "lang, a b".'],
  ],
  ...[30, 31].map((count): [string, string, string, string[]] => {
    const names = Array.from({ length: count }, (_, index) => `c${index}`).join(', ');
    const start = `10:11: keep must be a list, not "${names.slice(0, 60)}…"`;
    return [
      `${count} names after commas`,
      '    classes',
      `    keep: ${names}\n    classes`,
      [count === 30 ? `${start}; did you mean keep: [${names}]?` : `${start}.`],
    ];
  }),
  [
    'a list that no text can be meant as',
    '    classes',
    '    keep: a b\n    classes',
    ['10:11: keep must be a list, not "a b".'],
  ],
])('what was probably meant: %s', (_, before, after, problems) => expectProblems(before, after, problems));

test('of a dataset whose task is not known, all else is checked', () => {
  const text = VALID.replace('task: text-classification', 'task: texts')
    .replace('repo: owner/mood', 'repo: mood')
    .replace('source: reviews', 'source: review')
    .concat('    columns: { prompt: p }\n    keeps: [a]\n    keep: [b, b]\n');
  expect(problemsOf(() => readText(text, PRESETS))).toEqual([
    'datasets.yml:7:11: repo must be owner/name, with letters, digits, "-", "_" and ".", at most 96 characters, not "mood".',
    'datasets.yml:8:13: The source "review" does not exist; did you mean reviews?',
    `datasets.yml:9:11: task must be one of ${TASKS}, not "texts".`,
    'datasets.yml:12:5: Unknown key "keeps" in dataset mood; did you mean keep?',
    'datasets.yml:13:15: The column "b" is listed twice.',
  ]);
  const without = VALID.replace('    task: text-classification\n', '').replace('    repo: owner/mood\n', '');
  expect(problemsOf(() => readText(without, PRESETS))).toEqual([
    `datasets.yml:6:3: Dataset mood has no task. It is one of ${TASKS}.`,
    'datasets.yml:6:3: Dataset mood has no repo. Add repo: the dataset repo on the Hub, owner/name.',
  ]);
});

const SQL = '    corrections: |\n      SELECT 1\n      FROM t';

test.each<[what: string, before: string, after: string, problems: string[]]>([
  [
    'a key deeper than the one before it',
    '    source: reviews',
    '     source: reviews',
    [
      '8:6: This line is indented deeper than line 7, whose key repo has a value already. Start it in the same column as repo.',
    ],
  ],
  [
    'a key deeper than the first',
    'sources:',
    '  sources:',
    [
      '2:3: This line is indented deeper than line 1, whose key version has a value already. Start it in the same column as version.',
    ],
  ],
  [
    'a key between two levels',
    '    source: reviews',
    '   source: reviews',
    [
      '8:4: This line is indented by 3 spaces, but no line above that it could belong with has that indentation. Indent it by 0, 2 or 4 spaces.',
    ],
  ],
  [
    'a key between two levels, after an empty line and a comment',
    '    source: reviews',
    '\n# The source.\n source: reviews',
    [
      '10:2: This line is indented by 1 space, but no line above that it could belong with has that indentation. Indent it by 0, 2 or 4 spaces.',
    ],
  ],
  [
    'a key between two levels, below an empty line',
    '    repo: owner/mood\n    source: reviews',
    '\n    repo: owner/mood\n   source: reviews',
    [
      '9:4: This line is indented by 3 spaces, but no line above that it could belong with has that indentation. Indent it by 0, 2 or 4 spaces.',
    ],
  ],
  [
    'a line that is no key, after a key that follows a text',
    '    corrections: SELECT 1',
    `${SQL}\n    pending: SELECT 1\n    FROM t`,
    ['8:5: This is not YAML. Implicit map keys need to be followed by map values.'],
  ],
  [
    'SQL in the column of its key',
    '    corrections: SELECT 1',
    "    corrections: |\n    SELECT 'a: b', 1::int\n    FROM t",
    [
      '5:5: This line is not part of the text that starts in line 4, because it is not indented deep enough. Indent it by 6 spaces.',
    ],
  ],
  [
    'a later line of SQL',
    '    corrections: SELECT 1',
    `${SQL}\n\n     WHERE true`,
    [
      '8:6: This line is not part of the text that starts in line 4, because it is not indented deep enough. Indent it by 6 spaces.',
    ],
  ],
  [
    'a later line of SQL in the column of its key',
    '    corrections: SELECT 1',
    `${SQL}\n    WHERE true`,
    [
      '7:5: This line is not part of the text that starts in line 4, because it is not indented deep enough. Indent it by 6 spaces.',
    ],
  ],
  [
    'a list item left of the others',
    '[good, bad]',
    '\n      - good\n     - bad',
    [
      '12:6: This line is indented by 5 spaces, but no line above that it could belong with has that indentation. Indent it by 6 spaces.',
    ],
  ],
  [
    'a list item that becomes part of the one before it',
    '[good, bad]',
    '\n      - good\n      - bad\n        - ugly',
    [
      '12:9: class 2 spans several lines, one of which starts with "- ". Indent that line like the items before it.',
    ],
  ],
  [
    'keys that belong below another key',
    '  reviews:\n    corrections',
    '  reviews:\n  corrections',
    [
      '3:3: Source reviews is empty. It must be a mapping of keys and values. Indent its value deeper than its key.',
      '4:3: No dataset uses the source corrections. Use it in one, or remove it.',
      '4:16: Source corrections must be a mapping of keys and values, not "SELECT 1".',
    ],
  ],
])('indentation: %s', (_, before, after, problems) => expectProblems(before, after, problems));

function expectProblems(before: string, after: string, problems: readonly string[]): void {
  const text = VALID.replace(before, () => after);
  expect(text).not.toBe(VALID);
  expect(problemsOf(() => readText(text, PRESETS))).toEqual(
    problems.map((problem) => `datasets.yml:${problem}`),
  );
}
