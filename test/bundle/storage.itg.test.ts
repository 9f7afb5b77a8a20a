import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, variedReviews } from '../support/bundle-scene.ts';
import type { Fault } from '../support/http/faults.ts';
import { type LocalGitHub, startLocalGitHub } from '../support/local-github/server.ts';

const BATCH = /\/info\/lfs\/objects\/batch$/;
const UPLOAD = /\/_lfs\/upload\//;
let scene: BundleScene;
let github: LocalGitHub;
let issues: readonly { readonly state: string }[];
let repo: string;
let round = 0;

beforeAll(async () => {
  [scene, github] = await Promise.all([BundleScene.start(), startLocalGitHub()]);
  github.addToken('ghs_token', { permissions: ['issues=write'], repositories: ['owner/app'] });
  issues = github.createRepository('owner/app').issues;
  await scene.newDatabase();
  await scene.addReviews(variedReviews(40));
});
afterAll(() => Promise.all([scene.close(), github.close()]));
beforeEach(() => {
  scene.hub.faults.clear();
  repo = `owner/storage-${round++}`;
});

async function run(...faults: Fault[]) {
  scene.hub.faults.add(...faults);
  const inputs = {
    'department-dataset': repo,
    'urgency-dataset': '',
    'github-token': 'ghs_token',
    // Storage asks for no file that it has.
    'random-state': String(round),
  };
  const environment = {
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: 'owner/app',
    GITHUB_RUN_ID: '1',
    GITHUB_WORKFLOW: 'Nightly',
    GITHUB_EVENT_NAME: 'schedule',
  };
  const { exitCode, log, summary, outputs } = await scene.run(inputs, environment);
  return { exitCode, log, summary, status: outputs['department-status'] };
}

interface Batch {
  readonly objects: { oid: string; size: number; actions?: { upload: { href: string; header: object } } }[];
}

/** An answer about where files go, changed. */
function answering(change: (batch: Batch) => unknown, times = 99): Fault {
  const alter = (body: Buffer) => Buffer.from(JSON.stringify(change(JSON.parse(String(body)))));
  return { path: BATCH, when: 'after', times, kind: { alter } };
}

/** Has every file go in parts, of which there are too many. */
function inTooManyParts({ objects }: Batch) {
  return {
    objects: objects.map(({ oid, size, actions }) => {
      const { href = '' } = actions?.upload ?? {};
      const header = { chunk_size: String(size), '00001': href, '00002': href };
      return { oid, size, actions: { upload: { href, header } } };
    }),
  };
}

const xml = (code: string, message: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
const storage = (status: number, body: string, times = 99): Fault => {
  return { method: 'PUT', path: UPLOAD, when: 'before', times, kind: { status, body } };
};

test('a wrong number of parts is an error of the dataset, which annotation, summary, outputs and issue report', async () => {
  const { exitCode, log, summary, status } = await run(answering(inTooManyParts));
  expect([exitCode, status]).toEqual([1, 'failed']);
  const told = 'it has 2 parts for a file that needs 1';
  expect(log).toMatch(new RegExp(`^::error title=department%3A failed::.*${told}`, 'm'));
  expect(summary).toContain(told);
  expect(scene.hub.repo(repo).commits).toHaveLength(1);
  expect(issues.map(({ state }) => state)).toEqual(['open']);
});

test('a wrong number of parts that does not come again costs a second attempt', async () => {
  const { exitCode, log, status } = await run(answering(inTooManyParts, 1));
  expect([exitCode, status]).toEqual([0, 'published']);
  expect(log).toContain('trying the commit again. The Hub');
});

test('that an owner has no storage left is reported in the words of the Hub, without advice about the token', async () => {
  const full = 'Private repository storage limit reached, see https://hub.example/billing?token=secret';
  const { exitCode, log, summary } = await run(
    answering(({ objects }) => ({
      objects: objects.map(({ oid, size }) => ({ oid, size, error: { code: 403, message: full } })),
    })),
  );
  expect(exitCode).toBe(1);
  for (const text of [log, summary.replaceAll('\\', '')])
    expect(text).toContain('Private repository storage limit reached');
  expect(log).toContain(`The Hub has no storage left for the files of datasets/${repo} (403).`);
  expect(log).not.toMatch(/settings\/tokens|token=secret/);
});

describe('a refusal of storage is no refusal of the Hub', () => {
  test.each([
    [
      403,
      xml('RequestTimeTooSkewed', 'The difference is too large.'),
      "403 RequestTimeTooSkewed): the runner's clock is wrong.",
    ],
    [403, '<html><body>Blocked by policy</body></html>', '(403), without a reason. A proxy or firewall'],
    [403, xml('AccessDenied', 'Access Denied'), '403 AccessDenied). The token is not the cause.'],
  ])('%d %s', async (status, body, told) => {
    const { exitCode, log } = await run(storage(status, body));
    expect(exitCode).toBe(1);
    expect(log).toMatch(/The Hub's storage at localhost:\d+ refused an upload to datasets/);
    expect(log).toContain(told);
    expect(log).not.toMatch(/settings\/tokens|signature=|Blocked by policy/);
  });

  test('400 RequestTimeout is repeated', async () => {
    const { exitCode, status } = await run(storage(400, xml('RequestTimeout', 'Your socket was idle.'), 1));
    expect([exitCode, status]).toEqual([0, 'published']);
  });

  test('an address that has expired is asked for anew', async () => {
    const { exitCode, status, log } = await run(storage(403, xml('AccessDenied', 'Request has expired'), 1));
    expect([exitCode, status]).toEqual([0, 'published']);
    expect(log).toContain('its signed address had expired');
  });
});
