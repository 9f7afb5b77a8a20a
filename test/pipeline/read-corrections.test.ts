import { expect, test } from '@jest/globals';
import type { Corrections, CorrectionsDatabase } from '../../src/model/corrections.ts';
import type { Statement } from '../../src/model/definition.ts';
import type { Progress } from '../../src/model/progress.ts';
import type { DatasetTarget } from '../../src/model/target.ts';
import { BUILT_IN, DEPARTMENT, DESCRIBED, targetOf, URGENCY } from '../support/built-in.ts';
import { readAndCollect } from '../support/read-rows.ts';

const [department, urgency] = BUILT_IN.map((definition) => targetOf(definition, { correctRatio: 0 }));
const ROWS = 25_000;

/** Reads as many corrections of datasets, and tells how many fields were read at once and what a person was told. */
async function read(targets: readonly DatasetTarget[], corrections: Partial<Corrections> = {}) {
  const fields: number[] = [];
  const told: [string, number][] = [];
  const fake = {
    describe: async (sources: readonly unknown[]) => ({
      sources: sources.map(() => DESCRIBED),
      problems: [],
    }),
    async all(selection, _, onRow) {
      fields.push(selection.fields.length);
      const row = [
        Buffer.from('text'),
        Buffer.from(DEPARTMENT.classNames[0]),
        Buffer.from(URGENCY.classNames[0]),
        Buffer.from('1'),
        null,
        null,
      ];
      for (let index = 0; index < ROWS; index++) onRow(row);
      return ROWS;
    },
    sample: async () => 0,
    count: async () => 0,
    ...corrections,
  } as Corrections;
  const database: CorrectionsDatabase = { withSnapshot: (reading) => reading(fake) };
  const progress = {
    readingRows: (dataset: string, _: string, rows: number) => told.push([dataset, rows]),
    readRows() {},
  } as unknown as Progress;
  const rows = await readAndCollect(database, targets, progress);
  return { fields, told, rows };
}

test('tells again and again how far it is', async () => {
  const { told } = await read([department, urgency]);
  expect(told).toEqual([
    ['department and urgency', 10_000],
    ['department and urgency', 20_000],
  ]);
});

test('reads datasets together where their source, seed and order are the same', async () => {
  const { source } = urgency;
  const elsewhere = { ...urgency, source: { ...source } };
  expect((await read([department, urgency])).fields).toEqual([6]);
  expect((await read([department, elsewhere])).fields).toEqual([4, 4]);
  const otherSeed = { ...urgency, settings: { ...urgency.settings, randomState: 7 } };
  expect((await read([department, otherSeed])).fields).toEqual([4, 4]);
  const ordered = [department, urgency].map((target) => ({
    ...target,
    settings: { ...target.settings, splitMethod: 'sklearn' as const },
  }));
  expect((await read(ordered)).fields).toEqual([4, 4]);
});

test('tells how many corrections wait, and refuses what is no number', async () => {
  const pending: Statement = { ...urgency.source.corrections, sql: 'SELECT 7 AS waiting' };
  const source = { ...urgency.source, pending };
  const target = { ...urgency, source };
  const waiting = { name: 'waiting', type: 'bigint', category: 'N', elementCategory: null };
  const describe = async () => ({ sources: [{ ...DESCRIBED, pending: [waiting] }], problems: [] });
  const { rows } = await read([target], { describe, count: async () => 7 });
  expect(rows[0].pending).toBe(7);
  for (const wrong of [Number.NaN, -1, 1.5]) {
    await expect(read([target], { describe, count: async () => wrong })).rejects.toThrow(
      'This SELECT must give one row with one number',
    );
  }
});
