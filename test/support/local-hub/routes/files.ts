import type { Exchange } from '../exchange.ts';
import { HttpError } from '../http-error.ts';
import { lfsPointer, objectId, type StoredCommit, type StoredFile, type StoredRepo } from '../repo-store.ts';
import type { HubRoute } from '../serve.ts';
import { sendContent } from './lfs.ts';

/** Reading and listing files. */
export const fileRoutes: readonly HubRoute[] = [
  { method: 'GET', pattern: '/datasets/{owner}/{name}/resolve/{revision}/{path*}', handler: resolveFile },
  { method: 'HEAD', pattern: '/datasets/{owner}/{name}/resolve/{revision}/{path*}', handler: resolveFile },
  { method: 'GET', pattern: '/api/datasets/{owner}/{name}/tree/{revision}', handler: listTree },
  { method: 'GET', pattern: '/api/datasets/{owner}/{name}/tree/{revision}/{path*}', handler: listTree },
  { method: 'POST', pattern: '/api/datasets/{owner}/{name}/paths-info/{revision}', handler: pathsInfo },
];

function resolveFile(exchange: Exchange) {
  const repo = exchange.repo();
  const commit = exchange.commit(repo);
  const file = commit.files.get(exchange.params.path);
  const commitHeader = { 'X-Repo-Commit': commit.id };
  if (file === undefined) {
    throw new HttpError(404, 'Entry not found', { code: 'EntryNotFound', headers: commitHeader });
  }
  if (file.content !== null)
    return sendContent(exchange, file.content, { ...commitHeader, ETag: `"${file.blobId}"` });
  return {
    status: 302,
    headers: {
      ...commitHeader,
      Location: exchange.storageUrl(`download/${file.sha256}`),
      'X-Linked-Etag': `"${file.sha256}"`,
      'X-Linked-Size': String(file.size),
      ETag: `"${file.sha256}"`,
      'Accept-Ranges': 'bytes',
    },
  };
}

function listTree(exchange: Exchange) {
  const repo = exchange.repo();
  const commit = exchange.commit(repo);
  const folder = exchange.params.path === undefined ? '' : `${exchange.params.path}/`;
  const isRecursive = ['true', '1', 'True'].includes(exchange.url.searchParams.get('recursive') ?? '');
  const isExpanded = ['true', '1', 'True'].includes(exchange.url.searchParams.get('expand') ?? '');
  const entries = new Map<string, object>();
  for (const [path, file] of commit.files) {
    if (!path.startsWith(folder)) continue;
    const parts = path.slice(folder.length).split('/');
    for (let depth = 1; depth < parts.length; depth++) {
      if (depth > 1 && !isRecursive) break;
      const directory = folder + parts.slice(0, depth).join('/');
      if (!entries.has(directory))
        entries.set(directory, describeFolder(repo, commit, directory, isExpanded));
    }
    if (parts.length === 1 || isRecursive)
      entries.set(path, describeFile(repo, commit, path, file, isExpanded));
  }
  if (entries.size === 0 && folder !== '') {
    throw new HttpError(404, `${exchange.params.path} does not exist on "${exchange.params.revision}"`, {
      code: 'EntryNotFound',
    });
  }
  return { body: [...entries.values()] };
}

async function pathsInfo(exchange: Exchange) {
  const repo = exchange.repo();
  const commit = exchange.commit(repo);
  const { paths, expand } = await readPathsQuery(exchange);
  const found = paths.flatMap((path): object[] => {
    const file = commit.files.get(path);
    if (file !== undefined) return [describeFile(repo, commit, path, file, expand)];
    return objectId(path, commit) === undefined ? [] : [describeFolder(repo, commit, path, expand)];
  });
  return { body: found };
}

/** huggingface_hub sends a form, huggingface.js JSON. */
async function readPathsQuery(exchange: Exchange): Promise<{ paths: string[]; expand: boolean }> {
  if (exchange.request.headers['content-type']?.includes('json')) {
    if (exchange.state.options.kind === 'kohaku') throw new HttpError(422, 'Field required');
    const { paths, expand } = await exchange.json<{ paths: string[]; expand?: boolean }>();
    return { paths, expand: expand === true };
  }
  const form = new URLSearchParams((await exchange.body()).toString());
  return { paths: form.getAll('paths'), expand: form.get('expand')?.toLowerCase() === 'true' };
}

function describeFile(
  repo: StoredRepo,
  commit: StoredCommit,
  path: string,
  file: StoredFile,
  isExpanded: boolean,
) {
  const pointerSize = file.sha256 === null ? 0 : lfsPointer(file.sha256, file.size).length;
  return {
    type: 'file',
    oid: file.blobId,
    size: file.size,
    path,
    ...(file.sha256 === null ? {} : { lfs: { oid: file.sha256, size: file.size, pointerSize } }),
    ...(isExpanded ? lastCommit(repo, commit, path) : {}),
  };
}

function describeFolder(repo: StoredRepo, commit: StoredCommit, path: string, isExpanded: boolean) {
  const oid = objectId(path, commit);
  return { type: 'directory', oid, size: 0, path, ...(isExpanded ? lastCommit(repo, commit, path) : {}) };
}

function lastCommit(repo: StoredRepo, commit: StoredCommit, path: string) {
  const { id, title, date } = repo.lastCommitOf(path, commit);
  return { lastCommit: { id, title, date } };
}
