import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Answer, Exchange, type Route } from './exchange.ts';
import { GitHubError } from './github-error.ts';
import { GitHubState, StoredRepository, type TokenGrant } from './github-state.ts';
import { dispatchRoutes } from './routes/dispatches.ts';
import { historyRoutes } from './routes/history.ts';
import { IDENTITY_REQUEST_TOKEN, identityRoutes } from './routes/identity.ts';
import { issueRoutes } from './routes/issues.ts';

const ROUTES: readonly Route[] = [...dispatchRoutes, ...identityRoutes, ...issueRoutes, ...historyRoutes];

/** A request the server got; status 0 while it has no answer. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  status: number;
}

interface Refusal {
  readonly path: RegExp;
  readonly error: GitHubError;
}

/** GitHub's REST API on this machine, as far as the actions here use it, with faults on request. */
export interface LocalGitHub {
  /** Base URL of the API, for `GITHUB_API_URL`. */
  readonly url: string;
  /** Requests in the order they came. */
  readonly requests: readonly RecordedRequest[];
  /** Answers the next request whose path matches with a refusal instead of carrying it out. */
  refuseNext(path: RegExp, refusal: GitHubError): void;
  addToken(token: string, grant: TokenGrant): void;
  createRepository(name: string): StoredRepository;
  /** Environment of a job of a repository that may prove its identity. */
  identityEnvironment(repository: string): Readonly<Record<string, string>>;
  clearRequests(): void;
  close(): Promise<void>;
}

/** Starts a local GitHub on a free port of the loopback address. */
export async function startLocalGitHub(): Promise<LocalGitHub> {
  const state = new GitHubState();
  const refusals: Refusal[] = [];
  const requests: RecordedRequest[] = [];
  const server = createServer((request, response) => {
    serve(state, refusals, requests, request, response).catch((error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requests,
    refuseNext: (path, error) => refusals.push({ path, error }),
    addToken: (token, grant) => state.tokens.set(token, grant),
    createRepository(name) {
      const created = new StoredRepository();
      state.repositories.set(name, created);
      return created;
    },
    identityEnvironment: (repository) => ({
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/identity/${repository}?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: IDENTITY_REQUEST_TOKEN,
    }),
    clearRequests: () => requests.splice(0),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function serve(
  state: GitHubState,
  refusals: Refusal[],
  requests: RecordedRequest[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url: path = '/' } = request;
  const url = new URL(path, `http://${request.headers.host}`);
  const headers = new Headers(request.headers as Record<string, string>);
  const recorded = {
    method,
    path,
    headers: Object.fromEntries(headers),
    body: await text(request),
    status: 0,
  };
  requests.push(recorded);
  const struck = refusals.findIndex((refusal) => refusal.path.test(url.pathname));
  const [refusal] = struck === -1 ? [] : refusals.splice(struck, 1);
  const answer = await answerOf(method, { state, url, headers, body: recorded.body }, refusal?.error);
  recorded.status = answer.status ?? 200;
  sendAnswer(response, answer);
}

async function answerOf(
  method: string,
  request: { state: GitHubState; url: URL; headers: Headers; body: string },
  refusal: GitHubError | undefined,
): Promise<Answer> {
  try {
    if (refusal !== undefined) throw refusal;
    if (!request.headers.has('User-Agent')) throw new GitHubError(403, 'Request forbidden: no User-Agent');
    for (const route of ROUTES) {
      const params = route.method === method ? match(route.pattern, request.url.pathname) : undefined;
      if (params !== undefined) return await route.handler(new Exchange({ ...request, params }));
    }
    throw new GitHubError(404, 'Not Found');
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { status: error.status, headers: error.headers, body: error.body };
  }
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const expression = pattern.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const groups = new RegExp(`^(?<_>)${expression}$`).exec(path)?.groups;
  if (groups === undefined) return undefined;
  return Object.fromEntries(Object.entries(groups).map(([name, part]) => [name, decodeURIComponent(part)]));
}

function sendAnswer(response: ServerResponse, { status = 200, headers = {}, body }: Answer): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'X-GitHub-Request-Id': randomUUID(),
    'X-RateLimit-Limit': '5000',
    'X-RateLimit-Remaining': '4999',
    'X-RateLimit-Reset': String(Math.floor(Date.now() / 1000) + 3600),
    ...headers,
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
