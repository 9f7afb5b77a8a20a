import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BundleScene, TOKEN, variedReviews } from '../support/bundle-scene.ts';
import { type HttpServer, startHttpServer } from '../support/http/http-server.ts';
import type { StoredRepository } from '../support/local-github/github-state.ts';
import { type LocalGitHub, startLocalGitHub } from '../support/local-github/server.ts';
import { type LocalWandb, startLocalWandb } from '../support/local-wandb/server.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import type { BundleRun } from '../support/run-bundle.ts';

const KEY = 'wandb_CANARY_key';
const MAIL_PASSWORD = 'pass%2Fword';
const GITHUB_TOKEN = 'ghs_CANARY';
const DB_PASSWORD = 'db@CANARY';
const WEBHOOK_PATH = '/services/CANARY';
const GRIEVANCE = 'CANARY grievance of a citizen';
const SECRETS = [
  KEY,
  MAIL_PASSWORD,
  'pass/word',
  GITHUB_TOKEN,
  DB_PASSWORD,
  encodeURIComponent(DB_PASSWORD),
  TOKEN,
  WEBHOOK_PATH,
];
const EVENT = path.join(tmpdir(), `channels-event-${process.pid}.json`);

let scene: BundleScene;
let wandb: LocalWandb;
let mail: MailServer;
let github: LocalGitHub;
let webhook: HttpServer;
let posted: string[];
let repository: StoredRepository;
let count = 0;

beforeAll(async () => {
  [scene, wandb, mail, github, webhook] = await Promise.all([
    BundleScene.start(),
    startLocalWandb(),
    startMailServer({ disabledCommands: ['STARTTLS'] }),
    startLocalGitHub(),
    startHttpServer(async (request, response) => {
      let body = '';
      for await (const piece of request) body += piece;
      posted.push(body);
      response.end('ok');
    }),
  ]);
  wandb.addKey(KEY, { entity: 'sambodhan' });
  github.addToken(GITHUB_TOKEN, { permissions: ['issues=write'], repositories: ['owner/app'] });
  await writeFile(EVENT, JSON.stringify({ repository: { default_branch: 'main' } }));
  await scene.postgres.query(`CREATE ROLE canary LOGIN SUPERUSER PASSWORD '${DB_PASSWORD}'`);
});

afterAll(() =>
  Promise.all([
    scene.close(),
    wandb.close(),
    mail.close(),
    github.close(),
    webhook.close(),
    rm(EVENT, { force: true }),
  ]),
);

beforeEach(async () => {
  await scene.newDatabase();
  await scene.addReviews([...variedReviews(40), { message: GRIEVANCE, urgency: 'URGENT' }]);
  repository = github.createRepository('owner/app');
  wandb.clear();
  github.clearRequests();
  posted = [];
  count++;
});

describe('the channels a run is told to', () => {
  test('all of them get it, and none a secret or a grievance', async () => {
    const sent = mail.mails.length;
    const { exitCode, summary, masked } = await run();
    expect(exitCode).toBe(0);
    expect(summary).toMatch(/- ✅ \*\*W&amp;B\*\*: http/);
    expect(summary).toContain('- ✅ **E-mail**: Sent to 1 of 1 recipients.');
    expect(summary).toContain('- ✅ **GitHub issue**: No issue is open.');
    expect(summary).toMatch(/- ✅ \*\*Webhook\*\*: Sent to .* as slack\./);
    expect(posted).toHaveLength(1);
    expect(posted[0]).toContain('department');
    expect(posted[0]).not.toContain(`department-${count}`);
    const secrets = [KEY, GITHUB_TOKEN, MAIL_PASSWORD, 'pass/word', `${webhook.url}${WEBHOOK_PATH}`];
    expect(masked).toEqual(expect.arrayContaining(secrets));
    expect(wandb.runs).toHaveLength(1);
    expect(wandb.runs[0]).toMatchObject({ exitCode: 0, jobType: 'prepare_dataset' });
    expect(mail.mails).toHaveLength(sent + 1);
    expect(mail.mails.at(-1)?.parsed.subject).toContain('[owner/app] ');
    expectNoSecret();
  });

  test('a run that cannot reach its database is told as failed, and the next success closes the issue', async () => {
    const gone = scene.database.url({ user: 'canary', password: `${DB_PASSWORD}x` });
    const failed = await run({ 'postgres-url': gone });
    expect(failed.exitCode).toBe(1);
    expect(failed.summary).toContain('- ✅ **GitHub issue**: Opened issue 1.');
    expect(wandb.runs[0]).toMatchObject({ exitCode: 1 });
    expect(wandb.runs[0].alerts).toEqual([expect.objectContaining({ severity: 'ERROR' })]);
    expect(repository.issues[0]).toMatchObject({ state: 'open' });
    expect(repository.issues[0].body).toContain('password');
    await run();
    expect(repository.issues[0]).toMatchObject({ state: 'closed' });
    expectNoSecret();
  });

  test('the issue names no repo, whatever went wrong with it', async () => {
    const secret = `stranger/private-${count}`;
    const failed = await run({ 'department-dataset': secret });
    expect(failed.exitCode).toBe(1);
    expect(failed.log).toContain(`datasets/${secret}`);
    await run({ 'department-dataset': secret, 'urgency-dataset': `owner/private-${count}/x` });
    await run({ 'department-dataset': secret, 'urgency-dataset': secret });
    const [{ title, body, comments }] = repository.issues;
    expect(comments).toHaveLength(2);
    const told = [title, body, ...comments.map((comment) => comment.body)].join();
    expect(told).not.toMatch(/private-|stranger|owner\/department|owner\/urgency|tree\//);
    expect(told).toContain('The token has no permission for this on datasets/');
    expect(told).toContain('name the same repo');
  });

  test('a dry run is told to none', async () => {
    const sent = mail.mails.length;
    const { summary } = await run({ 'dry-run': 'true' });
    for (const channel of ['W&amp;B', 'E-mail', 'GitHub issue', 'Webhook']) {
      expect(summary).not.toContain(channel);
    }
    const requests = [wandb.requests.length, mail.mails.length - sent, github.requests.length, posted.length];
    expect(requests).toEqual([0, 0, 0, 0]);
  });

  test('all of them failing at once changes nothing but what the summary says', async () => {
    const unused = await startLocalGitHub();
    await unused.close();
    const broken = {
      'wandb-base-url': unused.url,
      'smtp-url': unused.url.replace('http', 'smtp'),
      'prepare-dataset-space-id': 'owner/missing',
      'webhook-url': `${unused.url}${WEBHOOK_PATH}`,
    };
    const { exitCode, outputs, summary, log } = await run(broken, { GITHUB_API_URL: unused.url });
    expect([exitCode, outputs.updated]).toEqual([0, '["department","urgency"]']);
    expect(scene.hub.repo(`owner/department-${count}`).tags.has(outputs['department-tag'])).toBe(true);
    for (const channel of ['W&amp;B', 'E-mail', 'GitHub issue', 'Webhook', 'Space to pause']) {
      expect(summary).toMatch(new RegExp(`- \\*\\*${channel}\\*\\*: \\S`));
    }
    for (const channel of ['W&B', 'E-mail', 'GitHub issue', 'Webhook', 'Space to pause']) {
      expect(log).toContain(`::warning title=${channel}%3A failed::`);
    }
  });

  test('inputs of a channel that cannot be used fail that channel only', async () => {
    const { exitCode, summary } = await run({ 'smtp-url': 'mail.example.org', 'email-to': 'nobody' });
    expect(exitCode).toBe(0);
    expect(summary).toMatch(/- \*\*E-mail\*\*: .*smtp-url/);
  });
});

function run(
  inputs: Readonly<Record<string, string>> = {},
  environment: NodeJS.ProcessEnv = {},
): Promise<BundleRun> {
  const given = {
    'postgres-url': scene.database.url({ user: 'canary', password: DB_PASSWORD }),
    'department-dataset': `owner/department-${count}`,
    'urgency-dataset': `owner/urgency-${count}`,
    'wandb-api-key': KEY,
    'wandb-base-url': wandb.url,
    'smtp-url': `smtp://alerts:${MAIL_PASSWORD}@localhost:${mail.port}?tls=off`,
    'email-to': 'officers@example.org',
    'email-from': 'Datasets <datasets@example.org>',
    'github-token': GITHUB_TOKEN,
    'webhook-url': `${webhook.url}${WEBHOOK_PATH}`,
    'webhook-format': 'slack',
  };
  const runner = {
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: 'owner/app',
    GITHUB_RUN_ID: '4711',
    GITHUB_WORKFLOW: 'Prepare datasets',
    GITHUB_JOB: 'prepare',
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_EVENT_PATH: EVENT,
  };
  return scene.run({ ...given, ...inputs }, { ...runner, ...environment });
}

function expectNoSecret(): void {
  const bodies = [
    ...wandb.requests.map(({ path, body }) => path + body),
    ...github.requests.map(({ path, body }) => path + body),
    ...mail.mails.map(({ parsed }) => `${parsed.subject}\n${parsed.text}\n${parsed.html}`),
    ...posted,
  ];
  expect(bodies.length).toBeGreaterThan(3);
  for (const body of bodies) for (const secret of [...SECRETS, GRIEVANCE]) expect(body).not.toContain(secret);
}
