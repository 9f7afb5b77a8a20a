import { expect, test } from '@jest/globals';
import { annotate, annotateSettings, annotateSources } from '../../src/action/annotations.ts';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { linesOf } from '../support/log.ts';
import { datasetReport, heldReport } from '../support/reports.ts';
import { ordinaryTask, taskReport } from '../support/tasks.ts';

const counts = datasetReport().counts!;
const dropped = { ...counts.dropped, malformed: 3 };

test('names the unknown classes, and those that are accepted', () => {
  expect(linesOf(() => annotate(GITHUB_ACTIONS, datasetReport()))).toContain(
    '::warning title=urgency%3A unknown classes::1 row was dropped. Unknown classes: “Soon” (1). The classes of the dataset: “NORMAL”, “URGENT”, “HIGHLY URGENT”.',
  );
});

test('of 200 classes names ten', () => {
  const { shape } = datasetReport();
  const classNames = Array.from({ length: 200 }, (_, id) => `class ${id}`);
  const [unknown] = linesOf(() =>
    annotate(GITHUB_ACTIONS, datasetReport({ shape: { ...shape, classNames } })),
  );
  expect(unknown).toMatch(/“class 9” and 190 more\.$/);
});

test('of a held dataset tells every gate that failed, and once which classes were met', () => {
  const lines = linesOf(() => annotate(GITHUB_ACTIONS, heldReport()));
  expect(lines[0]).toBe(
    '::error title=urgency%3A held::max-unknown-classes: 55.6 %25 of the rows read (10) have a class that is none, and at most 50 %25 may have one. Name the classes as the database does. lost-classes: B|C had rows in v1 and has none, and it must have some. Check the SELECTs. Unknown classes: “normal” (1,200; did you mean “NORMAL”?), “Soon” (1). The classes of the dataset: “NORMAL”, “URGENT”, “HIGHLY URGENT”.',
  );
  expect(lines.filter((line) => line.includes('“normal”'))).toHaveLength(1);
});

test('of a dataset held for its size tells unknown classes apart from it', () => {
  const gates = heldReport().gates.filter(({ gate }) => gate !== 'max-unknown-classes');
  const lines = linesOf(() => annotate(GITHUB_ACTIONS, heldReport({ gates, reason: 'It shrank.' })));
  expect(lines.slice(0, 2)).toEqual([
    '::error title=urgency%3A held::It shrank.',
    expect.stringContaining('::warning title=urgency%3A unknown classes::1 row was dropped'),
  ]);
});

test('tells that a version waits in a pull request', () => {
  const url = 'https://hub.example/datasets/owner/urgency/discussions/3';
  const reason = `Version v1 waits for approval in pull request #3 (${url}).`;
  const lines = linesOf(() =>
    annotate(GITHUB_ACTIONS, datasetReport({ reason, pullRequest: { number: 3, url, state: 'open' } })),
  );
  expect(lines[0]).toBe(`::notice title=urgency%3A pull request 3::${reason}`);
  const held = linesOf(() =>
    annotate(GITHUB_ACTIONS, heldReport({ reason, pullRequest: { number: 3, url, state: 'open' } })),
  );
  expect(held.filter((line) => line.includes('#3'))).toEqual([expect.stringMatching(/^::error /)]);
});

const UNFIT = 'a kept value that its column cannot hold';

test.each([
  [
    'chat',
    'further columns',
    'conversation',
    `messages that are not a list of role and content, or ${UNFIT}`,
  ],
  ['text-scoring', 'scores', 'text', `a score that is not a number, or ${UNFIT}`],
  ['multi-label-classification', 'labels', 'text', `labels that are not a list of names, or ${UNFIT}`],
  ['text-pair-classification', 'labels', 'pair', UNFIT],
] as const)('a dataset of %s speaks of %s of a %s', (task, values, text, malformed) => {
  const report = datasetReport({
    ...ordinaryTask(task),
    counts: { ...counts, dropped, conflictingTexts: 2 },
  });
  const lines = linesOf(() => annotate(GITHUB_ACTIONS, report));
  expect(lines).toContain(
    `::warning title=urgency%3A conflicting ${values}::2 rows were dropped for ${values} that disagree on the same ${text} (2 ${text}s).`,
  );
  expect(lines).toContain(`::warning title=urgency%3A malformed rows::3 rows were dropped for ${malformed}.`);
});

test('predictions that are no classes are a warning', () => {
  const predictions = { reviewed: 2, corrected: 2, pairs: [[null, 0, 2]] as const };
  const lines = linesOf(() =>
    annotate(GITHUB_ACTIONS, datasetReport({ counts: { ...counts, predictions } })),
  );
  expect(lines).toContain(
    '::warning title=urgency%3A unknown predictions::None of the predictions of 2 reviewed rows is one of the classes. The column with the role predicted must have names of classes.',
  );
});

test('rows that were left out by their ids or a kept column are noted, and ids that occur several times', () => {
  const byId = { ...counts.dropped, corrected: 1, keptColumn: 2 };
  const lines = linesOf(() =>
    annotate(GITHUB_ACTIONS, datasetReport({ counts: { ...counts, dropped: byId, repeatedIds: 1 } })),
  );
  const chat = { ...taskReport('chat'), counts: { ...counts, dropped: byId } };
  for (const line of [
    '::notice title=urgency%3A corrected ids::1 row was dropped. These confirmed rows have the id or the text of a correction. If the two SELECTs read ids of different tables, make the ids differ.',
    '::notice title=urgency%3A kept columns::2 rows were dropped. Another row has the same text and labels and other values in a column of keep. The row with the lowest id is published; with annotators: latest, the newest row.',
  ])
    expect(lines).toContain(line);
  expect(lines.join()).toContain('(1 text). 1 id of these rows occurs several times. If a join');
  expect(linesOf(() => annotate(GITHUB_ACTIONS, chat)).join()).toContain(
    'Another row has the same conversation and other values',
  );
});

test('many classes that splits lack are few annotations', () => {
  const missingClasses = Array.from({ length: 50 }, (_, id) => ({
    className: `c${id}`,
    splits: ['eval', 'test'] as const,
    rows: 3,
    groups: null,
  }));
  const none = {
    ...counts,
    dropped: { ...counts.dropped, nullMessage: 0, empty: 0, unknownClass: 0, conflicting: 0 },
  };
  const report = datasetReport({ counts: none, contents: { ...datasetReport().contents, missingClasses } });
  const lines = linesOf(() => annotate(GITHUB_ACTIONS, report));
  expect(lines).toHaveLength(4);
  expect(lines[3]).toMatch(/::47 more classes have no row in some split\.$/);
});

test('a hostile class name is no command and no second line', () => {
  const hostile = 'x\n::error::y\u001b[31m';
  const report = datasetReport({ counts: { ...counts, unknownClassNames: [{ name: hostile, rows: 1 }] } });
  for (const line of linesOf(() => annotate(GITHUB_ACTIONS, report))) {
    expect(line).toMatch(/^::(warning|notice) title=urgency%3A /);
    expect(line).not.toContain('\u001b');
  }
});

test('what a person should look at in a SELECT is annotated at its line, once for all datasets that share it', () => {
  const place = { file: 'datasets.yml', line: 5, column: 7 };
  const limit = { source: 'reviews', message: 'LIMIT gives other rows.', place, isHarmless: false };
  const sort = {
    ...limit,
    message: 'ORDER BY costs a sort.',
    place: { ...place, file: null },
    isHarmless: true,
  };
  const reports = [
    datasetReport({ sourceWarnings: [limit, sort] }),
    datasetReport({ sourceWarnings: [limit] }),
  ];
  expect(linesOf(() => annotateSources(GITHUB_ACTIONS, reports))).toEqual([
    '::warning title=Source reviews,file=datasets.yml,line=5,col=7::LIMIT gives other rows.',
    '::notice title=Source reviews at line 5 of config::ORDER BY costs a sort.',
  ]);
});

test('tells whose policies filtered the rows', () => {
  const { reading } = datasetReport();
  const lines = (policies: (string | null)[]) =>
    linesOf(() => annotate(GITHUB_ACTIONS, datasetReport({ reading: { ...reading, policies } }))).filter(
      (line) => line.includes('policies'),
    );
  expect(lines([])).toEqual([]);
  expect(lines(['reviews', null])).toEqual([
    '::notice title=urgency%3A row-level security::Row-level security policies filtered the rows: rows that they hide from the database role are not in the dataset. Tables: reviews, a table.',
  ]);
});

test.each([
  [null, ['email', 'phone'], true],
  ['DE', ['email', 'phone'], false],
  [null, ['email', 'iban'], false],
] as const)('warns of phone numbers without a region: %p, %p', (region, find, warns) => {
  const lines = linesOf(() =>
    annotateSettings(GITHUB_ACTIONS, 'reviews', { pii: { region, find, action: 'count' } }),
  );
  const warning =
    '::warning title=reviews%3A phone numbers::pii has no region, so only phone numbers that start with + or 00 are found. Set the country of most numbers, such as region: DE, or remove phone from find.';
  expect(lines).toEqual(warns ? [warning] : []);
  expect(linesOf(() => annotateSettings(GITHUB_ACTIONS, 'reviews', { pii: null }))).toEqual([]);
});

test('rows that a source left out are a warning, but not where the error names them', () => {
  const unjudged = [{ text: 'rows of “a\n::error::b”', isExpected: false, rows: 83 }];
  const told =
    '::warning title=urgency%3A rows left out::Left out by the source: rows of “a ::error::b”: 83.';
  expect(linesOf(() => annotate(GITHUB_ACTIONS, datasetReport({ unjudged })))).toContain(told);
  expect(linesOf(() => annotate(GITHUB_ACTIONS, heldReport({ unjudged })))).toContain(told);
  const stages = { fetched: 0, cleaned: 0, labelled: 0, deduplicated: 0 };
  const nothing = { unjudged, counts: { ...counts, stages } };
  expect(linesOf(() => annotate(GITHUB_ACTIONS, heldReport(nothing)))).not.toContain(told);
  expect(linesOf(() => annotate(GITHUB_ACTIONS, datasetReport({ ...nothing, status: 'skipped' })))).toContain(
    told,
  );
});
