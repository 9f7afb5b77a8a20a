import { expect, test } from '@jest/globals';
import type { Corrections, CorrectionsDatabase } from '../../src/pipeline/ports.ts';
import { prepareDatasets } from '../../src/pipeline/prepare-datasets.ts';
import type { PipelinePorts } from '../../src/pipeline/settings.ts';
import { BUILT_IN, DESCRIBED, targetOf } from '../support/built-in.ts';

test('a dataset that is skipped tells what it is read from and the classes that were met', async () => {
  const corrections = {
    describe: async () => ({ sources: [DESCRIBED] }),
    async all({ fields }, _, onRow) {
      for (const [index, name] of ['URGENT', 'URGENT', 'NORMAL'].entries()) {
        const row = { message: `text ${index}`, urgency: name };
        onRow(fields.map(({ column }) => Buffer.from(row[column as keyof typeof row])));
      }
      return 3;
    },
    sample: async () => 0,
  } as Partial<Corrections> as Corrections;
  const database: CorrectionsDatabase = { withSnapshot: (read) => read(corrections) };
  const ports = {
    database,
    openRepo: () => ({ state: async () => null }),
    tell() {},
    progress: { stage: (_: string, work: () => unknown) => work(), readRows() {} },
  } as unknown as PipelinePorts;
  const targets = [targetOf(BUILT_IN[1], { min_dataset_len: 4 })];
  const [report] = await prepareDatasets({ targets, dryRun: true, endpoint: 'https://hub.example' }, ports);
  expect(report).toMatchObject({ status: 'skipped', classRows: [1, 2, 0], contents: null });
  expect(report.reading.source).toBe('complaints');
  expect(report.shape.classNames).toEqual(['NORMAL', 'URGENT', 'HIGHLY URGENT']);
});
