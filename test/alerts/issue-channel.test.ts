import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createIssueChannel, type IssueOptions } from '../../src/alerts/issue-channel.ts';
import { issueMarker } from '../../src/alerts/issue-text.ts';
import type { Delivery } from '../../src/report/delivery.ts';
import { redactRun } from '../../src/report/redact.ts';
import type { RunReport } from '../../src/report/run-report.ts';
import { startHttpServer } from '../support/http/http-server.ts';
import { GitHubError } from '../support/local-github/github-error.ts';
import type { StoredRepository } from '../support/local-github/github-state.ts';
import { type LocalGitHub, startLocalGitHub } from '../support/local-github/server.ts';
import { datasetReport, RUN_PLACE, runReport } from '../support/reports.ts';

const FAILURE = runReport({
  outcome: 'failure',
  datasets: [],
  failure: { stage: 'database', message: 'Nothing accepts connections at db:5432.' },
});
const SUCCESS = runReport();
const MARKER = issueMarker(RUN_PLACE, 'prepare');

let github: LocalGitHub;
let repository: StoredRepository;

beforeAll(async () => {
  github = await startLocalGitHub();
  const repositories = ['owner/app'];
  github.addToken('ghs_issues', { permissions: ['issues=write'], repositories });
  github.addToken('ghs_none', { permissions: ['contents=read'], repositories });
});

beforeEach(() => {
  repository = github.createRepository('owner/app');
  github.clearRequests();
});

afterAll(() => github.close());

describe('the life of the issue', () => {
  test('over five runs: opened, commented on, left alone, closed, opened again', async () => {
    expect(await tell(FAILURE)).toEqual(delivered('Opened issue 1.'));
    expect(repository.issues[0]).toMatchObject({
      state: 'open',
      title: 'Prepare dataset: the workflow “Prepare datasets” fails',
      labels: ['prepare-dataset'],
      comments: [],
    });
    expect(repository.issues[0].body).toContain('Nothing accepts connections at db&#58;5432.');
    expect(repository.issues[0].body).toContain(
      '[Run 4711](<https://github.com/owner/app/actions/runs/4711>)',
    );

    expect(await tell(FAILURE)).toEqual(delivered('Commented on issue 1.'));
    expect(repository.issues[0].state).toBe('open');

    github.clearRequests();
    const cancelled = await tell(runReport({ outcome: 'cancelled', datasets: [] }));
    expect(cancelled).toMatchObject({ state: 'off', detail: 'A cancelled run does not change the issue.' });
    expect(github.requests).toEqual([]);

    expect(await tell(SUCCESS)).toEqual(delivered('Closed issue 1.'));
    expect(repository.issues[0]).toMatchObject({ state: 'closed', stateReason: 'completed' });

    expect(await tell(FAILURE)).toEqual(delivered('Opened issue 1 again.'));
    expect(repository.issues).toHaveLength(1);
    expect(repository.issues[0]).toMatchObject({ state: 'open', stateReason: 'reopened' });
    const comments = repository.issues[0].comments.map(({ body }) => body);
    expect(comments).toEqual([
      expect.stringContaining('owner/app failed.'),
      expect.stringContaining('owner/app succeeded.'),
      expect.stringContaining('owner/app failed.'),
    ]);
  });

  test('a success without an issue, or with one a person closed, changes nothing', async () => {
    expect(await tell(SUCCESS)).toEqual(delivered('No issue is open.'));
    await tell(FAILURE);
    repository.issues[0].state = 'closed';
    expect(await tell(SUCCESS)).toEqual(delivered('No issue is open.'));
    expect(repository.issues[0]).toMatchObject({ state: 'closed', comments: [] });
  });

  test('an issue without the label, of another workflow or job, or a pull request is never touched', async () => {
    const labels = ['prepare-dataset'];
    repository.addIssue({ body: MARKER });
    repository.addIssue({ body: issueMarker({ ...RUN_PLACE, workflow: 'Other' }, 'prepare'), labels });
    repository.addIssue({ body: issueMarker(RUN_PLACE, 'other'), labels });
    repository.addIssue({ body: MARKER, labels, isPullRequest: true });
    expect(await tell(FAILURE)).toEqual(delivered('Opened issue 5.'));
    await tell(SUCCESS);
    expect(repository.issues.map(({ state, comments }) => [state, comments.length])).toEqual([
      ['open', 0],
      ['open', 0],
      ['open', 0],
      ['open', 0],
      ['closed', 1],
    ]);
  });

  test('an open issue is preferred to a newer one that is closed', async () => {
    const labels = ['prepare-dataset'];
    repository.addIssue({ body: MARKER, labels });
    repository.addIssue({ body: MARKER, labels, state: 'closed' });
    expect(await tell(FAILURE)).toEqual(delivered('Commented on issue 1.'));
  });

  test('a workflow of any name finds its issue again', async () => {
    const place = { ...RUN_PLACE, workflow: 'a --> b\n<!-- c @everyone “ü”' };
    await tell(FAILURE, { place });
    expect(await tell(FAILURE, { place })).toEqual(delivered('Commented on issue 1.'));
    const [marker, ...rest] = repository.issues[0].body.split('\n');
    expect(marker).toMatch(/^<!-- (?:(?!--|>).)* -->$/);
    expect(rest.join('\n')).not.toMatch(/@everyone|-->/);
  });
});

describe('which runs touch the issue', () => {
  test.each([
    ['schedule', 'refs/heads/main', null, true],
    ['workflow_dispatch', 'refs/heads/main', 'main', true],
    ['workflow_dispatch', 'refs/heads/try', 'main', false],
    ['workflow_dispatch', 'refs/heads/main', null, false],
    ['push', 'refs/heads/trunk', 'trunk', true],
    ['push', 'refs/tags/main', 'main', false],
    ['pull_request', 'refs/pull/1/merge', 'main', false],
    ['pull_request_target', 'refs/heads/main', 'main', false],
    ['issue_comment', 'refs/heads/main', 'main', false],
  ])('%s on %s, default branch %s: %s', async (event, ref, defaultBranch, isTold) => {
    const { state, detail } = await tell(FAILURE, { trigger: { event, ref, defaultBranch } });
    expect(state).toBe(isTold ? 'delivered' : 'off');
    expect(detail).not.toBe('');
    expect(repository.issues).toHaveLength(isTold ? 1 : 0);
  });

  test.each([null, ''])('none without a token (%j)', async (token) => {
    expect(await tell(FAILURE, { token })).toEqual({ channel: 'GitHub issue', state: 'off', detail: '' });
  });
});

describe('what is written', () => {
  test('stays below the size GitHub takes, whatever the reasons are', async () => {
    const reason = ':'.repeat(100_000);
    await tell(runReport({ outcome: 'failure', datasets: [datasetReport({ status: 'failed', reason })] }));
    const datasets = Array.from({ length: 30 }, () => datasetReport({ status: 'failed', reason }));
    expect(await tell(runReport({ outcome: 'failure', datasets }))).toMatchObject({ state: 'delivered' });
    const [{ body, comments }] = repository.issues;
    expect(body).toContain('(cut; the run');
    expect(comments[0].body.length).toBeLessThanOrEqual(65_536);
    expect(comments[0].body).toMatch(
      /\|\n\n\(Cut: it was too long for GitHub\. See the run for all of it\.\)$/,
    );
    expect(comments[0].body).toContain('[Run 4711](');
  });

  test('mentions and links nothing, and names no dataset, secret or row', async () => {
    const counts = {
      ...datasetReport().counts!,
      unknownClassNames: [{ name: 'my street is dark', rows: 1 }],
    };
    const error = new Error('failed', { cause: new Error('row "my street is dark"') });
    const reason = '@everyone [x](http://evil) <img> #1 s3cret:a@b';
    const label = datasetReport({ status: 'failed', repo: 'owner/secret-name', reason, error, counts });
    const run = runReport({ outcome: 'failure', datasets: [label] });
    await tell(redactRun(run, ['s3cret:a@b', '']));
    await tell(redactRun(run, ['s3cret:a@b', '']));
    const sent = github.requests.map(({ body }) => body).join('\n');
    expect(sent).toContain('\\\\#1 \\\\*\\\\*\\\\*');
    expect(sent).not.toMatch(/s3cret|my street|secret-name|ghs_issues|@everyone|\]\(http:\/\/evil|<img/);
  });
});

test('what is written names no repo in any form, and still says what happened', async () => {
  const reason =
    'The token has no permission for this on datasets/secret-org/secret-urgency (403), see https://hf.co/datasets/secret-org%2Fsecret-urgency. The Hub answered: no rights under "secret-org" for secret-urgency.';
  const failure = { stage: 'inputs', message: 'space-id is none: "hidden-space" of urgency.' } as const;
  const datasets = [datasetReport({ status: 'failed', repo: 'secret-org/secret-urgency', reason })];
  await tell(runReport({ outcome: 'failure', datasets, failure }), { repoNames: ['', 'hidden-space'] });
  const [{ title, body }] = repository.issues;
  expect(title + body).not.toMatch(/secret|hidden/);
  expect(body).toContain('The token has no permission for this on datasets/');
  expect(body).toContain('of urgency.');
});

describe('when GitHub does not do it', () => {
  test('a missing permission is named', async () => {
    const { state, detail } = await tell(FAILURE, { token: 'ghs_none' });
    expect(state).toBe('failed');
    expect(detail).toContain(
      'it lacks the permission "issues: write". Give the job "permissions: issues: write"',
    );
    expect(detail).toContain('find the issue about failing runs in owner/app');
  });

  test('issues are switched off', async () => {
    repository.hasIssues = false;
    const { state, detail } = await tell(FAILURE);
    expect(state).toBe('failed');
    expect(detail).toContain('could not open an issue in owner/app (410)');
    expect(detail).toContain('Issues has been disabled in this repository.');
  });

  test('an issue that was not labelled is told, because it would not be found again', async () => {
    github.addToken('ghp_reader', {
      permissions: ['issues=write'],
      repositories: ['owner/app'],
      mayLabel: false,
    });
    const { state, detail } = await tell(FAILURE, { token: 'ghp_reader' });
    expect(state).toBe('failed');
    expect(detail).toContain('opened issue 1 without the label "prepare-dataset"');
  });

  test('a read that failed is made once more, a write is not', async () => {
    github.refuseNext(/issues$/, new GitHubError(502, 'Bad Gateway'));
    expect(await tell(FAILURE)).toEqual(delivered('Opened issue 1.'));
    github.clearRequests();
    github.refuseNext(/comments$/, new GitHubError(502, 'Bad Gateway'));
    const { state, detail } = await tell(FAILURE);
    expect(state).toBe('failed');
    expect(detail).toContain('GitHub failed with 502 on the request to comment on issue 1 in owner/app.');
    expect(github.requests.map(({ method }) => method)).toEqual(['GET', 'POST']);
  });

  test('a rate limit that clears late is not waited for', async () => {
    github.refuseNext(/issues$/, new GitHubError(403, 'Slow down', { headers: { 'retry-after': '60' } }));
    const started = performance.now();
    const { detail } = await tell(FAILURE);
    expect(detail).toContain('rate limit was reached');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('no answer ever comes: the run waits as long as it was told to', async () => {
    const silent = await startHttpServer(() => {});
    const started = performance.now();
    const { state, detail } = await tell(FAILURE, { apiUrl: silent.url, timeoutMs: 200 });
    expect(state).toBe('failed');
    expect(detail).toContain('could not be reached');
    expect(performance.now() - started).toBeLessThan(3000);
    await silent.close();
  });
});

function tell(run: RunReport, options: Partial<IssueOptions> = {}): Promise<Delivery> {
  const channel = createIssueChannel({
    token: 'ghs_issues',
    apiUrl: github.url,
    place: RUN_PLACE,
    job: 'prepare',
    repoNames: [],
    trigger: { event: 'schedule', ref: 'refs/heads/main', defaultBranch: 'main' },
    ...options,
  });
  return channel.report(run);
}

function delivered(detail: string): Delivery {
  return { channel: 'GitHub issue', state: 'delivered', detail };
}
