import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ISSUER_KEY } from '../support/local-github/routes/identity.ts';
import { type LocalGitHub, startLocalGitHub } from '../support/local-github/server.ts';
import { type LocalHub, startLocalHub } from '../support/local-hub/server.ts';
import { runBundle } from '../support/run-bundle.ts';

let hub: LocalHub;
let github: LocalGitHub;

beforeAll(async () => {
  [hub, github] = await Promise.all([startLocalHub(), startLocalGitHub()]);
  hub.addToken({ token: 'hf_writer', user: 'owner', role: 'write' });
  hub.addToken({ token: 'hf_reader', user: 'owner', role: 'read' });
});

afterAll(() => Promise.all([hub.close(), github.close()]));

beforeEach(() => {
  hub.createSpace('owner/prepare');
  hub.clearRequests();
});

describe('pause-space', () => {
  test('pauses a Space, and one that is paused already', async () => {
    const first = await run();
    expect(first).toMatchObject({ exitCode: 0, outputs: { stage: 'PAUSED' } });
    expect(first.masked).toEqual(['hf_writer']);
    expect(await run()).toMatchObject({ exitCode: 0, outputs: { stage: 'PAUSED' } });
    expect(posts()).toEqual(['/api/spaces/owner/prepare/pause']);
  });

  test('falls back to HF_TOKEN and HF_ENDPOINT', async () => {
    const environment = { HF_TOKEN: 'hf_writer', HF_ENDPOINT: hub.url };
    const standard = { 'hf-token': '', 'hub-endpoint': 'https://huggingface.co' };
    expect(await run(standard, environment)).toMatchObject({ exitCode: 0, outputs: { stage: 'PAUSED' } });
  });

  test('needs no token where the Space trusts the job', async () => {
    hub.trustPublisher({ repository: 'owner/app', resource: 'spaces/owner/prepare' }, ISSUER_KEY);
    const done = await run({ 'hf-token': '' }, github.identityEnvironment('owner/app'));
    expect(done).toMatchObject({ exitCode: 0, outputs: { stage: 'PAUSED' } });
    expect(done.masked).toEqual([expect.stringMatching(/^eyJ/), expect.stringMatching(/^hf_jwt_/)]);
    for (const secret of done.masked) expect(done.log).not.toContain(secret);
  });

  test('says which permission is missing when there is no token', async () => {
    const { exitCode, log } = await run({ 'hf-token': '' });
    expect(exitCode).toBe(1);
    expect(log).toContain('::error::No token is available for spaces/owner/prepare');
    expect(log).toContain('id-token: write');
  });

  test('only says what it would do in a dry run', async () => {
    const { exitCode, log, outputs } = await run({ 'dry-run': 'true', 'hf-token': '' });
    expect({ exitCode, outputs }).toEqual({ exitCode: 0, outputs: { stage: '' } });
    expect(log).toContain('Dry run: the Space owner/prepare would be paused.');
    expect(hub.requests).toHaveLength(0);
  });

  test.each([
    ['a Space that is not there', { 'space-id': 'owner/other' }, 'does not find the Space owner/other'],
    [
      'a token without rights',
      { 'hf-token': 'hf_reader' },
      'The token may not pause the Space owner/prepare (403)',
    ],
    ['a name that is none', { 'space-id': 'prepare' }, 'is not the name of a Space'],
  ])('fails for %s', async (_, inputs, words) => {
    const failed = await run(inputs);
    expect(failed).toMatchObject({ exitCode: 1, outputs: { stage: '' } });
    expect(failed.log).toContain('::error::');
    expect(failed.log).toContain(words);
    expect(failed.log).not.toContain('hf_');
  });

  test('names every unusable input', async () => {
    const { exitCode, log } = await run({ 'space-id': '', wait: 'maybe', 'hub-endpoint': 'hub' });
    expect(exitCode).toBe(1);
    for (const name of ['space-id is missing', 'wait must be', 'hub-endpoint must be'])
      expect(log).toContain(name);
  });
});

function run(inputs: Readonly<Record<string, string>> = {}, environment: NodeJS.ProcessEnv = {}) {
  const given = { 'space-id': 'owner/prepare', 'hf-token': 'hf_writer', 'hub-endpoint': hub.url };
  return runBundle({ ...given, ...inputs }, { folder: 'pause-space', environment });
}

function posts(): string[] {
  return hub.requests.filter(({ method }) => method === 'POST').map(({ path }) => path);
}
