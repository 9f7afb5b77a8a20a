import type { DatasetReport } from '../../src/report/dataset-report.ts';
import { parsePreviousVersion } from '../../src/version/metadata.ts';
import { growingVersions } from './dashboard.ts';
import { predictionsOf } from './predictions.ts';
import { datasetReport, heldReport } from './reports.ts';

const CLASSES = ['billing', 'delivery', 'account', 'returns', 'product question'];
const ROWS = [1503, 951, 1204, 388, 422];
const TOTAL = ROWS.reduce((sum, rows) => sum + rows, 0);

const splitsOf = (rows: number) => {
  const [evalRows, test] = [Math.round(rows / 10), Math.round(rows / 10)];
  return { train: rows - evalRows - test, eval: evalRows, test };
};

/** Facts of a dataset of support tickets of which much is known: predictions, personal data, near-duplicates, changes. */
function ticketFacts() {
  const { counts, shape } = datasetReport();
  const balance = CLASSES.map((name, id) => [name, splitsOf(ROWS[id])] as const);
  const sum = (split: 'train' | 'eval' | 'test') =>
    balance.reduce((rows, [, splits]) => rows + splits[split], 0);
  const predictions = predictionsOf([
    [0, 0, 820],
    [0, 1, 22],
    [0, 2, 95],
    [1, 1, 520],
    [1, 3, 64],
    [2, 0, 71],
    [2, 2, 660],
    [3, 1, 31],
    [3, 3, 180],
    [4, 4, 210],
    [null, 4, 11],
  ]);
  return {
    name: 'topic',
    repo: 'acme/support-topics',
    shape: { ...shape, name: 'topic', classNames: CLASSES },
    counts: {
      ...counts,
      fetched: { corrections: predictions.reviewed, confirmed: 2100 },
      stages: { fetched: predictions.reviewed + 2100, cleaned: 4760, labelled: 4750, deduplicated: TOTAL },
      newestCorrection: '2026-11-22T19:00:00.000Z',
      predictions,
      pii: {
        action: 'redact' as const,
        rows: 45,
        found: { email: { finds: 41, rows: 38 }, phone: { finds: 12, rows: 12 } },
      },
    },
    contents: {
      numSamples: TOTAL,
      splits: { train: sum('train'), eval: sum('eval'), test: sum('test') },
      classBalance: Object.fromEntries(balance),
      missingClasses: [],
    },
    classRows: ROWS,
    pending: 118,
    previous: parsePreviousVersion(JSON.stringify(growingVersions('topic', CLASSES, 12).at(-1))),
    changes: {
      added: 421,
      removed: 12,
      relabelled: 38,
      classes: [{ from: 'billing', to: 'account', rows: 38 }],
    },
  };
}

/** Datasets of a run about support tickets, by how the first ended; the second is as usual. */
export function ticketRuns(): Readonly<Record<string, readonly DatasetReport[]>> {
  const facts = ticketFacts();
  const { counts, ...others } = facts;
  const priority = datasetReport({ name: 'priority', repo: 'acme/support-priority', pending: 30 });
  const reason = 'The data has not changed since v20261123_010203.';
  return {
    published: [datasetReport(facts), priority],
    held: [heldReport({ ...others, counts: { ...counts, ...heldReport().counts } }), priority],
    awaiting: [datasetReport({ status: 'awaiting-approval', ...facts }), priority],
    unchanged: [
      datasetReport({ status: 'unchanged', isNewVersion: false, reason, ...facts }),
      datasetReport({ status: 'unchanged', isNewVersion: false, reason, name: 'priority', pending: 30 }),
    ],
  };
}
