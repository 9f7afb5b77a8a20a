import { expect, test } from '@jest/globals';
import { BUILT_IN_LABELS, type LabelSchema } from '../../src/dataset/label-schema.ts';
import type { Corrections, CorrectionsDatabase, Progress } from '../../src/pipeline/ports.ts';
import { readCorrections } from '../../src/pipeline/read-corrections.ts';

const [department, urgency] = BUILT_IN_LABELS;
const ROWS = 25_000;

/** Reads as many reviewed rows of labels, and tells which labels were read together and what a person was told. */
async function read(schemas: readonly LabelSchema[]) {
  const together: string[] = [];
  const told: [string, number][] = [];
  const corrections: Corrections = {
    async reviewed(group, onRow) {
      together.push(group.map(({ name }) => name).join('+'));
      const row = [Buffer.from('text'), ...group.map(({ classNames }) => Buffer.from(classNames[0]))];
      for (let index = 0; index < ROWS; index++) onRow(row);
      return ROWS;
    },
    sample: async () => 0,
  };
  const database: CorrectionsDatabase = { withSnapshot: (reading) => reading(corrections) };
  const progress = {
    readingRows: (label: string, _: string, rows: number) => told.push([label, rows]),
    readRows() {},
  } as unknown as Progress;
  await readCorrections(database, schemas, { correctRatio: 0, seed: 42, together: true, progress });
  return { together, told };
}

test('tells again and again how far it is', async () => {
  const { told } = await read([department, urgency]);
  expect(told).toEqual([
    ['department and urgency', 10_000],
    ['department and urgency', 20_000],
  ]);
});

test('reads labels together where both their corrections and their pools are the same', async () => {
  const elsewhere = { ...urgency.pool, selection: { ...urgency.pool.selection } };
  const otherPool = { ...urgency, pool: elsewhere };
  expect((await read([department, urgency])).together).toEqual(['department+urgency']);
  expect((await read([department, otherPool])).together).toEqual(['department', 'urgency']);
});
