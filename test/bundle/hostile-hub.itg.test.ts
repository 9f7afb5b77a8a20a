import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, variedReviews } from '../support/bundle-scene.ts';
import { type HttpServer, startHttpServer } from '../support/http/http-server.ts';
import { ISSUER_KEY } from '../support/local-github/routes/identity.ts';
import { startLocalGitHub } from '../support/local-github/server.ts';

let scene: BundleScene;
let stranger: HttpServer;
let strangerGot: string[] = [];
let round = 0;
let name: string;
let inputs: Readonly<Record<string, string>>;

beforeAll(async () => {
  scene = await BundleScene.start();
  await scene.newDatabase();
  await scene.addReviews(variedReviews(60));
  stranger = await startHttpServer(async (request, response) => {
    strangerGot.push(`${request.method} ${request.url} ${await text(request)}`);
    response.end('{}');
  });
});

afterAll(() => Promise.all([stranger.close(), scene.close()]));

beforeEach(() => {
  strangerGot = [];
  scene.hub.faults.clear();
  name = `owner/hostile-${round++}`;
  inputs = { 'department-dataset': name, 'urgency-dataset': '' };
});

describe('a redirect to another origin is not followed', () => {
  test.each([
    ['the commit', /\/commit\/main$/],
    ['what the repo holds', /\/api\/datasets\/owner\/hostile-\d+$/],
    ['where files go', /\/lfs\/objects\/batch$/],
    ['the tag', /\/tag\//],
  ])('of %s', async (_, path) => {
    const kind = { status: 307, headers: { Location: `${stranger.url}/x` } };
    scene.hub.faults.add({ path, when: 'before', times: 99, kind });
    const { exitCode, log } = await scene.run(inputs);
    expect(exitCode).toBe(1);
    expect(log).toContain(`redirected a request about datasets/${name} to ${stranger.url} (307)`);
    expect(strangerGot).toEqual([]);
  });

  test("of the exchange of the job's identity", async () => {
    const github = await startLocalGitHub();
    scene.hub.createRepo(name);
    scene.hub.trustPublisher({ repository: 'owner/app', resource: `datasets/${name}` }, ISSUER_KEY);
    const kind = { status: 307, headers: { Location: `${stranger.url}/x` } };
    scene.hub.faults.add({ path: /oauth/, when: 'before', times: 99, kind });
    const environment = github.identityEnvironment('owner/app');
    const { exitCode, log } = await scene.run({ ...inputs, 'hf-token': '' }, environment);
    await github.close();
    expect(exitCode).toBe(1);
    expect(log).toContain("did not accept this job's identity");
    expect(strangerGot).toEqual([]);
  });
});

describe('an answer that is JSON of another shape is told as such', () => {
  const shapes = ['null', '[]', '"text"', '{"tags":[null,{"name":1}],"siblings":[null]}', '{"sha":7}'];

  test.each([
    ['what the repo holds', /\/api\/datasets\/owner\/hostile-\d+$/],
    ['its tags', /\/refs$/],
    ['reading back', /\/revision\//],
  ])(
    'about %s',
    async (_, path) => {
      for (const body of shapes) {
        scene.hub.faults.clear();
        scene.hub.faults.add({ path, when: 'before', times: 99, kind: { status: 200, body } });
        const { log, summary } = await scene.run(inputs);
        expect(`${log}${summary}`).not.toMatch(/TypeError|undefined|is not iterable|Cannot read/);
      }
    },
    120_000,
  );
});

describe('a repo that is made public', () => {
  const makePublic = {
    run: () => {
      scene.hub.repo(name).isPrivate = false;
    },
  };

  test('while the database is read gets nothing', async () => {
    scene.hub.createRepo(name);
    scene.hub.faults.add({ path: /\/resolve\/main\//, when: 'after', kind: makePublic });
    const { exitCode, log } = await scene.run(inputs);
    expect(exitCode).toBe(1);
    expect(log).toContain(`datasets/${name} is public`);
    expect(scene.hub.repo(name).commits).toHaveLength(1);
  });

  test('while it is committed to is not tagged, and that is told', async () => {
    scene.hub.createRepo(name);
    scene.hub.faults.add({ path: /\/commit\/main$/, when: 'before', kind: makePublic });
    const { exitCode, log } = await scene.run(inputs);
    expect(exitCode).toBe(1);
    expect(log).toContain(`datasets/${name} was made public while`);
    expect(scene.hub.repo(name).tags.size).toBe(0);
  });

  test('fails a dry run as it would fail a real one', async () => {
    scene.hub.createRepo(name, { private: false });
    const run = await scene.run({ ...inputs, 'dry-run': 'true' });
    expect([run.exitCode, run.outputs['department-status']]).toEqual([1, 'failed']);
    expect(run.log).toContain(`datasets/${name} is public`);
    expect(run.summary).not.toContain('would be published');
  });
});

describe('a dry run tells that', () => {
  test.each<[string, () => void, string]>([
    ['a file is missing', () => void scene.hub.commitAs('x', name, { 'README.md': null }), 'published again'],
    ['a tag is missing', () => scene.hub.repo(name).tags.clear(), 'would be set'],
  ])('%s', async (_, damage, told) => {
    await scene.run(inputs);
    damage();
    const { exitCode, summary } = await scene.run({ ...inputs, 'dry-run': 'true' });
    expect(exitCode).toBe(0);
    expect(summary).toContain(told);
  });
});
