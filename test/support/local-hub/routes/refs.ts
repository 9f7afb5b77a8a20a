import type { Exchange } from '../exchange.ts';
import { HttpError } from '../http-error.ts';
import type { HubRoute } from '../serve.ts';

/** Branches and tags. */
export const refRoutes: readonly HubRoute[] = [
  { method: 'GET', pattern: '/api/datasets/{owner}/{name}/refs', handler: listRefs },
  { method: 'POST', pattern: '/api/datasets/{owner}/{name}/tag/{revision}', handler: createTag },
  { method: 'DELETE', pattern: '/api/datasets/{owner}/{name}/tag/{tag}', handler: deleteTag },
];

function listRefs(exchange: Exchange) {
  const repo = exchange.repo();
  const tags = Array.from(repo.tags, ([name, { commit }]) => ({
    name,
    ref: `refs/tags/${name}`,
    targetCommit: commit,
  }));
  const branches = [{ name: 'main', ref: 'refs/heads/main', targetCommit: repo.head.id }];
  const asksForThem = exchange.url.searchParams.has('include_prs');
  const pullRequests = repo.discussions
    .filter(({ isPullRequest }) => isPullRequest && asksForThem)
    .map(({ number, commits }) => ({
      name: String(number),
      ref: `refs/pr/${number}`,
      targetCommit: commits.at(-1)?.id,
    }));
  return { body: { branches, converts: [], tags, ...(asksForThem ? { pullRequests } : {}) } };
}

async function createTag(exchange: Exchange) {
  const repo = exchange.writableRepo();
  const commit = exchange.commit(repo);
  const { tag, message } = await exchange.json<{ tag: string; message?: string }>();
  if (!isRefName(tag)) throw new HttpError(400, `Invalid tag name: ${tag}`);
  if (repo.tags.has(tag)) {
    const status = exchange.state.options.kind === 'kohaku' ? 500 : 409;
    throw new HttpError(status, `Tag reference already exists: ${tag}`);
  }
  repo.tags.set(tag, { commit: commit.id, message: message ?? '' });
  return { body: {} };
}

/** True for what git takes as the name of a tag (https://git-scm.com/docs/git-check-ref-format). */
function isRefName(name: string): boolean {
  return !/^$|^[-/]|[/.]$|\.\.|\/\/|@\{|(^|\/)\.|\.lock(\/|$)|[\0-\x20\x7f~^:?*[\\]/.test(name);
}

function deleteTag(exchange: Exchange) {
  const repo = exchange.writableRepo();
  if (repo.tags.delete(exchange.params.tag)) return { body: {} };
  throw new HttpError(404, `Tag ${exchange.params.tag} does not exist`, { code: 'RevisionNotFound' });
}
