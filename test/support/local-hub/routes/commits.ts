import type { Exchange } from '../exchange.ts';
import { HttpError } from '../http-error.ts';
import { largeFile, regularFile, type StoredFile, type StoredRepo } from '../repo-store.ts';
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
  const repo = exchange.writableRepo();
  const { files } = await exchange.json<{ files: { path: string; size: number; sample?: string }[] }>();
  return {
    body: {
      files: files.map(({ path, size, sample }) => ({
        path,
        uploadMode: isLarge(path, size, sample) ? 'lfs' : 'regular',
        shouldIgnore: false,
        oid: repo.head.files.get(path)?.blobId ?? null,
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
  const repo = exchange.writableRepo();
  const { user } = exchange.requireWriter(exchange.params.owner);
  if (exchange.params.revision !== 'main') {
    throw new HttpError(404, `Invalid rev id: ${exchange.params.revision}`, { code: 'RevisionNotFound' });
  }
  if (exchange.url.searchParams.has('create_pr')) {
    throw new HttpError(400, 'The local Hub has no pull requests');
  }
  const lines = (await exchange.body()).toString().split('\n');
  const operations = lines.filter((line) => line !== '').map(readOperation);
  const header = operations.find((operation) => operation.key === 'header')?.value;
  if (header === undefined) throw new HttpError(400, 'The commit has no header');
  const minds = exchange.state.options.kind !== 'kohaku';
  if (minds && header.parentCommit !== undefined && header.parentCommit !== repo.head.id) {
    throw new HttpError(412, 'A commit has happened since. Please refresh and try again.');
  }
  const changes = new Map<string, StoredFile | null>();
  for (const operation of operations) apply(operation, changes, repo, exchange);
  if (changes.size === 0) throw new HttpError(400, 'The commit is empty');
  const made = repo.commit({
    title: header.summary,
    message: header.description ?? '',
    author: user,
    changes,
  });
  const commitUrl = `${exchange.url.origin}/${exchange.pathOf(repo.name)}/commit/${made.id}`;
  return { body: { success: true, commitOid: made.id, commitUrl, hookOutput: '', pullRequestUrl: null } };
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
  repo: StoredRepo,
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
    if (!repo.head.files.has(value.path)) {
      throw new HttpError(404, "A file with this name doesn't exist", { code: 'EntryNotFound' });
    }
    changes.set(value.path, null);
  }
  if (key === 'deletedFolder') {
    const folder = `${value.path.replace(/\/$/, '')}/`;
    for (const path of repo.head.files.keys()) if (path.startsWith(folder)) changes.set(path, null);
  }
}

function listCommits(exchange: Exchange) {
  const repo = exchange.repo();
  const newest = repo.commits.indexOf(exchange.commit(repo));
  const listed = repo.commits.slice(0, newest + 1).reverse();
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
