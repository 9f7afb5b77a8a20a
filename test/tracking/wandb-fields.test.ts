import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalWandb, type RecordedRequest, startLocalWandb } from '../support/local-wandb/server.ts';
import { datasetReport } from '../support/reports.ts';
import { channelTo, KEY, trackedRun as runReport } from './wandb-scene.ts';

/** A request as test/interop/wandb_client.py records it. */
interface ClientRequest {
  readonly path: string;
  readonly scheme: string;
  readonly type: string;
  readonly operation?: { readonly field: string; readonly input: Readonly<Record<string, unknown>> };
  readonly stream?: {
    readonly files?: Readonly<Record<string, { offset: number; content: readonly string[] }>>;
    readonly complete?: boolean;
    readonly exitcode?: number;
  };
}

const PYTHON: readonly ClientRequest[] = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'python-client.json'), 'utf8'),
);

let wandb: LocalWandb;
beforeAll(async () => {
  wandb = await startLocalWandb();
  wandb.addKey(KEY, { entity: 'sambodhan' });
});
beforeEach(() => wandb.clear());
afterAll(() => wandb.close());

function asRecorded({ path, headers, body, operation }: RecordedRequest): ClientRequest {
  const [scheme] = headers.authorization.split(' ');
  const entry = { path, scheme, type: headers['content-type'] };
  return operation === null ? { ...entry, stream: JSON.parse(body) } : { ...entry, operation };
}

function callsOf(requests: readonly ClientRequest[], field: string) {
  return requests.flatMap(({ operation }) => (operation?.field === field ? [operation.input] : []));
}

/** The request that completes the run. */
function completionOf(requests: readonly ClientRequest[]) {
  const found = requests.find(({ stream }) => stream?.complete);
  return { path: found?.path, ...found?.stream };
}

/** Names and types of a JSON object's values whose names W&B's clients reserve. */
function reserved(line = '{}') {
  const entries = Object.entries(JSON.parse(line)).filter(([name]) => name.startsWith('_'));
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value]));
}

/** The action's requests about two labels of which one is updated and one is skipped, as in the recording. */
async function actionRequests(): Promise<readonly ClientRequest[]> {
  const updated = datasetReport({ name: 'department' });
  const skipped = datasetReport({ status: 'skipped', isNewVersion: false });
  const { state } = await channelTo(wandb).report(runReport({ datasets: [updated, skipped] }));
  expect(state).toBe('delivered');
  return wandb.requests.map(asRecorded);
}

describe("the action's requests are those of W&B's Python client", () => {
  test('they go to the same places, signed and encoded alike', async () => {
    const doors = (requests: readonly ClientRequest[]) => {
      const seen = requests.map(({ path, scheme, type }) => {
        return `${path.replace(/[^/]+(?=\/file_stream)/, '<run>')} ${scheme} ${type}`;
      });
      return [...new Set(seen)].sort();
    };
    expect(doors(await actionRequests())).toEqual(doors(PYTHON));
  });

  test('a run is created with the same values in the same fields', async () => {
    const [ours] = callsOf(await actionRequests(), 'upsertBucket');
    const [theirs] = callsOf(PYTHON, 'upsertBucket');
    const { config, name, ...given } = ours;
    expect(theirs).toMatchObject(given);
    expect(Object.keys(given).sort()).toEqual(['entityName', 'jobType', 'modelName', 'tags']);
    expect(name).toMatch(/^[a-z0-9]{8}$/);
    expect(theirs.name).toMatch(/^[a-z0-9]{8}$/);
    const { _wandb, ...theirConfig } = JSON.parse(String(theirs.config));
    expect(JSON.parse(String(config))).toEqual(theirConfig);
  });

  test('an alert has the same fields', async () => {
    const ours = callsOf(await actionRequests(), 'notifyScriptableRunAlert');
    const theirs = callsOf(PYTHON, 'notifyScriptableRunAlert');
    const shape = ({ text, runName, waitDuration, ...same }: Readonly<Record<string, unknown>>) => {
      return { ...same, text: typeof text, runName: typeof runName, waitDuration: typeof waitDuration };
    };
    expect(ours.map(shape)).toEqual(theirs.map(shape));
    expect(ours[0].waitDuration).toBe(theirs[0].waitDuration);
  });

  test('history, summary and exit code are streamed in the same form', async () => {
    const ours = completionOf(await actionRequests());
    const theirs = completionOf(PYTHON);
    expect([ours.complete, ours.exitcode]).toEqual([theirs.complete, theirs.exitcode]);
    expect(Object.keys(ours.files ?? {}).sort()).toEqual(Object.keys(theirs.files ?? {}).sort());
    for (const name of ['wandb-history.jsonl', 'wandb-summary.json']) {
      const [our, their] = [ours.files?.[name], theirs.files?.[name]];
      expect(our?.offset).toBe(their?.offset);
      expect(reserved(our?.content[0])).toEqual(reserved(their?.content[0]));
    }
    const runtime = (line = '{}') => typeof JSON.parse(line)._wandb.runtime;
    const summaryOf = ({ files }: typeof ours) => files?.['wandb-summary.json'].content[0];
    expect(runtime(summaryOf(ours))).toBe(runtime(summaryOf(theirs)));
  });

  test('a metric of both has the same name and value', async () => {
    const { files } = completionOf(await actionRequests());
    const ours = JSON.parse(files?.['wandb-summary.json'].content[0] ?? '{}');
    const theirs = JSON.parse(completionOf(PYTHON).files?.['wandb-summary.json'].content[0] ?? '{}');
    const metrics = Object.keys(theirs).filter((name) => !name.startsWith('_'));
    expect(metrics.sort()).toEqual([
      'db_connection_status',
      'department_dataset_version',
      'department_records_fetched',
    ]);
    expect(metrics.map((name) => typeof ours[name])).toEqual(metrics.map((name) => typeof theirs[name]));
    expect(ours.db_connection_status).toBe(theirs.db_connection_status);
  });
});

test('no request holds the key, or a text that came from the database', async () => {
  const CANARY = 'canary-grievance';
  const { counts } = datasetReport();
  const error = new Error('The Hub refused.', { cause: new Error(CANARY) });
  const label = datasetReport({
    status: 'failed',
    reason: error.message,
    error,
    counts: counts && { ...counts, unknownClassNames: [{ name: CANARY, rows: 1 }] },
  });
  await channelTo(wandb).report(runReport({ outcome: 'failure', datasets: [label] }));
  const sent = wandb.requests.map(({ path, body }) => `${path} ${body}`).join('\n');
  expect(wandb.runs).toMatchObject([{ exitCode: 1, alerts: [{ severity: 'ERROR' }] }]);
  expect(sent).toContain('The Hub refused.');
  expect(sent).not.toContain(CANARY);
  expect(sent).not.toContain(KEY);
});
