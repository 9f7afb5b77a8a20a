import { expect, test } from '@jest/globals';
import { resolveDataset } from '../../src/config/resolve.ts';
import { readPlan } from '../../src/engine/read-plan.ts';
import { RowCollector } from '../../src/engine/rows/collect-rows.ts';
import { TextRanker } from '../../src/engine/rows/rank.ts';
import { TextIndex } from '../../src/engine/rows/text-index.ts';
import type { Corrections } from '../../src/model/corrections.ts';
import type { Progress } from '../../src/model/progress.ts';
import { planReading } from '../../src/pipeline/plan-reading.ts';
import { targetOf } from '../support/built-in.ts';
import { describedColumns, taskDefinition } from '../support/tasks.ts';

/** Column of a dataset's labels, null for a task whose rows all count, and its confirmed rows a correction. */
type Wanted = readonly [column: 'label' | 'mood' | null, ratio: number];

/** Of the confirmed rows, every which one has no label, and no mood; 0 for none. */
interface Pool {
  readonly rows: number;
  readonly label: number;
  readonly mood: number;
}

const { source } = taskDefinition('text-classification');
const COLUMNS = describedColumns('text-classification', ['mood', 'prompt', 'completion']);
const BOTH: readonly Wanted[] = [
  ['label', 1],
  ['mood', 1],
];

test('confirmed rows are asked for with a margin, and each dataset takes the first of its own up to its size', async () => {
  const pool = { rows: 10_000, label: 50, mood: 90 };
  const { asked, fetched, taken } = await read(BOTH, 2000, pool);
  expect(asked).toEqual([{ limit: 2000 + 62 + 32 }]);
  expect(fetched).toEqual([2000, 2000]);
  // No row is handed on once the dataset that lacks the most is complete: 40 of 2040 rows have no label, 4 have neither.
  expect(taken).toBe(2040 - 4);
});

test('what a dataset lacks in spite of the margin is asked for by itself, unless no row is left', async () => {
  const pool = { rows: 1000, label: 0, mood: 2 };
  const { asked, fetched } = await read(BOTH, 200, pool);
  expect(asked).toEqual([{ limit: 238 }, { limit: 200 - 119, offset: 119 }]);
  expect(fetched).toEqual([200, 200]);
  const few = await read(BOTH, 200, { ...pool, rows: 237 });
  expect(few).toMatchObject({ asked: [{ limit: 238 }], fetched: [200, 119] });
});

test.each<[string, readonly Wanted[], number[], number[]]>([
  [
    'no dataset needs confirmed rows',
    [
      ['label', 0],
      ['mood', 0],
    ],
    [],
    [0, 0],
  ],
  [
    'one needs none',
    [
      ['label', 0],
      ['mood', 0.1],
    ],
    [20 + 32],
    [0, 20],
  ],
  ['a dataset is alone', [['label', 1]], [200], [200]],
  [
    'datasets have the same labels',
    [
      ['label', 1],
      ['label', 0.5],
    ],
    [200],
    [200, 100],
  ],
  [
    'all rows of the largest count',
    [
      ['label', 0.5],
      [null, 1],
    ],
    [200],
    [100, 200],
  ],
  [
    'all rows of the smaller count',
    [
      ['label', 1],
      [null, 0.5],
    ],
    [238],
    [200, 100],
  ],
])(
  'where %s, a margin is asked for only for rows that may be another one’s',
  async (_, wanted, limits, sizes) => {
    const { asked, fetched } = await read(wanted, 200, { rows: 1000, label: 50, mood: 0 });
    expect(asked.map(({ limit }) => limit)).toEqual(limits);
    expect(fetched).toEqual(sizes);
  },
);

test('rows in the order of their ids are asked for without a margin, which would be other rows', async () => {
  const { asked, fetched } = await read([['label', 1]], 200, { rows: 1000, label: 0, mood: 0 }, 'sklearn');
  expect(asked).toEqual([{ limit: 200, ordered: true }]);
  expect(fetched).toEqual([200]);
});

test('sketches are made from when the sample is asked for until its first row, or its end', async () => {
  const { waits } = await read([['label', 1]], 200, { rows: 1000, label: 0, mood: 0 });
  expect(waits).toEqual(['corrections false', 'sample true', 'row false', 'end false']);
  const { waits: none } = await read([['label', 1]], 200, { rows: 0, label: 0, mood: 0 });
  expect(none).toEqual(['corrections false', 'sample true', 'end false']);
});

/** Reads datasets with as many corrections each; tells what was asked of the database, and how many rows were taken. */
async function read(
  wanted: readonly Wanted[],
  reviewed: number,
  pool: Pool,
  method: 'stable' | 'sklearn' = 'stable',
) {
  const entries = wanted.map(([column, ratio], index) => {
    const task = column === null ? 'prompt-completion' : 'text-classification';
    const columns = column === null ? {} : { label: column };
    const definition = taskDefinition(task, { name: `dataset-${index}`, source, columns });
    const found = resolveDataset(definition, { corrections: COLUMNS, confirmed: COLUMNS, pending: null });
    if (Array.isArray(found)) throw new Error(found[0].message);
    return { target: targetOf(definition, { correctRatio: ratio, splitMethod: method }), ...found };
  });
  const [plan, ...others] = planReading(entries, new Date());
  expect(others).toEqual([]);
  const rowOf = (index: number, { label, mood }: Pool) =>
    plan.corrections.fields.map((field) => {
      const isNull = (every: number) => every > 0 && index % every === every - 1;
      if (field?.column === 'label') return isNull(label) ? null : Buffer.from('bug');
      if (field?.column === 'mood') return isNull(mood) ? null : Buffer.from('praise');
      return Buffer.from(`${field?.column} ${index}`);
    });

  let isWaiting = false;
  const waits: string[] = [];
  const wait = (event: string) => waits.at(-1) !== event && waits.push(event);
  const asked: { limit: number; offset?: number; ordered?: true }[] = [];
  const corrections = {
    async all(_, __, onRow) {
      wait(`corrections ${isWaiting}`);
      for (let index = 0; index < reviewed; index++) onRow(rowOf(index, { rows: 0, label: 0, mood: 0 }));
      return reviewed;
    },
    async sample({ members }, { limit, offset, ordered }, onRow) {
      asked.push({ limit, ...(offset === undefined ? {} : { offset }), ...(ordered ? { ordered } : {}) });
      const rows = Array.from({ length: pool.rows }, (_, index) => rowOf(index, pool))
        .filter((row) => members === null || members.some((field) => row[field] !== null))
        .slice(offset ?? 0, (offset ?? 0) + limit);
      wait(`sample ${isWaiting}`);
      for (const row of rows) {
        onRow(row);
        wait(`row ${isWaiting}`);
      }
      return rows.length;
    },
  } as Partial<Corrections> as Corrections;
  const collector = new RowCollector(plan.datasets, new TextIndex(new TextRanker(42)), 42);
  let taken = 0;
  const counting = {
    fetched: (dataset: number) => collector.fetched(dataset),
    limitConfirmed: (...limit: Parameters<RowCollector['limitConfirmed']>) =>
      collector.limitConfirmed(...limit),
    add(...[from, row]: Parameters<RowCollector['add']>) {
      if (from === 'confirmed') taken++;
      collector.add(from, row);
    },
    addTo: (...row: Parameters<RowCollector['addTo']>) => collector.addTo(...row),
  };
  const progress = { readingRows() {}, readRows() {} } as Partial<Progress> as Progress;
  const early = {
    begin() {
      isWaiting = true;
    },
    end() {
      isWaiting = false;
    },
  };
  await readPlan(corrections, plan, { collector: counting, progress, early });
  wait(`end ${isWaiting}`);
  return {
    waits,
    asked,
    fetched: wanted.map((_, dataset) => collector.fetched(dataset).confirmed),
    taken,
  };
}
