import { describe, expect, test } from '@jest/globals';
import { TASK_NAMES } from '../../src/model/tasks.ts';
import type { DatasetReport } from '../../src/report/dataset-report.ts';
import { datasetDetails } from '../../src/report/describe-summary.ts';
import { writeMarkdown } from '../../src/report/write-markdown.ts';
import { parsePreviousVersion } from '../../src/version/metadata.ts';
import { metadata } from '../support/metadata.ts';
import { datasetReport, type ReportChanges } from '../support/reports.ts';
import { ordinaryTask, taskReport } from '../support/tasks.ts';

const HOSTILE = '</summary><img src=x>| [c](http://evil) @all :tada:\n::error::`x`\u202E';
const ENDPOINT = 'https://hub.example';

function section(changes: Omit<ReportChanges<'published'>, 'status'> = {}, dryRun = false): string {
  return sectionOf(datasetReport(changes), dryRun);
}

function sectionOf(report: DatasetReport, dryRun = false): string {
  const context = { endpoint: ENDPOINT, dryRun, isOpen: false, isInHead: false };
  return writeMarkdown(datasetDetails(report, context));
}

describe('a dataset of', () => {
  test.each(TASK_NAMES)('%s shows classes only where it has them, in words of its task', (task) => {
    const text = section(taskReport(task));
    const hasClasses = ordinaryTask(task).shape.classNames.length > 0;
    expect(text.includes('### Classes')).toBe(hasClasses);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(text).toContain(`load_dataset("owner/${task}", revision="v20261123_010203")`);
  });

  test('several labels a row has shares of the rows, and says that they are not parts of a whole', () => {
    const text = section(taskReport('multi-label-classification'));
    expect(text).toContain('| bug | 6 | 1 | 0 | 7 | 70.0 % |');
    expect(text).toContain('| praise | 6 | 1 | 0 | 7 | 70.0 % |');
    expect(text).toContain('A row may have several classes, or none.');
  });

  test('a chat does not speak of labels or texts', () => {
    const text = section(taskReport('chat'));
    expect(text).toContain('| Well-formed | 14 |');
    expect(text).toContain('further columns that disagree on the same conversation (1 conversation)');
    expect(text).not.toMatch(/label/i);
  });
});

describe('predictions', () => {
  const { counts } = datasetReport();
  const predictions = {
    reviewed: 10,
    corrected: 4,
    pairs: [
      [0, 0, 6],
      [0, 1, 3],
      [null, 0, 1],
    ] as const,
  };
  const before = {
    reviewed: 4,
    corrected: 2,
    pairs: [
      [0, 0, 2],
      [1, 0, 2],
    ] as const,
  };

  test('are the first that is unfolded, and of each class the share corrected with its change', () => {
    const { quality } = metadata();
    const json = JSON.stringify(metadata({ quality: { ...quality, predictions: before } }));
    const text = section({ counts: { ...counts!, predictions }, previous: parsePreviousVersion(json) });
    expect(text).toMatch(
      /<\/summary>\n\n### Where the model was wrong\n\n4 of 10 reviewed rows were corrected/,
    );
    expect(text).toContain('| NORMAL | 6 (85.7 %) | **3 (100.0 %)** | 0 |\n| URGENT | 0 | 0 | 0 |');
    expect(text).toContain('| (no class) | **1 (14.3 %)** | 0 | 0 |');
    expect(text).toContain('| Share of all rows | Corrected | Share corrected | Change |');
    expect(text).toContain('| 70.0 % | 1 | 14.3 % | −35.7 points |');
    expect(text).toContain('| 30.0 % | 3 | 100.0 % |  |');
  });

  test('of corrected rows only have no shares', () => {
    const corrected = { reviewed: 4, corrected: 4, pairs: [[0, 1, 4]] as const };
    const text = section({ counts: { ...counts!, predictions: corrected } });
    expect(text).toContain('| Share of all rows | Corrected |\n');
    expect(text).toContain('| 30.0 % | 4 |');
  });

  test('that are not told leave no trace', () => {
    expect(section()).not.toMatch(/Corrected|wrong/);
  });
});

describe('classes', () => {
  test('are named when they were never met, and names that are none beside those that are', () => {
    const text = section();
    expect(text).toContain('Classes without a row: “HIGHLY URGENT”.');
    expect(text).toContain(
      'Unknown classes: “Soon” (1). The classes of the dataset: “NORMAL”, “URGENT”, “HIGHLY URGENT”.',
    );
  });

  test('are told of a dataset that was skipped too, but not of one whose rows nobody counted', () => {
    expect(sectionOf(datasetReport({ status: 'skipped' }))).toContain('| NORMAL | 7 | 70.0 % |');
    expect(sectionOf(datasetReport({ status: 'failed', classRows: [] }))).not.toContain(
      'Classes without a row',
    );
  });

  test('keep the order of their ids, also when their names look like numbers', () => {
    const classBalance = { '2': { train: 5, eval: 0, test: 0 }, '1': { train: 4, eval: 0, test: 1 } };
    const { contents, shape } = datasetReport();
    const text = section({
      shape: { ...shape, classNames: ['2', '1'] },
      classRows: [5, 5],
      contents: { ...contents!, classBalance },
    });
    expect(text.indexOf('| 2 | 5 |')).toBeGreaterThan(0);
    expect(text.indexOf('| 2 | 5 |')).toBeLessThan(text.indexOf('| 1 | 4 |'));
  });

  test('beyond the 40 with the most rows are counted', () => {
    const classNames = Array.from({ length: 200 }, (_, id) => `class ${id}`);
    const classRows = classNames.map((_, id) => id + 1);
    const classBalance = Object.fromEntries(
      classNames.map((name, id) => [name, { train: id + 1, eval: 0, test: 0 }]),
    );
    const { contents, shape } = datasetReport();
    const text = section({
      shape: { ...shape, classNames },
      classRows,
      contents: { ...contents!, classBalance, missingClasses: [] },
    });
    expect(text.match(/^\| class \d+ \|/gm)).toHaveLength(40);
    expect(text).toContain('160 more classes have fewer rows.');
  });

  test('with endless names are cut', () => {
    const { shape } = datasetReport();
    const classNames = ['x'.repeat(500)];
    const text = sectionOf(
      datasetReport({ status: 'skipped', shape: { ...shape, classNames }, classRows: [1] }),
    );
    expect(text).toContain(`| ${'x'.repeat(79)}… | 1 |`);
    expect(text).not.toContain('x'.repeat(80));
  });

  test('that splits lack are named, and of many how many', () => {
    const missingClasses = Array.from({ length: 9 }, (_, id) => ({
      className: `c${id}`,
      splits: ['eval'] as const,
      rows: 3,
      groups: null,
    }));
    const text = section({ contents: { ...datasetReport().contents!, missingClasses } });
    expect(text.match(/> \[!WARNING\]/g)).toHaveLength(4);
    expect(text).toContain('> 6 more classes have no row in some split.');
  });
});

test('tells a change only where there is a version before, and something has changed', () => {
  const previous = parsePreviousVersion(
    JSON.stringify(metadata({ num_samples: 7, version_tag: 'v20261101_010203' })),
  );
  expect(section({ previous })).toContain('### Change since the last version');
  expect(section({ previous })).toContain(
    '[`v20261101_010203`](https://hub.example/datasets/owner/urgency/tree/v20261101_010203) was published on 2026-11-01 at 01:02 UTC.',
  );
  expect(section({ previous: { ...previous!, versionTag: 'v1' } })).not.toContain('was published on');
  expect(sectionOf(datasetReport({ previous, status: 'unchanged' }))).not.toContain('### Change');
  expect(section()).not.toContain('### Change');
});

describe('the preview', () => {
  test('tells each column, and only when it is asked for', () => {
    const text = section({}, true);
    expect(text).toContain(
      'Task **text-classification**, from the source **complaints**, for owner/urgency.',
    );
    expect(text).toContain('| message | text | text | grievance (string) |');
    expect(text).toContain('| urgency | text | label | label (one of 3 classes) |');
    expect(text).toContain('| district | character varying | not used |  |');
    expect(text).toContain('No SELECT gives confirmed rows.');
    expect(section()).not.toContain('| district |');
  });

  test.each(TASK_NAMES)('of %s says what each column is published as', (task) => {
    const text = section(taskReport(task), true);
    for (const { name } of ordinaryTask(task).shape.texts) {
      const row = text.split('\n').find((line) => line.startsWith(`| ${name.replace('_', '\\_')} | `));
      expect(row).toMatch(/ \((string|list of role and content)\) \|$/);
    }
  });
});

test('makes names of any origin harmless', () => {
  const { shape, counts, contents } = datasetReport();
  const rows = { train: 5, eval: 0, test: 0 };
  const text = sectionOf(
    datasetReport({
      status: 'dry-run',
      name: HOSTILE,
      repo: HOSTILE,
      shape: { ...shape, classNames: [HOSTILE, 'B'] },
      classRows: [5, 0],
      reading: {
        source: HOSTILE,
        corrections: [
          {
            name: HOSTILE,
            type: HOSTILE,
            uses: [{ role: 'keep', publishedAs: { name: HOSTILE, type: 'string' } }],
          },
        ],
        confirmed: [{ name: '::error::', type: 'text', uses: [] }],
      },
      counts: { ...counts!, unknownClassNames: [{ name: HOSTILE, rows: 1 }] },
      contents: {
        ...contents!,
        classBalance: { [HOSTILE]: rows, B: { train: 0, eval: 0, test: 0 } },
        missingClasses: [{ className: HOSTILE, splits: ['eval'], rows: 3, groups: null }],
      },
    }),
    true,
  );
  expect(text).not.toMatch(/<img|<\/summary><|\]\(http:\/\/evil|@all|:tada:|\u202E/);
  expect(text).not.toMatch(/^::error/m);
  expect(text.match(/<\/details>/g)).toHaveLength(1);
});
