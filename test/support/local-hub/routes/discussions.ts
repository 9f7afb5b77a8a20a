import {
  addEvent,
  commentOf,
  mergePullRequest,
  openDiscussion,
  type StoredDiscussion,
} from '../discussion-store.ts';
import type { Exchange } from '../exchange.ts';
import { HttpError } from '../http-error.ts';
import { belongsTo } from '../hub-state.ts';
import type { StoredRepo } from '../repo-store.ts';
import type { HubRoute } from '../serve.ts';

const ALL = '/api/datasets/{owner}/{name}/discussions';
const ONE = `${ALL}/{number}`;

/** Discussions and pull requests. */
export const discussionRoutes: readonly HubRoute[] = [
  { method: 'GET', pattern: ALL, handler: list },
  { method: 'POST', pattern: ALL, handler: open },
  { method: 'GET', pattern: ONE, handler: describe },
  { method: 'POST', pattern: `${ONE}/comment`, handler: comment },
  { method: 'POST', pattern: `${ONE}/title`, handler: changeTitle },
  { method: 'POST', pattern: `${ONE}/status`, handler: changeStatus },
  { method: 'POST', pattern: `${ONE}/merge`, handler: merge },
  { method: 'DELETE', pattern: `${ONE}/ref`, handler: deleteRef },
];

const PAGE_SIZE = 10;

function list(exchange: Exchange) {
  const repo = discussedRepo(exchange);
  const query = exchange.url.searchParams;
  const [type, status, author] = ['type', 'status', 'author'].map((name) => query.get(name) ?? 'all');
  const meant = repo.discussions.filter(
    (discussion) =>
      (type === 'all' || discussion.isPullRequest === (type === 'pull_request')) &&
      (status === 'all' || isOpen(discussion) === (status === 'open')) &&
      (author === 'all' || discussion.author === author),
  );
  const start = Number(query.get('p') ?? 0) * PAGE_SIZE;
  const discussions = meant
    .toReversed()
    .slice(start, start + PAGE_SIZE)
    .map((discussion) => head(repo, discussion));
  return { body: { discussions, count: meant.length, start } };
}

function isOpen({ status }: StoredDiscussion): boolean {
  return status === 'open' || status === 'draft';
}

async function open(exchange: Exchange) {
  const repo = discussedRepo(exchange);
  const { user } = exchange.requireAccount();
  const { title, description, pullRequest } = await exchange.json<{
    title: string;
    description: string;
    pullRequest: boolean;
  }>();
  const base = pullRequest ? repo.head : null;
  return {
    body: head(repo, openDiscussion(repo, { title, description, author: user, base, isDraft: pullRequest })),
  };
}

async function describe(exchange: Exchange) {
  const repo = discussedRepo(exchange);
  const discussion = oneOf(repo, exchange);
  const { isPullRequest, events, mergeCommit } = discussion;
  const details = { ...head(repo, discussion), events };
  if (!isPullRequest) return { body: details };
  const { conflicts } = isOpen(discussion) ? await mergePullRequest(repo, discussion) : { conflicts: [] };
  const changes = { base: 'main', ...(mergeCommit === null ? {} : { mergeCommitId: mergeCommit }) };
  return { body: { ...details, changes, filesWithConflicts: conflicts, diff: '' } };
}

async function comment(exchange: Exchange) {
  const { discussion, user } = changeable(exchange, { byAnybody: true });
  const { comment: text } = await exchange.json<{ comment: string }>();
  return { body: { newMessage: addEvent(discussion, 'comment', user, commentOf(text, user)) } };
}

async function changeTitle(exchange: Exchange) {
  const { discussion, user } = changeable(exchange);
  const { title } = await exchange.json<{ title: string }>();
  if (typeof title !== 'string' || title.length < 3 || title.length > 200)
    throw new HttpError(400, 'A title has 3 to 200 characters');
  const newTitle = addEvent(discussion, 'title-change', user, { from: discussion.title, to: title });
  discussion.title = title;
  return { body: { newTitle } };
}

async function changeStatus(exchange: Exchange) {
  const { discussion, user } = changeable(exchange);
  const { status, comment: text } = await exchange.json<{ status: 'open' | 'closed'; comment?: string }>();
  if (!['open', 'closed'].includes(status)) throw new HttpError(400, `Invalid status ${status}`);
  if (discussion.status === 'merged') throw new HttpError(400, 'This pull request was merged');
  if (text !== undefined) addEvent(discussion, 'comment', user, commentOf(text, user));
  discussion.status = status;
  return { body: { newStatus: addEvent(discussion, 'status-change', user, { status }) } };
}

/** Deletes the reference of a pull request that is closed or merged, as /.well-known/openapi.md of the Hub describes it. */
function deleteRef(exchange: Exchange) {
  const repo = exchange.writableRepo();
  const discussion = oneOf(repo, exchange);
  const { isPullRequest, commits } = discussion;
  if (!isPullRequest || commits.length === 0) throw new HttpError(404, 'There is no such reference');
  if (isOpen(discussion))
    throw new HttpError(400, 'Only the reference of a closed pull request can be deleted');
  commits.splice(0);
  return { body: {} };
}

/** Makes one commit on `main` of all that a pull request changed. */
async function merge(exchange: Exchange) {
  const repo = exchange.writableRepo();
  const { user } = exchange.requireWriter(exchange.params.owner);
  const discussion = oneOf(repo, exchange);
  const { isPullRequest, status, number, title, commits } = discussion;
  if (!isPullRequest || status !== 'open')
    throw new HttpError(400, 'Only an open pull request can be merged');
  const { changes, conflicts } = await mergePullRequest(repo, discussion);
  if (conflicts.length > 0) throw new HttpError(409, `There are conflicts in ${conflicts.join(', ')}`);
  const listed = commits.slice(1).map((commit) => `- ${commit.title} (${commit.id})`);
  const message = listed.join('\n');
  const merged = repo.commit({ title: `${title} (#${number})`, message, author: user, changes });
  discussion.mergeCommit = merged.id;
  discussion.status = 'merged';
  addEvent(discussion, 'status-change', user, { status: 'merged' });
  return { body: {} };
}

/** A discussion that whoever opened it, or may write to the repo, is about to change. */
function changeable(exchange: Exchange, { byAnybody = false } = {}) {
  const repo = discussedRepo(exchange);
  const account = exchange.requireAccount();
  const discussion = oneOf(repo, exchange);
  if (!byAnybody && account.user !== discussion.author && !belongsTo(account, exchange.params.owner))
    throw new HttpError(403, 'Only its author and the owners of the repo may do that');
  return { discussion, user: account.user };
}

/** @throws HttpError 404 on a Hub that knows no discussions, as well as for a repo that cannot be seen */
function discussedRepo(exchange: Exchange): StoredRepo {
  if (exchange.state.options.kind === 'kohaku') throw new HttpError(404, 'Not Found');
  return exchange.repo();
}

function oneOf(repo: StoredRepo, { params }: Exchange): StoredDiscussion {
  const found = repo.discussions[Number(params.number) - 1];
  if (found === undefined) throw new HttpError(404, 'Discussion not found');
  return found;
}

function head(
  repo: StoredRepo,
  { number, title, author, isPullRequest, createdAt, status }: StoredDiscussion,
) {
  return {
    num: number,
    title,
    author: { name: author, type: 'user' },
    isPullRequest,
    createdAt,
    status,
    pinned: false,
    repo: { name: repo.name, type: 'dataset' },
  };
}
