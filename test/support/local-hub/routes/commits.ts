import { addCommit, openDiscussion, pullRequestOf } from '../discussion-store.ts';
import type { Exchange } from '../exchange.ts';
import { HttpError } from '../http-error.ts';
import { largeFile, regularFile, type StoredCommit, type StoredFile } from '../repo-store.ts';
import type { HubRoute } from '../serve.ts';
import { frontMatterProblem } from './validate-yaml.ts';

/** Making commits, and listing them. */
export const commitRoutes: readonly HubRoute[] = [
  { method: 'POST', pattern: '/api/datasets/{owner}/{name}/preupload/{revision}', handler: preupload },
  { method: 'POST', pattern: '/api/datasets/{owner}/{name}/commit/{revision}', handler: commit },
  { method: 'GET', pattern: '/api/datasets/{owner}/{name}/commits/{revision}', handler: listCommits },
];

const LARGE_BYTES = 10 << 20;
const LARGE_NAMES = /\.(parquet|bin|arrow|zip|gz|safetensors)$/;

async function preupload(exchange: Exchange) {
  const { files } = await exchange.json<{ files: { path: string; size: number; sample?: string }[] }>();
  const { target } = commitTarget(exchange);
  return {
    body: {
      files: files.map(({ path, size, sample }) => ({
        path,
        uploadMode: isLarge(path, size, sample) ? 'lfs' : 'regular',
        shouldIgnore: false,
        oid: target.files.get(path)?.blobId ?? null,
      })),
    },
  };
}

function isLarge(path: string, size: number, sample = ''): boolean {
  if (size === 0) return false;
  return LARGE_NAMES.test(path) || size >= LARGE_BYTES || Buffer.from(sample, 'base64').includes(0);
}

type Operation =
  | { key: 'header'; value: { summary: string; description?: string; parentCommit?: string } }
  | { key: 'file'; value: { path: string; content: string; encoding?: string } }
  | { key: 'lfsFile'; value: { path: string; algo: string; oid: string; size: number } }
  | { key: 'deletedFile' | 'deletedFolder'; value: { path: string } };

async function commit(exchange: Exchange) {
  const lines = (await exchange.body()).toString().split('\n');
  // Nothing is waited for from here on: of two commits on one parent the second must find the first.
  const { repo, user, pullRequest, opensOne, target } = commitTarget(exchange);
  const operations = lines.filter((line) => line !== '').map(readOperation);
  const header = operations.find((operation) => operation.key === 'header')?.value;
  if (header === undefined) throw new HttpError(400, 'The commit has no header');
  const { parentCommit } = header;
  const minds = exchange.state.options.kind !== 'kohaku';
  // A new pull request is made from the parent, wherever main is by now.
  const parent = opensOne && parentCommit !== undefined ? repo.resolve(parentCommit) : target;
  if (minds && (parent === undefined || (parentCommit !== undefined && parentCommit !== parent.id))) {
    throw new HttpError(412, 'A commit has happened since. Please refresh and try again.');
  }
  const base = parent ?? target;
  const changes = new Map<string, StoredFile | null>();
  for (const operation of operations) apply(operation, changes, base, exchange);
  if (changes.size === 0) throw new HttpError(400, 'The commit is empty');
  const description = header.description ?? '';
  const options = { title: header.summary, message: description, author: user, changes };
  const made = opensOne || pullRequest !== null ? repo.makeCommit(base, options) : repo.commit(options);
  const opened = opensOne
    ? openDiscussion(repo, { title: header.summary, description, author: user, base })
    : null;
  const changed = opened ?? pullRequest;
  if (changed !== null) addCommit(changed, made);
  const ref = changed === null ? 'refs/heads/main' : `refs/pr/${changed.number}`;
  for (const [filename, file] of changes) {
    if (file?.sha256 == null || repo.largeFiles.has(file.sha256)) continue;
    repo.largeFiles.set(file.sha256, { filename, size: file.size, ref, pushedAt: made.date });
  }
  const page = `${exchange.url.origin}/${exchange.pathOf(repo.name)}`;
  return {
    body: {
      success: true,
      commitOid: made.id,
      commitUrl: `${page}/commit/${made.id}`,
      hookOutput: '',
      pullRequestUrl: opened === null ? null : `${page}/discussions/${opened.number}`,
    },
  };
}

/** What a commit is made on: `main`, a pull request, or a new one, which whoever sees the repo may open. */
function commitTarget(exchange: Exchange) {
  const { revision, owner } = exchange.params;
  const opensOne = exchange.url.searchParams.has('create_pr') && exchange.state.options.kind !== 'kohaku';
  const repo = opensOne ? exchange.repo() : exchange.writableRepo();
  const { user } = opensOne ? exchange.requireAccount() : exchange.requireWriter(owner);
  const pullRequest = revision.startsWith('refs/pr/') ? pullRequestOf(repo, revision.slice(8)) : null;
  if (pullRequest === null && revision !== 'main') {
    throw new HttpError(404, `Invalid rev id: ${revision}`, { code: 'RevisionNotFound' });
  }
  if (pullRequest?.status === 'merged') throw new HttpError(403, 'This pull request was merged');
  return { repo, user, pullRequest, opensOne, target: exchange.commit(repo) };
}

const KEYS = ['header', 'file', 'lfsFile', 'deletedFile', 'deletedFolder'];
const UNSAFE_PATH = /^$|^\/|\/\/|(^|\/)(\.|\.\.|\.git)(\/|$)|\0/;

/** @throws HttpError 400 for a line that is not an operation, or a path git would not take */
function readOperation(line: string): Operation {
  let operation: Operation;
  try {
    operation = JSON.parse(line);
  } catch {
    throw new HttpError(400, 'The commit is not NDJSON');
  }
  if (!KEYS.includes(operation.key)) throw new HttpError(400, `Unknown operation ${operation.key}`);
  if (operation.key !== 'header' && UNSAFE_PATH.test(operation.value.path)) {
    throw new HttpError(400, `Invalid path ${JSON.stringify(operation.value.path)}`);
  }
  return operation;
}

function apply(
  { key, value }: Operation,
  changes: Map<string, StoredFile | null>,
  base: StoredCommit,
  { state }: Exchange,
): void {
  if (key === 'file') {
    const content = Buffer.from(value.content, value.encoding === 'utf-8' ? 'utf8' : 'base64');
    const problem = value.path === 'README.md' ? frontMatterProblem(content.toString()) : null;
    if (problem !== null) throw new HttpError(400, problem);
    if (content.length >= LARGE_BYTES) throw new HttpError(400, `${value.path} must be uploaded by LFS`);
    changes.set(value.path, regularFile(content));
  }
  if (key === 'lfsFile') {
    const stored = state.lfsObjects.get(value.oid);
    if (stored === undefined || stored.length !== value.size) {
      throw new HttpError(400, `LFS pointer of ${value.path} names an object that was not uploaded`);
    }
    if (value.size === 0) throw new HttpError(400, `${value.path} is empty and cannot be an LFS file`);
    changes.set(value.path, largeFile(value.oid, value.size));
  }
  if (key === 'deletedFile') {
    if (!base.files.has(value.path)) {
      throw new HttpError(404, "A file with this name doesn't exist", { code: 'EntryNotFound' });
    }
    changes.set(value.path, null);
  }
  if (key === 'deletedFolder') {
    const folder = `${value.path.replace(/\/$/, '')}/`;
    for (const path of base.files.keys()) if (path.startsWith(folder)) changes.set(path, null);
  }
}

function listCommits(exchange: Exchange) {
  const repo = exchange.repo();
  const listed = [...repo.history(exchange.commit(repo))];
  return {
    body: listed.map(({ id, title, message, date, author }) => ({
      id,
      title,
      message,
      date,
      authors: [{ user: author }],
    })),
  };
}
