import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { PREPARE_DATASET, type PrepareDatasetInputs } from '../../src/action/prepare-dataset-inputs.ts';
import { readInputs } from '../../src/action/read-inputs.ts';
import type { Corrections } from '../../src/model/corrections.ts';
import { PostgresError } from '../../src/postgres/errors/postgres-error.ts';
import type { Channel, RunReport } from '../../src/report/run-report.ts';
import { type PrepareDatasetClients, runPrepareDataset } from '../../src/runs/prepare-dataset.ts';
import { createChannels } from '../../src/wire/channels.ts';
import { openSpaceIn } from '../../src/wire/hub.ts';
import { createPipelineClients } from '../../src/wire/prepare-dataset.ts';
import { startHub, TOKENS } from '../hub/hub-scene.ts';
import { configOf, ODD_NAMES } from '../support/configs.ts';
import { environmentOf } from '../support/inputs.ts';
import type { LocalHub } from '../support/local-hub/server.ts';
import { Step } from '../support/step.ts';

const TEXT = { type: 'text', category: 'S', elementCategory: null };
const SELECT = 'SELECT id, text, label FROM reviews';
const ROWS = 40;

let hub: LocalHub;
let step: Step;
let told: RunReport[];
let opened: unknown[];
let corrections: Corrections;

beforeAll(async () => {
  [hub, step] = await Promise.all([startHub(), Step.start()]);
});

afterAll(() => Promise.all([hub.close(), step.close()]));

beforeEach(() => {
  [told, opened] = [[], []];
  hub.createSpace('owner/prepare');
  hub.clearRequests();
  corrections = {
    describe: async (sources) => ({
      problems: [],
      sources: sources.map(() => ({
        corrections: ['id', 'text', 'label'].map((name) => ({ ...TEXT, name })),
        confirmed: null,
        pending: null,
      })),
    }),
    async all({ fields }, _, onRow) {
      for (let row = 0; row < ROWS; row++) {
        const values = { id: `${row}`, text: `text ${row}`, label: row % 2 === 0 ? 'yes' : 'no' };
        onRow(fields.map((read) => Buffer.from(values[read!.column as keyof typeof values])));
      }
      return ROWS;
    },
    sample: async () => 0,
    count: async () => 0,
    countCauses: async () => ({ value: 0, causes: new Map() }),
    ask: async () => [],
    hold: async () => {
      throw new Error('nothing is held');
    },
  };
});

describe('runPrepareDataset', () => {
  test('publishes the datasets of a file, whatever they are called', async () => {
    const folder = path.join(step.folder, 'files');
    const { exitCode, outputs, summary, log } = await run({
      config: configOf(ODD_NAMES),
      'output-dir': folder,
    });
    expect(log).not.toContain('::error');
    expect([exitCode, JSON.parse(outputs.updated)]).toEqual([0, ODD_NAMES]);
    const versions = new Map<string, { tag: string; commit: string }>(
      Object.entries(JSON.parse(outputs.versions)),
    );
    expect([...versions.keys()]).toEqual(ODD_NAMES);
    for (const [name, { tag, commit }] of versions) {
      expect(hub.repo(`owner/${name}`).tags.get(tag)?.commit).toBe(commit);
      expect(summary).toContain(`✅ <strong>${name}</strong> in full`);
    }
    expect(Object.keys(outputs).sort()).toEqual(['updated', 'versions']);
    expect(await readdir(folder)).toEqual([...ODD_NAMES].sort());
    expect(told.map(({ outcome }) => outcome)).toEqual(['success']);
  });

  test('pauses the Space at the end, and only warns when that fails', async () => {
    const config = configOf(['all']);
    const paused = await run({ config, 'prepare-dataset-space-id': 'owner/prepare' });
    expect(paused.exitCode).toBe(0);
    expect(told[0].spacePause).toMatchObject({ state: 'delivered', detail: 'owner/prepare is PAUSED' });
    const missing = await run({ config, 'prepare-dataset-space-id': 'owner/missing' });
    expect(missing.exitCode).toBe(0);
    expect(missing.log).toContain(
      '::warning title=Space to pause%3A failed::The Hub does not find the Space',
    );
    hub.clearRequests();
    await run({ config, 'prepare-dataset-space-id': 'owner/prepare', 'dry-run': 'true' });
    expect(hub.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('fails when one dataset failed, with the others published', async () => {
    const config = configOf(['fine', 'all']).replace('owner/all', 'stranger/all');
    const { exitCode, outputs, log } = await run({ config });
    expect([exitCode, outputs.updated]).toEqual([1, '["fine"]']);
    expect(JSON.parse(outputs.versions)).toMatchObject({ all: { status: 'failed', tag: null } });
    expect(log).toContain(
      '::error title=all%3A failed::The token has no permission for this on datasets/stranger/all (403)',
    );
    expect(told).toMatchObject([{ outcome: 'failure', failure: null }]);
  });

  test('tells a database that failed to every channel, and fails with its words', async () => {
    corrections.describe = async () => {
      throw new PostgresError('The database db at h:5432 went away.');
    };
    const { exitCode, outputs, log, summary } = await run({ config: configOf(['all']) });
    expect([exitCode, outputs]).toEqual([1, { updated: '[]', versions: '{}' }]);
    expect(log).toMatch(/^::error::The database db at h:5432 went away\.$/m);
    expect(summary).toContain('❌ The database db at h&#58;5432 went away.');
    expect(told).toMatchObject([{ outcome: 'failure', failure: { stage: 'database' } }]);
  });

  test('tells a SELECT that lacks a column on its line, and lists it in the summary and to the channels', async () => {
    await mkdir(path.join(step.folder, 'sql'), { recursive: true });
    await writeFile(path.join(step.folder, 'sql', 'reviews.sql'), 'SELECT id, text FROM reviews');
    await writeFile(
      path.join(step.folder, 'datasets.yml'),
      configOf(['all', 'runs']).replace(SELECT, '{ file: sql/reviews.sql }'),
    );
    corrections.describe = async (sources) => ({
      problems: [],
      sources: sources.map(() => ({
        corrections: ['id', 'text'].map((name) => ({ ...TEXT, name })),
        confirmed: null,
        pending: null,
      })),
    });
    const { exitCode, log, summary } = await run({ config: 'datasets.yml' });
    expect(exitCode).toBe(1);
    const annotations = [...log.matchAll(/^::error file=([^,]*),line=(\d+),col=(\d+)::(.*)$/gm)];
    expect(annotations.map(([, ...place]) => place.slice(0, 3))).toEqual([
      ['sql/reviews.sql', '1', '1'],
      ['sql/reviews.sql', '1', '1'],
    ]);
    const [, failure] = /^::error::(.*)$/m.exec(log)!;
    expect(failure).toBe(
      'The datasets that config declares cannot be prepared.%0A- sql/reviews.sql: 2 problems in line 1, each reported as an error',
    );
    expect(summary).toMatch(
      /❌ The datasets that config declares cannot be prepared\.\n\n- sql\/reviews\.sql&#58;1&#58;1&#58; /,
    );
    const { message } = told[0].failure!;
    expect(message.split('\n').slice(1)).toEqual(
      annotations.map(([, , , , text]) => `- sql/reviews.sql:1:1: ${text}`),
    );
  });

  test('tells problems of YAML that is no file in the failure itself, once', async () => {
    const { exitCode, log } = await run({ config: 'version: 1\ndatasets: {}\n' });
    expect([exitCode, log.match(/^::error/gm)?.length]).toEqual([1, 1]);
    expect(log).toContain('::error::The inputs cannot be used.%0A- config:');
  });

  test('a run whose inputs cannot be used tells so outside, unless nobody knows whether it is a dry run', async () => {
    const unusable = await run({ split: 'none', 'department-dataset': 'owner/x' });
    expect(unusable.outputs).toMatchObject({ 'department-status': 'failed', 'urgency-status': '' });
    expect(told).toMatchObject([{ outcome: 'failure', failure: { stage: 'inputs' } }]);
    expect(told[0].failure?.message).toContain('\n- split ');
    expect(opened).toEqual([{ endpoint: hub.url, dryRun: false }]);
    await run({ 'dry-run': 'maybe', 'department-dataset': 'owner/x' });
    expect(opened).toEqual([expect.anything(), { endpoint: hub.url, dryRun: true }]);
  });
});

const clients: PrepareDatasetClients = {
  openSpace: openSpaceIn(GITHUB_ACTIONS),
  openChannels(reading, options) {
    opened.push(options);
    const channel: Channel = {
      name: 'Test',
      async report(run) {
        told.push(run);
        return { channel: 'Test', state: 'delivered', detail: '' };
      },
    };
    return [...createChannels(reading, options), channel];
  },
  openPipeline: (inputs: PrepareDatasetInputs, options) => ({
    ...createPipelineClients(GITHUB_ACTIONS, inputs, options),
    database: { withSnapshot: (read) => read(corrections) },
  }),
};

function run(inputs: Readonly<Record<string, string>>) {
  const given = { 'postgres-url': 'postgresql://db', 'hf-token': TOKENS.writer, 'hub-endpoint': hub.url };
  const environment = environmentOf({ ...given, ...inputs }, { GITHUB_WORKSPACE: step.folder });
  return step.run((signal) =>
    runPrepareDataset(readInputs(GITHUB_ACTIONS, PREPARE_DATASET, environment), clients, signal),
  );
}
