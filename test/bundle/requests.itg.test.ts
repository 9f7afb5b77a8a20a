import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { requestLines } from '../hub/hub-scene.ts';
import { BundleScene, variedReviews } from '../support/bundle-scene.ts';

const STATUSES = ['department-status', 'urgency-status'] as const;
let scene: BundleScene;

beforeAll(async () => {
  scene = await BundleScene.start();
});

afterAll(() => scene.close());

beforeEach(() => scene.newDatabase());

/** Runs the bundle for two datasets of one owner. */
async function run(): Promise<{ statuses: readonly string[]; requests: readonly string[] }> {
  scene.hub.clearRequests();
  const { outputs } = await scene.run();
  const statuses = STATUSES.map((name) => outputs[name]);
  return { statuses, requests: requestLines(scene.hub).sort() };
}

/** Requests as method and path without ids, each once, with how often it was sent. */
function counted(lines: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const line of lines) {
    const kind = line.replace(/[0-9a-f]{40,}(\/\d+)?/g, '…').replace(/owner\/\w+/, 'owner/…');
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

test('two datasets take 25 requests at first, 26 when both changed, and 6 when neither did', async () => {
  await scene.addReviews(variedReviews(40));
  const first = await run();
  expect(first.statuses).toEqual(['published', 'published']);
  const sending = {
    'POST /datasets/owner/….git/info/lfs/objects/batch': 2,
    'PUT /_lfs/upload/…': 8,
    'POST /api/datasets/owner/…/commit/main': 2,
    'GET /api/datasets/owner/…/revision/…': 2,
    // The version, and later the mark that it was announced.
    'POST /api/datasets/owner/…/tag/…': 4,
  };
  const looking = {
    'GET /datasets/owner/…/resolve/main/dataset_metadata.json': 2,
    'GET /api/datasets/owner/…': 2,
  };
  const creating = { 'GET /api/datasets': 1, 'POST /api/repos/create': 2 };
  expect(counted(first.requests)).toEqual({ ...sending, ...looking, ...creating });
  expect(first.requests).toHaveLength(25);

  const same = await run();
  expect(same.statuses).toEqual(['unchanged', 'unchanged']);
  expect(counted(same.requests)).toEqual({ ...looking, 'GET /api/datasets/owner/…/refs': 2 });
  expect(same.requests).toHaveLength(6);

  await scene.addReviews(variedReviews(40, 'later'));
  const changed = await run();
  expect(changed.statuses).toEqual(['published', 'published']);
  // The Hub sends a large file from its storage.
  const comparing = {
    'GET /datasets/owner/…/resolve/main/row_index.parquet': 2,
    'GET /_lfs/download/…': 2,
  };
  expect(counted(changed.requests)).toEqual({ ...sending, ...looking, ...comparing });
  expect(changed.requests).toHaveLength(26);
});
