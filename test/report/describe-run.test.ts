import { expect, test } from '@jest/globals';
import { hasSeveralClasses, TASK_NAMES } from '../../src/model/tasks.ts';
import type { DatasetReport } from '../../src/report/dataset-report.ts';
import { describeOutcome, describeRun } from '../../src/report/describe-run.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { writeMarkdown } from '../../src/report/write-markdown.ts';
import { writeText } from '../../src/report/write-text.ts';
import { datasetReport, heldReport, RUN_PLACE, runReport } from '../support/reports.ts';
import { ordinaryTask } from '../support/tasks.ts';

function mail(...datasets: DatasetReport[]): string {
  return writeText(describeRun(runReport({ datasets }), RUN_PLACE, 'https://hub.example'));
}

test.each(TASK_NAMES)('a dataset of %s has a line for each of its classes and one for all rows', (task) => {
  const { shape } = ordinaryTask(task);
  const rows = { train: 3, eval: 0, test: 1 };
  const classBalance = Object.fromEntries(shape.classNames.map((name) => [name, rows]));
  const contents = { ...datasetReport().contents!, classBalance };
  const text = mail(datasetReport({ shape, contents, classRows: shape.classNames.map(() => 4) }));
  expect(text).toMatch(/^All rows +8 +1 +1 +10$/m);
  expect(/^Class /m.test(text)).toBe(shape.classNames.length > 0);
  expect(text.includes('A row may have several classes')).toBe(hasSeveralClasses(task));
});

test('tells the rows in the words of the task, and how many corrections wait', () => {
  const text = mail(datasetReport({ ...ordinaryTask('chat'), pending: 1234, classRows: [], contents: null }));
  expect(text).toContain(
    'Rows: 18 read, 15 with text, 14 well-formed, 10 deduplicated. 12 corrections and 6 confirmed rows were read.',
  );
  expect(text).toContain('1,234 rows wait for review.');
  expect(text).not.toContain('Soon');
});

test('tells where the model was wrong in sentences and a table, and how old the newest correction is', () => {
  const { counts } = datasetReport();
  const predictions = {
    reviewed: 5,
    corrected: 2,
    pairs: [
      [0, 0, 3],
      [1, 0, 2],
    ] as const,
  };
  const newestCorrection = '2026-11-20T00:00:00.000Z';
  const text = mail(datasetReport({ pending: 7, counts: { ...counts!, predictions, newestCorrection } }));
  expect(text).toContain(
    '2 of 5 reviewed rows were corrected (40.0 %). The most frequent confusion: the model predicted “URGENT” where “NORMAL” is right (2 rows). The model was wrong most often on “NORMAL” (40.0 % of 5 rows). 7 rows wait for review. The newest correction is 3 days old.',
  );
  expect(text).toMatch(
    /Predicted ↓ right → +NORMAL +URGENT +HIGHLY URGENT\nNORMAL +3 \(60\.0 %\) +0 +0\nURGENT +2 \(40\.0 %\) +0 +0\n/,
  );
});

test('of 200 classes tells the 40 with the most rows, in the order of their ids', () => {
  const classNames = Array.from({ length: 200 }, (_, id) => `c${id}`);
  const classBalance = Object.fromEntries(classNames.map((name) => [name, { train: 1, eval: 0, test: 0 }]));
  const { shape, contents } = datasetReport();
  const text = mail(
    datasetReport({
      shape: { ...shape, classNames },
      contents: { ...contents!, classBalance },
      classRows: classNames.map((_, id) => id),
    }),
  );
  expect(text.match(/^c\d+ /gm)).toEqual(classNames.slice(160).map((name) => `${name} `));
  expect(text).toContain('160 more classes have fewer rows.');
});

test('the title of a run of 30 datasets tells how many came to what', () => {
  const datasets = Array.from({ length: 30 }, (_, index) =>
    datasetReport({ name: `d${index}`, status: index === 3 ? 'failed' : 'unchanged' }),
  );
  const { title } = describeRun(runReport({ datasets }), RUN_PLACE, 'https://hub.example');
  expect(title).toBe('Prepare dataset: 29 unchanged, 1 failed');
  const four = describeRun(runReport({ datasets: datasets.slice(0, 4) }), RUN_PLACE, 'https://hub.example');
  expect(four.title).toContain('d3 failed');
});

test.each([
  ['mail', (run: RunReport) => describeRun(run, RUN_PLACE, 'https://hub.example'), '- lost'],
  ['issue', (run: RunReport) => describeOutcome(run, RUN_PLACE), '- urgency, lost'],
])('a %s names a held dataset and lists the gates that failed, but no name it met', (_, describe, line) => {
  const message = describe(runReport({ datasets: [heldReport()] }));
  expect(message.title).toBe('Prepare dataset: urgency held');
  const text = writeText(message);
  expect(text).toContain('Held by max-unknown-classes, lost-classes.');
  expect(text).toContain(
    `${line}-classes: B|C had rows in v1 and has none, and it must have some. Check the SELECTs.\n`,
  );
  expect(text).not.toMatch(/normal|Soon/);
  expect(text.match(/Check the SELECTs/g)).toHaveLength(1);
});

test('a mail links the pull request a version waits in', () => {
  const pullRequest = {
    number: 3,
    url: 'https://hub.example/datasets/owner/urgency/discussions/3',
    state: 'open',
  } as const;
  expect(mail(datasetReport({ pullRequest }))).toContain(`Pull request 3: ${pullRequest.url}`);
});

test('a hostile name stays plain text', () => {
  const hostile = '<b>| [x](http://evil) @all\n::error::\u202E';
  const { shape, contents } = datasetReport();
  const message = describeRun(
    runReport({
      datasets: [
        datasetReport({
          name: hostile,
          shape: { ...shape, classNames: [hostile] },
          classRows: [1],
          contents: { ...contents!, classBalance: { [hostile]: { train: 1, eval: 0, test: 0 } } },
        }),
      ],
    }),
    RUN_PLACE,
    'https://hub.example',
  );
  expect(writeText(message)).not.toMatch(/\u202E|^::error/m);
  expect(writeMarkdown(message.blocks)).not.toMatch(/<b>|\]\(http:\/\/evil|@all|\u202E/);
});

test('a run outside of a CI names no workflow, and links to no page', () => {
  const place = { repository: '', workflow: '', runId: '', url: '' };
  const text = writeText(describeRun(runReport({ datasets: [] }), place, 'https://hub.example'));
  expect(text).toMatch(/^The preparation succeeded\. It started at /m);
  expect(text).not.toMatch(/“”|Run *:/);
});
