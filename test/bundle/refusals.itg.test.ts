import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BundleScene, TOKEN, variedReviews } from '../support/bundle-scene.ts';
import { startLocalHub } from '../support/local-hub/server.ts';
import { createAuthority } from '../support/postgres/certificates.ts';
import type { BundleRun } from '../support/run-bundle.ts';

const PASSWORD = 'pa@ss/w%rd-CANARY';
const GRIEVANCE = 'CANARY grievance of a citizen';
const READER = 'hf_reader_CANARY';
const UNKNOWN = 'hf_unknown_CANARY';

let scene: BundleScene;
let ca: string;
let secrets: string[];

beforeAll(async () => {
  scene = await BundleScene.start();
  await scene.newDatabase();
  await scene.addReviews([...variedReviews(40), { message: GRIEVANCE, urgency: 'URGENT' }]);
  await scene.addReviews([{ message: `${GRIEVANCE} with an unknown class`, urgency: 'CRITICAL' }]);
  scene.hub.addToken({ token: READER, user: 'owner', role: 'read' });
  ({ cert: ca } = await createAuthority('canary authority'));
  await scene.postgres.query(`CREATE ROLE canary LOGIN SUPERUSER PASSWORD '${PASSWORD}'`);
  const caLines = ca.split(/\s+/).filter((line) => line.length > 30);
  secrets = [PASSWORD, encodeURIComponent(PASSWORD), TOKEN, READER, UNKNOWN, ...caLines];
});

afterAll(() => scene.close());

describe('one clear error, and the other label still tried', () => {
  test('a token the Hub does not know (401)', async () => {
    const run = await runWithCanaries({ 'hf-token': UNKNOWN });
    expect(failuresOf(run)).toEqual([
      `department: failed::The Hub refused the token for datasets/owner/department (401): it is not valid, has expired, or has no access to this repo. Create a token with write access at ${scene.hub.url}/settings/tokens and pass it as hf-token. The Hub answered: Invalid credentials in Authorization header.`,
      `urgency: failed::The Hub refused the token for datasets/owner/urgency (401): it is not valid, has expired, or has no access to this repo. Create a token with write access at ${scene.hub.url}/settings/tokens and pass it as hf-token. The Hub answered: Invalid credentials in Authorization header.`,
    ]);
    expect(run.outputs).toMatchObject({
      'department-status': 'failed',
      'urgency-status': 'failed',
      updated: '[]',
    });
  });

  test('a token without the right to write (403)', async () => {
    const run = await runWithCanaries({ 'hf-token': READER });
    expect(failuresOf(run)[0]).toContain(
      'The token has no permission for this on datasets/owner/department (403). Give it write access',
    );
    expect(failuresOf(run)).toHaveLength(2);
  });

  test("a repo in someone else's namespace (403)", async () => {
    const run = await runWithCanaries({ 'department-dataset': 'stranger/department' });
    expect(failuresOf(run)).toHaveLength(1);
    expect(failuresOf(run)[0]).toContain('has no permission for this on datasets/stranger/department (403)');
    expect(run.outputs).toMatchObject({
      'department-status': 'failed',
      'department-tag': '',
      'urgency-status': 'published',
    });
  });

  test('a Hub that cannot be reached', async () => {
    const gone = await startLocalHub();
    await gone.close();
    const run = await runWithCanaries({ 'hub-endpoint': gone.url });
    expect(failuresOf(run)).toEqual([
      `department: failed::The Hub at ${gone.url} could not be reached for datasets/owner/department: ECONNREFUSED. Check hub-endpoint and the runner's network, then run the workflow again.`,
      `urgency: failed::The Hub at ${gone.url} could not be reached for datasets/owner/urgency: ECONNREFUSED. Check hub-endpoint and the runner's network, then run the workflow again.`,
    ]);
    const causes = ['HubError', 'TypeError', 'Error ECONNREFUSED'].map(
      (cause) => `::debug::caused by ${cause}\n`,
    );
    expect(run.log.split(causes.join(''))).toHaveLength(3);
  });
});

describe('one clear error before anything is tried', () => {
  test('no token', async () => {
    const run = await runWithCanaries({ 'hf-token': '' });
    expect(failuresOf(run)).toEqual([
      'The inputs cannot be used.%0A- hf-token is missing: pass a Hugging Face token with write access to the datasets from a secret, or give the job "permissions: id-token: write" for a trusted publisher',
    ]);
    expect(run.outputs).toMatchObject({ 'department-status': 'failed', 'urgency-status': 'failed' });
  });

  test('a wrong password', async () => {
    const run = await runWithCanaries({
      'postgres-url': scene.database.url({ user: 'canary', password: `${PASSWORD}!` }),
    });
    expect(failuresOf(run)).toHaveLength(1);
    expect(failuresOf(run)[0]).toMatch(/password.*canary/);
    expect(run.outputs).toMatchObject({ 'department-status': 'failed', updated: '[]', versions: '{}' });
  });

  test('a URL that is none', async () => {
    const run = await runWithCanaries({ 'postgres-url': `postgres//canary:${PASSWORD}@db` });
    expect(failuresOf(run)).toHaveLength(1);
  });

  test('a missing table', async () => {
    const other = await scene.postgres.createDatabase('empty');
    const run = await runWithCanaries({ 'postgres-url': other.url({ user: 'canary', password: PASSWORD }) });
    expect(failuresOf(run)).toHaveLength(1);
    expect(failuresOf(run)[0]).toContain('misclassified_complaints');
  });
});

test('a run that succeeds tells no secret and no grievance either', async () => {
  const run = await runWithCanaries({
    'department-dataset': 'owner/fine',
    'urgency-dataset': 'owner/fine-too',
  });
  expect([run.exitCode, run.outputs.updated]).toEqual([0, '["department","urgency"]']);
  for (const file of ['README.md', 'dataset_metadata.json']) {
    const text = scene.hub.readFile('owner/fine-too', 'main', file).toString();
    for (const secret of [...secrets, GRIEVANCE]) expect(text).not.toContain(secret);
  }
  expect(run.masked).toEqual(expect.arrayContaining([PASSWORD, encodeURIComponent(PASSWORD), TOKEN]));
});

/** Runs with secrets that can be recognized, and looks for them, and for the grievance, in all that was told. */
async function runWithCanaries(inputs: Record<string, string>): Promise<BundleRun> {
  scene.hub.clearRequests();
  const given = {
    'postgres-url': scene.database.url({ user: 'canary', password: PASSWORD }),
    'postgres-ca': ca,
  };
  const run = await scene.run({ ...given, ...inputs });
  if (inputs['department-dataset'] !== 'owner/fine') expect(run.exitCode).toBe(1);
  for (const told of [run.log, run.summary, JSON.stringify(run.outputs)]) {
    for (const secret of [...secrets, GRIEVANCE]) expect(told).not.toContain(secret);
  }
  for (const { path, body } of scene.hub.requests) expect(path + decodeFiles(body)).not.toContain(GRIEVANCE);
  return run;
}

/** The error annotations, without the request ids. */
function failuresOf({ log }: BundleRun): string[] {
  const errors = [...log.matchAll(/^::error(?: title=([^:]*))?::(.*)$/gm)];
  return errors.map(([, title, message]) => {
    const text = message.replace(/ \(request id [^)]*\)$/, '');
    return title === undefined ? text : `${title.replaceAll('%3A', ':')}::${text}`;
  });
}

/** A request's body with the contents of a commit's regular files, which travel as base64, readable. */
function decodeFiles(body: string): string {
  return body.replace(/"content":"([A-Za-z0-9+/=]+)"/g, (_, content) =>
    Buffer.from(content, 'base64').toString(),
  );
}
