import type { Exchange, GitHubRoute } from '../exchange.ts';
import { GitHubError } from '../github-error.ts';
import type { StoredIssue, StoredRepository } from '../github-state.ts';

const LONGEST_BODY = 65_536;
const LONGEST_TITLE = 256;

/** Issues and their comments (https://docs.github.com/rest/issues). */
export const issueRoutes: readonly GitHubRoute[] = [
  { method: 'GET', pattern: '/repos/{owner}/{repo}/issues', handler: listIssues },
  { method: 'POST', pattern: '/repos/{owner}/{repo}/issues', handler: createIssue },
  { method: 'GET', pattern: '/repos/{owner}/{repo}/issues/{number}', handler: tellIssue },
  { method: 'PATCH', pattern: '/repos/{owner}/{repo}/issues/{number}', handler: changeIssue },
  { method: 'GET', pattern: '/repos/{owner}/{repo}/issues/{number}/comments', handler: listComments },
  { method: 'POST', pattern: '/repos/{owner}/{repo}/issues/{number}/comments', handler: createComment },
];

function listIssues(exchange: Exchange) {
  const repository = exchange.repository('issues=read');
  const query = exchange.url.searchParams;
  const state = query.get('state') ?? 'open';
  const labels = (query.get('labels') ?? '').split(',').filter((label) => label !== '');
  const creator = query.get('creator');
  const listed = repository.issues.filter(
    (issue) =>
      (state === 'all' || issue.state === state) &&
      labels.every((label) => issue.labels.includes(label)) &&
      (creator === null || issue.login === creator),
  );
  const key = query.get('sort') === 'updated' ? 'updated' : 'number';
  const sign = query.get('direction') === 'asc' ? 1 : -1;
  const size = Math.min(100, Number(query.get('per_page') ?? 30));
  const start = (Number(query.get('page') ?? 1) - 1) * size;
  const page = listed.sort((a, b) => sign * (a[key] - b[key])).slice(start, start + size);
  return { body: page.map((issue) => describe(exchange, issue)) };
}

function createIssue(exchange: Exchange) {
  const repository = exchange.repository('issues=write');
  refuseWithoutIssues(repository);
  const {
    title,
    body = '',
    labels = [],
  } = exchange.json<{ title?: string; body?: string; labels?: string[] }>();
  if (typeof title !== 'string' || title.trim() === '') throw invalid('Issue', 'title', 'missing_field');
  if (title.length > LONGEST_TITLE) throw tooLong('Issue', 'title', LONGEST_TITLE);
  if (body.length > LONGEST_BODY) throw tooLong('Issue', 'body', LONGEST_BODY);
  const { login, mayLabel } = exchange.actor();
  const issue = repository.addIssue({ login, title, body, labels: mayLabel ? labels : [] });
  return { status: 201, body: describe(exchange, issue) };
}

function tellIssue(exchange: Exchange) {
  return { body: describe(exchange, find(exchange, exchange.repository('issues=read'))) };
}

function changeIssue(exchange: Exchange) {
  const repository = exchange.repository('issues=write');
  const issue = find(exchange, repository);
  const change = exchange.json<{ state?: string; state_reason?: string | null }>();
  const { state = issue.state } = change;
  if (state !== 'open' && state !== 'closed') throw invalid('Issue', 'state', 'invalid');
  if (state !== issue.state) {
    issue.state = state;
    issue.stateReason = change.state_reason ?? (state === 'open' ? 'reopened' : 'completed');
    issue.updated = repository.nextUpdate();
  }
  return { body: describe(exchange, issue) };
}

function listComments(exchange: Exchange) {
  const { comments } = find(exchange, exchange.repository('issues=read'));
  return { body: comments.map(({ login, body }, index) => ({ id: index + 1, user: { login }, body })) };
}

function createComment(exchange: Exchange) {
  const repository = exchange.repository('issues=write');
  const issue = find(exchange, repository);
  const { body = '' } = exchange.json<{ body?: string }>();
  if (body.trim() === '') throw invalid('IssueComment', 'body', 'missing_field');
  if (body.length > LONGEST_BODY) throw tooLong('IssueComment', 'body', LONGEST_BODY);
  const { login } = exchange.actor();
  issue.comments.push({ login, body });
  issue.updated = repository.nextUpdate();
  return { status: 201, body: { id: issue.comments.length, user: { login }, body } };
}

function find({ params }: Exchange, repository: StoredRepository): StoredIssue {
  refuseWithoutIssues(repository);
  const issue = repository.issues.find(({ number }) => number === Number(params.number));
  if (issue === undefined) throw new GitHubError(404, 'Not Found');
  return issue;
}

function refuseWithoutIssues({ hasIssues }: StoredRepository): void {
  if (!hasIssues) throw new GitHubError(410, 'Issues has been disabled in this repository.');
}

function invalid(resource: string, field: string, code: string): GitHubError {
  return new GitHubError(422, 'Validation Failed', { errors: [{ resource, field, code }] });
}

function tooLong(resource: string, field: string, limit: number): GitHubError {
  const message = `${field} is too long (maximum is ${limit} characters)`;
  return new GitHubError(422, 'Validation Failed', {
    errors: [{ resource, field, code: 'custom', message }],
  });
}

function describe({ url, params }: Exchange, issue: StoredIssue) {
  const name = `${params.owner}/${params.repo}`;
  const pull = { url: `${url.origin}/repos/${name}/pulls/${issue.number}` };
  return {
    number: issue.number,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    state_reason: issue.stateReason,
    user: { login: issue.login },
    labels: issue.labels.map((label) => ({ name: label })),
    comments: issue.comments.length,
    html_url: `https://github.com/${name}/issues/${issue.number}`,
    ...(issue.isPullRequest ? { pull_request: pull } : {}),
  };
}
