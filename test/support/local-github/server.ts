import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Answer, answerOf, sendAnswer } from '../http/answer.ts';
import { type HttpServer, startHttpServer } from '../http/http-server.ts';
import { findRoute } from '../http/router.ts';
import { Exchange, type GitHubRoute } from './exchange.ts';
import { GitHubError } from './github-error.ts';
import { GitHubState, StoredRepository, type TokenGrant } from './github-state.ts';
import { dispatchRoutes } from './routes/dispatches.ts';
import { historyRoutes } from './routes/history.ts';
import { IDENTITY_REQUEST_TOKEN, identityRoutes } from './routes/identity.ts';
import { issueRoutes } from './routes/issues.ts';

const ROUTES: readonly GitHubRoute[] = [
  ...dispatchRoutes,
  ...identityRoutes,
  ...issueRoutes,
  ...historyRoutes,
];

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
export interface LocalGitHub extends HttpServer {
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
}

/** Starts a local GitHub on a free port of the loopback address. */
export async function startLocalGitHub(): Promise<LocalGitHub> {
  const state = new GitHubState();
  const refusals: Refusal[] = [];
  const requests: RecordedRequest[] = [];
  const { url, close } = await startHttpServer((request, response) =>
    serve(state, refusals, requests, request, response),
  );
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
    close,
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
  const answer = await answerOf(() => {
    if (refusal !== undefined) throw refusal.error;
    return carryOut(method, { state, url, headers, body: recorded.body });
  });
  recorded.status = answer.status ?? 200;
  sendAnswer(response, { ...answer, headers: { ...limitHeaders(), ...answer.headers } });
}

function carryOut(
  method: string,
  request: { state: GitHubState; url: URL; headers: Headers; body: string },
): Answer | Promise<Answer> {
  if (!request.headers.has('User-Agent')) throw new GitHubError(403, 'Request forbidden: no User-Agent');
  const found = findRoute(ROUTES, method, request.url.pathname);
  if (found === null) throw new GitHubError(404, 'Not Found');
  return found.handler(new Exchange({ ...request, params: found.params }));
}

function limitHeaders(): Record<string, string> {
  return {
    'X-GitHub-Request-Id': randomUUID(),
    'X-RateLimit-Limit': '5000',
    'X-RateLimit-Remaining': '4999',
    'X-RateLimit-Reset': String(Math.floor(Date.now() / 1000) + 3600),
  };
}
