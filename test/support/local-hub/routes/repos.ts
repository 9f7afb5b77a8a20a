import { parse } from 'yaml';
import type { Exchange } from '../exchange.ts';
import { HttpError } from '../http-error.ts';
import { belongsTo } from '../hub-state.ts';
import type { StoredCommit, StoredRepo } from '../repo-store.ts';
import { lfsPointer, StoredRepo as Repo } from '../repo-store.ts';
import type { HubRoute } from '../serve.ts';
import { createSpace } from './spaces.ts';
import { frontMatterProblem, readFrontMatter } from './validate-yaml.ts';

/** Creating, deleting and describing repos of datasets, and creating those of models and Spaces. */
export const repoRoutes: readonly HubRoute[] = [
  { method: 'POST', pattern: '/api/repos/create', handler: createRepo },
  { method: 'DELETE', pattern: '/api/repos/delete', handler: deleteRepo },
  { method: 'GET', pattern: '/api/datasets', handler: list },
  { method: 'GET', pattern: '/api/datasets/{owner}/{name}', handler: describe },
  { method: 'GET', pattern: '/api/datasets/{owner}/{name}/revision/{revision}', handler: describe },
  { method: 'PUT', pattern: '/api/datasets/{owner}/{name}/settings', handler: changeSettings },
];

async function createRepo(exchange: Exchange) {
  const body = await exchange.json<{
    name: string;
    organization?: string;
    type?: string;
    private?: boolean;
    visibility?: string;
    sdk?: string;
  }>();
  const account = exchange.account();
  const owner = body.organization ?? account?.user ?? '';
  exchange.requireWriter(owner);
  const name = `${owner}/${body.name}`;
  const isPrivate = wantsPrivate(body) ?? exchange.state.options.defaultVisibility === 'private';
  if (body.type === 'space') return createSpace(exchange, name, { sdk: body.sdk, private: isPrivate });
  const isDataset = body.type === 'dataset';
  const url = `${exchange.url.origin}/${isDataset ? 'datasets/' : ''}${name}`;
  const repos = isDataset ? exchange.state.repos : exchange.state.models;
  if (repos.has(name)) {
    throw new HttpError(409, `You already created this ${isDataset ? 'dataset' : 'model'} repo`, {
      body: { url },
    });
  }
  repos.set(name, new Repo(name, isPrivate, exchange.state.commitHash));
  return { body: { url, name, id: name } };
}

/** The visibility asked for, in the new way or the old; undefined when none is. */
function wantsPrivate(asked: { private?: boolean; visibility?: string }): boolean | undefined {
  return asked.visibility === undefined ? asked.private : asked.visibility === 'private';
}

async function deleteRepo(exchange: Exchange) {
  const { name, organization } = await exchange.json<{ name: string; organization?: string }>();
  const owner = organization ?? exchange.account()?.user ?? '';
  exchange.requireWriter(owner);
  if (!exchange.state.repos.delete(`${owner}/${name}`)) {
    throw new HttpError(404, 'Repository not found', { code: 'RepoNotFound' });
  }
  return { body: {} };
}

/** The datasets of an author that the sender may see, a page of them, with the address of the next one in `Link`. */
function list(exchange: Exchange) {
  const { searchParams } = exchange.url;
  const author = searchParams.get('author');
  const limit = Number(searchParams.get('limit') ?? '1000');
  const start = Number(searchParams.get('cursor') ?? '0');
  const account = exchange.account();
  const visible = [...exchange.state.repos.values()].filter(({ name, isPrivate }) => {
    const [owner] = name.split('/');
    return (author === null || owner === author) && (!isPrivate || belongsTo(account, owner));
  });
  const page = visible.slice(start, start + limit);
  const body = page.map(({ name, isPrivate, head }) => ({
    _id: '0'.repeat(24),
    id: name,
    private: isPrivate,
    gated: false,
    downloads: 0,
    likes: 0,
    lastModified: head.date,
  }));
  if (start + limit >= visible.length) return { body };
  const next = new URL(exchange.url);
  next.searchParams.set('cursor', String(start + limit));
  return { headers: { Link: `<${next}>; rel="next"` }, body };
}

async function changeSettings(exchange: Exchange) {
  const repo = exchange.writableRepo();
  const settings = await exchange.json<{ private?: boolean; visibility?: string }>();
  const isPrivate = settings.visibility === undefined ? settings.private : settings.visibility === 'private';
  repo.isPrivate = isPrivate ?? repo.isPrivate;
  return { body: { private: repo.isPrivate } };
}

function describe(exchange: Exchange) {
  const repo = exchange.repo();
  const commit = exchange.commit(repo);
  const withBlobs = exchange.url.searchParams.get('blobs') === 'true';
  const body = describeAt(repo, commit, withBlobs);
  const headers = { 'X-Repo-Commit': commit.id };
  if (exchange.state.options.kind !== 'kohaku') return { headers, body };
  const siblings = body.siblings.map(({ blobId: _, ...told }) => told);
  const sha = exchange.params.revision === undefined ? commit.id.slice(0, 40) : commit.id;
  return { headers, body: { ...body, sha, siblings } };
}

interface Sibling {
  readonly rfilename: string;
  readonly size?: number;
  readonly blobId?: string;
  readonly lfs?: object;
}

function describeAt(repo: StoredRepo, commit: StoredCommit, withBlobs: boolean) {
  const siblings = Array.from(commit.files, ([rfilename, file]): Sibling => {
    if (!withBlobs) return { rfilename };
    const entry = { rfilename, size: file.size, blobId: file.blobId };
    if (file.sha256 === null) return entry;
    const pointerSize = lfsPointer(file.sha256, file.size).length;
    return { ...entry, lfs: { sha256: file.sha256, size: file.size, pointerSize } };
  });
  const card = commit.files.get('README.md')?.content?.toString() ?? '';
  const yaml = frontMatterProblem(card) === null ? readFrontMatter(card) : null;
  return {
    _id: '0'.repeat(24),
    id: repo.name,
    author: repo.name.split('/')[0],
    sha: commit.id,
    lastModified: commit.date,
    createdAt: repo.createdAt,
    private: repo.isPrivate,
    gated: false,
    disabled: false,
    tags: [],
    downloads: 0,
    likes: 0,
    siblings,
    ...(yaml === null ? {} : { cardData: parse(yaml) }),
  };
}
