import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, Exchange } from './exchange.ts';
import { type Fault, FaultPlan } from './faults.ts';
import { HttpError } from './http-error.ts';
import { type Account, HubState } from './hub-state.ts';
import { regularFile, StoredRepo } from './repo-store.ts';
import { findRoute, type Route } from './router.ts';
import { commitRoutes } from './routes/commits.ts';
import { fileRoutes } from './routes/files.ts';
import { lfsRoutes } from './routes/lfs.ts';
import { oauthRoutes, type TrustedPublisher } from './routes/oauth.ts';
import { refRoutes } from './routes/refs.ts';
import { repoRoutes } from './routes/repos.ts';
import { spaceRoutes } from './routes/spaces.ts';
import { accountRoutes } from './routes/validate-yaml.ts';

import { StoredSpace } from './space-store.ts';

const ROUTES: readonly Route[] = [
  ...accountRoutes,
  ...repoRoutes,
  ...commitRoutes,
  ...refRoutes,
  ...fileRoutes,
  ...lfsRoutes,
  ...spaceRoutes,
  ...oauthRoutes,
];

/** A request the server got; status 0 while it has no answer. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly body: string;
  status: number;
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
  createSpace(name: string, options?: { sdk?: string; stage?: string; private?: boolean }): StoredSpace;
  /** A repo that exists. */
  repo(name: string): StoredRepo;
  hasRepo(name: string): boolean;
  /** Commits text files as somebody else would. */
  commitAs(user: string, name: string, files: Readonly<Record<string, string | null>>): string;
  /** Content of a file at a revision, large files included. */
  readFile(name: string, revision: string, path: string): Buffer;
  clearRequests(): void;
  close(): Promise<void>;
}

/** Starts a local Hub on a free port of the loopback address. */
export async function startLocalHub(options: { port?: number } = {}): Promise<LocalHub> {
  const state = new HubState();
  const faults = new FaultPlan();
  const requests: RecordedRequest[] = [];
  const server = createServer((request, response) => {
    serve(state, faults, requests, request, response).catch((error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const repo = (name: string): StoredRepo => {
    const found = state.repos.get(name);
    if (found === undefined) throw new Error(`the local Hub has no repo ${name}`);
    return found;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    faults,
    repo,
    hasRepo: (name) => state.repos.has(name),
    addToken: (account) => state.accounts.push(account),
    trustPublisher(publisher, issuerKey) {
      state.trustedPublishers.push(publisher);
      state.issuerKey = issuerKey;
    },
    createRepo(name, { private: isPrivate = true } = {}) {
      const created = new StoredRepo(name, isPrivate);
      state.repos.set(name, created);
      return created;
    },
    createSpace(name, options) {
      const created = new StoredSpace(name, options);
      state.spaces.set(name, created);
      return created;
    },
    commitAs(user, name, files) {
      const entries = Object.entries(files);
      const changes = new Map(
        entries.map(([path, text]) => [path, text === null ? null : regularFile(Buffer.from(text))]),
      );
      return repo(name).commit({ title: `Change by ${user}`, message: '', author: user, changes }).id;
    },
    readFile(name, revision, path) {
      const file = repo(name).resolve(revision)?.files.get(path);
      const content = file?.content ?? state.lfsObjects.get(file?.sha256 ?? '');
      if (content === undefined) throw new Error(`${name} has no ${path} at ${revision}`);
      return content;
    },
    clearRequests: () => requests.splice(0),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function serve(
  state: HubState,
  faults: FaultPlan,
  requests: RecordedRequest[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url: path = '/' } = request;
  const url = new URL(path, `http://${request.headers.host}`);
  const route = findRoute(ROUTES, method, url.pathname);
  const exchange = new Exchange(state, request, url, route?.params ?? {});
  const body = await exchange.body();
  const isText = /json|form/.test(request.headers['content-type'] ?? '');
  const recorded = { method, path, body: isText ? body.toString() : `${body.length} bytes`, status: 0 };
  requests.push(recorded);
  const send = (answer: Answer) => {
    recorded.status = answer.status ?? 200;
    sendAnswer(response, method, answer);
  };

  const fault = faults.take(method, url.pathname);
  if (fault?.when === 'before' && (await strike(fault, response, send))) return;
  const answer = await answerOf(route?.handler, exchange);
  if (fault?.when === 'after' && (await strike(fault, response, send, answer))) return;
  send(answer);
}

async function answerOf(handler: Route['handler'] | undefined, exchange: Exchange): Promise<Answer> {
  try {
    if (handler === undefined) throw new HttpError(404, 'Sorry, we can’t find the page you are looking for.');
    return await handler(exchange);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return { status: error.status, headers: error.headers, body: error.body };
  }
}

/** Makes a fault. @returns false when the true answer is still to be sent */
async function strike(
  { kind }: Fault,
  response: ServerResponse,
  send: (answer: Answer) => void,
  answer?: Answer,
): Promise<boolean> {
  if (kind === 'reset') response.destroy();
  else if (kind === 'hang') return true;
  else if (kind === 'invalid-json') send({ body: Buffer.from('<html>surprise</html>') });
  else if (kind === 'truncate') truncate(response, answer?.body);
  else if ('status' in kind)
    send({ ...kind, body: Buffer.from(kind.body ?? '{"error":"fault on request"}') });
  else {
    await ('run' in kind ? kind.run() : sleep(kind.delayMs));
    return false;
  }
  return true;
}

function truncate(response: ServerResponse, body: Answer['body'] = {}): void {
  const content = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': content.length + 1 });
  response.write(content.subarray(0, content.length / 2), () => response.destroy());
}

function sendAnswer(
  response: ServerResponse,
  method: string,
  { status = 200, headers = {}, body }: Answer,
): void {
  const content = Buffer.isBuffer(body) ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body));
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    ...headers,
    'Content-Length': content.length,
    'X-Request-Id': `local-${randomUUID()}`,
  });
  response.end(method === 'HEAD' ? undefined : content);
}
