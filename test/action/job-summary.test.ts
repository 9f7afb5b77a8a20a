import { describe, expect, test } from '@jest/globals';
import { renderJobSummary } from '../../src/action/summary/job-summary.ts';
import { mermaidPie } from '../../src/action/summary/mermaid.ts';
import type { DatasetReport } from '../../src/report/dataset-report.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { datasetReport, runReport } from '../support/reports.ts';

const HOSTILE = '<img src=x onerror=alert(1)>| [click](http://evil) @everyone :tada:\n::error::x\u202E`$x$`';

const DELIVERIES = [
  { channel: 'Space to pause', state: 'failed', detail: HOSTILE },
  { channel: 'W&B', state: 'off', detail: '' },
] as const;

describe('renderJobSummary', () => {
  test('tells what happened to each label, the rows at each stage, and how to load the version', () => {
    const summary = render([datasetReport()]);
    expect(summary).toContain('## ✅ urgency: published');
    expect(summary).toContain('| Fetched | 18 |  | reviewed: 12, sampled: 6 |');
    expect(summary).toContain('| Cleaned | 15 | 3 | no message: 1, empty after cleaning: 2 |');
    expect(summary).toContain('| Labelled | 14 | 1 | unknown class “Soon”: 1 |');
    expect(summary).toContain(
      '| Deduplicated | 10 | 4 | copies of another row: 2, labels that disagree on a text (1 texts): 2 |',
    );
    expect(summary).toContain('| Split | 10 | – | train: 8, eval: 1, test: 1 |');
    expect(summary).toContain('| NORMAL | 6 | 1 | 0 | 7 | 70.0 % |');
    expect(summary).toContain('load_dataset("owner/urgency", revision="v20261123_010203")');
    expect(summary).toContain('(https://hub.example/datasets/owner/urgency/tree/v20261123_010203)');
  });

  test('says of a skipped label why, and shows its rows but no dataset', () => {
    const reason = 'Only 10 usable rows, and min-dataset-len asks for 1000.';
    const skipped = datasetReport({ status: 'skipped', reason, tag: null, commit: null, contents: null });
    const summary = render([skipped]);
    expect(summary).toContain('## ⏭️ urgency: skipped');
    expect(summary).toContain('Only 10 usable rows, and min-dataset-len asks for 1000.');
    expect(summary).toContain('| Deduplicated | 10 |');
    expect(summary).not.toContain('load_dataset');
  });

  test('tells of each channel what became of it', () => {
    const summary = render([datasetReport()]);
    expect(summary).toContain('| Space to pause | ⚠️ failed | ');
    expect(summary).toContain('| W&amp;B | ➖ off |  |');
  });

  test('says that a dry run wrote nothing', () => {
    const report = datasetReport({ status: 'dry-run', tag: null, commit: null });
    expect(render([report], true)).toContain('nothing was written to the Hub');
  });

  test('warns of a class that splits have no row of', () => {
    const missingClasses = [{ className: 'URGENT', splits: ['eval', 'test'] as const }];
    const contents = { ...datasetReport().contents!, missingClasses };
    expect(render([datasetReport({ contents })])).toContain(
      '> [!WARNING]\n> “URGENT” has no row in eval and test. Collect more reviews of this class.',
    );
  });

  test('makes text from the database and from servers harmless', () => {
    const counts = { ...datasetReport().counts!, unknownClassNames: [{ name: HOSTILE, rows: 1 }] };
    const summary = render([datasetReport({ counts, reason: HOSTILE, repo: `${HOSTILE}/x`, tag: null })]);
    expect(summary).not.toMatch(/<img|\]\(http:\/\/evil|@everyone|:tada:|\u202E|`\$x/);
    expect(summary).not.toMatch(/^::error/m);
  });

  test('stays below the size GitHub shows', () => {
    const report = datasetReport({ reason: 'ü'.repeat(900_000) });
    const summary = render([report]);
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary).toContain('The summary was cut');
  });
});

describe('a run that came to no label', () => {
  test('says why, with the reason made harmless', () => {
    const failure = { stage: 'database', message: `The database is gone. ${HOSTILE}` } as const;
    const summary = renderRun({ datasets: [], outcome: 'failure', failure });
    expect(summary).toContain('❌ The database is gone.');
    expect(summary).not.toMatch(/<img|\]\(http:\/\/evil|@everyone/);
    expect(summary).not.toContain('| Label |');
  });

  test('says that it was cancelled', () => {
    expect(renderRun({ datasets: [], outcome: 'cancelled' })).toContain('The run was cancelled.');
  });
});

test('tells how long each stage took', () => {
  const stages = [{ name: 'Read corrections', durationMs: 1250 }];
  expect(renderRun({ durationMs: 2000, stages })).toContain('Took 2.0 s: read corrections 1.3 s.');
});

describe('mermaidPie', () => {
  test('leaves out empty slices and draws nothing without any', () => {
    expect(mermaidPie('Rows', [['a', 0]])).toBe('');
    expect(
      mermaidPie('Rows', [
        ['a', 2],
        ['b', 0],
      ]),
    ).toBe('```mermaid\npie showData\n    title Rows\n    "a" : 2\n```');
  });

  test('keeps a hostile name inside its string', () => {
    const [, , , slice] = mermaidPie('Rows', [['x"; click `a` {{b}} %%c\nend', 1]]).split('\n');
    expect(slice).toMatch(/^ {4}"[^"`;{}%\n]*" : 1$/);
  });
});

function render(datasets: DatasetReport[], dryRun = false): string {
  return renderRun({ datasets }, dryRun);
}

function renderRun(changes: Partial<RunReport>, dryRun = false): string {
  const run = runReport(changes);
  return renderJobSummary({ run, deliveries: DELIVERIES, dryRun, endpoint: 'https://hub.example' });
}
