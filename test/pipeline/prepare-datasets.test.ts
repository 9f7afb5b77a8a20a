import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Corrections } from '../../src/pipeline/ports.ts';
import { prepareDatasets } from '../../src/pipeline/prepare-datasets.ts';
import type { PipelinePorts } from '../../src/pipeline/settings.ts';
import { BUILT_IN, DESCRIBED, targetOf } from '../support/built-in.ts';

test('prepares a few of many datasets at a time, and reports all in their order', async () => {
  const [definition] = BUILT_IN;
  const names = Array.from({ length: 20 }, (_, index) => `dataset-${index}`);
  const targets = names.map((name) => targetOf({ ...definition, name }, { min_dataset_len: 0 }));
  let now = 0;
  let most = 0;
  const ports = {
    database: {
      withSnapshot: (read: (corrections: Corrections) => Promise<unknown>) =>
        read({
          describe: async () => ({ sources: [DESCRIBED] }),
          all: async () => 0,
          sample: async () => 0,
          count: async () => 0,
        }),
    },
    openRepo: () => {
      throw new Error('never opened');
    },
    prepare: async () => {
      most = Math.max(most, ++now);
      await sleep(1);
      now--;
      throw new Error('not prepared');
    },
    tell: () => undefined,
    progress: { stage: (_: string, work: () => unknown) => work(), readRows: () => undefined },
  } as unknown as PipelinePorts;
  const reports = await prepareDatasets({ targets, dryRun: false, endpoint: 'https://hub.example' }, ports);
  expect(most).toBe(4);
  expect(reports.map(({ name, reason }) => [name, reason])).toEqual(
    names.map((name) => [name, 'not prepared']),
  );
});
