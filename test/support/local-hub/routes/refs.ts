import type { Exchange } from '../exchange.ts';
import { HttpError } from '../http-error.ts';
import type { StoredRepo } from '../repo-store.ts';
import type { HubRoute } from '../serve.ts';

/** Branches and tags, and what there is to make a repo smaller. */
export const refRoutes: readonly HubRoute[] = [
  { method: 'GET', pattern: '/api/datasets/{owner}/{name}/refs', handler: listRefs },
  { method: 'POST', pattern: '/api/datasets/{owner}/{name}/tag/{revision}', handler: createTag },
  { method: 'DELETE', pattern: '/api/datasets/{owner}/{name}/tag/{tag}', handler: deleteTag },
  { method: 'POST', pattern: '/api/datasets/{owner}/{name}/branch/{branch}', handler: createBranch },
  { method: 'DELETE', pattern: '/api/datasets/{owner}/{name}/branch/{branch}', handler: deleteBranch },
  { method: 'POST', pattern: '/api/datasets/{owner}/{name}/super-squash/{branch}', handler: squash },
  { method: 'GET', pattern: '/api/datasets/{owner}/{name}/lfs-files', handler: listLargeFiles },
  { method: 'POST', pattern: '/api/datasets/{owner}/{name}/lfs-files/batch', handler: deleteLargeFiles },
];

function listRefs(exchange: Exchange) {
  const repo = exchange.repo();
  const tags = Array.from(repo.tags, ([name, { commit }]) => ({
    name,
    ref: `refs/tags/${name}`,
    targetCommit: commit,
  }));
  const branches = [['main', repo.head] as const, ...repo.branches].map(([name, { id }]) => ({
    name,
    ref: `refs/heads/${name}`,
    targetCommit: id,
  }));
  const asksForThem = exchange.url.searchParams.has('include_prs');
  const pullRequests = repo.discussions
    .filter(({ isPullRequest, commits }) => isPullRequest && commits.length > 0 && asksForThem)
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

async function createBranch(exchange: Exchange) {
  const repo = exchange.writableRepo();
  const { branch } = exchange.params;
  const { startingPoint = 'main' } = await exchange.json<{ startingPoint?: string }>();
  if (!isRefName(branch) || branch.startsWith('refs/'))
    throw new HttpError(400, `Invalid reference for a branch: ${branch}`);
  if (branch === 'main' || repo.branches.has(branch))
    throw new HttpError(409, `Reference already exists: ${branch}`);
  const commit = repo.resolve(startingPoint);
  if (commit === undefined)
    throw new HttpError(404, `Invalid rev id: ${startingPoint}`, { code: 'RevisionNotFound' });
  repo.branches.set(branch, commit);
  return { body: {} };
}

function deleteBranch(exchange: Exchange) {
  const repo = exchange.writableRepo();
  const { branch } = exchange.params;
  if (branch === 'main') throw new HttpError(403, 'Cannot delete the branch main');
  if (repo.branches.delete(branch)) return { body: {} };
  throw new HttpError(404, `Branch ${branch} does not exist`, { code: 'RevisionNotFound' });
}

/** Makes one commit of a branch; of tags there is none (hf_api.py, super_squash_history). */
async function squash(exchange: Exchange) {
  const repo = exchange.writableRepo();
  const { branch, owner } = exchange.params;
  if (repo.tags.has(branch) || branch.startsWith('refs/'))
    throw new HttpError(400, `Invalid reference for a branch: ${branch}`);
  if (branch !== 'main') throw new HttpError(404, `Invalid rev id: ${branch}`, { code: 'RevisionNotFound' });
  const { message } = await exchange.json<{ message?: string }>();
  const { user } = exchange.requireWriter(owner);
  return { body: { commitId: repo.squash(message ?? `Super-squash branch '${branch}'`, user).id } };
}

/** Files of a page, unless it is asked for fewer. */
const PAGE_SIZE = 100;

/** The large files of a repo, a page of them, with the address of the next one in `Link`. */
function listLargeFiles(exchange: Exchange) {
  const repo = exchange.writableRepo();
  const { searchParams } = exchange.url;
  const start = Number(searchParams.get('cursor') ?? '0');
  const limit = Number(searchParams.get('limit') ?? PAGE_SIZE);
  const body = [...repo.largeFiles]
    .slice(start, start + limit)
    .map(([sha, { filename, size, ref, pushedAt }]) => ({
      fileOid: sha,
      oid: sha,
      filename,
      size,
      ref,
      pushedAt,
    }));
  if (start + limit >= repo.largeFiles.size) return { body };
  const next = new URL(exchange.url);
  next.searchParams.set('cursor', String(start + limit));
  return { headers: { Link: `<${next}>; rel="next"` }, body };
}

async function deleteLargeFiles(exchange: Exchange) {
  const repo = exchange.writableRepo();
  const { deletions } = await exchange.json<{ deletions?: { sha?: string[]; rewriteHistory?: boolean } }>();
  const { sha: shas = [], rewriteHistory: rewritesHistory = true } = deletions ?? {};
  if (shas.length < 1 || shas.length > 1000) throw new HttpError(400, 'deletions.sha has 1 to 1,000 items');
  repo.deleteLargeFiles(shas, { rewritesHistory });
  const { repos, models, lfsObjects } = exchange.state;
  const isKept = (sha: string) =>
    [...repos.values(), ...models.values()].some((other: StoredRepo) => other.largeFiles.has(sha));
  for (const sha of shas) if (!isKept(sha)) lfsObjects.delete(sha);
  return { body: {} };
}
