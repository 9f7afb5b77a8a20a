import { createHash } from 'node:crypto';
import type { FaultPlan } from '../http/faults.ts';
import { startHttpServer } from '../http/http-server.ts';
import { type Account, type HubOptions, HubState } from './hub-state.ts';
import type { StoredJob } from './job-store.ts';
import { StoredRepo } from './repo-store.ts';
import type { RecordedRequest } from './request-log.ts';
import { commitRoutes } from './routes/commits.ts';
import { controlRoutes } from './routes/control.ts';
import { discussionRoutes } from './routes/discussions.ts';
import { fileRoutes } from './routes/files.ts';
import { jobRoutes } from './routes/jobs.ts';
import { lfsRoutes } from './routes/lfs.ts';
import { modelRoutes } from './routes/models.ts';
import { oauthRoutes, type TrustedPublisher } from './routes/oauth.ts';
import { pageRoutes } from './routes/pages.ts';
import { refRoutes } from './routes/refs.ts';
import { repoRoutes } from './routes/repos.ts';
import { spaceRoutes } from './routes/spaces.ts';
import { accountRoutes } from './routes/validate-yaml.ts';
import { type HubRoute, type Routes, serve } from './serve.ts';
import { StoredSpace } from './space-store.ts';
import { loadState, saveState } from './state-file.ts';

const HUB_ROUTES: readonly HubRoute[] = [
  ...accountRoutes,
  ...repoRoutes,
  ...commitRoutes,
  ...refRoutes,
  ...discussionRoutes,
  ...fileRoutes,
  ...lfsRoutes,
  ...spaceRoutes,
  ...oauthRoutes,
  ...jobRoutes,
  ...pageRoutes,
  ...modelRoutes,
];

const ROUTES: Routes = { hub: HUB_ROUTES, control: controlRoutes };

export interface LocalHubOptions extends HubOptions {
  /** Port of the loopback address; a free one when left out. */
  readonly port?: number;
  /** File whose repos the Hub starts with, and in which it keeps them when it is closed. */
  readonly stateFile?: string;
}

/**
 * A Hugging Face Hub on this machine: the calls of the real one that datasets need, over HTTP, with repos, tokens,
 * LFS objects and tags in memory, and faults on request. That it speaks the real protocol is proved by the Python
 * clients `huggingface_hub` and `datasets` in test/interop.
 */
export interface LocalHub {
  readonly url: string;
  /** Requests in the order they came. */
  readonly requests: readonly RecordedRequest[];
  readonly faults: FaultPlan;
  addToken(account: Account): void;
  /** Exchanges the identity of this publisher's jobs for tokens, when that issuer vouches for it. */
  trustPublisher(publisher: TrustedPublisher, issuerKey: object): void;
  createRepo(name: string, options?: { private?: boolean }): StoredRepo;
  /** Models by name. */
  readonly models: Map<string, StoredRepo>;
  createModel(name: string, options?: { private?: boolean }): StoredRepo;
  /** Spaces by name. */
  readonly spaces: Map<string, StoredSpace>;
  createSpace(name: string, options?: { sdk?: string; stage?: string; private?: boolean }): StoredSpace;
  /** Jobs in the order they were started. */
  readonly jobs: readonly StoredJob[];
  /** Gives a namespace credit for Jobs that go through these stages. */
  allowJobs(namespace: string, stages: readonly string[]): void;
  /** A repo that exists. */
  repo(name: string): StoredRepo;
  hasRepo(name: string): boolean;
  /** Commits text files as somebody else would. */
  commitAs(user: string, name: string, files: Readonly<Record<string, string | null>>): string;
  /** Content of a file at a revision, large files included. */
  readFile(name: string, revision: string, path: string): Buffer;
  /** Keeps a large file that nobody uploaded. @returns its SHA-256 */
  addLargeFile(content: Buffer): string;
  clearRequests(): void;
  /** Forgets the large files, so that the next client has to send its own; those of commits cannot be read any more. */
  clearLargeFiles(): void;
  close(): Promise<void>;
}

/** Starts a local Hub. @throws Error when the port is taken or the state file is not one */
export async function startLocalHub(options: LocalHubOptions = {}): Promise<LocalHub> {
  const { port = 0, stateFile, ...hubOptions } = options;
  const state = new HubState(hubOptions);
  if (stateFile !== undefined) loadState(stateFile, state);
  const { url, close } = await startHttpServer(
    (request, response) => serve(state, ROUTES, request, response),
    {
      port,
    },
  );
  const repo = (name: string): StoredRepo => {
    const found = state.repos.get(name);
    if (found === undefined) throw new Error(`the local Hub has no repo ${name}`);
    return found;
  };
  return {
    url,
    requests: state.log.requests,
    faults: state.faults,
    models: state.models,
    spaces: state.spaces,
    repo,
    hasRepo: (name) => state.repos.has(name),
    addToken: (account) => state.accounts.push(account),
    trustPublisher(publisher, issuerKey) {
      state.trustedPublishers.push(publisher);
      state.issuerKey = issuerKey;
    },
    createRepo(name, { private: isPrivate = true } = {}) {
      const created = new StoredRepo(name, isPrivate, state.commitHash);
      state.repos.set(name, created);
      return created;
    },
    createModel(name, { private: isPrivate = true } = {}) {
      const created = new StoredRepo(name, isPrivate, state.commitHash);
      state.models.set(name, created);
      return created;
    },
    createSpace(name, options) {
      const created = new StoredSpace(name, options);
      state.spaces.set(name, created);
      return created;
    },
    jobs: state.jobs,
    allowJobs: (namespace, stages) => state.jobStages.set(namespace, stages),
    commitAs(user, name, files) {
      return repo(name).commitTexts(user, files).id;
    },
    readFile(name, revision, path) {
      const file = repo(name).resolve(revision)?.files.get(path);
      const content = file?.content ?? state.lfsObjects.get(file?.sha256 ?? '');
      if (content === undefined) throw new Error(`${name} has no ${path} at ${revision}`);
      return content;
    },
    addLargeFile(content) {
      const oid = createHash('sha256').update(content).digest('hex');
      state.lfsObjects.set(oid, content);
      return oid;
    },
    clearRequests: () => state.log.clear(),
    clearLargeFiles: () => state.lfsObjects.clear(),
    async close() {
      await close();
      if (stateFile !== undefined) saveState(stateFile, state);
    },
  };
}
