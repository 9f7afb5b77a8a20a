import { describe, expect, test } from '@jest/globals';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { logOutcomes } from '../../src/action/outcome-log.ts';
import { TASK_NAMES } from '../../src/model/tasks.ts';
import type { DatasetReport } from '../../src/report/dataset-report.ts';
import { linesOf } from '../support/log.ts';
import { previousVersion } from '../support/previous.ts';
import { datasetReport, heldReport, type ReportChanges } from '../support/reports.ts';
import { ordinaryTask } from '../support/tasks.ts';

const HOSTILE = 'a\n::error::x\u001b[31m \u202E##[add-mask]b `c` <d>';

function log(reports: readonly DatasetReport[], dryRun = false): string[] {
  return linesOf(() => logOutcomes(GITHUB_ACTIONS, reports, { dryRun }));
}

function preview(changes: Omit<ReportChanges<'dry-run'>, 'status'> = {}): string[] {
  return log([datasetReport({ status: 'dry-run', reason: 'All is well.', ...changes })], true);
}

describe('the last lines of the log', () => {
  test('say what became of each dataset, a line each', () => {
    const previous = { ...PREVIOUS, numSamples: 7 };
    const reports = [
      datasetReport({ name: 'a', previous }),
      datasetReport({
        name: 'b',
        status: 'unchanged',
        reason: 'The data has not changed since v1.',
        previous,
      }),
      datasetReport({ name: 'c', status: 'skipped', reason: 'Too few.', contents: null }),
      datasetReport({ name: 'd', status: 'failed', reason: 'No access.', contents: null }),
      heldReport({ name: 'e' }),
    ];
    expect(log(reports)).toEqual([
      '',
      'a: Version v20261123_010203 was published. 10 rows, +3 since v20261122_010203 (train 8, eval 1, test 1).',
      'b: The data has not changed since v1. 10 rows (train 8, eval 1, test 1).',
      'c: Skipped. See the warning above.',
      'd: Failed. See the error above.',
      'e: Held by max-unknown-classes, lost-classes. See the error above. 10 rows (train 8, eval 1, test 1).',
    ]);
  });

  test('compare with a version of the same size in words', () => {
    const previous = { ...PREVIOUS, numSamples: 10 };
    expect(log([datasetReport({ name: 'a', previous })])[1]).toContain(
      '10 rows, as many as in v20261122_010203 (',
    );
  });

  test('are none when no dataset was tried', () => {
    expect(log([])).toEqual([]);
  });
});

const PREVIOUS = previousVersion({ versionTag: 'v20261122_010203' });

describe('the preview of a dry run', () => {
  test('tells columns, rows, classes met and not, and what would be published', () => {
    expect(preview({ pending: 1234 })).toEqual([
      '',
      'urgency: text-classification from the source complaints, for owner/urgency',
      '  columns of the corrections',
      '  - id        integer            id',
      '  - message   text               text, published as grievance (string)',
      '  - urgency   text               label, published as label (one of 3 classes)',
      '  - district  character varying  not used',
      '  no SELECT gives confirmed rows',
      '  rows that wait for review: 1,234',
      '  rows',
      '  - read          18  corrections: 12, confirmed: 6',
      '  - cleaned       15  no text: 1, empty after cleaning: 2',
      '  - labelled      14  unknown class: 1',
      '  - deduplicated  10  duplicates: 2, labels that disagree on the same text (1 text): 2',
      '  - split         10  train: 8, eval: 1, test: 1',
      '  rows by class: “NORMAL” (7), “URGENT” (3)',
      '  classes without a row: “HIGHLY URGENT”',
      '  All is well.',
      '',
      'urgency: Not published, because this was a dry run. 10 rows (train 8, eval 1, test 1).',
    ]);
  });

  test('lists unknown classes only if they are more than the warning names', () => {
    const { counts } = datasetReport();
    const unknownClassNames = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({
      ...counts!.unknownClassNames[0],
      name,
    }));
    const listed = (count: number) =>
      preview({ counts: { ...counts!, unknownClassNames: unknownClassNames.slice(0, count) } }).filter(
        (line) => line.startsWith('  unknown classes: '),
      );
    expect(listed(5)).toEqual([]);
    expect(listed(6)).toEqual([expect.stringContaining('“f”')]);
  });

  test('repeats no reason that a warning or an error has', () => {
    for (const status of ['skipped', 'failed'] as const)
      expect(log([datasetReport({ status, reason: 'Because.' })], true).join('\n')).not.toContain('Because.');
  });

  test('tells where the model was wrong', () => {
    const { counts } = datasetReport();
    const predictions = {
      reviewed: 3,
      corrected: 3,
      pairs: [
        [null, 0, 2],
        [1, 0, 1],
      ] as const,
    };
    const lines = preview({ counts: { ...counts!, predictions } });
    expect(lines.slice(lines.indexOf('  where the model was wrong') - 2).slice(0, 7)).toEqual([
      '  3 rows were corrected. The SELECT reads corrected rows only, so their share of all reviewed rows is not known.',
      '  The most frequent confusion: the model predicted no class where “NORMAL” is right (2 rows).',
      '  where the model was wrong',
      '  - Predicted ↓ right →  NORMAL  URGENT  HIGHLY URGENT',
      '  - NORMAL               0       0       0',
      '  - URGENT               1       0       0',
      '  - HIGHLY URGENT        0       0       0',
    ]);
  });

  test('tells what each gate found, and of those that would hold the dataset how to go on', () => {
    const lines = preview({ would: 'held', gates: heldReport().gates });
    expect(lines.slice(lines.indexOf('  gates'), -2)).toEqual([
      '  gates',
      '  - usable-rows          passed  10 of 18 rows read are usable; at least one must be',
      '  - max-unknown-classes  failed  55.6 % of the rows read (10) have a class that is none; at most 50 % may have one',
      '  - lost-classes         failed  B|C had rows in v1 and has none; it must have some',
      '  not judged, because it has no previous version: max-shrinkage',
      '  max-unknown-classes: Name the classes as the database does.',
      '  lost-classes: Check the SELECTs.',
      '  It would be held by max-unknown-classes, lost-classes.',
    ]);
  });

  test('tells the columns of the confirmed rows where they are others', () => {
    const { reading } = datasetReport();
    const same = preview({ reading: { ...reading, confirmed: [...reading.corrections] } });
    expect(same).toContain('  the SELECT of the confirmed rows gives the same columns');
    const other = preview({ reading: { ...reading, confirmed: reading.corrections.slice(0, 1) } });
    expect(other.slice(7, 9)).toEqual(['  columns of the confirmed rows', '  - id  integer  id']);
  });

  test.each(TASK_NAMES)('of %s says what each column becomes', (task) => {
    const lines = preview({ ...ordinaryTask(task), classRows: [] });
    expect(lines[1]).toContain(`: ${task} from the source answers`);
    for (const { name } of ordinaryTask(task).shape.texts) {
      expect(lines).toContainEqual(
        expect.stringMatching(new RegExp(`^  - ${name} .* published as ${name} \\(`)),
      );
    }
  });

  test('makes names of any origin harmless', () => {
    const report = datasetReport();
    const lines = preview({
      name: HOSTILE,
      repo: HOSTILE,
      reason: HOSTILE,
      gates: heldReport().gates.map((result) => ({ ...result, measured: HOSTILE })),
      shape: { ...report.shape, classNames: [HOSTILE, 'B', '::warning::c'] },
      reading: {
        source: HOSTILE,
        corrections: [
          {
            name: '::error::x',
            type: HOSTILE,
            uses: [{ role: 'keep', publishedAs: { name: HOSTILE, type: 'string' } }],
          },
        ],
        confirmed: [],
      },
      counts: { ...report.counts!, unknownClassNames: [{ name: HOSTILE, rows: 1 }] },
    });
    for (const line of lines) {
      expect(line.trim()).not.toMatch(/^::|##\[|[\u001b\u202e]/);
    }
    expect(lines).toContainEqual(expect.stringContaining('- ::error::x'));
  });
});
