import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { type Answer, answerOf, sendAnswer } from '../http/answer.ts';
import { FaultPlan } from '../http/faults.ts';
import { type HttpServer, startHttpServer } from '../http/http-server.ts';
import { answerWithFaults } from '../http/make-fault.ts';
import { isFileStream, takeFileStream } from './file-stream.ts';
import { type Operation, parseOperation } from './graphql.ts';
import { resolveOperation } from './mutations.ts';
import { WandbServerError } from './wandb-error.ts';
import { type Account, type StoredRun, WandbState } from './wandb-state.ts';

/** A request the server got; status 0 while it has no answer. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What a GraphQL request asked for; null for others. */
  operation: Operation | null;
  status: number;
}

/**
 * W&B on this machine: the GraphQL calls and the file stream of its real clients, with runs and alerts in memory and
 * faults on request. That it speaks the real protocol is proved by the Python client in test/interop.
 */
export interface LocalWandb extends HttpServer {
  /** Base URL, for `WANDB_BASE_URL`. */
  readonly url: string;
  /** Requests in the order they came. */
  readonly requests: readonly RecordedRequest[];
  readonly runs: readonly StoredRun[];
  readonly faults: FaultPlan;
  addKey(key: string, account: Account): void;
  clear(): void;
}

/** Starts a local W&B on a free port of the loopback address. */
export async function startLocalWandb(): Promise<LocalWandb> {
  const state = new WandbState();
  const faults = new FaultPlan();
  const requests: RecordedRequest[] = [];
  const { url, close } = await startHttpServer((request, response) =>
    serve({ state, faults, requests }, request, response),
  );
  return {
    url,
    requests,
    runs: state.runs,
    faults,
    addKey: (key, account) => state.accounts.set(key, account),
    clear() {
      faults.clear();
      requests.splice(0);
      state.runs.splice(0);
    },
    close,
  };
}

interface Server {
  readonly state: WandbState;
  readonly faults: FaultPlan;
  readonly requests: RecordedRequest[];
}

async function serve(server: Server, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url: path = '/', headers } = request;
  const { pathname } = new URL(path, 'http://localhost');
  if (pathname === '/_local/requests') {
    sendAnswer(response, { body: server.requests });
    return;
  }
  if (pathname === '/_local/runs') {
    sendAnswer(response, { body: server.state.runs });
    return;
  }
  const sent = await buffer(request);
  const body = (headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent).toString();
  const flat = Object.fromEntries(new Headers(headers as Record<string, string>));
  const recorded: RecordedRequest = { method, path, headers: flat, body, operation: null, status: 0 };
  server.requests.push(recorded);
  await answerWithFaults(server.faults.take(method, pathname), response, {
    carryOut: () => answerOf(() => carryOut(server.state, recorded, pathname)),
    send(answer) {
      recorded.status = answer.status ?? 200;
      sendAnswer(response, answer);
    },
  });
}

function carryOut(state: WandbState, request: RecordedRequest, pathname: string): Answer {
  const { method, headers, body } = request;
  // Telemetry and files of the Python client.
  if (pathname.startsWith('/sdk/otel/') || (method === 'PUT' && pathname.startsWith('/storage/'))) return {};
  const account = accountOf(state, headers.authorization);
  try {
    if (method === 'POST' && isFileStream(pathname)) return { body: takeFileStream(state, pathname, body) };
    if (method !== 'POST' || pathname !== '/graphql') throw new WandbServerError(404, 'not found');
    request.operation = parseOperation(body);
    return {
      body: resolveOperation(request.operation, { state, account, origin: `http://${headers.host}` }),
    };
  } catch (error) {
    const isMalformed = error instanceof SyntaxError || error instanceof TypeError;
    throw isMalformed ? new WandbServerError(400, error.message) : error;
  }
}

function accountOf(state: WandbState, authorization = ''): Account {
  const [scheme, credentials = ''] = authorization.split(' ');
  const [user, key = ''] = Buffer.from(credentials, 'base64').toString().split(':');
  const account = scheme === 'Basic' && user === 'api' ? state.accounts.get(key) : undefined;
  if (account === undefined) throw new WandbServerError(401, 'user is not logged in');
  return account;
}
