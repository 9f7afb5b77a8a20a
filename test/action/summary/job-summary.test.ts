import { describe, expect, test } from '@jest/globals';
import { renderJobSummary } from '../../../src/action/summary/job-summary.ts';
import type { DatasetReport } from '../../../src/report/dataset-report.ts';
import type { RunReport } from '../../../src/report/run-report.ts';
import { parsePreviousVersion } from '../../../src/version/metadata.ts';
import { metadata } from '../../support/metadata.ts';
import { predictionsOf } from '../../support/predictions.ts';
import { datasetReport, heldReport, runReport } from '../../support/reports.ts';

const HOSTILE = '<img src=x onerror=alert(1)>| [click](http://evil) @everyone :tada:\n::error::x\u202E`$x$`';

const DELIVERIES = [
  { channel: 'Space to pause', state: 'failed', detail: HOSTILE },
  { channel: 'W&B', state: 'off', detail: '' },
  { channel: 'GitHub issue', state: 'off', detail: 'A run started by push leaves it alone.' },
] as const;

describe('renderJobSummary', () => {
  test('tells what happened to each dataset, the rows at each stage, and how to load the version', () => {
    const summary = render([datasetReport()]);
    expect(summary).toContain(
      '| ✅ **[urgency](https://hub.example/datasets/owner/urgency)**: Version [`v20261123_010203`](https://hub.example/datasets/owner/urgency/tree/v20261123_010203) was published. | 10 |',
    );
    expect(summary).toContain('| Read | 18 | 0 | corrections: 12, confirmed: 6 |');
    expect(summary).toContain('| Cleaned | 15 | 3 | no text: 1, empty after cleaning: 2 |');
    expect(summary).toContain('| Labelled | 14 | 1 | unknown class: 1 |');
    expect(summary).toContain(
      '| Deduplicated | 10 | 4 | duplicates: 2, labels that disagree on the same text (1 text): 2 |',
    );
    expect(summary).toContain('| Split | 10 | 0 | train: 8, eval: 1, test: 1 |');
    expect(summary).toContain('| NORMAL | 6 | 1 | 0 | 7 | 70.0 % |');
    expect(summary).toContain('load_dataset("owner/urgency", revision="v20261123_010203")');
  });

  test('shows of what was published where the model was wrong, of the rest in full, and of each once', () => {
    const { counts } = datasetReport();
    const predictions = predictionsOf([
      [0, 0, 3],
      [1, 0, 2],
    ]);
    const told = (status: DatasetReport['status'], name: string) =>
      datasetReport({ status, name, counts: { ...counts!, predictions } });
    const places = (datasets: DatasetReport[]) => {
      const [head, ...full] = render(datasets).split(/<details>\n<summary>\S+ <strong>/);
      return [head, ...full].map((part) => (part!.match(/### Where the model was wrong.*/g) ?? []).join());
    };
    expect(places([told('published', 'a'), told('unchanged', 'b'), told('held', 'c')])).toEqual([
      '### Where the model was wrong: a',
      '',
      '### Where the model was wrong',
      '### Where the model was wrong',
    ]);
    const many = ['a', 'b', 'c', 'd'].map((name) => told('published', name));
    expect(places(many)).toEqual(['', ...many.map(() => '### Where the model was wrong')]);
  });

  test('says of a skipped dataset why, and shows its rows but no dataset', () => {
    const reason = 'Only 10 usable rows, and min-dataset-len asks for 1000.';
    const skipped = datasetReport({ status: 'skipped', reason, tag: null, commit: null, contents: null });
    const summary = render([skipped]);
    expect(summary).toContain('### ⏭️ urgency was skipped\n\nOnly 10 usable rows');
    expect(summary).toContain('** skipped: Only 10 usable rows, and min-dataset-len asks for 1000.');
    expect(summary).toContain('| Deduplicated | 10 |');
    expect(summary).not.toContain('load_dataset');
  });

  test('tells of a held dataset each gate that failed, with how to go on, and of the others in full', () => {
    const summary = render([heldReport()]);
    expect(summary).toContain('**: Held by max-unknown-classes, lost-classes. | 10 |');
    const [head, full] = summary.split('<details>');
    expect(head).toContain('### ✋ urgency is held: 2 gates failed, so nothing was published');
    expect(head).toContain(
      '- **lost-classes**: B\\|C had rows in v1 and has none, and it must have some. Check the SELECTs.',
    );
    expect(head).toContain(
      '“normal” (1,200; did you mean “NORMAL”?), “Soon” (1). The classes of the dataset: “NORMAL”',
    );
    expect(head).not.toContain('usable-rows');
    expect(full).toContain(
      '| usable-rows | ✅ passed | 10 of 18 rows read are usable | at least one must be |',
    );
    expect(full).toContain('| max-shrinkage | ➖ not judged |');
    expect(full).toContain('| lost-classes | ✋ failed |');
    expect(full).not.toContain('did you mean');
  });

  test('tells the names met with the classes where no name holds the dataset', () => {
    const gates = heldReport().gates.filter(({ gate }) => gate !== 'max-unknown-classes');
    const [head, full] = render([heldReport({ gates })]).split('<details>');
    expect(head!.split('### ⚠️ Warnings')[0]).not.toContain('did you mean');
    expect(full).toContain('“normal” (1,200; did you mean “NORMAL”?)');
  });

  test('says of a dry run by what its dataset would be held', () => {
    const summary = render([heldReport({ status: 'dry-run', would: 'held' })], true);
    expect(summary).toContain('It would be held by max-unknown-classes, lost-classes.');
    expect(summary).toContain('### ✋ urgency would be held');
  });

  test('links the pull request a version waits in, where it is named or after the sentence', () => {
    const url = 'https://hub.example/datasets/owner/urgency/discussions/3';
    const pullRequest = { number: 3, url, state: 'open' } as const;
    const waiting = (reason: string) =>
      render([heldReport({ status: 'awaiting-approval', reason, pullRequest })]);
    expect(waiting(`It waits in pull request #3 (${url}). Merge it.`)).toContain(
      `**: Not passed&#58; max-unknown-classes, lost-classes. It waits in pull request [\\#3](<${url}>). Merge it. |`,
    );
    expect(waiting('It waits.')).toContain(
      `**: Not passed&#58; max-unknown-classes, lost-classes. It waits. Pull request [\\#3](<${url}>). |`,
    );
    expect(waiting('It waits.')).toContain('### ✋ urgency waits for approval: 2 gates failed');
    const { reason } = heldReport();
    expect(render([heldReport({ reason: `${reason} It was closed.`, pullRequest })])).toContain(
      `**: Held by max-unknown-classes, lost-classes. It was closed. Pull request [\\#3](<${url}>). |`,
    );
  });

  test('tells of each channel what became of it, and nothing of those that are off', () => {
    const summary = render([datasetReport()]);
    expect(summary).toContain('- **Space to pause**: &lt;img');
    expect(summary.match(/Space to pause/g)).toHaveLength(1);
    expect(summary).toContain('- ➖ **GitHub issue**: A run started by push leaves it alone.');
    expect(summary).not.toContain('W&amp;B');
  });

  test('tells how many corrections wait where a source says so', () => {
    const summary = render([datasetReport({ pending: 1234 }), datasetReport({ name: 'other' })]);
    expect(summary).toContain('| Dataset | Rows | To review |\n| --- | ---: | ---: |');
    expect(summary).toContain('was published. | 10 | 1,234 |');
    expect(summary).toContain('was published. | 10 |  |');
    expect(render([datasetReport()])).not.toContain('To review');
  });

  test('tells how old the newest correction is where corrections tell their time', () => {
    const { counts } = datasetReport();
    const aged = (newestCorrection: string) => datasetReport({ counts: { ...counts!, newestCorrection } });
    const summary = render([
      aged('2026-11-20T00:00:00.000Z'),
      aged('2026-11-23T00:00:00.000Z'),
      datasetReport(),
    ]);
    expect(summary).toContain('was published. The newest correction is 3 days old. | 10 |');
    expect(summary).toContain('was published. The newest correction is 1 hour old. | 10 |');
    expect(summary).toContain('was published. | 10 |');
    expect(render([datasetReport()])).not.toContain('newest correction');
  });

  test('shows how much a dataset has grown, and each in full folded but for a preview of few', () => {
    const previous = parsePreviousVersion(
      JSON.stringify(metadata({ num_samples: 7, version_tag: 'v20261101_010203' })),
    );
    const summary = render([datasetReport({ previous })]);
    expect(summary).toContain('| 10 (+3) |');
    expect(render([datasetReport({ previous, status: 'unchanged' })])).toContain('was published. | 10 |');
    expect(summary).toContain('<details>\n<summary>');
    expect(render([datasetReport()], true)).toContain('<details open>');
    expect(render(Array<DatasetReport>(4).fill(datasetReport()), true)).not.toContain('<details open>');
  });

  test('of 30 datasets of 200 classes leaves out what GitHub would not show, and says so', () => {
    const classNames = Array.from({ length: 200 }, (_, id) => `${'long '.repeat(15)}${id}`);
    const splits = { train: 9_000_000, eval: 1_000_000, test: 1_000_000 };
    const { shape, contents, counts } = datasetReport();
    const large = datasetReport({
      shape: { ...shape, classNames },
      classRows: classNames.map(() => 11_000_000),
      contents: { ...contents!, classBalance: Object.fromEntries(classNames.map((name) => [name, splits])) },
      counts: { ...counts!, unknownClassNames: classNames.slice(0, 100).map((name) => ({ name, rows: 1 })) },
    });
    const summary = render(Array<DatasetReport>(200).fill(large), true);
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary).toMatch(
      /\(The summary was cut: the details of \d+ datasets are too long for GitHub\. A dry run logs them\.\)$/m,
    );
    expect(summary.match(/<details>/g)?.length).toBe(summary.match(/<\/details>/g)?.length);
    const whole = render(Array<DatasetReport>(30).fill(large), true);
    expect(whole).not.toContain('The summary was cut');
  });

  test('says that a dry run wrote nothing', () => {
    const report = datasetReport({ status: 'dry-run', tag: null, commit: null });
    expect(render([report], true)).toContain('nothing was written to the Hub');
  });

  test('warns of a class that splits have no row of', () => {
    const missingClasses = [
      { className: 'URGENT', splits: ['eval', 'test'] as const, rows: 3, groups: null },
    ];
    const contents = { ...datasetReport().contents!, missingClasses };
    expect(render([datasetReport({ contents })])).toContain(
      '> [!WARNING]\n> “URGENT” has no row in eval and test. Collect more reviews of this class.',
    );
  });

  test('makes text from the database and from servers harmless', () => {
    const counts = { ...datasetReport().counts!, unknownClassNames: [{ name: HOSTILE, rows: 1 }] };
    const gates = heldReport().gates.map((result) => ({ ...result, measured: HOSTILE }));
    const hostile = { name: HOSTILE, counts, reason: HOSTILE, repo: `${HOSTILE}/x`, tag: null, gates };
    const summary = render([datasetReport(hostile), heldReport(hostile)]);
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

describe('a run that came to no dataset', () => {
  test('says why, with the reason made harmless', () => {
    const failure = { stage: 'database', message: `The database is gone. ${HOSTILE}` } as const;
    const summary = renderRun({ datasets: [], outcome: 'failure', failure });
    expect(summary).toContain('❌ The database is gone.');
    expect(summary).not.toMatch(/<img|\]\(http:\/\/evil|@everyone/);
    expect(summary).not.toContain('| Dataset |');
  });

  test('says that it was cancelled', () => {
    expect(renderRun({ datasets: [], outcome: 'cancelled' })).toContain('The run was cancelled.');
  });
});

test('tells how long each stage took', () => {
  const stages = [{ name: 'Read corrections', durationMs: 1250 }];
  expect(renderRun({ durationMs: 2000, stages })).toContain('The run took 2.0 s: read corrections 1.3 s.');
});

function render(datasets: DatasetReport[], dryRun = false): string {
  return renderRun({ datasets }, dryRun);
}

function renderRun(changes: Partial<RunReport>, dryRun = false): string {
  const run = runReport(changes);
  const runsUrl = 'https://github.example/owner/app/actions/workflows/retrain.yml';
  return renderJobSummary({ run, deliveries: DELIVERIES, dryRun, endpoint: 'https://hub.example', runsUrl });
}
