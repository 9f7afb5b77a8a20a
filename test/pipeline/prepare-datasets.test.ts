import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Prepare } from '../../src/engine/preparer.ts';
import { createRowEngine } from '../../src/engine/row-engine.ts';
import type { Corrections } from '../../src/model/corrections.ts';
import { prepareDatasets } from '../../src/pipeline/prepare-datasets.ts';
import type { PipelinePorts } from '../../src/pipeline/settings.ts';
import { BUILT_IN, DESCRIBED, targetOf } from '../support/built-in.ts';

test('prepares a few of many datasets at a time, and reports all in their order', async () => {
  const [definition] = BUILT_IN;
  const names = Array.from({ length: 20 }, (_, index) => `dataset-${index}`);
  const targets = names.map((name) => targetOf({ ...definition, name }, { minDatasetLen: 0 }));
  let now = 0;
  let most = 0;
  const ports = {
    database: {
      withSnapshot: (read: (corrections: Corrections) => Promise<unknown>) =>
        read({
          describe: async () => ({ sources: [DESCRIBED], problems: [] }),
          all: async () => 0,
          sample: async () => 0,
          count: async () => 0,
          countCauses: async () => ({ value: 0, causes: new Map() }),
          ...NOT_BY_SPARK,
        }),
    },
    openRepo: () => {
      throw new Error('never opened');
    },
    engine: engineOf(async () => {
      most = Math.max(most, ++now);
      await sleep(1);
      now--;
      throw new Error('not prepared');
    }),
    report: () => undefined,
    now: () => new Date(),
    progress: { stage: (_: string, work: () => unknown) => work(), readRows: () => undefined },
  } as unknown as PipelinePorts;
  const reports = await prepareDatasets(
    { targets, dryRun: false, endpoint: 'https://hub.example', runUrl: null },
    ports,
  );
  expect(most).toBe(4);
  expect(reports.map(({ name, reason }) => [name, reason])).toEqual(
    names.map((name) => [name, 'not prepared']),
  );
});

test('tells the first conflicting rows by id, and lists all of a dataset that is skipped', async () => {
  const [definition] = BUILT_IN;
  const target = targetOf(definition, { correctRatio: 0 });
  const [one, other] = definition.classNames;
  const written: string[] = [];
  const ports = {
    database: {
      withSnapshot: (read: (corrections: Corrections) => Promise<unknown>) =>
        read({
          describe: async () => ({ sources: [DESCRIBED], problems: [] }),
          async all({ fields }, _, onRow) {
            for (let row = 0; row < 50; row++) {
              const values = {
                [definition.columns.predicted!]: other,
                id: `${row}`,
                message: 'same',
                [definition.columns.label!]: row % 2 ? one : other,
              };
              onRow(fields.map((read) => Buffer.from(values[read!.column as keyof typeof values])));
            }
            return 50;
          },
          sample: async () => 0,
          count: async () => 0,
          countCauses: async () => ({ value: 0, causes: new Map() }),
          ...NOT_BY_SPARK,
        }),
    },
    engine: engineOf(async () => {
      throw new Error('nothing is prepared');
    }),
    openRepo: () => {
      throw new Error('no repo is needed');
    },
    outputFolder: {
      writeReview: async () => undefined,
      writeDropped: async (dataset: string, lines: Iterable<Uint8Array>) =>
        written.push(
          dataset,
          ...Buffer.concat([...lines])
            .toString()
            .split('\n'),
        ),
    },
    now: () => new Date(),
    report: () => undefined,
    progress: { stage: (_: string, work: () => unknown) => work(), readRows: () => undefined },
  } as unknown as PipelinePorts;
  const [report] = await prepareDatasets(
    { targets: [target], dryRun: false, endpoint: '', runUrl: null },
    ports,
  );
  expect(report.conflictIds).toEqual(Array.from({ length: 20 }, (_, row) => `${row}`));
  expect([written[0], written[1], written.length]).toEqual([
    definition.name,
    '{"id":"0","source":"reviewed","reason":"conflict"}',
    52,
  ]);
});

/** What only Spark asks for. */
const NOT_BY_SPARK = {
  ask: async () => [],
  hold: async () => {
    throw new Error('nothing is held');
  },
};

function engineOf(prepare: Prepare) {
  return createRowEngine({ memoryLimit: Number.POSITIVE_INFINITY, temp: tmpdir(), prepare });
}
